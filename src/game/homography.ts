// How a camera that stands still sees a plane: a 3 x 3 matrix from places on the floor to places in its picture, and how it is found from pairs of both.
import { leastEigenvector, solvePositive } from './symmetric.ts';

/**
 * Nine numbers, row by row, from millimetres of the court to units of the picture. Its scale is such that the third row gives a depth: positive in front of the
 * camera, 1 in the middle of the places that it was found from.
 */
export type Homography = readonly number[];

/** A place in the picture, in units: x to the right, y down. */
export type PicturePlace = { readonly x: number; readonly y: number };

/** A place on the floor and where the picture shows it. */
export type Sighting = PicturePlace & { readonly xMm: number; readonly yMm: number };

/** A projected place. `depth` is positive in front of the camera; elsewhere `x` and `y` mean nothing. */
export type Projected = { x: number; y: number; depth: number };

const cell = (h: Homography, index: number): number => h[index] ?? 0;

/** Puts a floor's place into `into`, and returns it. Allocates nothing. */
export function project(h: Homography, xMm: number, yMm: number, into: Projected): Projected {
  const depth = cell(h, 6) * xMm + cell(h, 7) * yMm + cell(h, 8);
  into.depth = depth;
  into.x = (cell(h, 0) * xMm + cell(h, 1) * yMm + cell(h, 2)) / depth;
  into.y = (cell(h, 3) * xMm + cell(h, 4) * yMm + cell(h, 5)) / depth;
  return into;
}

/** What a small step on the floor does in the picture: units a millimetre. `xx` is the picture's x for a step along the floor's x, `yx` its y for the same. */
export type Jacobian = { xx: number; xy: number; yx: number; yy: number };

/** The Jacobian at a place that was projected to `seen`, put into `into`. Allocates nothing. */
export function jacobianAt(h: Homography, { x, y, depth }: Projected, into: Jacobian): Jacobian {
  into.xx = (cell(h, 0) - x * cell(h, 6)) / depth;
  into.xy = (cell(h, 1) - x * cell(h, 7)) / depth;
  into.yx = (cell(h, 3) - y * cell(h, 6)) / depth;
  into.yy = (cell(h, 4) - y * cell(h, 7)) / depth;
  return into;
}

/** Negative for a floor that is seen from above as it is, positive for its mirror picture: the court's x and y turn the other way round than the picture's. */
export const handedness = (h: Homography): number =>
  cell(h, 0) * (cell(h, 4) * cell(h, 8) - cell(h, 5) * cell(h, 7)) -
  cell(h, 1) * (cell(h, 3) * cell(h, 8) - cell(h, 5) * cell(h, 6)) +
  cell(h, 2) * (cell(h, 3) * cell(h, 7) - cell(h, 4) * cell(h, 6));

/** Moves and scales places so that they lie about 0, on average as far from it as the corners of a square: numbers that a computer handles well. */
type Frame = { readonly x: number; readonly y: number; readonly scale: number };

function frameOf(places: readonly PicturePlace[]): Frame {
  const x = places.reduce((sum, place) => sum + place.x, 0) / places.length;
  const y = places.reduce((sum, place) => sum + place.y, 0) / places.length;
  const spread = places.reduce((sum, place) => sum + Math.hypot(place.x - x, place.y - y), 0) / places.length;
  return { x, y, scale: spread > 0 ? Math.SQRT2 / spread : 1 };
}

const framed = ({ x, y, scale }: Frame, place: PicturePlace): PicturePlace => ({
  x: (place.x - x) * scale,
  y: (place.y - y) * scale,
});

type Pair = { readonly floor: PicturePlace; readonly seen: PicturePlace };

