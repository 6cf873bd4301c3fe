// What is drawn on the real floor, read back from pixels in both renderers, against what each camera truly sees.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { floorDots } from '../../../overlays/floor-dots/graphic.ts';
import type { FloorDotsOptions } from '../../../overlays/floor-dots/view.ts';
import { jerseyPair } from '../../../src/game/jersey.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import type { SampledBody } from '../../../src/time/moment.ts';
import { GANTRIES, seenBy } from '../../kit/floor-cameras.ts';
import { hallCameras, isWellInside } from '../../kit/hall-moments.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aBody, aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const HOME = '#007a33';
const AWAY = '#552583';
const { plate, floor } = HOUSE_THEME.colour;
const fills = jerseyPair(HOME, AWAY, { plate, floor });
const RING_ONLY: Partial<FloorDotsOptions> = { names: 'none', showBall: false };
const NOW_MS = 1_700_000_000_000;
const cameras = hallCameras();
const NAMES = Object.keys(GANTRIES) as (keyof typeof GANTRIES)[];

const players = (prefix: string) =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${prefix}${i}`, aPlayer(`${prefix}${i}`, { number: String(i) })]),
  );
const moment = (bodies: readonly SampledBody[], more: MomentWish = {}) =>
  aMoment({
    atMs: NOW_MS,
    cameras,
    home: { colour: HOME, players: players('h') },
    away: { colour: AWAY, players: players('a') },
    bodies,
    ...more,
  });

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Middle of the box that all opaque pixels of a colour lie in, and how many there are. */
function extent({ data, width }: ImageData, hex: string) {
  const wanted = rgb(hex);
  let count = 0;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let [sumX, sumY] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 255) continue;
    if (!wanted.every((channel, i) => Math.abs(channel - (data[at + i] ?? 0)) <= 6)) continue;
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    count += 1;
    sumX += x + 0.5;
    sumY += y + 0.5;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { count, x: sumX / count, y: sumY / count, width: right - left, height: bottom - top };
}

/** Places all over the floor that a camera sees, with room for a ring. */
const placesIn = (name: keyof typeof GANTRIES) =>
  [-6_500, -2_345.6, 1_000, 6_000].flatMap((xMm) =>
    [-12_000, -4_567.8, 500, 6_543, 12_800].flatMap((yMm) => {
      const seen = seenBy(GANTRIES[name])(xMm, yMm);
      return seen.scale > 0 && isWellInside(seen, 90) ? [{ xMm, yMm, ...seen }] : [];
    }),
  );

describe.each(['webgl', 'canvas'] as const)('in %s', (renderer) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await makeBench({ renderer });
  });
  // What a failed test left there is nobody else's.
  afterEach(() => bench.stage.removeChildren());
  afterAll(() => bench.dispose());

  test.each(NAMES)('a ring lies where the %s camera truly sees the feet, to a pixel', async (camera) => {
    const scene = await benchScene(bench, floorDots, { ...RING_ONLY, camera });
    const places = placesIn(camera);
    expect(places.length).toBeGreaterThan(4);
    for (const { xMm, yMm, x, y } of places) {
      scene.show(moment([aBody('h3', HOME_ID, xMm, yMm)]));
      const region = { x: Math.round(x) - 80, y: Math.round(y) - 80, width: 160, height: 160 };
      const found = extent(bench.picture(null, region), fills.home.fill);
      expect(found.count).toBeGreaterThan(40);
      expect(Math.abs(region.x + found.x - x)).toBeLessThan(1);
      expect(Math.abs(region.y + found.y - y)).toBeLessThan(1);
    }
    scene.dispose();
  });

  test.each(NAMES)(
    'a ring is as wide and as flat as a circle on the floor of the %s camera',
    async (camera) => {
      const scene = await benchScene(bench, floorDots, { ...RING_ONLY, camera });
      const seen = seenBy(GANTRIES[camera]);
      for (const { xMm, yMm, x, y } of placesIn(camera).slice(0, 4)) {
        scene.show(moment([aBody('h3', HOME_ID, xMm, yMm)]));
        const region = { x: Math.round(x) - 80, y: Math.round(y) - 80, width: 160, height: 160 };
        const found = extent(bench.picture(null, region), fills.home.fill);
        // The outer edge of the jersey's colour, 0.484 m from the feet.
        const circle = Array.from({ length: 90 }, (_, i) => {
          const turn = (i / 90) * 2 * Math.PI;
          return seen(xMm + 484 * Math.cos(turn), yMm + 484 * Math.sin(turn));
        });
        const across = Math.max(...circle.map((one) => one.x)) - Math.min(...circle.map((one) => one.x));
        const down = Math.max(...circle.map((one) => one.y)) - Math.min(...circle.map((one) => one.y));
        expect(Math.abs(found.width - across)).toBeLessThan(3);
        expect(Math.abs(found.height - down)).toBeLessThan(3);
      }
      scene.dispose();
    },
  );

  test('who is behind the camera, or out of its picture, is not drawn', async () => {
    const scene = await benchScene(bench, floorDots, { camera: 'corner' });
    scene.show(moment([aBody('h1', HOME_ID, 16_000, 24_000), aBody('h2', HOME_ID, -7_000, -14_000 * 40)]));
    expect(bench.picture().data.every((value) => value === 0)).toBe(true);
    scene.dispose();
  });

  test('only the players of the team that was asked for are drawn, named or not', async () => {
    const scene = await benchScene(bench, floorDots, { ...RING_ONLY, camera: 'main', teams: 'away' });
    scene.show(
      moment([
        aBody('h1', HOME_ID, 0, 4_000),
        aBody('nobody', HOME_ID, 2_000, 6_000),
        aBody('a1', AWAY_ID, -2_000, 8_000),
      ]),
    );
    const picture = bench.picture();
    expect(extent(picture, fills.home.fill).count).toBe(0);
    expect(extent(picture, fills.away.fill).count).toBeGreaterThan(120);
    scene.dispose();
  });

  test('a tag stands upright at the feet and is as large as must be read, near and far', async () => {
    const scene = await benchScene(bench, floorDots, { camera: 'main', names: 'number', showBall: false });
    for (const xMm of [-7_000, 7_000]) {
      scene.show(moment([aBody('h3', HOME_ID, xMm, 5_000)]));
      const { x, y } = seenBy(GANTRIES.main)(xMm, 5_000);
      const below = { x: Math.round(x) - 60, y: Math.round(y) + 12, width: 120, height: 100 };
      const found = extent(bench.picture(null, below), fills.home.fill);
      expect(found.height).toBeGreaterThanOrEqual(24);
      expect(Math.abs(below.x + below.width / 2 - x)).toBeLessThan(1);
    }
    scene.dispose();
  });

  test('hidden, nothing is seen; entered, all is as settled', async () => {
    const scene = await benchScene(bench, floorDots, { camera: 'main', showLines: true, trails: true });
    const now = moment([aBody('h3', HOME_ID, 0, 5_000), aBody('a3', AWAY_ID, 3_000, 8_000)]);
    scene.show(now);
    const settled = bench.picture();
    scene.enter(now, 0);
    expect(bench.picture().data.every((value) => value === 0)).toBe(true);
    scene.enter(now, 5);
    expect(difference(bench.picture(), settled, 2)).toBe(0);
    scene.exit(5);
    expect(bench.picture().data.every((value) => value === 0)).toBe(true);
    scene.dispose();
  });

  test('nothing is made while play goes on', async () => {
    const scene = await benchScene(bench, floorDots, { camera: 'main', trails: true });
    const bodiesAt = (step: number) =>
      Array.from({ length: 10 }, (_, i) =>
        aBody(
          i % 2 ? `a${i}` : `h${i}`,
          i % 2 ? AWAY_ID : HOME_ID,
          i * 900 - 4_000 + step * 60,
          3_000 + i * 700,
        ),
      );
    scene.show(moment(bodiesAt(0)));
    const pictures = vi.spyOn(bench.kit, 'picture');
    const labels = vi.spyOn(bench.kit, 'label');
    for (let step = 1; step < 60; step += 1)
      scene.scene.tick?.(moment(bodiesAt(step), { atMs: NOW_MS + step * 40 }));
    expect(pictures).not.toHaveBeenCalled();
    expect(labels).not.toHaveBeenCalled();
    scene.dispose();
  });

  test('who stands still is not drawn again', async () => {
    const scene = await benchScene(bench, floorDots, { camera: 'main', trails: true });
    const at = (ms: number) =>
      moment([aBody('h3', HOME_ID, 0, 5_000), aBody('a3', AWAY_ID, 3_000, 8_000)], { atMs: NOW_MS + ms });
    scene.show(at(0));
    for (let ms = 40; ms < 2_000; ms += 40) scene.scene.tick?.(at(ms));
    expect(scene.scene.tick?.(at(2_000))).toBe(false);
    scene.dispose();
  });

  test('another camera puts all where that one sees it, at once', async () => {
    const scene = await benchScene(bench, floorDots, { ...RING_ONLY });
    const bodies = [aBody('h3', HOME_ID, 1_000, 5_000)];
    scene.show(moment(bodies));
    const only = cameras.main ? { main: cameras.main } : {};
    scene.update(moment(bodies, { cameras: only, version: 2 }));
    const { x, y } = seenBy(GANTRIES.main)(1_000, 5_000);
    const found = extent(bench.picture(), fills.home.fill);
    expect(Math.hypot(found.x - x, found.y - y)).toBeLessThan(1);
    scene.dispose();
  });
});
