// Who stands out among the player dots: who has the ball, who is selected, who is hot; and which dot lies over which.
import { expect, test } from 'vitest';
import { playerDots } from '../../../overlays/player-dots/graphic.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aBody } from '../../kit/moments.ts';
import { inTime } from '../../kit/past.ts';
import { benchScene, difference, makeBench } from '../../kit/scene-bench.ts';
import { expected, fills, middle, moment, NOW_MS, near, PANEL, PLAIN, pixel } from './dots-pixels.ts';

test('who leaves the floor lies over neither the panel’s edge nor its head', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  for (const view of ['full', 'half'] as const) {
    const scene = await benchScene(bench, playerDots, { ...PLAIN, view, names: 'number' });
    const inside = aBody('a1', AWAY_ID, 0, 9_000);
    scene.show(moment([inside]));
    const edges = [
      { ...PANEL, height: 40 },
      { ...PANEL, y: PANEL.y + PANEL.height, height: 12 },
      { ...PANEL, x: PANEL.x + PANEL.width, width: 12 },
    ];
    const bare = edges.map((edge) => bench.picture(null, edge));
    let atMs = NOW_MS;
    for (let outMm = 0; outMm < 2_000; outMm += 130) {
      atMs += 16;
      const leaving = [
        aBody('h1', HOME_ID, -7_620 - outMm, 9_000),
        aBody('h2', HOME_ID, 7_620 + outMm, 5_000),
        aBody('h3', HOME_ID, 2_000, 14_326 + outMm),
      ];
      scene.scene.tick?.(moment([inside, ...leaving], { atMs }));
      for (const [i, edge] of edges.entries())
        expect(difference(bare[i] as ImageData, bench.picture(null, edge), 3)).toBe(0);
    }
    scene.dispose();
  }
  bench.dispose();
});

test('who has the ball lies over the others, and else the nearer over the further', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const scene = await benchScene(bench, playerDots, { ...PLAIN, showBall: true });
  const bodies = [aBody('h1', HOME_ID, 0, 0), aBody('a1', AWAY_ID, 600, 0)];
  // Halfway between the two discs' middles, where they overlap.
  const between = expected(300, 0);
  const topmost = (teamId: string | null) => {
    const possession = teamId === null ? null : { teamId, sinceMs: 0 };
    const ball = aBody('ball', null, 100, 700, { zMm: 900 });
    scene.show(moment(bodies, { ball, game: { possession } }));
    return pixel(bench.picture(), between.x, between.y);
  };
  expect(near(topmost(null), fills.away.fill)).toBe(true);
  expect(near(topmost(HOME_ID), fills.home.fill)).toBe(true);
  scene.dispose();
  bench.dispose();
});

test('a ball in hand hides no number, and its holder wears a ring of its colour', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const scene = await benchScene(bench, playerDots, { ...PLAIN, showBall: true, names: 'number' });
  const holder = aBody('h7', HOME_ID, 1_000, 3_000);
  const { x, y } = expected(1_000, 3_000);
  const disc = { x: Math.round(x) - 14, y: Math.round(y) - 14, width: 28, height: 28 };
  scene.show(moment([holder]));
  const alone = bench.picture(null, disc);
  const possession = { teamId: HOME_ID, sinceMs: 0 };
  const ball = aBody('ball', null, 900, 3_100, { zMm: 0 });
  scene.show(moment([holder], { ball, game: { possession } }));
  expect(difference(alone, bench.picture(null, disc), 3)).toBe(0);
  expect(near(pixel(bench.picture(), x, y + 24), '#f58a2a', 10)).toBe(true);
  scene.show(moment([holder], { ball, game: { possession: null } }));
  expect(near(pixel(bench.picture(), x, y + 24), '#f58a2a', 10)).toBe(false);
  scene.dispose();
  bench.dispose();
});

test('who is selected is named, larger and ringed, whatever the others are', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const scene = await benchScene(bench, playerDots, { ...PLAIN, selectedPlayer: 'home 7' });
  const bodies = [aBody('h7', HOME_ID, 1_000, 3_000), aBody('h8', HOME_ID, 1_000, -3_000)];
  scene.show(moment(bodies));
  const picture = bench.picture();
  const [chosen, other] = [expected(1_000, 3_000), expected(1_000, -3_000)];
  const ringAt = ({ x, y }: { x: number; y: number }) => pixel(picture, x - 29, y);
  expect(near(ringAt(chosen), HOUSE_THEME.colour.text, 12)).toBe(true);
  expect(near(ringAt(other), HOUSE_THEME.colour.text, 12)).toBe(false);
  const inkBelow = ({ x, y }: { x: number; y: number }) =>
    middle(bench.picture(null, { x: x - 60, y: y + 28, width: 120, height: 24 }), HOUSE_THEME.colour.text)
      .count;
  expect(inkBelow(chosen)).toBeGreaterThan(40);
  expect(inkBelow(other)).toBe(0);
  scene.dispose();
  bench.dispose();
});

test('a name upon which somebody has just run is not read by halves: it goes', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const scene = await benchScene(bench, playerDots, { ...PLAIN, names: 'surname' });
  const named = expected(0, 0);
  /** Ink to both sides of who stands on the middle of the name. */
  const inkBeside = (atMs: number): number => {
    const comesMs = NOW_MS - 40;
    const momentAt = (ms: number) => ({
      ...moment([aBody('h0', HOME_ID, 0, 0), aBody('a1', AWAY_ID, 1_250, ms < comesMs ? 9_000 : 0)]),
      atMs: ms,
    });
    scene.show(inTime(momentAt, atMs));
    const inkAt = (x: number) =>
      middle(
        bench.picture(null, { x: named.x + x, y: named.y + 20, width: 40, height: 30 }),
        HOUSE_THEME.colour.text,
      ).count;
    return inkAt(-64) + inkAt(24);
  };
  expect(inkBeside(NOW_MS - 1_000)).toBeGreaterThan(20);
  expect(inkBeside(NOW_MS)).toBe(0);
  scene.dispose();
  bench.dispose();
});

test('who is hot wears a flame, and loses it with a miss; his trail goes on', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const scene = await benchScene(bench, playerDots, { view: 'full' });
  const shots = (...made: readonly boolean[]) =>
    Object.fromEntries(
      made.map((each, i) => {
        const id = `s${i}`;
        return [
          id,
          { id, atMs: i, teamId: HOME_ID, playerId: 'h7', made: each, three: false, attributes: [] },
        ];
      }),
    );
  const running = (i: number, ...made: readonly boolean[]) =>
    moment([aBody('h7', HOME_ID, 1_000, 3_000 - 60 * i)], {
      atMs: NOW_MS + 16 * i,
      game: { shots: shots(...made) },
    });
  scene.show(running(0, true, true));
  for (let i = 1; i < 60; i += 1) scene.scene.tick?.(running(i, true, true));
  const about = {
    x: Math.round(expected(1_000, -540).x) - 4,
    y: Math.round(expected(1_000, 0).y) - 30,
    width: 80,
    height: 60,
  };
  const warm = () => middle(bench.picture(null, about), HOUSE_THEME.colour.warm).count;
  expect(warm()).toBe(0);
  const trailBefore = bench.picture(null, { ...about, x: about.x + 40 });
  scene.update(running(59, true, true, true));
  expect(warm()).toBeGreaterThan(25);
  expect(difference(trailBefore, bench.picture(null, { ...about, x: about.x + 40 }), 3)).toBe(0);
  scene.update(running(59, true, true, true, false));
  expect(warm()).toBe(0);
  scene.dispose();
  bench.dispose();
});
