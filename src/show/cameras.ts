// Cues that keep cameras that stand still, by name: each is solved before it is kept, so that no page is ever given one that cannot be drawn in.
import { z } from 'zod';
import { type FloorPoints, floorPointsSchema } from '../game/floor-camera.ts';
import { fitFloor } from '../game/floor-fit.ts';
import { type Granted, type Refused, refuse } from './grant.ts';
import type { Show } from './show.ts';

/** The most cameras that are kept: a show goes whole to every page. */
export const MOST_CAMERAS = 16;

/** A camera's name: letters, figures, spaces and `._-`, beginning with a letter or figure. */
export const cameraNameSchema = z
  .string()
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u);

/** `camera` keeps points under a name, over what was kept there; `forget-camera` drops it. */
export const cameraCues = [
  z.strictObject({ cue: z.literal('camera'), name: cameraNameSchema, ...floorPointsSchema.shape }),
  z.strictObject({ cue: z.literal('forget-camera'), name: cameraNameSchema }),
] as const;

/** Solves a camera and keeps it. Refused with the reason why no camera can have seen the points so. */
export function keepCamera(show: Show, name: string, { court, points }: FloorPoints): Granted | Refused {
  const isNew = !Object.hasOwn(show.cameras, name);
  if (isNew && Object.keys(show.cameras).length >= MOST_CAMERAS)
    return refuse('name', `one of the ${MOST_CAMERAS} cameras that are kept`, name);
  const found = fitFloor({ court, points });
  if ('fault' in found) return found;
  return { show: { ...show, cameras: { ...show.cameras, [name]: found.camera } } };
}

/** Drops a camera. What is drawn in it is seen no more. */
export function forgetCamera(show: Show, name: string): Granted | Refused {
  if (!Object.hasOwn(show.cameras, name)) return refuse('name', 'a camera that is kept', name);
  const { [name]: _forgotten, ...cameras } = show.cameras;
  return { show: { ...show, cameras } };
}
