// What is drawn hangs on what was told and on the instant: a page that was there, one that came late, one that jumps about, and a film have the same pixels.
import { afterEach, expect, test, vi } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { makeSimulator } from '../../src/feeds/simulator/simulator.ts';
import type { Message } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { Film } from '../../src/hosts/film/film.ts';
import { readAddress } from '../../src/hosts/output/address.ts';
import { firstHistoryMs, Playback } from '../../src/hosts/output/playback.ts';
import { emptyLayer, emptyShow, type Show } from '../../src/show/show.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage, type Stage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { noLook } from '../../src/wire/look.ts';
import { packFrame, unpackFrame } from '../../src/wire/wire.ts';
import { hallCameras } from '../kit/hall-moments.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { snapshot } from '../kit/snapshot.ts';
import { stagePicture } from '../kit/stage-picture.ts';

const SIZE = { width: 640, height: 360 } as const;
const LASTS_MS = 46_000;
const BEAT_MS = 20;
/** Where a page plays that is sure to have heard all of it. */
const DELAY_MS = 2_000;
/** By then all that a picture hangs on has been told. */
const FROM_MS = 20_000;
const TICK_MS = 40;
/** After the start: two on end, and others that lie apart. */
const INSTANTS_MS = [20_040, 21_000, 21_040, 24_360, 27_720, 31_080, 33_000, 36_440, 39_800, 43_160];

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type Game = { readonly startMs: number; readonly messages: readonly Message[] };

/** What a relay says of a simulated game: places as fine as the wire has them. */
async function play(rateHz: number): Promise<Game> {
  const time = makeManualTime();
  const startMs = time.now();
  const messages: Message[] = [];
  const feed = makeSimulator({ time, rules: 'nba', seed: 12, startAt: 'midgame', rateHz });
  feed.start({
    words: () => {},
    message: (said) => {
      const message: Message = { ...said, seq: messages.length + 1 };
      messages.push(message.kind === 'frame' ? unpackFrame(packFrame(message)) : message);
    },
    status: () => {},
    fault: () => {},
  });
  for (let ms = 0; ms < LASTS_MS; ms += BEAT_MS) time.advance(BEAT_MS);
  await feed.stop();
  return { startMs, messages };
}

function showOf(graphic: string, options: object, startMs: number): Show {
  const { layer = 'floor', options: schema } = graphics.get(graphic) ?? {};
  if (!schema) throw new Error(`no graphic ${graphic}`);
  const onAir = { graphic, options: Object.assign({}, schema.parse(options)), sinceMs: startMs, cut: true };
  const layers: Show['layers'] = { ...emptyShow.layers };
  layers[layer] = { ...emptyLayer, program: onAir };
  return { ...emptyShow, cameras: hallCameras(), layers };
}

async function stageOf(): Promise<Stage> {
  const stage = await makeStage({
    element: document.body,
    viewport: { ...SIZE, pixelRatio: 1 },
    renderer: 'canvas',
    graphics,
    makeKit: (renderer) => makeStageKit({ theme: HOUSE_THEME, renderer }),
  });
  closing.push(() => stage.dispose());
  return stage;
}

/** The pixels of a file, as text: files of the same pixels need not be the same. */
async function pixelsOf(url: string): Promise<string> {
  const { width, height } = SIZE;
  const bitmap = await createImageBitmap(await (await fetch(url)).blob());
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  const { data } = context?.getImageData(0, 0, width, height) ?? { data: new Uint8ClampedArray() };
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', data))].join(' ');
}

/** A page's picture. */
const pictureOf = (stage: Stage): Promise<string> =>
  pixelsOf((stagePicture(stage).canvas as HTMLCanvasElement).toDataURL('image/png'));

/** A film's picture. */
const filmedOf = async (film: Film): Promise<string> => pixelsOf(`data:image/png;base64,${await film.png()}`);

