// The floor at rest, without a graphics card: laid down as it was, and drawn no more often than something moves.
import { afterAll, expect, test } from 'vitest';
import { playerDots } from '../../../overlays/player-dots/graphic.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aBody, aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const NOW_MS = 1_700_000_000_000;
const benches: Bench[] = [];
afterAll(() => {
  for (const bench of benches) bench.dispose();
});

const moment = (atMs: number, more: MomentWish = {}) =>
  aMoment({
    atMs: NOW_MS + atMs,
    home: { players: { h1: aPlayer('h1') } },
    away: { players: { a1: aPlayer('a1') } },
    bodies: [aBody('h1', HOME_ID, 2_000, -6_000), aBody('a1', AWAY_ID, -3_000, 5_000)],
    ...more,
  });

const canvasBench = async (pixelsPerUnit: number) => {
  const bench = await makeBench({ renderer: 'canvas', pixelsPerUnit });
  benches.push(bench);
  return bench;
};

test.each([
  ['1080p', 1, 'left', 'full'],
  ['1080p, one half', 1, 'right', 'half'],
  ['720p', 2 / 3, 'right', 'full'],
  ['720p, one half', 2 / 3, 'centre', 'half'],
] as const)(
  'at rest it looks as it did while the window moved: %s',
  async (_name, perUnit, position, view) => {
    const bench = await canvasBench(perUnit);
    const dots = await benchScene(bench, playerDots, { view, position, trails: false });
    dots.show(moment(0));
    const moved = bench.picture();
    for (const atMs of [16, 33, 50]) dots.scene.tick?.(moment(atMs));
    const rested = bench.picture();
    expect(difference(moved, rested, 3)).toBeLessThan(0.0002);
    expect(difference(moved, rested, 60)).toBe(0);
    dots.dispose();
  },
);

test('it wipes out from rest, and comes back whole', async () => {
  const bench = await canvasBench(1);
  const dots = await benchScene(bench, playerDots, { view: 'full', trails: false });
  dots.show(moment(0));
  dots.scene.tick?.(moment(16));
  const whole = bench.picture();
  dots.exit(0.28);
  expect(bench.picture().data.some((channel) => channel !== 0)).toBe(false);
  dots.enter(moment(1_000), 0.5);
  dots.scene.tick?.(moment(1_016));
  expect(difference(whole, bench.picture(), 3)).toBe(0);
  dots.dispose();
});

test('with everyone standing nothing is drawn, trails or not', async () => {
  const bench = await canvasBench(1);
  const dots = await benchScene(bench, playerDots, { view: 'full', names: 'surname', trails: true });
  dots.show(moment(0));
  for (let atMs = 16; atMs < 2_000; atMs += 16) dots.scene.tick?.(moment(atMs));
  let drawn = 0;
  for (let atMs = 2_000; atMs < 4_000; atMs += 16) if (dots.scene.tick?.(moment(atMs))) drawn += 1;
  expect(drawn).toBe(0);
  dots.dispose();
});
