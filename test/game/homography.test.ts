import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courtOf } from '../../src/game/court.ts';
import { courtCrossings } from '../../src/game/court-crossings.ts';
import {
  type Homography,
  handedness,
  jacobianAt,
  project,
  type Sighting,
  solveHomography,
} from '../../src/game/homography.ts';
import { bestSpread } from '../../src/game/spread.ts';
import { anyGantry } from '../kit/any-gantry.ts';
import { pointsOf, seenBy } from '../kit/floor-cameras.ts';
import { normal, seeded } from '../kit/random.ts';
import type { Gantry } from '../shots/camera.ts';

const CROSSINGS = new Map(courtCrossings(courtOf('nba')).map((each) => [each.id, each]));

function sightingsOf(gantry: Gantry): Sighting[] {
  return pointsOf(gantry).flatMap(({ at, x, y }) => {
    const crossing = CROSSINGS.get(at);
    return crossing ? [{ x, y, xMm: crossing.xMm, yMm: crossing.yMm }] : [];
  });
}

/** Cameras that see enough of the court to be solved. */
const usefulGantry = anyGantry.filter((gantry) => bestSpread(sightingsOf(gantry)) > 40);

const spot = { x: 0, y: 0, depth: 0 };
const offOf = (h: Homography, { x, y, xMm, yMm }: Sighting) => {
  project(h, xMm, yMm, spot);
  return Math.hypot(spot.x - x, spot.y - y);
};
const solved = (sightings: readonly Sighting[]): Homography => {
  const h = solveHomography(sightings);
  if (h === null) throw new Error('not solved');
  return h;
};

describe('a homography', () => {
  it('puts every place of the floor where the camera sees it', () => {
    fc.assert(
      fc.property(usefulGantry, (gantry) => {
        const h = solved(sightingsOf(gantry));
        const truth = seenBy(gantry);
        for (const [xMm, yMm] of [
          [0, 0],
          [5_000, 9_000],
          [-7_000, -12_000],
        ] as const) {
          const { x, y, scale } = truth(xMm, yMm);
          if (scale < 5) continue;
          expect(offOf(h, { x, y, xMm, yMm })).toBeLessThan(1e-4 * Math.max(1, Math.hypot(x, y) / 1_000));
        }
      }),
      { seed: 11 },
    );
  });

  it('has depths in front of the camera and looks at the floor from above', () => {
    fc.assert(
      fc.property(usefulGantry, (gantry) => {
        const sightings = sightingsOf(gantry);
        const h = solved(sightings);
        expect(handedness(h)).toBeLessThan(0);
        for (const { xMm, yMm } of sightings) expect(project(h, xMm, yMm, spot).depth).toBeGreaterThan(0);
      }),
      { seed: 12 },
    );
  });

  it('of points that are a pixel off is off by about as much', () => {
    fc.assert(
      fc.property(usefulGantry, fc.integer(), (gantry, seed) => {
        const random = seeded(seed);
        const sightings = sightingsOf(gantry).map((one) => ({
          ...one,
          x: one.x + normal(random, 1),
          y: one.y + normal(random, 1),
        }));
        fc.pre(sightings.length >= 6);
        const h = solved(sightings);
        const rms = Math.sqrt(sightings.reduce((sum, one) => sum + offOf(h, one) ** 2, 0) / sightings.length);
        // Two coordinates of deviation 1 a point, less what eight free numbers take up.
        expect(rms).toBeLessThan(2.6);
        expect(rms).toBeGreaterThan(0.05);
      }),
      { seed: 13 },
    );
  });

  it('does not hang on the order of its points', () => {
    fc.assert(
      fc.property(usefulGantry, fc.integer(), (gantry, seed) => {
        const random = seeded(seed);
        const sightings = sightingsOf(gantry).map((one) => ({ ...one, x: one.x + normal(random, 0.5) }));
        const shuffled = sightings
          .map((one) => ({ one, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [a, b] = [solved(sightings), solved(shuffled)];
        for (const { xMm, yMm } of sightings) {
          const seen = project(a, xMm, yMm, { x: 0, y: 0, depth: 0 });
          expect(offOf(b, { x: seen.x, y: seen.y, xMm, yMm })).toBeLessThan(1e-3);
        }
      }),
      { seed: 14 },
    );
  });

  it('tells small steps in the picture from small steps on the floor', () => {
    fc.assert(
      fc.property(usefulGantry, (gantry) => {
        const h = solved(sightingsOf(gantry));
        const [here, there] = [
          { x: 0, y: 0, depth: 0 },
          { x: 0, y: 0, depth: 0 },
        ];
        project(h, 1_000, 2_000, here);
        const step = jacobianAt(h, here, { xx: 0, xy: 0, yx: 0, yy: 0 });
        project(h, 1_001, 1_999, there);
        expect(there.x - here.x).toBeCloseTo(step.xx - step.xy, 3);
        expect(there.y - here.y).toBeCloseTo(step.yx - step.yy, 3);
      }),
      { seed: 15 },
    );
  });

  it('is not found from three points, nor from points on one line', () => {
    const four = sightingsOf({ from: { x: 27, y: 0, z: 10 }, at: { x: 0, y: 0, z: 0 }, focal: 1_500 });
    expect(solveHomography(four.slice(0, 3))).toBeNull();
    expect(bestSpread(four.filter(({ yMm }) => yMm === 0))).toBe(0);
  });
});
