import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scorebug } from '../../overlays/scorebug/graphic.ts';
import {
  CLOCK_WIDTH,
  cornerOf,
  HEIGHT,
  PANEL_WIDTH,
  SCORE_WIDTH,
  SHOT_WIDTH,
  TAB_HEIGHT,
  TEAM_WIDTH,
} from '../../overlays/scorebug/layout.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { AWAY_ID, HOME_ID } from '../kit/messages.ts';
import { aMoment, aPlayer, type MomentWish } from '../kit/moments.ts';
import { coloursIn, drawnPixels } from '../kit/pixels.ts';
import { type Bench, benchScene, difference, makeBench, type Region } from '../kit/scene-bench.ts';

const { colour } = HOUSE_THEME;
const WIDTH = TEAM_WIDTH * 2 + CLOCK_WIDTH + SHOT_WIDTH;
const CORNER = cornerOf(HOUSE_THEME, 'bottom-centre', true);
/** The strip with some air about it, so that what leaves it is seen. */
const AIR = 16;
const AROUND: Region = {
  x: CORNER.x - AIR,
  y: CORNER.y - AIR,
  width: WIDTH + AIR * 2,
  height: HEIGHT + AIR * 2,
};
const CLOCK_X = TEAM_WIDTH * 2;
const SHOT_X = CLOCK_X + CLOCK_WIDTH;

const ORDINARY: MomentWish = { home: { fouls: 4, timeouts: 3 }, away: { fouls: 5, timeouts: 5 } };
const WIDEST: MomentWish = {
  home: { score: 188, fouls: 12, timeouts: 7, code: 'WWWW' },
  away: { score: 188, fouls: 12, timeouts: 7, code: 'MMMM' },
  game: { period: 'OT4', arrow: AWAY_ID },
  rules: 'ncaa-men',
  clockMs: 600_000,
  shotClockMs: 4_800,
};
const scored = (before: number, score: number): MomentWish => ({
  ...ORDINARY,
  home: { ...ORDINARY.home, score, scoreChange: { before, atMs: aMoment().atMs } },
});

let bench: Bench;
let bug: Awaited<ReturnType<typeof benchScene>>;
beforeAll(async () => {
  bench = await makeBench();
});
afterAll(() => bench.dispose());
beforeEach(async () => {
  bug = await benchScene(bench, scorebug);
});
afterEach(() => bug.dispose());

const picture = (): ImageData => bench.picture(null, AROUND);
const settled = (wish: MomentWish): ImageData => {
  bug.show(aMoment(wish));
  return picture();
};

/** Within the picture. */
const SHOT_FIGURES: Region = { x: SHOT_X + AIR, y: AIR, width: SHOT_WIDTH, height: HEIGHT };
const CLOCK_FIGURES: Region = { x: CLOCK_X + AIR, y: AIR, width: CLOCK_WIDTH, height: HEIGHT };

describe('while no feed speaks', () => {
  const dimmed = (more: Parameters<typeof aMoment>[0] = ORDINARY) => ({
    ...aMoment(more),
    stale: { clock: 'dim', shotClock: 'dim', score: 'dim' } as const,
  });

  it('has its figures in the quiet colour alone, and as they were once a feed speaks', () => {
    const before = settled(ORDINARY);
    bug.update(dimmed());
    expect(coloursIn(picture(), SHOT_FIGURES).has(colour.quiet)).toBe(true);
    expect(coloursIn(picture(), SHOT_FIGURES).has(colour.warm)).toBe(false);
    expect(coloursIn(picture(), CLOCK_FIGURES).has(colour.text)).toBe(false);
    bug.update(aMoment(ORDINARY));
    expect(difference(picture(), before)).toBe(0);
  });

  it('does not burn in alarm', () => {
    bug.show(dimmed({ ...ORDINARY, shotClockMs: 3_000 }));
    expect(coloursIn(picture(), SHOT_FIGURES).has(colour.alarm)).toBe(false);
  });
});

