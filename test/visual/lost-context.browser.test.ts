// A context lost at any instant, also twice in a row and during a take, leaves a picture that equals a never-lost twin's once it is back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import type { Taken } from '../../src/stage/appearance.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage, type Stage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { aMoment } from '../kit/moments.ts';
import { drawnPixels } from '../kit/pixels.ts';
import { seeded } from '../kit/random.ts';
import { difference } from '../kit/scene-bench.ts';
import { stagePicture } from '../kit/stage-picture.ts';

const TIMES = 100;
const SEED = 11;
/** By the page's clock, from the return of the context. */
const WITHIN_MS = 500;
const FRAME_MS = 20;
const START_MS = aMoment().atMs;
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

const taken = (sinceMs: number): Taken => ({
  graphic: 'scorebug',
  options: graphics.get('scorebug')?.options.parse({}),
  sinceMs,
  cut: false,
});

let stage: Stage;
let twin: Stage;
let nowMs = START_MS;
let bug: { onAir: Taken | null; leaving: Taken | null } = { onAir: null, leaving: null };

function tick(): void {
  nowMs += FRAME_MS;
  // The clock runs down by itself, and a basket falls every four seconds.
  const score = 50 + Math.floor((nowMs - START_MS) / 4_000);
  const moment = aMoment({
    atMs: nowMs,
    version: Math.floor(nowMs / 100),
    clockMs: 500_000 - (nowMs - START_MS),
    home: { score, scoreChange: { before: score - 1, atMs: nowMs - ((nowMs - START_MS) % 4_000) } },
  });
  for (const each of [stage, twin]) each.tick({ nowMs, moment, layers: { bug } });
}

const run = (ms: number): void => {
  for (let passed = 0; passed < ms; passed += FRAME_MS) tick();
};

const told = (event: string): Promise<unknown> =>
  new Promise((resolve) =>
    stage.canvases[0]?.addEventListener(event, () => setTimeout(resolve), { once: true }),
  );

beforeAll(async () => {
  [stage, twin] = [await open(), await open()];
  for (const each of [stage, twin]) each.prepare(['scorebug']);
  bug = { onAir: taken(nowMs), leaving: null };
  for (let turn = 0; turn < 100 && (turn < 5 || stage.loading || twin.loading); turn += 1) {
    tick();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  run(2_000);
});
afterAll(() => {
  stage.dispose();
  twin.dispose();
});

test(`${TIMES} times, the picture is a never-lost twin's within ${WITHIN_MS} ms of the return`, async () => {
  const random = seeded(SEED);
  const losing = stage.canvases[0]?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
  if (!losing) throw new Error('this browser cannot lose a context');
  const wrong: string[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    // Off and on again, so that some losses fall into a take.
    const isTake = random() < 0.3;
    if (isTake)
      bug = bug.onAir ? { onAir: null, leaving: taken(nowMs) } : { onAir: taken(nowMs), leaving: null };
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
    if (stage.draws === draws) wrong.push(`${time}: not drawn`);
    // What WebGL has drawn is gone from its canvas by now: both draw once more, to be read.
    for (const each of [stage, twin]) each.redraw();
    tick();
    const [a, b] = [stage, twin].map((each) =>
      stagePicture(each).getImageData(0, 0, VIEWPORT.width, VIEWPORT.height),
    );
    if (!a || !b || difference(a, b, 2) > 0 || (bug.onAir !== null && drawnPixels(b) === 0))
      wrong.push(`${time}${isTake ? ', during a take' : ''}`);
  }
  expect(stage.contextsLost).toBeGreaterThanOrEqual(TIMES);
  expect(wrong, `seed ${SEED}`).toEqual([]);
}, 120_000);
