// A context lost at any instant, also twice in a row and during a take, leaves a picture of every graphic that equals a never-lost twin's once it is back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { gameClockText } from '../../src/game/clock.ts';
import type { Taken } from '../../src/stage/appearance.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage, type Stage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
import { pastOf } from '../kit/past.ts';
import { waitUntil } from '../kit/patience.ts';
import { drawnPixels } from '../kit/pixels.ts';
import { seeded } from '../kit/random.ts';
import { difference } from '../kit/scene-bench.ts';
import { stagePicture } from '../kit/stage-picture.ts';
import { PICTURE_MS } from '../shots/kept-game.ts';
import { mapTeams, type Played, playedGame } from '../shots/played-game.ts';

/** Each graphic seven times; with those that are lost twice in a row that makes more than a hundred losses. */
const TIMES = 84;
const LOSSES = 100;
const SEED = 11;
/** By the page's clock, from the return of the context. */
const WITHIN_MS = 500;
const FRAME_MS = 40;
const START_MS = PICTURE_MS;
/** Every graphic has its turn, and its turn again. */
const IDS = [...graphics.keys()];
/** Small: what is asked is whether the same is drawn, not how fast. */
const VIEWPORT = { width: 640, height: 360, pixelRatio: 1 } as const;

const open = (): Promise<Stage> =>
  makeStage({
    element: document.body,
    viewport: VIEWPORT,
    renderer: 'webgl-software',
    graphics,
    makeKit: (renderer) => makeStageKit({ theme: HOUSE_THEME, renderer }),
  });

type OnAir = { readonly onAir: Taken | null; readonly leaving: Taken | null };

const taken = (graphic: string, sinceMs: number, cut = false): Taken => ({
  graphic,
  options: graphics.get(graphic)?.options.parse({}),
  sinceMs,
  cut,
});
const layerOf = (id: string): string => graphics.get(id)?.layer ?? '';

let stage: Stage;
let twin: Stage;
let played: Played;
/** Everyone walked before, too: else there is nobody to be seen a while after the kept game's end. */
const past = pastOf((atMs) => ({ ...played.moment, bodies: walkedAt(atMs) }));
let nowMs = START_MS;
let id = IDS[0] ?? '';
let shown: OnAir = { onAir: null, leaving: null };

function walkedAt(atMs: number): SampledBody[] {
  const walk = 400 * Math.sin((atMs - START_MS) / 900);
  return played.moment.bodies.map((body) => ({ ...body, xMm: body.xMm + walk }));
}

/** The kept game going on: its clock runs down, everyone walks, and a basket falls every four seconds. */
function momentNow({ moment }: Played): Moment {
  const passedMs = nowMs - START_MS;
  const baskets = Math.floor(passedMs / 4_000);
  const game = mapTeams(moment.game, (team, index) => {
    if (index > 0 || baskets === 0) return team;
    const score = (team.score ?? 0) + baskets;
    return { ...team, score, scoreChange: { before: score - 1, atMs: START_MS + baskets * 4_000 } };
  });
  const remainingMs = Math.max(0, 500_000 - passedMs);
  const clock = { remainingMs, running: true, text: gameClockText(moment.rules, remainingMs) };
  const version = 1 + Math.floor(passedMs / 100);
  return { ...moment, atMs: nowMs, version, game, bodies: walkedAt(nowMs), clock, past };
}

function tick(): void {
  nowMs += FRAME_MS;
  const moment = momentNow(played);
  for (const each of [stage, twin]) each.tick({ nowMs, moment, layers: { [layerOf(id)]: shown } });
}

const run = (ms: number): void => {
  for (let passed = 0; passed < ms; passed += FRAME_MS) tick();
};

/** The next graphic stands where another was, by a cut. */
function turnTo(next: string): void {
  id = next;
  shown = { onAir: taken(next, nowMs, true), leaving: null };
  run(2 * FRAME_MS);
}

const told = (event: string): Promise<unknown> =>
  new Promise((resolve) =>
    stage.canvases[0]?.addEventListener(event, () => setTimeout(resolve), { once: true }),
  );

beforeAll(async () => {
  played = await playedGame();
  [stage, twin] = [await open(), await open()];
  for (const each of [stage, twin]) each.prepare(IDS);
  const areReady = (): boolean => [stage, twin].every((each) => IDS.every((one) => each.isPrepared(one)));
  // A tick finds what has been loaded since the last.
  await waitUntil(() => {
    tick();
    return areReady();
  });
});
afterAll(() => {
  stage.dispose();
  twin.dispose();
});

test(`${TIMES} times over all graphics, the picture is a never-lost twin's within ${WITHIN_MS} ms of the return`, async () => {
  const random = seeded(SEED);
  const losing = stage.canvases[0]?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
  if (!losing) throw new Error('this browser cannot lose a context');
  const wrong: string[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    turnTo(IDS[time % IDS.length] ?? '');
    // Some losses fall into a way in or out.
    const isTake = random() < 0.4;
    if (isTake && random() < 0.5) shown = { onAir: null, leaving: taken(id, nowMs) };
    else if (isTake) {
      shown = { onAir: null, leaving: null };
      run(2 * FRAME_MS);
      shown = { onAir: taken(id, nowMs), leaving: null };
    }
    run(Math.floor(random() * 600));
    for (let twice = random() < 0.3 ? 2 : 1; twice > 0; twice -= 1) {
      const lost = told('webglcontextlost');
      losing.loseContext();
      await lost;
      run(Math.floor(random() * 300));
      const back = told('webglcontextrestored');
      losing.restoreContext();
      await back;
    }
    const { draws } = stage;
    run(WITHIN_MS);
    if (stage.draws === draws) wrong.push(`${time}, ${id}: not drawn`);
    // What WebGL has drawn is gone from its canvas by now: both draw once more, to be read.
    for (const each of [stage, twin]) each.redraw();
    tick();
    const [a, b] = [stage, twin].map((each) =>
      stagePicture(each).getImageData(0, 0, VIEWPORT.width, VIEWPORT.height),
    );
    if (!a || !b || difference(a, b, 2) > 0 || (shown.onAir !== null && drawnPixels(b) === 0))
      wrong.push(`${time}, ${id}${isTake ? ', during a take' : ''}`);
  }
  expect(stage.contextsLost).toBeGreaterThanOrEqual(LOSSES);
  expect(wrong, `seed ${SEED}`).toEqual([]);
}, 400_000);