describe('on its way in', () => {
  it('is not seen at its first instant, and is within two frames', () => {
    bug.enter(aMoment(ORDINARY), 0);
    expect(drawnPixels(picture())).toBe(0);
    bug.enter(aMoment(ORDINARY), 2 / 60);
    expect(drawnPixels(picture())).toBeGreaterThan(1000);
  });

  it('is between nothing and all at a quarter of a second', () => {
    const all = drawnPixels(settled(ORDINARY));
    bug.enter(aMoment(ORDINARY), 0.25);
    const some = drawnPixels(picture());
    expect(some).toBeGreaterThan(all / 2);
    expect(some).toBeLessThan(all);
  });

  it('ends as the settled picture, within 420 to 620 ms', () => {
    const rest = settled(ORDINARY);
    const motion = bug.enter(aMoment(ORDINARY), 10);
    expect(difference(picture(), rest, 0)).toBe(0);
    expect(motion?.duration()).toBeGreaterThanOrEqual(0.42);
    expect(motion?.duration()).toBeLessThanOrEqual(0.62);
  });

  it('is the same at an instant whatever instants were asked for before', () => {
    bug.enter(aMoment(ORDINARY), 0.15);
    const straight = picture();
    const motion = bug.enter(aMoment(ORDINARY), 0.5);
    motion?.time(0.02, true).time(0.15, true);
    expect(difference(picture(), straight, 0)).toBe(0);
  });

  it('takes a new score without a second motion', () => {
    const motion = bug.enter(aMoment(ORDINARY), 0.1);
    expect(bug.update(aMoment(scored(88, 90)))).toBeNull();
    motion?.progress(1, true);
    const entered = picture();
    expect(difference(entered, settled(scored(88, 90)), 0)).toBe(0);
  });
});

describe('a new score', () => {
  it('lights its cell in the colour of the team and settles within 900 ms', () => {
    bug.show(aMoment(ORDINARY));
    const motion = bug.update(aMoment(scored(88, 90)), 0.15);
    const corner = { x: AIR + TEAM_WIDTH + PANEL_WIDTH + 2, y: AIR + 2, width: 4, height: 4 };
    expect([...coloursIn(picture(), corner)]).toEqual(['#007a33']);
    expect(motion?.duration()).toBeCloseTo(0.9);
    motion?.progress(1, true);
    const rolled = picture();
    expect(difference(rolled, settled(scored(88, 90)), 0)).toBe(0);
  });

  it('stays inside the strip while it rolls', () => {
    bug.show(aMoment(ORDINARY));
    for (const seconds of [0.02, 0.05, 0.1]) {
      bug.update(aMoment(scored(88, 90)), seconds);
      const around = picture();
      const above = coloursIn(around, { x: 0, y: 0, width: AROUND.width, height: AIR });
      const below = coloursIn(around, { x: 0, y: AIR + HEIGHT, width: AROUND.width, height: AIR });
      expect([...above, ...below]).toEqual(['#000000', '#000000']);
      bug.show(aMoment(ORDINARY));
    }
  });

  it('finishes the one before it', () => {
    bug.show(aMoment(ORDINARY));
    bug.update(aMoment(scored(88, 90)), 0.1);
    const motion = bug.update(aMoment(scored(90, 93)), 0.1);
    motion?.progress(1, true);
    expect(difference(picture(), settled(scored(90, 93)), 0)).toBe(0);
  });

  it('goes on rolling while the clock ticks', () => {
    bug.show(aMoment(ORDINARY));
    const motion = bug.update(aMoment(scored(88, 90)), 0.1);
    expect(bug.update(aMoment({ ...scored(88, 90), clockMs: 426_000 }))).toBeNull();
    expect(motion?.time()).toBeCloseTo(0.1);
    const corner = { x: AIR + TEAM_WIDTH + PANEL_WIDTH + 2, y: AIR + 2, width: 4, height: 4 };
    expect([...coloursIn(picture(), corner)]).toEqual(['#007a33']);
  });

  it("of one team leaves the other's roll alone", () => {
    bug.show(aMoment(ORDINARY));
    const home = bug.update(aMoment(scored(88, 90)), 0.05);
    const away = { ...ORDINARY.away, score: 93, scoreChange: { before: 91, atMs: aMoment().atMs } };
    const both = { ...scored(88, 90), away };
    bug.update(aMoment(both), 0.05);
    home?.time(0.1, true);
    const around = picture();
    for (const team of [0, TEAM_WIDTH]) {
      const corner = { x: AIR + team + PANEL_WIDTH + 2, y: AIR + 2, width: 1, height: 1 };
      expect([...coloursIn(around, corner)]).not.toEqual([colour.raised]);
    }
    expect(coloursIn(around, { x: 0, y: 0, width: AROUND.width, height: AIR }).size).toBe(1);
  });

  it('of both teams at one instant rolls in both cells, as one motion', () => {
    const away = { ...ORDINARY.away, score: 93, scoreChange: { before: 91, atMs: aMoment().atMs } };
    bug.show(aMoment(ORDINARY));
    const motion = bug.update(aMoment({ ...scored(88, 90), away }), 0.15);
    const around = picture();
    for (const team of [0, TEAM_WIDTH]) {
      const corner = { x: AIR + team + PANEL_WIDTH + 2, y: AIR + 2, width: 1, height: 1 };
      expect([...coloursIn(around, corner)]).not.toEqual([colour.raised]);
    }
    motion?.progress(1, true);
    const rolled = picture();
    expect(difference(rolled, settled({ ...scored(88, 90), away }), 0)).toBe(0);
  });

  it('that is corrected while it rolls is put out, and ends as the corrected one', () => {
    bug.show(aMoment(ORDINARY));
    const rolling = bug.update(aMoment(scored(88, 90)), 0.05);
    const quiet = bug.update(aMoment(scored(90, 88)), 0);
    for (const motion of [rolling, quiet]) motion?.progress(1, true);
    const corrected = picture();
    expect(difference(corrected, settled(scored(90, 88)), 0)).toBe(0);
  });

  it('that corrects an older one is there at once, without motion', () => {
    bug.show(aMoment(scored(88, 90)));
    expect(bug.update(aMoment(scored(90, 88)))).toBeNull();
    const corrected = picture();
    expect(difference(corrected, settled(scored(90, 88)), 0)).toBe(0);
  });
});

