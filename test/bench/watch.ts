// How a page paints, watched in a browser of its own: its pace, its late frames, and the processor time of all of the browser's processes.
import { type Browser, type BrowserServer, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../kit/chromium.ts';
import { usedMs } from './processor-time.ts';

const VIEW = { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 };
const REFRESH_MS = 1_000 / 60;
/** A frame is late that comes half a refresh after its turn. */
const LATE_MS = REFRESH_MS * 1.5;

export type WatchOptions = {
  readonly lastsMs: number;
  readonly settlesMs?: number;
  /** Besides those with which every test starts it. */
  readonly flags?: readonly string[];
};

/** Of one page in one round. */
export type Watched = {
  readonly fps: number;
  /** Percent of the frames of the screen. */
  readonly latePercent: number;
  /** Of all of the browser, in milliseconds for each frame of the screen; and as percent of one processor. */
  readonly msAFrame: number;
  readonly processorPercent: number;
  /** Pictures drawn a second, as the page counts them; 0 for one that does not. */
  readonly drawsASecond: number;
};

/** Starts a browser for one task and ends it. `pid` is its first process. */
export async function inBrowser<Result>(
  flags: readonly string[],
  task: (tab: Page, pid: number, browser: Browser) => Promise<Result>,
): Promise<Result> {
  const server: BrowserServer = await chromium.launchServer({
    executablePath: findChromium() ?? 'chromium',
    args: [...CHROMIUM_FLAGS, ...flags],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    return await task(await browser.newPage(VIEW), server.process().pid ?? 0, browser);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Opens a page, lets it settle, and measures. */
export function watch(
  url: string,
  { lastsMs, settlesMs = 3_500, flags = [] }: WatchOptions,
): Promise<Watched> {
  return inBrowser(flags, async (tab, pid) => {
    await tab.goto(url);
    await tab.waitForTimeout(settlesMs);
    const drawn = (): Promise<number> =>
      tab.evaluate(() => window.painted?.draws() ?? window.courtside?.stage()?.draws ?? 0);
    const drawnBefore = await drawn();
    const before = usedMs(pid);
    const { frames, late, tookMs } = await pace(tab, lastsMs);
    const spentMs = usedMs(pid) - before;
    return {
      fps: (frames * 1_000) / tookMs,
      latePercent: (100 * late) / frames,
      msAFrame: spentMs / frames,
      processorPercent: (100 * spentMs) / tookMs,
      drawsASecond: (((await drawn()) - drawnBefore) * 1_000) / tookMs,
    };
  });
}

/** The frames of the screen that a page is given, and how many of them come late, over so many milliseconds. */
export const pace = (tab: Page, lastsMs: number): Promise<Pace> =>
  tab.evaluate(paceOf, { lastsMs, lateMs: LATE_MS });

export type Pace = { readonly frames: number; readonly late: number; readonly tookMs: number };

/** Runs in the page: counts the frames of the screen. */
const paceOf = ({ lastsMs, lateMs }: { readonly lastsMs: number; readonly lateMs: number }) =>
  new Promise<Pace>((resolve) => {
    let frames = 0;
    let late = 0;
    let lastMs = Number.NaN;
    let startMs = Number.NaN;
    const count = (nowMs: number): void => {
      if (Number.isNaN(startMs)) startMs = nowMs;
      else {
        frames += 1;
        if (nowMs - lastMs > lateMs) late += 1;
      }
      lastMs = nowMs;
      if (nowMs - startMs < lastsMs) requestAnimationFrame(count);
      else resolve({ frames, late, tookMs: nowMs - startMs });
    };
    requestAnimationFrame(count);
  });
