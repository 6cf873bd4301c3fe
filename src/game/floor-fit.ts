// From the operator's points to a camera, or to the reason why no camera can have seen them so.

import { courtOf } from './court.ts';
import { type Crossing, courtCrossings } from './court-crossings.ts';
import { type Fault, fault } from './fault.ts';
import { type FloorCamera, type FloorPoints, PICTURE } from './floor-camera.ts';
import {
  type Homography,
  handedness,
  type Projected,
  project,
  type Sighting,
  solveHomography,
} from './homography.ts';
import { lensError } from './lens.ts';
import { bestSpread } from './spread.ts';

/** No point may lie further than this from where all together put it. Units of the picture: a lens that bends lines bends them by less. */
export const MOST_OFF_PX = 16;
/** Two points nearer than this are one that was given twice. Units of the picture. */
export const SAME_PX = 4;
/** Of the best four points, none may lie nearer than this to the line through two others. Units of the picture. */
export const LEAST_SPREAD_PX = 16;
/** How far from a camera with square pixels a solution may be (lens.ts). */
export const MOST_LENS_ERROR = 0.25;

type Named = Sighting & { readonly number: number; readonly name: string };
type Refusal = { readonly fault: Fault };

const refuse = (where: string, expected: string, found: string): Refusal => ({
  fault: fault('floor-points', where, expected, found),
});

const tell = ({ number, name }: Named): string => `point ${number} (${name})`;
const px = (value: number): string => `${Math.round(value)} px`;

function named({ court, points }: FloorPoints): readonly Named[] {
  const crossings = new Map<string, Crossing>(courtCrossings(courtOf(court)).map((each) => [each.id, each]));
  return points.flatMap(({ at, x, y }, i) => {
    const crossing = crossings.get(at);
    return crossing
      ? [{ x, y, xMm: crossing.xMm, yMm: crossing.yMm, number: i + 1, name: crossing.name }]
      : [];
  });
}

/** What is wrong with the points before anything is solved. */
function wrongPoints(points: readonly Named[]): Refusal | null {
  if (points.length < 4) return refuse('points', 'four or more', String(points.length));
  for (const point of points)
    if (!(point.x >= 0 && point.x <= PICTURE.width && point.y >= 0 && point.y <= PICTURE.height))
      return refuse(tell(point), 'a place in the picture', `${px(point.x)}, ${px(point.y)}`);
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1)) {
      if (a.name === b.name)
        return refuse(tell(b), 'each crossing once', `the crossing of point ${a.number} again`);
      if (Math.hypot(a.x - b.x, a.y - b.y) < SAME_PX)
        return refuse(tell(b), 'points apart from each other', `the place of ${tell(a)}`);
    }
  const spread = bestSpread(points);
  if (spread < LEAST_SPREAD_PX)
    return refuse(
      'points',
      'four points of which no three lie on one line',
      `at best ${px(spread)} off a line`,
    );
  return null;
}

/** What is wrong with a solution as a picture of a floor. */
function wrongCamera(h: Homography, points: readonly Named[]): Refusal | null {
  const spot: Projected = { x: 0, y: 0, depth: 0 };
  const behind = points.find(({ xMm, yMm }) => !(project(h, xMm, yMm, spot).depth > 0));
  if (behind)
    return refuse(
      tell(behind),
      'all points on one side of the horizon',
      'one beyond it: moved or mislabelled?',
    );
  if (handedness(h) > 0)
    return refuse(
      'points',
      'the floor as seen from above',
      'its mirror picture: left and right, or near and far, mixed up?',
    );
  if (lensError(h) > MOST_LENS_ERROR)
    return refuse(
      'points',
      'a floor as a camera can see it',
      'one that none can: a point moved or mislabelled?',
    );
  return null;
}

const offOf = (h: Homography, { x, y, xMm, yMm }: Sighting): number => {
  const spot = project(h, xMm, yMm, { x: 0, y: 0, depth: 0 });
  return Math.hypot(spot.x - x, spot.y - y);
};

const rms = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** The point without which the others agree best, and how far it is from where they put it. With five points any one could be it: then the one that is furthest off. */
function culprit(
  h: Homography,
  points: readonly Named[],
): { readonly point: Named; readonly offPx: number } | null {
  const withoutEach = points.flatMap((point) => {
    const others = points.filter((one) => one !== point);
    const fit = others.length > 4 ? solveHomography(others) : h;
    if (fit === null) return [];
    const offPx = offOf(fit, point);
    return [{ point, offPx, cost: fit === h ? -offPx : rms(others.map((one) => offOf(fit, one))) }];
  });
  return withoutEach.sort((a, b) => a.cost - b.cost)[0] ?? null;
}

function worst(h: Homography, points: readonly Named[], otherwise: Refusal): Refusal {
  const found = culprit(h, points);
  if (!found || !(found.offPx > MOST_OFF_PX)) return otherwise;
  return refuse(
    tell(found.point),
    `at most ${px(MOST_OFF_PX)} from where the others put it`,
    `${px(found.offPx)} off: moved or mislabelled?`,
  );
}

/** The camera that saw those points; or why there is none. Points may come in any order. */
export function fitFloor(given: FloorPoints): { readonly camera: FloorCamera } | Refusal {
  const points = named(given);
  const wrong = wrongPoints(points);
  if (wrong) return wrong;
  const matrix = solveHomography(points);
  if (matrix === null)
    return refuse('points', 'points that fix a camera', 'points on a line, or on the horizon');
  const impossible = wrongCamera(matrix, points);
  // With points to spare the one that is wrong can be named.
  if (impossible) return points.length > 5 ? worst(matrix, points, impossible) : impossible;
  const offPx = points.map((point) => offOf(matrix, point));
  if (Math.max(...offPx) > MOST_OFF_PX)
    return worst(matrix, points, refuse('points', `at most ${px(MOST_OFF_PX)} off`, px(Math.max(...offPx))));
  return { camera: { ...given, matrix: [...matrix], rmsPx: rms(offPx), offPx } };
}