/** The direct linear transform: the matrix that the pairs contradict least, in the algebraic sense. */
function direct(pairs: readonly Pair[]): Float64Array {
  const normal = new Float64Array(81);
  for (const { floor, seen } of pairs)
    for (const row of [
      [floor.x, floor.y, 1, 0, 0, 0, -seen.x * floor.x, -seen.x * floor.y, -seen.x],
      [0, 0, 0, floor.x, floor.y, 1, -seen.y * floor.x, -seen.y * floor.y, -seen.y],
    ])
      for (let i = 0; i < 9; i += 1)
        for (let j = 0; j < 9; j += 1)
          normal[i * 9 + j] = (normal[i * 9 + j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0);
  return leastEigenvector(normal, 9);
}

const STEPS = 30;
/** Levenberg's damping: where it starts, and by how much it falls after a step that helped and rises after one that did not. */
const DAMPING = { first: 1e-4, down: 0.2, up: 8 } as const;
const ENOUGH = 1e-13;

const squaredError = (h: Homography, pairs: readonly Pair[]): number => {
  const spot: Projected = { x: 0, y: 0, depth: 1 };
  return pairs.reduce((sum, { floor, seen }) => {
    project(h, floor.x, floor.y, spot);
    return sum + (spot.x - seen.x) ** 2 + (spot.y - seen.y) ** 2;
  }, 0);
};

/** Moves eight of the nine numbers (the last stays 1) to where the distances in the picture are least. */
function refined(start: readonly number[], pairs: readonly Pair[]): readonly number[] {
  let best = start;
  let error = squaredError(best, pairs);
  let damping: number = DAMPING.first;
  for (let step = 0; step < STEPS; step += 1) {
    const { normal, right } = slopes(best, pairs);
    for (let i = 0; i < 8; i += 1) normal[i * 9] = (normal[i * 9] ?? 0) * (1 + damping);
    const move = solvePositive(normal, right);
    const next = move && [...best.slice(0, 8).map((value, i) => value - (move[i] ?? 0)), 1];
    const nextError = next ? squaredError(next, pairs) : Number.POSITIVE_INFINITY;
    if (next === null || !(nextError < error)) {
      damping *= DAMPING.up;
      continue;
    }
    const gain = error - nextError;
    best = next;
    error = nextError;
    damping *= DAMPING.down;
    if (gain <= ENOUGH * error) break;
  }
  return best;
}

/** The normal equations of one step. */
function slopes(h: Homography, pairs: readonly Pair[]): { normal: Float64Array; right: Float64Array } {
  const normal = new Float64Array(64);
  const right = new Float64Array(8);
  const spot: Projected = { x: 0, y: 0, depth: 1 };
  for (const { floor, seen } of pairs) {
    const { x, y, depth } = project(h, floor.x, floor.y, spot);
    const [a, b, c] = [floor.x / depth, floor.y / depth, 1 / depth];
    for (const [row, off] of [
      [[a, b, c, 0, 0, 0, -x * a, -x * b], x - seen.x],
      [[0, 0, 0, a, b, c, -y * a, -y * b], y - seen.y],
    ] as const)
      for (let i = 0; i < 8; i += 1) {
        right[i] = (right[i] ?? 0) + (row[i] ?? 0) * off;
        for (let j = 0; j < 8; j += 1)
          normal[i * 8 + j] = (normal[i * 8 + j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0);
      }
  }
  return { normal, right };
}

/**
 * The homography that four or more sightings contradict least, in units of the picture; exact for four. Null where they do not fix one: too few, or too many on a
 * line. It may still be one that no camera has: ask `handedness` and the depths of the sightings.
 */
export function solveHomography(sightings: readonly Sighting[]): Homography | null {
  if (sightings.length < 4) return null;
  const floors = sightings.map(({ xMm, yMm }) => ({ x: xMm, y: yMm }));
  const floorFrame = frameOf(floors);
  const seenFrame = frameOf(sightings);
  const pairs = sightings.map((seen, i) => ({
    floor: framed(floorFrame, floors[i] ?? { x: 0, y: 0 }),
    seen: framed(seenFrame, seen),
  }));
  const vector = direct(pairs);
  const last = vector[8] ?? 0;
  // The middle of the sightings would lie on the horizon.
  if (!(Math.abs(last) > 1e-9)) return null;
  const start = Array.from(vector, (value) => value / last);
  const found = sightings.length > 4 ? refined(start, pairs) : start;
  return found.every(Number.isFinite) ? unframed(found, floorFrame, seenFrame) : null;
}

/** From the frames' numbers back to millimetres and units. */
function unframed(h: Homography, floor: Frame, seen: Frame): Homography {
  const rows = [0, 3, 6].map((row) => [
    cell(h, row) * floor.scale,
    cell(h, row + 1) * floor.scale,
    cell(h, row + 2) - floor.scale * (cell(h, row) * floor.x + cell(h, row + 1) * floor.y),
  ]);
  const third = rows[2] ?? [];
  return [
    ...picture(rows[0] ?? [], third, seen.x, seen.scale),
    ...picture(rows[1] ?? [], third, seen.y, seen.scale),
    ...third,
  ];
}

const picture = (row: readonly number[], third: readonly number[], middle: number, scale: number): number[] =>
  row.map((value, i) => value / scale + middle * (third[i] ?? 0));
