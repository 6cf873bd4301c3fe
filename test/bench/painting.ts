// What a picture costs a machine without a graphics card: processor time of the whole browser for each frame of the screen, against the same picture made of
// elements, a bare Pixi page, and an empty one, in turn in one run.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../kit/chromium.ts';
import { median } from './figures.ts';
import { usedMs } from './processor-time.ts';
import { atMost, type Found, told } from './row.ts';
import { serveBare, serveGame } from './serving.ts';

const ROUNDS = 4;
const LASTS_MS = 5_000;
const SETTLES_MS = 3_500;
/** The simulated game has tipped off by then, and its players run. */
const WARM_MS = 15_000;
const VIEW = { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 };

/** Of one page in one round. */
type Cost = { readonly msAFrame: number; readonly fps: number; readonly draws: number };

/** Opens a page in a browser of its own, lets it settle, and measures. */
async function costOf(url: string): Promise<Cost> {
  const server = await chromium.launchServer({
    executablePath: findChromium() ?? 'chromium',
    args: [...CHROMIUM_FLAGS],
  });
  const { pid = 0 } = server.process();
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    const tab = await browser.newPage(VIEW);
    await tab.goto(url);
    await tab.waitForTimeout(SETTLES_MS);
    const drawn = (): Promise<number> =>
      tab.evaluate(() => window.paintedDraws?.() ?? window.courtside?.stage()?.draws ?? 0);
    const drawnBefore = await drawn();
    const before = usedMs(pid);
    const { frames, tookMs } = await tab.evaluate(
      (lastsMs) =>
        new Promise<{ frames: number; tookMs: number }>((resolve) => {
          const startMs = performance.now();
          let frames = 0;
          const count = (): void => {
            frames += 1;
            const tookMs = performance.now() - startMs;
            if (tookMs < lastsMs) requestAnimationFrame(count);
            else resolve({ frames, tookMs });
          };
          requestAnimationFrame(count);
        }),
      LASTS_MS,
    );
    const spentMs = usedMs(pid) - before;
    return {
      msAFrame: spentMs / frames,
      fps: (frames * 1_000) / tookMs,
      draws: (await drawn()) - drawnBefore,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

const PAGES = ['empty', 'bare', 'twin', 'stage', 'trails', 'still', 'output'] as const;
type Measured = Readonly<Record<(typeof PAGES)[number], Cost[]>>;

async function measure(): Promise<Measured> {
  const game = await serveGame();
  const bare = await serveBare();
  const beside = (page: string): string => new URL(page, bare.url).href;
  const urls = {
    empty: 'about:blank',
    bare: `${bare.url}?renderer=canvas`,
    twin: beside('twin.html'),
    stage: beside('painted.html?plain'),
    trails: beside('painted.html'),
    still: beside('painted.html?still'),
    output: `${game.url}/out?graphics=scorebug,player-dots&renderer=canvas`,
  };
  const found: Measured = { empty: [], bare: [], twin: [], stage: [], trails: [], still: [], output: [] };
  await new Promise((resolve) => setTimeout(resolve, WARM_MS));
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const page of PAGES) found[page].push(await costOf(urls[page]));
  } finally {
    await game.stop();
    await bare.stop();
  }
  return found;
}

/** How a page's cost compares, round by round: what else the machine did in one round does not count. */
const ratio = (costs: readonly Cost[], others: readonly Cost[]): number =>
  median(costs.map(({ msAFrame }, i) => msAFrame / (others[i]?.msAFrame ?? Number.NaN)));

export async function benchPainting(): Promise<Found> {
  const title = 'Painting without a graphics card: 1080p, scorebug and 11 dots, processor time a frame';
  if (!existsSync('/proc/self/stat')) return { title: `${title} (Linux alone counts it)`, rows: [] };
  const { empty, bare, twin, stage, trails, still, output } = await measure();
  const ms = (costs: readonly Cost[]): string =>
    `${median(costs.map(({ msAFrame }) => msAFrame)).toFixed(2)} ms`;
  const lost = (costs: readonly Cost[]): number =>
    median(costs.map(({ fps }, i) => 100 * (1 - fps / (empty[i]?.fps ?? Number.NaN))));
  const atRest =
    still.reduce((sum, { draws }) => sum + draws, 0) - still.filter(({ draws }) => draws > 0).length;
  return {
    title,
    rows: [
      atMost(
        `stage, no trails, against elements (${ms(stage)} against ${ms(twin)})`,
        ratio(stage, twin),
        1.1,
      ),
      told(`stage with trails, against elements without (${ms(trails)})`, ratio(trails, twin)),
      atMost(`stage with trails, against the bare Pixi page (${ms(bare)})`, ratio(trails, bare), 1),
      atMost(
        `output page with a live game, against the bare Pixi page (${ms(output)})`,
        ratio(output, bare),
        1.3,
      ),
      told(`stage where nothing moves, against an empty page (${ms(empty)})`, ratio(still, empty)),
      atMost('frames lost by the output page against an empty page', lost(output), 3, ' %', 1),
      atMost('pictures drawn while nothing changes', atRest, 0, '', 0),
    ],
  };
}