describe('the tab', () => {
  const ABOVE: Region = { ...AROUND, y: CORNER.y - TAB_HEIGHT - AIR, height: HEIGHT + TAB_HEIGHT + AIR * 2 };
  const players = {
    7: aPlayer('7', { number: '23', lastName: 'Alvarez', line: { points: 14 } }),
    8: aPlayer('8', { number: '00', lastName: 'Caldwell-Pope', line: { points: 58 } }),
  };
  const basket = (teamId: string, playerId: string): MomentWish => ({
    home: { ...ORDINARY.home, players },
    away: { ...ORDINARY.away, players },
    game: {
      plays: [
        {
          id: `${teamId} ${playerId}`,
          classification: 'TWO_POINT_MAKE',
          teamId,
          playerId,
          atMs: aMoment().atMs,
        },
      ],
    },
  });
  const none: MomentWish = { ...basket(HOME_ID, '7'), game: { plays: [] } };
  const ofHome = basket(HOME_ID, '7');
  const ofAway = basket(AWAY_ID, '8');
  const around = (): ImageData => bench.picture(null, ABOVE);
  const settledTab = (wish: MomentWish): ImageData => {
    bug.show(aMoment(wish));
    return around();
  };
  /** How far a tab stands out of a team's block, in units: drawn rows in a column of the air above it. */
  const height = (image: ImageData, teamX: number): number => {
    let rows = 0;
    for (let y = 0; y < TAB_HEIGHT + AIR; y += 1)
      if (image.data[(y * image.width + AIR + teamX + 120) * 4 + 3] === 255) rows += 1;
    return rows;
  };

  it('slides out in 420 ms and back in 280, and ends as the settled picture', () => {
    const [out, back] = [settledTab(ofHome), settledTab(none)];
    const sliding = bug.update(aMoment(ofHome), 10);
    expect(sliding?.duration()).toBeCloseTo(0.42);
    expect(difference(around(), out, 0)).toBe(0);
    const leaving = bug.update(aMoment(none), 10);
    expect(leaving?.duration()).toBeCloseTo(0.28);
    expect(difference(around(), back, 0)).toBe(0);
  });

  it('comes out from behind the strip, further at each instant', () => {
    bug.show(aMoment(none));
    const motion = bug.update(aMoment(ofHome), 0);
    const heights = [0, 0.02, 0.05, 0.1, 0.42].map((seconds) => {
      motion?.time(seconds, true);
      return height(around(), TEAM_WIDTH);
    });
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(5);
    expect([heights[0], heights[4]]).toEqual([0, TAB_HEIGHT]);
  });

  it('of one team slides back while that of the other slides out, and leaves nothing', () => {
    const settledAway = settledTab(ofAway);
    bug.show(aMoment(ofHome));
    const motion = bug.update(aMoment(ofAway), 0.2);
    const between = around();
    expect(height(between, TEAM_WIDTH)).toBeGreaterThan(0);
    expect(height(between, TEAM_WIDTH)).toBeLessThan(TAB_HEIGHT);
    expect(height(between, 0)).toBeGreaterThan(0);
    motion?.progress(1, true);
    expect(difference(around(), settledAway, 0)).toBe(0);
  });

  it('that is interrupted goes on from where it is, without a jump or a leftover', () => {
    const settledHome = settledTab(ofHome);
    bug.show(aMoment(none));
    const first = bug.update(aMoment(ofHome), 0.03);
    const before = around();
    const second = bug.update(aMoment(ofAway), 0);
    expect(height(around(), TEAM_WIDTH)).toBe(height(before, TEAM_WIDTH));
    second?.time(0.15, true);
    const third = bug.update(aMoment(ofHome), 0);
    for (const motion of [first, second, third]) motion?.progress(1, true);
    expect(difference(around(), settledHome, 0)).toBe(0);
    bug.update(aMoment(none), 10);
    expect(height(around(), TEAM_WIDTH) + height(around(), 0)).toBe(0);
  });

  it('changes its figure where it is', () => {
    const players15 = { 7: aPlayer('7', { number: '23', lastName: 'Alvarez', line: { points: 15 } }) };
    const changed: MomentWish = { ...ofHome, home: { ...ORDINARY.home, players: players15 } };
    const wanted = settledTab(changed);
    bug.show(aMoment(ofHome));
    expect(bug.update(aMoment(changed))).toBeNull();
    expect(difference(around(), wanted, 0)).toBe(0);
  });

  it('comes and goes with the strip, within its time', () => {
    const rest = settledTab(ofHome);
    const motion = bug.enter(aMoment(ofHome), 0);
    expect(drawnPixels(around())).toBe(0);
    motion?.progress(1, true);
    expect(difference(around(), rest, 0)).toBe(0);
    expect(motion?.duration()).toBeLessThanOrEqual(0.62);
    const leaving = bug.exit(10);
    expect(drawnPixels(around())).toBe(0);
    expect(leaving?.duration()).toBeLessThanOrEqual(0.32);
  });

  it('keeps its widest words clear of its figure and of its edges', () => {
    const widest = settledTab(basket(AWAY_ID, '8'));
    const line = { y: AIR + 4, height: TAB_HEIGHT - 8 };
    const plain = (x: number) => coloursIn(widest, { ...line, x: AIR + x, width: 1 }).size === 1;
    const drawn = Array.from({ length: TEAM_WIDTH - 8 }, (_, x) => x + 8).filter((x) => !plain(x));
    expect(drawn[0]).toBeGreaterThanOrEqual(16);
    expect(drawn.at(-1)).toBeLessThanOrEqual(TEAM_WIDTH - 14);
    const gaps = drawn.map((x, index) => x - (drawn[index - 1] ?? x)).filter((gap) => gap >= 7);
    expect(gaps.length).toBeGreaterThanOrEqual(2);
  });

  it('of the strip at the top comes out below it', async () => {
    bug.show(aMoment(none));
    const top = await benchScene(bench, scorebug, { position: 'top-left' });
    top.show(aMoment(ofHome));
    const corner = cornerOf(HOUSE_THEME, 'top-left', true);
    const strip = { x: corner.x, width: WIDTH };
    const above = bench.picture(null, { ...strip, y: corner.y - TAB_HEIGHT, height: TAB_HEIGHT });
    const below = bench.picture(null, { ...strip, y: corner.y + HEIGHT, height: TAB_HEIGHT });
    expect([drawnPixels(above), drawnPixels(below)]).toEqual([0, TEAM_WIDTH * TAB_HEIGHT]);
    top.dispose();
  });
});

