// Draws a film: instant by instant in a page of a browser, each picture once, in order. The same tape and the same wishes give the same bytes.
import { z } from 'zod';
import type { Look } from '../../wire/look.ts';
import type { Page } from './browser.ts';
import type { News } from './film-script.ts';

/** Motion that is under way when a film begins has begun at most so long before. Milliseconds. */
export const PREROLL_MS = 2_000;
/** The page's script is waited for so long, in tries. */
const TRIES = 400;

export type FilmOptions = {
  readonly page: Page;
  readonly setup: {
    readonly rules: string;
    readonly width: number;
    readonly height: number;
    readonly theme: string | null;
    readonly output: string | null;
  };
  readonly look: Look;
  readonly script: { until(nowMs: number): Promise<News> };
  readonly fromMs: number;
  readonly frames: number;
  readonly fps: number;
  /** Waits a little for the page to be there. */
  readonly wait: () => Promise<void>;
};

async function opened({ page, setup, wait }: FilmOptions): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await page.evaluate('window.film !== undefined')) === true) {
      await page.evaluate(`film.open(${JSON.stringify(setup)})`);
      return;
    }
    await wait();
  }
  throw new Error('The film page does not start in this browser');
}

/** The pictures as PNG, one after the other. Pictures before the first are drawn too, and given to nobody: so that what moves then moves as it should. */
export async function* drawFilm(options: FilmOptions): AsyncGenerator<Buffer, void, void> {
  const { page, look, script, fromMs, frames, fps } = options;
  await opened(options);
  const before = Math.ceil((PREROLL_MS * fps) / 1_000);
  for (let nth = -before; nth < frames; nth += 1) {
    const nowMs = fromMs + (nth * 1_000) / fps;
    const news = { ...(await script.until(nowMs)), ...(nth === -before ? { look } : {}) };
    const drawn = await page.evaluate(`film.draw(${nowMs}, ${JSON.stringify(news)}, ${nth >= 0})`);
    if (nth >= 0) yield Buffer.from(z.string().parse(drawn), 'base64');
  }
}

/** What the page could not draw, one sentence each. */
export const filmFaults = async (page: Page): Promise<readonly string[]> =>
  z.array(z.string()).parse(await page.evaluate('film.faults()'));
