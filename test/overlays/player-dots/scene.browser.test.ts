// What the player dots paint, read back from pixels in both renderers.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { playerDots } from '../../../overlays/player-dots/graphic.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aBody } from '../../kit/moments.ts';
import { inTime } from '../../kit/past.ts';
import { seeded } from '../../kit/random.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';
import { expected, FLOOR, fills, middle, moment, NOW_MS, near, PANEL, PLAIN, pixel } from './dots-pixels.ts';

describe.each(['webgl', 'canvas'] as const)('in %s', (renderer) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await makeBench({ renderer });
  });
  afterAll(() => bench.dispose());

  test.each([
    [0, 0],
    [-7_000, -13_900],
    [6_543, 12_321],
    [2_345.6, -4_567.8],
    [-3_210, 9_876],
  ])('a dot stands where its body is, to a pixel: %d, %d', async (xMm, yMm) => {
    const scene = await benchScene(bench, playerDots, PLAIN);
    scene.show(moment([aBody('h3', HOME_ID, xMm, yMm)]));
    const around = expected(xMm, yMm);
    const region = { x: Math.round(around.x) - 40, y: Math.round(around.y) - 40, width: 80, height: 80 };
    const found = middle(bench.picture(null, region), fills.home.fill);
    expect(found.count).toBeGreaterThan(400);
    expect(Math.abs(region.x + found.x - around.x)).toBeLessThan(1);
    expect(Math.abs(region.y + found.y - around.y)).toBeLessThan(1);
    scene.dispose();
  });

  test('fifteen bodies are fifteen dots, each in its own colour', async () => {
    const scene = await benchScene(bench, playerDots, PLAIN);
    const bodies = Array.from({ length: 15 }, (_, i) =>
      aBody(
        i % 2 ? `a${i}` : `h${i}`,
        i % 2 ? AWAY_ID : HOME_ID,
        (i % 3) * 4_000 - 4_000,
        i * 1_600 - 11_000,
      ),
    );
    scene.show(moment(bodies));
    const picture = bench.picture();
    for (const { teamId, xMm, yMm } of bodies) {
      const { x, y } = expected(xMm, yMm);
      expect(near(pixel(picture, x, y), teamId === HOME_ID ? fills.home.fill : fills.away.fill)).toBe(true);
    }
    scene.dispose();
  });

  test('the order in which bodies are told changes nothing', async () => {
    const scene = await benchScene(bench, playerDots, { view: 'full', trails: false });
    const bodies = ['h0', 'h1', 'a0', 'a1'].map((id, i) =>
      aBody(id, id.startsWith('h') ? HOME_ID : AWAY_ID, 900 * i, 2_000 * i),
    );
    scene.show(moment(bodies));
    const before = bench.picture(null, PANEL);
    scene.scene.tick?.(moment([...bodies].reverse(), { atMs: NOW_MS + 16 }));
    expect(difference(before, bench.picture(null, PANEL), 0)).toBe(0);
    scene.dispose();
  });

  test('a lost body fades where it was, and is gone', async () => {
    const scene = await benchScene(bench, playerDots, PLAIN);
    const place = expected(1_000, -6_000);
    const others = aBody('a1', AWAY_ID, -5_000, 5_000);
    const shown = (presence: number) => {
      scene.scene.tick?.(moment([aBody('h3', HOME_ID, 1_000, -6_000, { presence }), others]));
      return pixel(bench.picture(), place.x, place.y);
    };
    scene.show(moment([others]));
    const empty = pixel(bench.picture(), place.x, place.y);
    scene.show(moment([aBody('h3', HOME_ID, 1_000, -6_000), others]));
    const [full, half] = [shown(1), shown(0.5)];
    scene.scene.tick?.(moment([others]));
    const gone = pixel(bench.picture(), place.x, place.y);
    expect(near(full, fills.home.fill)).toBe(true);
    expect(gone).toEqual(empty);
    for (let i = 0; i < 3; i += 1)
      expect(Math.abs((half[i] ?? 0) - ((full[i] ?? 0) + (gone[i] ?? 0)) / 2)).toBeLessThanOrEqual(4);
    scene.dispose();
  });

  test('the ball is drawn above its place by its height', async () => {
    const scene = await benchScene(bench, playerDots, { ...PLAIN, showBall: true });
    const ballAt = (zMm: number) => {
      scene.show(
        moment([aBody('h1', HOME_ID, -6_000, -9_000)], { ball: aBody('ball', null, 2_000, 4_000, { zMm }) }),
      );
      return middle(bench.picture(null, FLOOR), '#f58a2a');
    };
    const [low, high] = [ballAt(0), ballAt(4_000)];
    const along = PANEL.width / 31_251.2;
    const across = FLOOR.height / 17_840;
    expect(low.y - high.y).toBeGreaterThan(4_000 * Math.sqrt(along * along - across * across) - 2);
    expect(Math.abs(low.x - high.x)).toBeLessThan(1);
    expect(high.count).toBeGreaterThan(1.5 * low.count);
    scene.dispose();
  });

  test('nothing is painted while nobody’s place is known, and the floor comes with the first', async () => {
    const scene = await benchScene(bench, playerDots, PLAIN);
    scene.show(moment([]));
    expect(pixel(bench.picture(), 600, 600)[3]).toBe(0);
    scene.scene.tick?.(moment([aBody('h1', HOME_ID, 0, 0)], { atMs: NOW_MS + 5_000 }));
    expect(pixel(bench.picture(), 600, 700)[3]).toBe(255);
    scene.dispose();
  });

  test('a short silence leaves the floor where it is', async () => {
    const scene = await benchScene(bench, playerDots, PLAIN);
    const seen = (atMs: number) => moment(atMs > NOW_MS ? [] : [aBody('h1', HOME_ID, 0, 0)], { atMs });
    scene.show(inTime(seen, NOW_MS));
    const at = (ms: number) => {
      scene.scene.tick?.(inTime(seen, NOW_MS + ms));
      return pixel(bench.picture(), 600, 480)[3];
    };
    expect(at(900)).toBe(255);
    expect(at(1_800)).toBe(255);
    expect(at(3_100)).toBe(0);
    scene.dispose();
  });

  test('it wipes in from nothing to the settled picture, and out to nothing', async () => {
    const scene = await benchScene(bench, playerDots, PLAIN);
    const now = moment([aBody('h1', HOME_ID, 0, 0), aBody('a1', AWAY_ID, 2_000, 3_000)]);
    const alpha = () => pixel(bench.picture(), PANEL.x + PANEL.width - 20, 600)[3];
    const entering = scene.enter(now, 0);
    expect(alpha()).toBe(0);
    expect(pixel(bench.picture(), PANEL.x + 2, 600)[3]).toBe(0);
    scene.enter(now, 0.05);
    expect(pixel(bench.picture(), PANEL.x + 2, 600)[3]).toBe(255);
    scene.enter(now, entering?.duration() ?? 0);
    const entered = bench.picture(null, PANEL);
    scene.show(now);
    expect(difference(entered, bench.picture(null, PANEL), 2)).toBe(0);
    const leaving = scene.exit(0);
    expect(leaving?.duration()).toBeLessThanOrEqual(0.32);
    scene.exit(leaving?.duration() ?? 0);
    expect(bench.picture(null, PANEL).data.every((channel) => channel === 0)).toBe(true);
    scene.dispose();
  });
});

