// What painting leaves behind in ten minutes of a simulated game: bytes of JavaScript for each frame of the screen, and what was made after the first minute.
// Bytes are counted by V8's sampling heap profiler over all that was allocated, collected or not; what hearing the game alone allocates is measured in a second
// run and taken off.
import type { Page } from 'playwright';
import type { Played } from './played.ts';
import { atMost, type Found, told } from './row.ts';
import { serveBare } from './serving.ts';
import { inBrowser } from './watch.ts';

const WARM_MINUTES = 1;
const MINUTES = 10;
const GARBAGE_MINUTES = 1;
/** From one picture to the next, in milliseconds: as a screen shows them; and for what is made, which does not depend on it. */
const TICK_MS = { screen: 1_000 / 60, quick: 100 } as const;
/** The mean distance of two samples, in bytes. */
const SAMPLING = 512;
const PATIENCE = { timeout: 60_000 };

type Site = { readonly selfSize: number; readonly children: readonly Site[] };
const sizeOf = ({ selfSize, children }: Site): number =>
  children.reduce((sum, child) => sum + sizeOf(child), selfSize);

const play = async (tab: Page, minutes: number, tickMs: number, paints = true): Promise<Played> => {
  const played = await tab.evaluate(([long, step, all]) => window.play?.(long, step, all), [
    minutes,
    tickMs,
    paints,
  ] as const);
  if (!played) throw new Error('nothing was played');
  return played;
};

/** Bytes a tick, in a page that has warmed up. */
async function bytesATick(tab: Page, paints: boolean): Promise<number> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.startSampling', {
    samplingInterval: SAMPLING,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  const { ticks } = await play(tab, GARBAGE_MINUTES, TICK_MS.screen, paints);
  const { profile } = await session.send('HeapProfiler.stopSampling');
  return sizeOf(profile.head) / ticks;
}

const opened = <Result>(url: string, task: (tab: Page) => Promise<Result>): Promise<Result> =>
  inBrowser([], async (tab) => {
    await tab.goto(url);
    await tab.waitForFunction(() => window.play !== undefined, null, PATIENCE);
    await play(tab, WARM_MINUTES, TICK_MS.screen);
    return task(tab);
  });

export async function benchGarbage(): Promise<Found> {
  const bare = await serveBare();
  const page = (query: string): string => new URL(`played.html${query}`, bare.url).href;
  try {
    const whole = await opened(page(''), (tab) => bytesATick(tab, true));
    const hearing = await opened(page(''), (tab) => bytesATick(tab, false));
    const bug = await opened(page('?graphics=scorebug'), (tab) => bytesATick(tab, true));
    const { made: canvas } = await opened(page(''), (tab) => play(tab, MINUTES, TICK_MS.quick));
    const { made: webgl } = await opened(page('?renderer=webgl'), (tab) => play(tab, MINUTES, TICK_MS.quick));
    const of = (made: Played['made'], ...kinds: readonly string[]): number =>
      kinds.reduce((sum, kind) => sum + (made[kind] ?? 0), 0);
    const made = (what: string, count: number) =>
      atMost(`${what} made in ${MINUTES} minutes of play`, count, 0, '', 0);
    return {
      title: 'What painting leaves behind: scorebug and player dots, a simulated game',
      rows: [
        atMost('garbage a frame', (whole - hearing) / 1024, 1, ' KiB', 1),
        atMost('garbage a frame, the scorebug alone', (bug - hearing) / 1024, 1, ' KiB', 1),
        told('hearing the game, a frame', hearing / 1024, ' KiB', 1),
        made('WebGL textures', of(webgl, 'createTexture')),
        made('WebGL buffers and programs', of(webgl, 'createBuffer', 'createProgram')),
        made('Pixi textures, 2D canvas', of(canvas, 'texture', 'textureSource')),
        made(
          'Text, Graphics and any other display object',
          Math.max(of(canvas, 'renderable'), of(webgl, 'renderable')),
        ),
        made('canvases, 2D canvas', of(canvas, 'canvas')),
      ],
    };
  } finally {
    await bare.stop();
  }
}