it('is gone at the end of its way out, within 240 to 320 ms', () => {
  bug.show(aMoment(ORDINARY));
  const motion = bug.exit(10);
  expect(drawnPixels(picture())).toBe(0);
  expect(motion?.duration()).toBeGreaterThanOrEqual(0.24);
  expect(motion?.duration()).toBeLessThanOrEqual(0.32);
});

describe('figures', () => {
  it('of the clock leave their neighbours alone when 7:11 becomes 7:10', () => {
    const before = settled({ ...ORDINARY, clockMs: 431_000 });
    const after = settled({ ...ORDINARY, clockMs: 430_000 });
    const last = { from: AIR + SHOT_X - 44, to: AIR + SHOT_X };
    let moved = 0;
    for (let index = 0; index < before.data.length; index += 4) {
      const x = (index / 4) % before.width;
      const same = [0, 1, 2, 3].every(
        (channel) => before.data[index + channel] === after.data[index + channel],
      );
      if (!same && (x < last.from || x >= last.to)) moved += 1;
    }
    expect(difference(before, after)).toBeGreaterThan(0);
    expect(moved).toBe(0);
  });

  it('at their widest stay clear of the edges of their cells', () => {
    const widest = settled(WIDEST);
    const edge = (x: number, height = HEIGHT) =>
      [...coloursIn(widest, { x: AIR + x, y: AIR, width: 3, height })] as string[];
    for (const team of [0, TEAM_WIDTH]) {
      expect(edge(team + PANEL_WIDTH)).toEqual([colour.raised]);
      expect(edge(team + PANEL_WIDTH + SCORE_WIDTH - 3)).toEqual([colour.raised]);
    }
    expect(edge(CLOCK_X)).toEqual([colour.plate]);
    expect(edge(CLOCK_X + 72)).toEqual([colour.plate]);
    expect(edge(SHOT_X - 3)).toEqual([colour.plate]);
    expect(edge(SHOT_X)).toEqual([colour.alarm]);
    expect(edge(WIDTH - 3)).toEqual([colour.alarm]);
  });

  it('of fouls, bonus and timeouts stand apart at their widest', () => {
    bug.show(aMoment(WIDEST));
    const line = { x: CORNER.x, y: CORNER.y + HEIGHT - 20, width: PANEL_WIDTH, height: 16 };
    const details = bench.picture(null, line);
    const plain = (x: number) => coloursIn(details, { x, y: 0, width: 1, height: line.height }).size === 1;
    let gap = 0;
    let wideGaps = 0;
    for (let x = 16; x < PANEL_WIDTH - 16; x += 1) {
      gap = plain(x) ? gap + 1 : 0;
      if (gap === 6) wideGaps += 1;
    }
    expect(wideGaps).toBeGreaterThanOrEqual(2);
  });
});

