import { describe, expect, it } from 'vitest';
import {
  type FloorSetup,
  nudged,
  readSetup,
  turnedSetup,
  withoutPoint,
  withPoint,
} from '../../src/control/floor-setup.ts';
import { GANTRIES, pointsOf, seenBy } from '../kit/floor-cameras.ts';

const MAIN: FloorSetup = { court: 'nba', points: pointsOf(GANTRIES.main) };
const NONE: FloorSetup = { court: 'nba', points: [] };

describe('a setup', () => {
  it('has a point where it was put, moved and nudged, and never one outside the picture', () => {
    const one = withPoint(NONE, 'centre-far', { x: 500, y: 300 });
    expect(nudged(one, 'centre-far', { x: 1, y: -10 }).points).toEqual([
      { at: 'centre-far', x: 501, y: 290 },
    ]);
    expect(withPoint(one, 'centre-far', { x: -5, y: 2_000 }).points).toEqual([
      { at: 'centre-far', x: 0, y: 1_080 },
    ]);
    expect(nudged(one, 'centre-near', { x: 1, y: 0 })).toBe(one);
    expect(withoutPoint(one, 'centre-far').points).toEqual([]);
  });

  it('keeps the order of its points when one is moved', () => {
    const ids = MAIN.points.map(({ at }) => at);
    expect(nudged(MAIN, ids[3] ?? 'centre-far', { x: 2, y: 0 }).points.map(({ at }) => at)).toEqual(ids);
  });

  it('turned twice is as it was', () => {
    expect(turnedSetup(turnedSetup(MAIN))).toEqual(MAIN);
    expect(turnedSetup(MAIN)).not.toEqual(MAIN);
  });
});

describe('a reading', () => {
  it('says why there is no camera yet', () => {
    expect(readSetup(NONE)).toMatchObject({ camera: null, fault: { expected: 'four or more' }, lines: '' });
  });

  it('numbers points as a refusal names them, and tells how far each is off', () => {
    const { rows, fault, camera } = readSetup(MAIN);
    expect(fault).toBeNull();
    expect(camera).not.toBeNull();
    for (const [index, { at }] of MAIN.points.entries()) {
      const row = rows.find(({ id }) => id === at);
      expect(row?.number).toBe(index + 1);
      expect(row?.offPx).toBeLessThan(0.01);
    }
  });

  it('guesses where the crossings are that were not placed', () => {
    const [first, ...others] = MAIN.points;
    if (!first) throw new Error('no point');
    const row = readSetup({ ...MAIN, points: others }).rows.find(({ id }) => id === first.at);
    expect(row).toMatchObject({ number: null, offPx: null });
    expect(row?.guess?.x).toBeCloseTo(first.x, 2);
    expect(row?.guess?.y).toBeCloseTo(first.y, 2);
  });

  it("draws the court's lines where the camera sees them, and only in its picture", () => {
    const numbers =
      readSetup(MAIN)
        .lines.match(/-?\d+\.\d/g)
        ?.map(Number) ?? [];
    expect(numbers.length).toBeGreaterThan(200);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-65);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(1_985);
    const { x, y } = seenBy(GANTRIES.main)(-7_620, 14_325.6);
    expect(readSetup(MAIN).lines).toContain(`${x.toFixed(1)} ${y.toFixed(1)}`);
  });
});