test('a tick makes no canvas and no child once everyone is known', async () => {
  const bench = await makeBench();
  const scene = await benchScene(bench, playerDots, { names: 'surname' });
  const random = seeded(5);
  const crowd = () =>
    Array.from({ length: 18 }, (_, i) =>
      aBody(
        `${i % 2 ? 'a' : 'h'}${i}`,
        i % 2 ? AWAY_ID : HOME_ID,
        random() * 14_000 - 7_000,
        random() * 26_000 - 13_000,
      ),
    );
  scene.show(moment(crowd(), { ball: aBody('ball', null, 0, 0) }));
  bench.picture(null, { x: 0, y: 0, width: 8, height: 8 });
  const count = (container: { children: readonly { children: readonly never[] }[] }): number =>
    container.children.reduce((sum, child) => sum + 1 + count(child as never), 0);
  const before = count(scene.scene.view as never);
  const create = vi.spyOn(document, 'createElement');
  for (let i = 1; i <= 200; i += 1)
    scene.scene.tick?.(
      moment(crowd(), { atMs: NOW_MS + 16 * i, ball: aBody('ball', null, 0, i, { zMm: 9 * i }) }),
    );
  expect(create).not.toHaveBeenCalled();
  expect(count(scene.scene.view as never)).toBe(before);
  create.mockRestore();
  scene.dispose();
  bench.dispose();
});

