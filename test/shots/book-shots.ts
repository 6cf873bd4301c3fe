// Takes the sheets of the picture book, and the reference pictures, off its built page.
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import sirv from 'sirv';
import { readPng } from '../kit/png.ts';
import { writePng } from '../kit/write-png.ts';

/** No sheet may be larger, in bytes: they are kept with the sources. */
const LARGEST = 500_000;

export type Places = {
  /** Of the built page. */
  readonly pages: string;
  /** Where the pictures are put. */
  readonly folder: string;
};

const bytesOf = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

/** Serves the book's page, and the kept references beside it. */
export async function serveBook(pages: string, references: string) {
  const page = sirv(pages, { dev: true });
  const kept = sirv(references, { dev: true });
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/references/')) return page(request, response);
    request.url = request.url.slice('/references'.length);
    kept(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/test/shots/book.html`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Opens the book. */
async function opened(
  browser: Browser,
  { pages, folder }: Places,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const book = await serveBook(pages, folder);
  const page = await browser.newPage();
  try {
    await page.goto(book.url);
    await page.waitForFunction(() => window.book !== undefined);
    await look(page);
  } finally {
    await page.close();
    book.stop();
  }
}

/** Opens the book and goes through it, a theme and a graphic at a time. */
const leaf = (
  browser: Browser,
  places: Places,
  look: (page: Page, theme: string, id: string) => Promise<void>,
): Promise<void> =>
  opened(browser, places, async (page) => {
    const all = await page.evaluate(() => ({
      ids: window.book?.ids ?? [],
      themes: window.book?.themes ?? [],
    }));
    for (const theme of all.themes) for (const id of all.ids) await look(page, theme, id);
  });

/** Pictures of the docs that the book draws. */
export const BOOK_PICTURES = ['on-the-floor', 'themes'] as const;

/** Writes those of them that are wanted. */
export const shootDocs = (
  browser: Browser,
  places: Places,
  isWanted: (name: string) => boolean,
): Promise<void> =>
  opened(browser, places, async (page) => {
    for (const name of BOOK_PICTURES.filter(isWanted)) {
      const url = await page.evaluate(
        (one) => (one === 'themes' ? window.book?.beside() : window.book?.floor()) ?? '',
        name,
      );
      await writeFile(join(places.folder, `${name}.jpg`), bytesOf(url));
      console.log(`docs/pictures/${name}.jpg`);
    }
  });

/** Writes `book-<graphic>.jpg` for each graphic of the catalogue, and one for each further theme. @throws Error for a graphic that cannot be drawn, or a sheet that is too large. */
export const shootBook = (browser: Browser, places: Places): Promise<void> =>
  leaf(browser, places, async (page, theme, id) => {
    const wanted = [theme, id] as const;
    const jpeg = bytesOf(await page.evaluate(([look, one]) => window.book?.sheet(look, one) ?? '', wanted));
    if (jpeg.length === 0 || jpeg.length > LARGEST) throw new Error(`${id}: a sheet of ${jpeg.length} bytes`);
    const file = `book-${id}${theme === 'house' ? '' : `-${theme}`}.jpg`;
    await writeFile(join(places.folder, file), jpeg);
    console.log(`docs/pictures/${file}`);
  });

/** Writes the reference picture of every state anew, of the graphics that are asked for, or of all; those of states that are no more go. */
export async function shootReferences(
  browser: Browser,
  places: Places,
  asked: readonly string[] = [],
): Promise<void> {
  if (asked.length === 0) await rm(places.folder, { recursive: true, force: true });
  await mkdir(places.folder, { recursive: true });
  let bytes = 0;
  await leaf(browser, places, async (page, theme, id) => {
    if (asked.length > 0 && !asked.includes(id)) return;
    await rm(join(places.folder, theme, id), { recursive: true, force: true });
    const wanted = [theme, id] as const;
    for (const { file, png } of await page.evaluate(
      ([look, one]) => window.book?.references(look, one) ?? [],
      wanted,
    )) {
      const small = writePng(readPng(bytesOf(png)));
      bytes += small.length;
      await mkdir(join(places.folder, dirname(file)), { recursive: true });
      await writeFile(join(places.folder, file), small);
    }
  });
  console.log(`${places.folder}: ${Math.round(bytes / 1000)} kB`);
}
