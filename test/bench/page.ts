// What the output page costs: JavaScript a frame, the way to the right picture, and bytes; against a bare Pixi page of 11 sprites and 12 bitmap texts.
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../kit/chromium.ts';
import { median } from './figures.ts';
import { frameScripts } from './frame-script.ts';
import { atMost, type Found, told } from './row.ts';
import { serveBare, serveGame } from './serving.ts';

const ROUNDS = 5;
const LASTS_MS = 6_000;
const LOADS = 7;
const GRAPHICS = ['scorebug', 'shot-clock', 'player-dots', 'shot-chart'];
const VIEW = { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 };
const PATIENCE = { timeout: 60_000 };

/** `sinceMs` runs in the page: its clock when the picture stands; 0 before. */
type Kind = { readonly url: string; readonly sinceMs: () => number };

/** The whole picture, players and all. */
const onAirMs = (): number => {
  const output = window.courtside;
  const isWhole = output?.painted().graphics.length === 4 && output.bodies().length === 10;
  return isWhole ? performance.now() : 0;
};
const drawnMs = (): number => window.bareMs ?? 0;

/** Opens a page with nothing in its store. */
async function open(browser: Browser, { url }: Kind): Promise<Page> {
  const context = await browser.newContext(VIEW);
  const tab = await context.newPage();
  await tab.goto(url);
  return tab;
}

/** Milliseconds of JavaScript a frame of the screen. */
async function scriptMs(browser: Browser, kind: Kind): Promise<number> {
  const tab = await open(browser, kind);
  await tab.waitForFunction(kind.sinceMs, null, PATIENCE);
  await tab.waitForTimeout(2_500);
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable');
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const counting = tab.evaluate(
    (lastsMs) =>
      new Promise<number>((resolve) => {
        const startMs = performance.now();
        let frames = 0;
        const count = (): void => {
          frames += 1;
          if (performance.now() - startMs < lastsMs) requestAnimationFrame(count);
          else resolve(frames);
        };
        requestAnimationFrame(count);
      }),
    LASTS_MS,
  );
  const before = await read();
  const frames = await counting;
  const spent = (await read()) - before;
  await tab.context().close();
  return spent / frames;
}

/** Milliseconds from the start of the navigation to the first frame in which the picture stands. */
async function loadMs(browser: Browser, kind: Kind): Promise<number> {
  const context = await browser.newContext(VIEW);
  const tab = await context.newPage();
  await tab.goto(kind.url, { waitUntil: 'commit' });
  const handle = await tab.waitForFunction(kind.sinceMs, null, { ...PATIENCE, polling: 'raf' });
  const ms = Number(await handle.jsonValue());
  await context.close();
  return ms;
}

/** Kilobytes of scripts and styles that a page has asked for by the time its picture stands, as gzip packs them. */
async function packedKb(browser: Browser, kind: Kind): Promise<number> {
  const context = await browser.newContext(VIEW);
  const tab = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  tab.on('response', (response) => {
    if (/\.(js|css|html)$|\/out/.test(new URL(response.url()).pathname)) bodies.push(response.body());
  });
  await tab.goto(kind.url);
  await tab.waitForFunction(kind.sinceMs, null, PATIENCE);
  await tab.waitForTimeout(3_000);
  const all = await Promise.all(bodies);
  await context.close();
  return all.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000;
}

export async function benchPage(): Promise<Found> {
  const game = await serveGame();
  const bare = await serveBare();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [...CHROMIUM_FLAGS],
  });
  // Where WebGL is computed by the processor an output takes the 2D canvas: so does the bare page.
  const whole = { url: `${game.url}/out?graphics=${GRAPHICS.join()}&renderer=canvas`, sinceMs: onAirMs };
  const plain = { url: `${bare.url}?renderer=canvas`, sinceMs: drawnMs };
  const webgl = { ...whole, url: whole.url.replace('renderer=canvas', 'renderer=webgl') };
  const script = { whole: [] as number[], plain: [] as number[] };
  const load = { whole: [] as number[], plain: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    script.whole.push(await scriptMs(browser, whole));
    script.plain.push(await scriptMs(browser, plain));
  }
  // The picture that the bar is set for: the bug and eleven who move.
  const picture = `${game.url}/out?graphics=scorebug,player-dots&renderer=canvas`;
  const stands = (): boolean => window.courtside?.bodies().length === 10 || window.bareMs !== undefined;
  const middles = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    middles.ours.push(median(await frameScripts(picture, LASTS_MS, stands)));
    middles.plain.push(median(await frameScripts(plain.url, LASTS_MS, stands)));
  }
  for (let round = 0; round < LOADS; round += 1) {
    load.whole.push(await loadMs(browser, whole));
    load.plain.push(await loadMs(browser, plain));
  }
  const bytes = Math.max(await packedKb(browser, whole), await packedKb(browser, webgl));
  await browser.close();
  await game.stop();
  await bare.stop();

  const [frame, bareFrame] = [median(script.whole), median(script.plain)];
  const [way, bareWay] = [median(load.whole), median(load.plain)];
  return {
    title: 'The output page, all four graphics, against a bare Pixi page of 11 sprites and 12 bitmap texts',
    rows: [
      atMost(
        `scorebug and player dots: JavaScript of a frame, p50 (${median(middles.ours).toFixed(2)} ms against ${median(middles.plain).toFixed(2)})`,
        median(middles.ours) / median(middles.plain),
        1.3,
      ),
      atMost(
        `all four, with all that they hear: JavaScript a frame, mean (${frame.toFixed(2)} ms against ${bareFrame.toFixed(2)})`,
        frame / bareFrame,
        1.3,
      ),
      told(
        `navigation to the right picture (${way.toFixed(0)} ms against ${bareWay.toFixed(0)} to a first picture)`,
        way / bareWay,
      ),
      atMost('scripts and styles, packed', bytes, 350, ' kB', 0),
    ],
  };
}
