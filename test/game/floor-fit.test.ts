import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COURTS, courtOf } from '../../src/game/court.ts';
import { CROSSING_IDS, courtCrossings, turnedCrossing } from '../../src/game/court-crossings.ts';
import { type FloorPoint, floorCameraSchema } from '../../src/game/floor-camera.ts';
import { fitFloor, MOST_OFF_PX } from '../../src/game/floor-fit.ts';
import { anyGantry } from '../kit/any-gantry.ts';
import { GANTRIES, pointsOf } from '../kit/floor-cameras.ts';
import { normal, seeded } from '../kit/random.ts';

const MAIN = pointsOf(GANTRIES.main);
const fit = (points: readonly FloorPoint[]) => fitFloor({ court: 'nba', points: [...points] });
const cameraOf = (points: readonly FloorPoint[]) => {
  const found = fit(points);
  if ('fault' in found) throw new Error(JSON.stringify(found.fault));
  return found.camera;
};
const whyNot = (points: readonly FloorPoint[]) => {
  const found = fit(points);
  if ('camera' in found) throw new Error('a camera was found');
  return `${found.fault.where}: ${found.fault.expected}; ${found.fault.found}`;
};
const at = (...ids: readonly FloorPoint['at'][]): FloorPoint[] =>
  ids.map((id) => {
    const point = MAIN.find((one) => one.at === id);
    if (!point) throw new Error(`${id} is not in the picture`);
    return point;
  });
const FOUR = at('corner-right-far', 'elbow-right-near', 'lane-right-near', 'centre-far');

describe('crossings', () => {
  it.each(COURTS)('of a %s court are 24 places inside its lines, each with a name of its own', (name) => {
    const court = courtOf(name);
    const crossings = courtCrossings(court);
    expect(crossings.map(({ id }) => id).sort()).toEqual([...CROSSING_IDS].sort());
    expect(new Set(crossings.map((each) => each.name)).size).toBe(24);
    expect(new Set(crossings.map(({ xMm, yMm }) => `${xMm} ${yMm}`)).size).toBe(24);
    for (const { xMm, yMm } of crossings) {
      expect(Math.abs(xMm)).toBeLessThanOrEqual(court.widthMm / 2);
      expect(Math.abs(yMm)).toBeLessThanOrEqual(court.lengthMm / 2);
    }
  });

  it('turned by half a turn lie opposite, and come back', () => {
    const all = courtCrossings(courtOf('fiba'));
    for (const { id, xMm, yMm } of all) {
      const opposite = all.find((each) => each.id === turnedCrossing(id));
      expect(opposite).toMatchObject({ xMm: -xMm, yMm: yMm === 0 ? 0 : -yMm });
      expect(turnedCrossing(turnedCrossing(id))).toBe(id);
    }
  });
});

describe('points become a camera', () => {
  it.each(Object.entries(GANTRIES))(
    'of the %s camera, each within a thousandth of a pixel',
    (_name, gantry) => {
      const camera = cameraOf(pointsOf(gantry));
      expect(camera.rmsPx).toBeLessThan(1e-3);
      expect(Math.max(...camera.offPx)).toBeLessThan(1e-3);
      expect(floorCameraSchema.parse(camera)).toEqual(camera);
    },
  );

  it('from four of them', () => {
    expect(cameraOf(FOUR).offPx).toHaveLength(4);
  });

  it('that tells how far off each is when they are a little off', () => {
    const random = seeded(4);
    const off = MAIN.map((point) => ({
      ...point,
      x: point.x + normal(random, 1),
      y: point.y + normal(random, 1),
    }));
    const { rmsPx, offPx } = cameraOf(off);
    expect(rmsPx).toBeGreaterThan(0.5);
    expect(rmsPx).toBeLessThan(2);
    expect(Math.max(...offPx)).toBeLessThan(5);
  });

  it('wherever it stands in the hall, when it sees enough', () => {
    fc.assert(
      fc.property(anyGantry, (gantry) => {
        const found = fit(pointsOf(gantry));
        // Too little of the court in the picture is the one reason.
        if ('fault' in found) expect(found.fault.expected).toMatch(/four|apart/);
        else expect(Math.max(...found.camera.offPx)).toBeLessThan(0.01);
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});

describe('points are refused', () => {
  it('when there are fewer than four', () => {
    expect(whyNot(FOUR.slice(0, 3))).toBe('points: four or more; 3');
  });

  it('when three of four lie on one line', () => {
    expect(whyNot(at('lane-right-far', 'lane-right-near', 'corner-right-far', 'centre-far'))).toContain(
      'no three lie on one line',
    );
  });

  it('when all lie on one line', () => {
    expect(whyNot(at('corner-right-far', 'three-right-far', 'lane-right-far', 'lane-right-near'))).toContain(
      'one line',
    );
  });

  it('when a crossing is given twice, and when a place is', () => {
    const [first, ...others] = FOUR;
    if (!first) throw new Error('no point');
    expect(whyNot([...FOUR, { ...first, x: first.x + 50 }])).toContain('the crossing of point 1 again');
    expect(whyNot([...others, first, { ...first, at: 'circle-far' }])).toContain('the place of point');
  });

  it('when one lies outside the picture', () => {
    const out = FOUR.map((point, i) => (i === 2 ? { ...point, x: -30 } : point));
    expect(whyNot(out)).toMatch(/^point 3 .*a place in the picture; -30 px/);
  });

  it('when left and right are mixed up: the floor would be seen in a mirror', () => {
    const mirrored = MAIN.map((point) => ({ ...point, x: 1920 - point.x }));
    expect(whyNot(mirrored)).toContain('mirror');
  });

  it('when two of four are exchanged, whichever they are', () => {
    for (let a = 0; a < 4; a += 1)
      for (let b = a + 1; b < 4; b += 1) {
        const swapped = FOUR.map((point, i) => {
          const other = i === a ? FOUR[b] : i === b ? FOUR[a] : point;
          return { ...point, at: other?.at ?? point.at };
        });
        expect(whyNot(swapped)).toMatch(/horizon|mirror|no camera|none can/);
      }
  });

  it('when the horizon runs between them', () => {
    const flipped = FOUR.map((point) => (point.at === 'centre-far' ? { ...point, x: 1500, y: 1060 } : point));
    expect(whyNot(flipped)).toMatch(/horizon|mirror|none can/);
  });

  it('with the name of the one that was moved, and by how much', () => {
    fc.assert(
      fc.property(fc.nat(MAIN.length - 1), fc.double({ min: 0, max: 6.28, noNaN: true }), (index, turn) => {
        const moved = MAIN.map((point, i) =>
          i === index
            ? { ...point, x: point.x + 84 * Math.cos(turn), y: point.y + 84 * Math.sin(turn) }
            : point,
        );
        const point = moved[index];
        fc.pre(point !== undefined && point.x >= 0 && point.x <= 1920 && point.y >= 0 && point.y <= 1080);
        fc.pre(moved.every((one, i) => i === index || Math.hypot(one.x - point.x, one.y - point.y) > 4));
        expect(whyNot(moved)).toMatch(
          new RegExp(`^point ${index + 1} \\(.*\\): at most ${MOST_OFF_PX} px.*84 px off`),
        );
      }),
      { seed: 22, numRuns: 60 },
    );
  });
});
