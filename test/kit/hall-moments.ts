// A hall with cameras that stand still, for tests of what lies on the real floor.
import { type FloorCamera, type FloorCameras, PICTURE } from '../../src/game/floor-camera.ts';
import { fitFloor } from '../../src/game/floor-fit.ts';
import type { Gantry } from '../shots/camera.ts';
import { GANTRIES, pointsOf } from './floor-cameras.ts';

/** What the operator would have kept of that camera, had he pointed at every crossing that it sees. */
export function taught(gantry: Gantry): FloorCamera {
  const found = fitFloor({ court: 'nba', points: pointsOf(gantry) });
  if ('fault' in found) throw new Error(`${found.fault.expected}, ${found.fault.found}`);
  return found.camera;
}

/** The three of a hall, by name. */
export const hallCameras = (): FloorCameras =>
  Object.fromEntries(Object.entries(GANTRIES).map(([name, gantry]) => [name, taught(gantry)]));

/** Whether a place in the picture has so much room about it. */
export const isWellInside = ({ x, y }: { readonly x: number; readonly y: number }, room: number): boolean =>
  x > room && x < PICTURE.width - room && y > room && y < PICTURE.height - room;
