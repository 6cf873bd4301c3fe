// A broadcast camera in the stands: what it sees of a place in the hall, in units of the frame.
import { FRAME } from '../../src/stage/theme.ts';

/** Metres: x across the court towards the camera's side, y along it, z up; the origin is the court's centre. */
export type Spot = { readonly x: number; readonly y: number; readonly z: number };

export type Seen = {
  readonly x: number;
  readonly y: number;
  /** Units of the frame that a metre takes there. */
  readonly scale: number;
};

/** Where a camera stands, what it looks at, and how long its lens is, in units of the frame. */
export type Gantry = { readonly from: Spot; readonly at: Spot; readonly focal: number };

const minus = (a: Spot, b: Spot): Spot => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z });
const dot = (a: Spot, b: Spot): number => a.x * b.x + a.y * b.y + a.z * b.z;
const cross = (a: Spot, b: Spot): Spot => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
});
const unit = (a: Spot): Spot => {
  const length = Math.sqrt(dot(a, a));
  return { x: a.x / length, y: a.y / length, z: a.z / length };
};

/** The hall's own: from the gantry, over the half where play is. */
export const HALL_GANTRY: Gantry = {
  from: { x: 27, y: 1.5, z: 10.5 },
  at: { x: -1.2, y: 6, z: 0.6 },
  focal: 2350,
};

/** A pinhole camera; `focal` in units of the frame. */
export function makeCamera({ from, at, focal }: Gantry): (spot: Spot) => Seen {
  const forward = unit(minus(at, from));
  const right = unit(cross(forward, { x: 0, y: 0, z: 1 }));
  const up = cross(right, forward);
  return (spot) => {
    const away = minus(spot, from);
    const scale = focal / dot(away, forward);
    return {
      x: FRAME.width / 2 + dot(away, right) * scale,
      y: FRAME.height / 2 - dot(away, up) * scale,
      scale,
    };
  };
}
