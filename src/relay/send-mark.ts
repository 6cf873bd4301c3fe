// How a logo is served: as a picture that can neither run nor load anything, also when it is opened by itself.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readMark } from './mark-files.ts';

/** An SVG may carry its own styles and pictures; scripts and all that lies elsewhere are forbidden. */
export const MARK_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Answers with the logo at that path. False, and no answer, when it cannot be had any more. */
export async function sendMark(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  const bytes = await readMark(path);
  if (!bytes) return false;
  response.writeHead(200, {
    'Content-Type': /\.svg$/i.test(path) ? 'image/svg+xml' : 'image/png',
    'Content-Length': bytes.byteLength,
    'Content-Security-Policy': MARK_POLICY,
    'Cache-Control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}
