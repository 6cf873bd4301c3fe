// The built pages, as files: the operator's at `/`, the outputs' at `/out`, the workshop's at its panels' paths, their hashed assets for ever.
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Documents of ours, by path. */
const PAGE_FILES: Readonly<Record<string, string>> = {
  '/': '/index.html',
  '/out': '/overlays/output.html',
  '/preflight': '/overlays/preflight.html',
  // One page: it opens the panel that its path names.
  '/mock': '/workshop.html',
  '/faults': '/workshop.html',
  '/feed': '/workshop.html',
  '/schedule': '/workshop.html',
};
export const PAGE_PATHS: ReadonlySet<string> = new Set(Object.keys(PAGE_FILES));
const UNBUILT = 'The pages are not built yet. Run: npm run build\n';

/** Answers one GET or HEAD whose path is already in its normal form; calls `missing` when there is no such file. */
export type Pages = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  missing: () => void,
) => void;

/** True when that folder holds built pages. */
export const arePagesBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'));

function cacheControl(path: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return path.endsWith('.html') || path === '/' ? 'no-store' : 'no-cache';
}

/** Pages from that folder, read once at the start. Where it holds none, each answer says so. */
export function makePages(folder: string): Pages {
  if (!arePagesBuilt(folder))
    return (_request, response, path, missing) => {
      if (!PAGE_PATHS.has(path)) return missing();
      response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(UNBUILT);
    };
  const serve = sirv(folder, {
    etag: true,
    extensions: [],
    setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)),
  });
  return (request, response, path, missing) => {
    request.url = (Object.hasOwn(PAGE_FILES, path) ? PAGE_FILES[path] : undefined) ?? path;
    serve(request, response, missing);
  };
}
