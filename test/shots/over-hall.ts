// Pictures with alpha, laid one over the other over the hall, as a host composites them over its video.
import type { Browser, Page } from 'playwright';
import type {} from './arena-page.ts';

const QUALITY = 0.86;
const PATIENCE = { timeout: 60_000 };
const SIZE = { width: 1280, height: 720 };

async function inHall<T>(browser: Browser, hall: string, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ type: 'module', content: hall });
    await page.waitForFunction(() => window.arena !== undefined, null, PATIENCE);
    return await look(page);
  } finally {
    await page.close();
  }
}
const bytesOf = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

/** PNGs of the frame's size over the hall, the first lowest, as a JPEG of two thirds of the frame. `hall` is the script that draws it. */
export const overHall = (browser: Browser, layers: readonly Buffer[], hall: string): Promise<Buffer> =>
  inHall(browser, hall, async (page) =>
    bytesOf(
      await page.evaluate(
        async ([pngs, quality, { width, height }]) => {
          const images = pngs.map((png) => {
            const image = new Image();
            image.src = `data:image/png;base64,${png}`;
            return image;
          });
          await Promise.all(images.map((image) => image.decode()));
          const canvas = document.createElement('canvas');
          Object.assign(canvas, { width, height });
          const context = canvas.getContext('2d');
          if (!context || !window.arena) throw new Error('no canvas');
          context.imageSmoothingQuality = 'high';
          for (const layer of [window.arena, ...images]) context.drawImage(layer, 0, 0, width, height);
          return canvas.toDataURL('image/jpeg', quality);
        },
        [layers.map((png) => png.toString('base64')), QUALITY, SIZE] as const,
      ),
    ),
  );

/** The hall alone, as a PNG of the frame's size. */
export const hallAlone = (browser: Browser, hall: string): Promise<Buffer> =>
  inHall(browser, hall, async (page) => bytesOf(await page.evaluate(() => window.arena?.toDataURL() ?? '')));
