// What an operator feels: from his key to the first pixel of it on two outputs, against a page that does nothing else; and what his own page costs at rest.
import { type Browser, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../kit/chromium.ts';
import { median, quantile } from './figures.ts';
import { changeAfter, changes, keyMs, makeBlank, type Painted, watchKeys, watchPixel } from './press.ts';
import { atMost, type Found, told } from './row.ts';
import { serveGame } from './serving.ts';

const PRESSES = 120;
/** Between two presses: no whole number of frames, so that no phase is favoured. Milliseconds. */
const BETWEEN_MS = 171;
const DESK = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };
const OUTPUT = { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 };
/** Cuts the first graphic, the scorebug, in or out. */
const CUT = 'Shift+A';
/** On the scorebug's plate in the house's theme. */
const ON_BUG = { x: 960, y: 985 };
/** Of the screen, in milliseconds. */
const FRAME_MS = 1_000 / 60;
const WATCHED_MS = 20_000;

async function open(browser: Browser, url: string, view: typeof DESK): Promise<Page> {
  const tab = await (await browser.newContext(view)).newPage();
  await tab.goto(url);
  return tab;
}

/** Presses one key and waits for what is painted: for each page, and milliseconds from the press. */
async function press(
  pressed: Page,
  key: string,
  tabs: readonly Page[],
): Promise<{ readonly painted: Painted[]; readonly tookMs: number[] }> {
  const before = await Promise.all(tabs.map(changes));
  await pressed.keyboard.press(key);
  const painted = await Promise.all(tabs.map((tab, i) => changeAfter(tab, before[i] ?? 0)));
  const fromMs = await keyMs(pressed);
  await pressed.waitForTimeout(BETWEEN_MS);
  return { painted, tookMs: painted.map(({ atMs }) => atMs - fromMs) };
}

/** How many frames of the screen lie between the first and the last page that show it. */
function framesApart(painted: readonly Painted[]): number {
  const frames = painted.map(({ frameMs }) => frameMs);
  return Math.round((Math.max(...frames) - Math.min(...frames)) / FRAME_MS);
}

/** A simulated game is a rehearsal: the page asks before the first take of it, once. */
async function consent(desk: Page, outputs: readonly Page[]): Promise<void> {
  const before = await Promise.all(outputs.map(changes));
  await desk.keyboard.press(CUT);
  await desk.getByRole('button', { name: 'Rehearse on these outputs' }).click();
  await Promise.all(outputs.map((tab, i) => changeAfter(tab, before[i] ?? 0)));
}

/** Milliseconds from the key, on each page; and the frames between the two outputs. */
type Felt = { readonly blank: number[]; readonly air: number[]; readonly apart: number[] };

/** The keys in turn, so that what else the machine does falls on both alike. */
async function feel(desk: Page, outputs: readonly Page[], blank: Page): Promise<Felt> {
  const felt: Felt = { blank: [], air: [], apart: [] };
  for (let n = 0; n < PRESSES; n += 1) {
    felt.blank.push(...(await press(blank, 'a', [blank])).tookMs);
    const { painted, tookMs } = await press(desk, CUT, outputs);
    felt.air.push(...tookMs);
    felt.apart.push(framesApart(painted));
  }
  return felt;
}

/** The share of one core that a page's main thread is busy, its pictures left out. */
async function busyShare(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext(DESK);
  await context.route('**/out*', (route) => route.abort());
  const tab = await context.newPage();
  await tab.goto(url);
  await tab.waitForTimeout(4_000);
  const session = await context.newCDPSession(tab);
  await session.send('Performance.enable');
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const before = await read();
  await tab.waitForTimeout(WATCHED_MS);
  const share = ((await read()) - before) / (WATCHED_MS / 1_000);
  await context.close();
  return share;
}

export async function benchDesk(): Promise<Found> {
  const game = await serveGame();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [...CHROMIUM_FLAGS],
  });
  const share = await busyShare(browser, game.url);
  const outputs = await Promise.all(
    ['program', 'second'].map((name) =>
      open(browser, `${game.url}/out?name=${name}&delay=0&renderer=canvas`, OUTPUT),
    ),
  );
  const desk = await open(browser, game.url, DESK);
  const blank = await open(browser, 'about:blank', OUTPUT);
  await makeBlank(blank);
  await Promise.all([desk, blank].map(watchKeys));
  await watchPixel(blank, ON_BUG.x, ON_BUG.y);
  for (const output of outputs) await watchPixel(output, ON_BUG.x, ON_BUG.y);
  await desk.getByRole('status', { name: 'Scorebug tally' }).waitFor();
  await consent(desk, outputs);
  // In and out: scenes are loaded and code is warm.
  for (let n = 0; n < 4; n += 1) await press(desk, CUT, outputs);
  const { blank: empty, air, apart } = await feel(desk, outputs, blank);
  await browser.close();
  await game.stop();
  const together = apart.filter((frames) => frames === 0).length / apart.length;
  const over = (of: number): number => quantile(air, of) - quantile(empty, of);
  const note = `p50 ${median(air).toFixed(0)} ms against ${median(empty).toFixed(0)}, p99 ${quantile(air, 0.99).toFixed(0)} against ${quantile(empty, 0.99).toFixed(0)}`;
  return {
    title: `The operator's key to the first pixel on two outputs at delay 0, over a page that only paints (${note})`,
    rows: [
      atMost('p50, over the empty page', over(0.5), 50, ' ms', 1),
      atMost('p99, over the empty page', over(0.99), 100, ' ms', 1),
      told('both outputs on one frame, of all takes', together * 100, ' %', 1),
      atMost('frames between the two outputs, p99', quantile(apart, 0.99), 1, '', 0),
      atMost("the operator's page itself, of one core", share * 100, 10, ' %', 1),
    ],
  };
}
