// The built pages and logos for one film, on loopback and a port of its own, for as long as it is drawn.
import { createServer } from 'node:http';
import { closed, listening } from '../listening.ts';
import type { LookFolder } from '../look-folder.ts';
import { MARKS_PATH } from '../mark-files.ts';
import { arePagesBuilt, makePages } from '../pages.ts';
import { routeOf } from '../route.ts';
import { sendMark } from '../send-mark.ts';

const FILM_PAGE = '/overlays/film.html';
const HOST = '127.0.0.1';

/** The film page's address, and how the server is stopped. @throws Error when the pages are not built. */
export async function serveFilm(
  pagesFolder: string,
  look: LookFolder,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  if (!arePagesBuilt(pagesFolder)) throw new Error('The pages are not built yet: npm run build');
  const pages = makePages(pagesFolder);
  const server = createServer((request, response) => {
    const path = routeOf(request.url)?.path ?? '';
    const missing = (): void => void response.writeHead(404).end();
    const mark = path.startsWith(MARKS_PATH) ? look.mark(path.slice(MARKS_PATH.length)) : null;
    if (mark === null) return pages(request, response, path, missing);
    sendMark(request, response, mark).then(
      (sent) => {
        if (!sent) missing();
      },
      () => response.destroy(),
    );
  });
  const port = await listening(server, HOST, 0);
  return { url: `http://${HOST}:${port}${FILM_PAGE}`, stop: () => closed(server) };
}
