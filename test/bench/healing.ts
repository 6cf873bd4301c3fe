// How soon an output that dies, hangs or runs out of memory is missed and is back with its picture, against how long a bare page takes to be loaded anew.
import { type Browser, chromium } from 'playwright';
import { ObsWatch, reportOn, type WatchOptions } from '../../src/relay/obs/watch.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { BrowserSources, type End, LITTLE_MEMORY } from '../kit/browser-sources.ts';
import { CHROMIUM_FLAGS, findChromium } from '../kit/chromium.ts';
import { median } from './figures.ts';
import { atMost, type Found, told } from './row.ts';
import { type Serving, serveBare, serveGame } from './serving.ts';

const ENDS: readonly End[] = ['dies', 'hangs', 'runs out of memory'];
const ROUNDS = 4;
const GRAPHICS = 'scorebug,shot-clock,player-dots,shot-chart';
const SIZE = { width: 1920, height: 1080 };
/** As often as a picture. Milliseconds. */
const LOOK_MS = 16;
const PATIENCE_MS = 60_000;

/** The whole picture, players and all. */
const IS_WHOLE =
  'window.courtside?.painted().graphics.length === 4 && window.courtside.bodies().length === 10';
const IS_DRAWN = 'window.bareMs > 0';

async function until(sources: BrowserSources, input: string, expression: string): Promise<number> {
  const sinceMs = performance.now();
  while ((await sources.value(input, expression)) !== true) {
    if (performance.now() - sinceMs > PATIENCE_MS) throw new Error(`in vain: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return performance.now();
}

type Healed = { readonly missedMs: number; readonly backMs: number };

/** One page's end, in a source and a watch of its own: nothing that was mended before holds it back. */
async function heal(browser: Browser, game: Serving, end: End, output: string): Promise<Healed> {
  const sources = new BrowserSources(browser);
  const settings = { ...SIZE, url: `${game.url}/out?name=${output}&graphics=${GRAPHICS}` };
  sources.set(output, settings);
  await until(sources, output, IS_WHOLE);
  let missedMs = Number.NaN;
  const mend = (): void => {
    if (Number.isNaN(missedMs)) missedMs = performance.now();
  };
  const request = async (type: string, data: { readonly inputSettings?: object } = {}) => {
    if (type === 'PressInputPropertiesButton') {
      mend();
      sources.refresh(output);
    }
    if (type === 'SetInputSettings') {
      mend();
      sources.set(output, { ...settings, ...data.inputSettings });
    }
    return { ok: true as const, data: { inputSettings: settings } };
  };
  const watch = new ObsWatch({
    obs: { request } as unknown as WatchOptions['obs'],
    input: output,
    output,
    report: reportOn(game.url, output),
    time: realTime,
    line: () => {},
  });
  await watch.start();
  // It has been seen, and some beats have passed.
  await new Promise((resolve) => setTimeout(resolve, 1_500 + Math.random() * 500));
  const endMs = performance.now();
  await sources.end(output, end);
  while (Number.isNaN(missedMs) && performance.now() - endMs < PATIENCE_MS)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const backMs = await until(sources, output, IS_WHOLE);
  watch.stop();
  await sources.close();
  return { missedMs: missedMs - endMs, backMs: backMs - endMs };
}

/** A bare page loaded anew without its cache, until it has drawn. */
async function bareMs(browser: Browser, bare: Serving): Promise<number> {
  const sources = new BrowserSources(browser);
  sources.set('bare', { ...SIZE, url: bare.url });
  await until(sources, 'bare', IS_DRAWN);
  await sources.value('bare', 'window.bareMs = 0');
  const startMs = performance.now();
  sources.refresh('bare');
  const ms = (await until(sources, 'bare', IS_DRAWN)) - startMs;
  await sources.close();
  return ms;
}

export async function benchHealing(): Promise<Found> {
  const [game, bare] = [await serveGame(), await serveBare()];
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [...CHROMIUM_FLAGS, LITTLE_MEMORY],
  });
  const healed = new Map<End, Healed[]>(ENDS.map((end) => [end, []]));
  const bares: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const end of ENDS) healed.get(end)?.push(await heal(browser, game, end, `${end} ${round}`));
    bares.push(await bareMs(browser, bare));
  }
  await browser.close();
  await Promise.all([game.stop(), bare.stop()]);
  const all = [...healed.values()].flat();
  const most = (of: readonly number[]): number => Math.max(...of) / 1_000;
  const loads = all.map(({ missedMs, backMs }) => backMs - missedMs);
  return {
    title: `A page that ends, in a source of OBS: until it is missed, and back with the whole picture (the worst of ${ROUNDS} each)`,
    rows: [
      ...[...healed].flatMap(([end, found]) => [
        atMost(`${end}: missed after`, most(found.map(({ missedMs }) => missedMs)), 2, ' s'),
        atMost(`${end}: back after`, most(found.map(({ backMs }) => backMs)), 5, ' s'),
      ]),
      told(
        "from its mending to its picture, against a bare page's loading anew",
        median(loads) / median(bares),
      ),
    ],
  };
}
