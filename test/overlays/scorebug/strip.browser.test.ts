// The strip at rest, and on its way in and out.
import { describe, expect, it } from 'vitest';
import { HEIGHT, PANEL_WIDTH, SCORE_WIDTH, TEAM_WIDTH } from '../../../overlays/scorebug/layout.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { aMoment } from '../../kit/moments.ts';
import { coloursIn, drawnPixels } from '../../kit/pixels.ts';
import { difference } from '../../kit/scene-bench.ts';
import {
  AIR,
  benchBug,
  CLOCK_FIGURES,
  CLOCK_X,
  CORNER,
  ORDINARY,
  SHOT_FIGURES,
  SHOT_X,
  scored,
  WIDEST,
  WIDTH,
} from './bug-bench.ts';

const { colour } = HOUSE_THEME;
const strip = benchBug();

describe('while no feed speaks', () => {
  const dimmed = (more: Parameters<typeof aMoment>[0] = ORDINARY) => ({
    ...aMoment(more),
    stale: { clock: 'dim', shotClock: 'dim', score: 'dim' } as const,
  });

  it('has its figures in the quiet colour alone, and as they were once a feed speaks', () => {
    const before = strip.settled(ORDINARY);
    strip.bug().update(dimmed());
    expect(coloursIn(strip.picture(), SHOT_FIGURES).has(colour.quiet)).toBe(true);
    expect(coloursIn(strip.picture(), SHOT_FIGURES).has(colour.warm)).toBe(false);
    expect(coloursIn(strip.picture(), CLOCK_FIGURES).has(colour.text)).toBe(false);
    strip.bug().update(aMoment(ORDINARY));
    expect(difference(strip.picture(), before)).toBe(0);
  });

  it('does not burn in alarm', () => {
    strip.bug().show(dimmed({ ...ORDINARY, shotClockMs: 3_000 }));
    expect(coloursIn(strip.picture(), SHOT_FIGURES).has(colour.alarm)).toBe(false);
  });
});

describe('on its way in', () => {
  it('is not seen at its first instant, and is within two frames', () => {
    strip.bug().enter(aMoment(ORDINARY), 0);
    expect(drawnPixels(strip.picture())).toBe(0);
    strip.bug().enter(aMoment(ORDINARY), 2 / 60);
    expect(drawnPixels(strip.picture())).toBeGreaterThan(1000);
  });

  it('is between nothing and all at a quarter of a second', () => {
    const all = drawnPixels(strip.settled(ORDINARY));
    strip.bug().enter(aMoment(ORDINARY), 0.25);
    const some = drawnPixels(strip.picture());
    expect(some).toBeGreaterThan(all / 2);
    expect(some).toBeLessThan(all);
  });

  it('ends as the settled picture, within 420 to 620 ms', () => {
    const rest = strip.settled(ORDINARY);
    const motion = strip.bug().enter(aMoment(ORDINARY), 10);
    expect(difference(strip.picture(), rest, 0)).toBe(0);
    expect(motion?.duration()).toBeGreaterThanOrEqual(0.42);
    expect(motion?.duration()).toBeLessThanOrEqual(0.62);
  });

  it('is the same at an instant whatever instants were asked for before', () => {
    strip.bug().enter(aMoment(ORDINARY), 0.15);
    const straight = strip.picture();
    const motion = strip.bug().enter(aMoment(ORDINARY), 0.5);
    motion?.time(0.02, true).time(0.15, true);
    expect(difference(strip.picture(), straight, 0)).toBe(0);
  });

  it('takes a new score without a second motion', () => {
    const motion = strip.bug().enter(aMoment(ORDINARY), 0.1);
    expect(strip.bug().update(aMoment(scored(88, 90)))).toBeNull();
    motion?.progress(1, true);
    const entered = strip.picture();
    expect(difference(entered, strip.settled(scored(88, 90)), 0)).toBe(0);
  });
});

it('is gone at the end of its way out, within 240 to 320 ms', () => {
  strip.bug().show(aMoment(ORDINARY));
  const motion = strip.bug().exit(10);
  expect(drawnPixels(strip.picture())).toBe(0);
  expect(motion?.duration()).toBeGreaterThanOrEqual(0.24);
  expect(motion?.duration()).toBeLessThanOrEqual(0.32);
});

describe('figures', () => {
  it('of the clock leave their neighbours alone when 7:11 becomes 7:10', () => {
    const before = strip.settled({ ...ORDINARY, clockMs: 431_000 });
    const after = strip.settled({ ...ORDINARY, clockMs: 430_000 });
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
    const widest = strip.settled(WIDEST);
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
    strip.bug().show(aMoment(WIDEST));
    const line = { x: CORNER.x, y: CORNER.y + HEIGHT - 20, width: PANEL_WIDTH, height: 16 };
    const details = strip.picture(line);
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
