// What a graphic shows for a while goes when its time is over, also while nothing is heard and no clock runs.
import { afterEach, expect, it } from 'vitest';
import type { Graphic } from '../../src/stage/graphic.ts';
import { blockGraphic, settledX, UPDATE_S } from './block-graphic.ts';
import { makeRig, type Rig, START_MS } from './stage-rig.ts';

const NEWS_MS = 2_000;

/** A block that stands one step on while the news is fresh. */
function newsGraphic(picked: number[]): Graphic {
  const block = blockGraphic();
  return {
    ...block,
    pick({ atMs }) {
      picked.push(atMs - START_MS);
      return { step: atMs < START_MS + NEWS_MS ? 1 : 0 };
    },
    untilMs: ({ atMs }) => (atMs < START_MS + NEWS_MS ? START_MS + NEWS_MS : Number.POSITIVE_INFINITY),
  };
}

let rig: Rig | null = null;
afterEach(() => rig?.dispose());

const run = (fromMs: number, toMs: number): void => {
  const by = fromMs < toMs ? 100 : -100;
  for (let atMs = fromMs; by > 0 ? atMs <= toMs : atMs >= toMs; atMs += by) rig?.tick(atMs, { version: 1 });
};

it('is picked again at the instant it named, and moves from there', async () => {
  const picked: number[] = [];
  rig = await makeRig([newsGraphic(picked)]);
  run(0, NEWS_MS - 100);
  expect(picked).toEqual([0]);
  expect(rig.edge()).toBe(settledX(1));
  run(NEWS_MS, NEWS_MS + UPDATE_S * 1_000);
  expect(picked).toEqual([0, NEWS_MS]);
  expect(rig.edge()).toBe(settledX(0));
});

it('draws nothing while it waits for that instant, nor after it', async () => {
  rig = await makeRig([newsGraphic([])]);
  run(0, 1_200);
  const before = rig.stage.draws;
  run(1_300, NEWS_MS - 100);
  expect(rig.stage.draws).toBe(before);
  run(NEWS_MS, 3_000);
  const after = rig.stage.draws;
  run(3_100, 6_000);
  expect(rig.stage.draws).toBe(after);
});

it('is picked again where the instant has gone back', async () => {
  const picked: number[] = [];
  rig = await makeRig([newsGraphic(picked)]);
  run(NEWS_MS + 500, NEWS_MS + 500);
  expect(rig.edge()).toBe(settledX(0));
  run(NEWS_MS + 400, NEWS_MS - 500);
  expect(rig.edge()).toBe(settledX(1));
});
