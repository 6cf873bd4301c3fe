// A camera that stands still, as the operator taught it to us: which crossings of the court's lines he sees where in its picture, and what follows from them.
import { z } from 'zod';
import { COURTS } from './court.ts';
import { CROSSING_IDS } from './court-crossings.ts';

/** The picture that points are given in, whatever its pixels: 1920 x 1080 units. */
export const PICTURE = { width: 1920, height: 1080 } as const;
/** The most points of one camera: every crossing once. */
export const MOST_POINTS = CROSSING_IDS.length;

const finite = z.number();

/** A crossing and where the picture shows it, in units. */
export const floorPointSchema = z.strictObject({ at: z.enum(CROSSING_IDS), x: finite, y: finite });
export type FloorPoint = z.infer<typeof floorPointSchema>;

/** What the operator gives. */
export const floorPointsSchema = z.strictObject({
  court: z.enum(COURTS),
  points: z.array(floorPointSchema).max(MOST_POINTS),
});
export type FloorPoints = z.infer<typeof floorPointsSchema>;

/** Points with what was found from them. `matrix` is a Homography; `offPx` how far each point lies from it, in units of the picture: pixels at 1080p. */
export const floorCameraSchema = floorPointsSchema.extend({
  matrix: z.array(finite).length(9),
  rmsPx: finite,
  offPx: z.array(finite).max(MOST_POINTS),
});
export type FloorCamera = z.infer<typeof floorCameraSchema>;

/** By the name that the operator gave. */
export type FloorCameras = Readonly<Record<string, FloorCamera>>;
export const NO_CAMERAS: FloorCameras = {};

/** The camera of that name; without a name, the first in the order of names. Null: there is none. */
export function cameraNamed(cameras: FloorCameras, name: string): FloorCamera | null {
  const wanted = name === '' ? Object.keys(cameras).sort()[0] : name;
  return wanted !== undefined && Object.hasOwn(cameras, wanted) ? (cameras[wanted] ?? null) : null;
}
