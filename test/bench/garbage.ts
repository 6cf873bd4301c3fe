// What painting leaves behind in a simulated game: bytes of JavaScript for each picture, beside a bare Pixi page, and what is made in ten minutes of play after
// the first. Bytes are exact: V8's heap before and after some seconds of play, in a browser whose young generation holds all of that, so that nothing is
// collected in between. Hearing the game is no part of it: a run that hears and does not paint is taken off, and what asking for a Moment leaves is put back,
// by a run that asks twice.
import type { CDPSession, Page } from 'playwright';
import { median } from './figures.ts';
import type { Doing, Played } from './played.ts';
import { atMost, type Found, told } from './row.ts';
import { serveBare } from './serving.ts';
import { inBrowser } from './watch.ts';

/** Numbers are garbage until V8 knows a function well: of what is called ten times a second that takes minutes. A game lasts hours. */
const WARM_MINUTES = { bytes: 6, made: 1 } as const;
const MINUTES = 10;
/** So much is played between two readings of the heap, and so often; a reading that a collection spoilt does not reach the median. */
const STRETCH_MINUTES = 1 / 12;
const STRETCHES = 5;
/** From one picture to the next, in milliseconds: as a screen shows them; and for what is made, which depends neither on that nor on the frame's size. */
const TICK_MS = { screen: 1_000 / 60, quick: 400 } as const;
const FRAME = { screen: { width: 1920, height: 1080 }, quick: { width: 480, height: 270 } } as const;
const PATIENCE = { timeout: 240_000 };
const NO_COLLECTION = '--js-flags=--min-semi-space-size=128 --max-semi-space-size=128';

const play = async (tab: Page, minutes: number, tickMs: number, doing: Doing = 'paint'): Promise<Played> => {
  const played = await tab.evaluate(([long, step, how]) => window.play?.(long, step, how), [
    minutes,
    tickMs,
    doing,
  ] as const);
  if (!played) throw new Error('nothing was played');
  return played;
};

/** Bytes a picture, the median of some stretches. `stretch` gives how many pictures it drew. */
async function bytesEach(session: CDPSession, stretch: () => Promise<number>): Promise<number> {
  const used = async (): Promise<number> => (await session.send('Runtime.getHeapUsage')).usedSize;
  const all: number[] = [];
  for (let i = 0; i < STRETCHES; i += 1) {
    const before = await used();
    const pictures = await stretch();
    all.push(((await used()) - before) / pictures);
  }
  return median(all);
}

const opened = <Result>(
  url: string,
  frame: keyof typeof FRAME,
  task: (tab: Page) => Promise<Result>,
): Promise<Result> =>
  inBrowser([NO_COLLECTION], async (tab) => {
    await tab.setViewportSize(FRAME[frame]);
    // The game is simulated while the page loads.
    await tab.goto(url, { waitUntil: 'commit' });
    await tab.waitForFunction(() => window.play ?? window.drawBare, null, PATIENCE);
    return task(tab);
  });

/** Bytes a picture of a stage, asking included, hearing not; and of hearing alone. */
const paintingAt = (
  url: string,
): Promise<{ readonly paint: number; readonly ask: number; readonly hear: number }> =>
  opened(url, 'screen', async (tab) => {
    await play(tab, WARM_MINUTES.bytes, TICK_MS.screen);
    const session = await tab.context().newCDPSession(tab);
    const of = (doing: Doing): Promise<number> =>
      bytesEach(session, async () => (await play(tab, STRETCH_MINUTES, TICK_MS.screen, doing)).ticks);
    const paint = await of('paint');
    const hear = await of('hear');
    const ask = (await of('ask twice')) - hear;
    return { paint: paint - hear + ask, ask, hear: hear - ask };
  });

/** The same of the bare page. */
const bareAt = (url: string): Promise<number> =>
  opened(url, 'screen', async (tab) => {
    const draw = async (pictures: number): Promise<number> => {
      await tab.evaluate(([count, tickMs]) => window.drawBare?.(count, tickMs), [
        pictures,
        TICK_MS.screen,
      ] as const);
      return pictures;
    };
    await draw((WARM_MINUTES.bytes * 60_000) / TICK_MS.screen);
    const session = await tab.context().newCDPSession(tab);
    return bytesEach(session, () => draw((STRETCH_MINUTES * 60_000) / TICK_MS.screen));
  });

const madeAt = (url: string): Promise<Played> =>
  opened(url, 'quick', async (tab) => {
    await play(tab, WARM_MINUTES.made, TICK_MS.quick);
    return play(tab, MINUTES, TICK_MS.quick);
  });

const KIB = 1_024;

export async function benchGarbage(): Promise<Found> {
  const bare = await serveBare();
  const page = (query: string): string => new URL(`played.html${query}`, bare.url).href;
  try {
    const whole = await paintingAt(page(''));
    const bug = await paintingAt(page('?graphics=scorebug'));
    const floor = await bareAt(`${bare.url}?renderer=canvas&by-hand`);
    const { made: canvas } = await madeAt(page(''));
    const { made: webgl, mostDrawCalls } = await madeAt(page('?renderer=webgl'));
    const of = (made: Played['made'], ...kinds: readonly string[]): number =>
      kinds.reduce((sum, kind) => sum + (made[kind] ?? 0), 0);
    const made = (what: string, count: number) =>
      atMost(`${what} made in ${MINUTES} minutes of play`, count, 0, '', 0);
    return {
      title: 'What painting leaves behind: scorebug and player dots, a simulated game',
      rows: [
        atMost(
          `garbage a frame, 2D canvas, after ${WARM_MINUTES.bytes} minutes`,
          whole.paint / KIB,
          1,
          ' KiB',
          1,
        ),
        told('of that, asking for the Moment', whole.ask / KIB, ' KiB', 1),
        told('the scorebug alone', bug.paint / KIB, ' KiB', 1),
        told('a bare Pixi page of 11 sprites and 12 bitmap texts', floor / KIB, ' KiB', 1),
        told('hearing the game, a frame, not counted above', whole.hear / KIB, ' KiB', 1),
        told('WebGL draw calls of a picture, at most', mostDrawCalls, '', 0),
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
