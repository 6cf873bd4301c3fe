// What the operator is doing to a camera that stands still: points placed and moved, what they fit to, what its lines then look like. Pure: the panel draws it.
import { type CourtName, courtOf } from '../game/court.ts';
import { type Crossing, type CrossingId, courtCrossings, turnedCrossing } from '../game/court-crossings.ts';
import { courtLines, runsOf } from '../game/court-lines.ts';
import type { Fault } from '../game/fault.ts';
import { type FloorCamera, type FloorPoint, type FloorPoints, PICTURE } from '../game/floor-camera.ts';
import { lineSeen } from '../game/floor-clip.ts';
import { fitFloor } from '../game/floor-fit.ts';
import { type PicturePlace, project } from '../game/homography.ts';

/** Points in the order in which they were placed: a refusal names them by it. */
export type FloorSetup = { readonly court: CourtName; readonly points: readonly FloorPoint[] };

const inPicture = ({ x, y }: PicturePlace): PicturePlace => ({
  x: Math.round(Math.min(PICTURE.width, Math.max(0, x)) * 10) / 10,
  y: Math.round(Math.min(PICTURE.height, Math.max(0, y)) * 10) / 10,
});

/** With a point put there, anew or moved; never outside the picture. */
export function withPoint(setup: FloorSetup, at: CrossingId, place: PicturePlace): FloorSetup {
  const point: FloorPoint = { at, ...inPicture(place) };
  const isKnown = setup.points.some((one) => one.at === at);
  const points = isKnown
    ? setup.points.map((one) => (one.at === at ? point : one))
    : [...setup.points, point];
  return { ...setup, points };
}

/** Without that point. */
export const withoutPoint = (setup: FloorSetup, at: CrossingId): FloorSetup => ({
  ...setup,
  points: setup.points.filter((point) => point.at !== at),
});

/** A point moved by so many units. */
export function nudged(setup: FloorSetup, at: CrossingId, by: PicturePlace): FloorSetup {
  const point = setup.points.find((one) => one.at === at);
  return point ? withPoint(setup, at, { x: point.x + by.x, y: point.y + by.y }) : setup;
}

/** As seen from the other side line: every point is the crossing opposite. */
export const turnedSetup = (setup: FloorSetup): FloorSetup => ({
  ...setup,
  points: setup.points.map((point) => ({ ...point, at: turnedCrossing(point.at) })),
});

/** What goes into the cue. */
export const pointsOf = ({ court, points }: FloorSetup): FloorPoints => ({ court, points: [...points] });

/** A crossing as it stands in the panel. `offPx` is how far its point is from where all points put it; `guess` is where an unplaced one would be. */
export type CrossingRow = Crossing & {
  /** Of its point, as a refusal names it; null where it has none. */
  readonly number: number | null;
  readonly point: FloorPoint | null;
  readonly offPx: number | null;
  readonly guess: PicturePlace | null;
};

/** All that follows from the points: either a camera, or why there is none. */
export type FloorReading = {
  readonly camera: FloorCamera | null;
  readonly fault: Fault | null;
  readonly rows: readonly CrossingRow[];
  /** The court's lines in the picture, as the `d` of an SVG path; empty without a camera. */
  readonly lines: string;
};

/** Reads a setup. */
export function readSetup(setup: FloorSetup): FloorReading {
  const found = fitFloor(pointsOf(setup));
  const camera = 'camera' in found ? found.camera : null;
  const rows = courtCrossings(courtOf(setup.court)).map((crossing): CrossingRow => {
    const index = setup.points.findIndex(({ at }) => at === crossing.id);
    const point = setup.points[index] ?? null;
    return {
      ...crossing,
      number: point && index + 1,
      point,
      offPx: (point && camera?.offPx[index]) ?? null,
      guess: point || !camera ? null : guessOf(camera, crossing),
    };
  });
  return {
    camera,
    fault: 'fault' in found ? found.fault : null,
    rows,
    lines: camera ? linesOf(camera) : '',
  };
}

function guessOf({ matrix }: FloorCamera, { xMm, yMm }: Crossing): PicturePlace | null {
  const { x, y, depth } = project(matrix, xMm, yMm, { x: 0, y: 0, depth: 0 });
  const isSeen = depth > 0 && x >= 0 && x <= PICTURE.width && y >= 0 && y <= PICTURE.height;
  return isSeen ? { x, y } : null;
}

function linesOf({ court, matrix }: FloorCamera): string {
  return courtLines(courtOf(court))
    .filter(({ part }) => part !== 'backboard' && part !== 'hoop')
    .flatMap(runsOf)
    .flatMap((run) => lineSeen(matrix, run))
    .map((run) => run.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(''))
    .join('');
}