test('a tick in which nobody moves changes nothing', async () => {
  const bench = await makeBench();
  const scene = await benchScene(bench, playerDots, { view: 'full' });
  const bodies = [aBody('h1', HOME_ID, 0, 0), aBody('a1', AWAY_ID, 0, 900)];
  const ball = aBody('ball', null, 300, 0);
  scene.show(moment(bodies, { ball }));
  const tick = (ms: number, more = bodies) => scene.scene.tick?.(moment(more, { atMs: NOW_MS + ms, ball }));
  expect(tick(16)).toBe(false);
  expect(tick(33, [aBody('h1', HOME_ID, 40, 0), aBody('a1', AWAY_ID, 0, 900)])).toBe('flocks');
  scene.dispose();
  bench.dispose();
});

test('a body that no roster names is drawn in its team’s colour, a stranger’s in grey', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const scene = await benchScene(bench, playerDots, PLAIN);
  scene.show(moment([aBody('x9', AWAY_ID, 0, 5_000), aBody('ref', null, 0, -5_000)]));
  const picture = bench.picture();
  const [named, stranger] = [expected(0, 5_000), expected(0, -5_000)];
  expect(near(pixel(picture, named.x, named.y), fills.away.fill)).toBe(true);
  expect(near(pixel(picture, stranger.x, stranger.y), HOUSE_THEME.colour.raised)).toBe(true);
  scene.dispose();
  bench.dispose();
});

test('both renderers paint alike', async () => {
  const pictures: ImageData[] = [];
  for (const renderer of ['webgl', 'canvas'] as const) {
    const bench = await makeBench({ renderer });
    const scene = await benchScene(bench, playerDots, { names: 'surname', view: 'half' });
    const at = (i: number) =>
      moment(
        Array.from({ length: 10 }, (_, k) =>
          aBody(
            `${k % 2 ? 'a' : 'h'}${k}`,
            k % 2 ? AWAY_ID : HOME_ID,
            1_300 * k - 6_000,
            11_000 - 900 * k + 60 * i,
          ),
        ),
        { atMs: NOW_MS + i * 16, ball: aBody('ball', null, 1_000, 8_000 + 90 * i, { zMm: 2_000 }) },
      );
    scene.show(at(0));
    for (let i = 1; i < 60; i += 1) scene.scene.tick?.(at(i));
    pictures.push(bench.picture(null, PANEL));
    scene.dispose();
    bench.dispose();
  }
  expect(difference(pictures[0] as ImageData, pictures[1] as ImageData, 40)).toBeLessThan(0.004);
});

test('no name is drawn beyond the panel', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const scene = await benchScene(bench, playerDots, { view: 'full', names: 'surname', trails: false });
  const edge = (PANEL.width / 2 - 40) * (31_251.2 / PANEL.width);
  const bodies = [
    aBody('h0', HOME_ID, 0, -edge),
    aBody('h1', HOME_ID, 500, edge),
    aBody('h2', HOME_ID, 7_700, 0),
  ];
  scene.show(moment(bodies));
  const painted = bench.picture();
  for (let y = 0; y < painted.height; y += 1)
    for (let x = 0; x < painted.width; x += 1) {
      const inside = x >= PANEL.x && x < PANEL.x + PANEL.width && y >= PANEL.y && y < PANEL.y + PANEL.height;
      if (!inside && (painted.data[(y * painted.width + x) * 4 + 3] ?? 0) > 0)
        throw new Error(`ink at ${x}, ${y}`);
    }
  scene.dispose();
  bench.dispose();
});
