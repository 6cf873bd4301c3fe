// Takes the sheets of the picture book off its built page, one file a graphic.
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import sirv from 'sirv';

/** No sheet may be larger, in bytes: they are kept with the sources. */
const LARGEST = 400_000;

/** Writes `book-<graphic>.jpg` for each graphic of the catalogue. @throws Error for a graphic that cannot be drawn, or a sheet that is too large. */
export async function shootBook(browser: Browser, pages: string, folder: string): Promise<void> {
  const server = createServer(sirv(pages, { dev: true }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${port}/test/shots/book.html`);
    await page.waitForFunction(() => window.book !== undefined);
    for (const id of await page.evaluate(() => window.book?.ids ?? [])) {
      const url = await page.evaluate((wanted) => window.book?.sheet(wanted) ?? '', id);
      const jpeg = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
      if (jpeg.length === 0 || jpeg.length > LARGEST)
        throw new Error(`${id}: a sheet of ${jpeg.length} bytes`);
      await writeFile(join(folder, `book-${id}.jpg`), jpeg);
      console.log(`docs/pictures/book-${id}.jpg`);
    }
  } finally {
    await page.close();
    server.close();
    server.closeAllConnections();
  }
}