/** A page that hears all of a game, and what it hears up to an instant of its clock. */
function pageOf({ messages }: Game, show: Show, startMs: number) {
  const playback = new Playback(readAddress(`?delay=${DELAY_MS}`), graphics);
  playback.hear(snapshot({ show }), startMs);
  let heard = 0;
  return {
    playback,
    hear(nowMs: number): void {
      for (let next = messages[heard]; next && next.heardMs <= nowMs; next = messages[heard]) {
        if (next.kind === 'frame') playback.hear({ type: 'frame', frame: packFrame(next) }, nowMs);
        else playback.hear({ type: 'facts', facts: [next] }, nowMs);
        heard += 1;
      }
    },
  };
}

/** Draws an instant; waits for scenes that are not there yet. */
async function draw(stage: Stage, playback: Playback, nowMs: number, settled = false): Promise<void> {
  const tick = (): boolean => {
    const shown = playback.at(nowMs);
    if (shown) stage.tick({ ...shown, settled });
    return shown !== null && !stage.loading;
  };
  if (!tick()) await vi.waitUntil(tick, { timeout: 40_000 });
}

/** The pictures of one who was there all the time. */
async function there(game: Game, show: Show): Promise<readonly string[]> {
  const { startMs } = game;
  const page = pageOf(game, show, startMs);
  const stage = await stageOf();
  const pictures: string[] = [];
  for (let ms = FROM_MS - 2_000; pictures.length < INSTANTS_MS.length; ms += TICK_MS) {
    const nowMs = startMs + ms + DELAY_MS;
    page.hear(nowMs);
    await draw(stage, page.playback, nowMs);
    if (INSTANTS_MS.includes(ms)) pictures.push(await pictureOf(stage));
  }
  return pictures;
}

/** The picture of one who comes at an instant, and is told as much as he asks for. */
async function late({ startMs, messages }: Game, show: Show, atMs: number): Promise<string> {
  const nowMs = startMs + atMs + DELAY_MS;
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  for (const message of messages) if (message.heardMs <= nowMs) timeline.push(message);
  const address = readAddress(`?delay=${DELAY_MS}`);
  const playback = new Playback(address, graphics);
  const { game, facts, frames } = timeline.history(nowMs - firstHistoryMs(address));
  playback.hear(snapshot({ show, game, facts, frames: frames.map(packFrame) }), nowMs);
  const stage = await stageOf();
  await draw(stage, playback, nowMs, true);
  return pictureOf(stage);
}

/** A film's pictures of these instants, one jump after the other. */
async function filmed({ startMs, messages }: Game, show: Show): Promise<readonly string[]> {
  const film = new Film({ rules: 'nba', ...SIZE, theme: null, output: null });
  closing.push(() => film.dispose());
  const pictures: string[] = [];
  let heard = 0;
  for (const ms of INSTANTS_MS) {
    const news = messages.slice(heard).filter(({ heardMs }) => heardMs <= startMs + ms + DELAY_MS);
    heard += news.length;
    const first = pictures.length === 0 ? { show, look: noLook } : {};
    await film.tick(startMs + ms, { messages: news, ...first });
    pictures.push(await filmedOf(film));
  }
  expect(film.faults).toEqual([]);
  return pictures;
}

test.each([
  ['player dots with their names, and a camera that follows', 25, 'player-dots', { names: 'surname' }],
  ['player dots of a feed at 5 Hz', 5, 'player-dots', { view: 'half', selectedPlayer: 'home 7' }],
  ['player dots on the whole floor, without trails', 25, 'player-dots', { view: 'full', trails: false }],
  ['players on the real floor', 25, 'floor-dots', { trails: true, names: 'surname', showLines: true }],
  ['the shot chart on the real floor', 25, 'floor-chart', {}],
])(
  '%s: the same pixels, whoever looks',
  async (_what, rateHz, graphic, options) => {
    const game = await play(rateHz);
    const show = showOf(graphic, options, game.startMs);
    const pictures = await there(game, show);
    expect(new Set(pictures).size).toBeGreaterThan(graphic === 'floor-chart' ? 0 : 8);
    const film = await filmed(game, show);
    expect(film.map((one, nth) => one === pictures[nth])).toEqual(INSTANTS_MS.map(() => true));
    for (const nth of [0, 4, 9])
      expect([nth, (await late(game, show, INSTANTS_MS[nth] as number)) === pictures[nth]]).toEqual([
        nth,
        true,
      ]);
  },
  240_000,
);