it('is drawn alike by both renderers with its tab, at rest and while one follows another', async () => {
  const players = { 7: aPlayer('7', { number: '23', lastName: 'Alvarez', line: { points: 14 } }) };
  const basket = (teamId: string): MomentWish => ({
    home: { ...ORDINARY.home, players },
    away: { ...ORDINARY.away, players },
    game: {
      plays: [{ id: 'b', classification: 'TWO_POINT_MAKE', teamId, playerId: '7', atMs: aMoment().atMs }],
    },
  });
  const region = { ...AROUND, y: AROUND.y - TAB_HEIGHT, height: AROUND.height + TAB_HEIGHT };
  const canvas = await makeBench({ renderer: 'canvas' });
  const other = await benchScene(canvas, scorebug);
  for (const seconds of [0, 0.05, 0.2, 10]) {
    for (const scene of [bug, other]) {
      scene.show(aMoment(basket(HOME_ID)));
      scene.update(aMoment(basket(AWAY_ID)), seconds);
    }
    const pictures = [bench.picture(null, region), canvas.picture(null, region)] as const;
    expect(difference(...pictures, 40), String(seconds)).toBeLessThan(0.006);
  }
  canvas.dispose();
});

it('is drawn alike by both renderers, at rest and while a score rolls', async () => {
  const canvas = await makeBench({ renderer: 'canvas' });
  const other = await benchScene(canvas, scorebug);
  for (const wish of [ORDINARY, WIDEST]) {
    other.show(aMoment(wish));
    expect(difference(settled(wish), canvas.picture(null, AROUND), 40)).toBeLessThan(0.002);
  }
  for (const seconds of [0.03, 0.12, 0.4]) {
    for (const scene of [bug, other]) {
      scene.show(aMoment(ORDINARY));
      scene.update(aMoment(scored(88, 90)), seconds);
    }
    expect(difference(picture(), canvas.picture(null, AROUND), 40)).toBeLessThan(0.004);
  }
  canvas.dispose();
});

it('is the same layout at 720 lines and at 2160', async () => {
  const reference = settled(WIDEST);
  for (const pixelsPerUnit of [2 / 3, 2]) {
    const scaled = await makeBench({ pixelsPerUnit });
    const other = await benchScene(scaled, scorebug);
    other.show(aMoment(WIDEST));
    const big = scaled.picture(null, AROUND);
    const small = document.createElement('canvas');
    small.width = reference.width;
    small.height = reference.height;
    const context = small.getContext('2d', { willReadFrequently: true });
    const bitmap = await createImageBitmap(big, {
      resizeWidth: small.width,
      resizeHeight: small.height,
      resizeQuality: 'high',
    });
    context?.drawImage(bitmap, 0, 0);
    const resized = context?.getImageData(0, 0, small.width, small.height);
    expect(resized && difference(resized, reference, 100), String(pixelsPerUnit)).toBeLessThan(0.02);
    scaled.dispose();
  }
});
