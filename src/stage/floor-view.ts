// The floor of a camera that stands still, for scenes: where a place falls in the picture, how a flat thing lies there, how large an upright one stands.
import { type Container, Matrix } from 'pixi.js';
import { type Homography, type Jacobian, jacobianAt, type Projected, project } from '../game/homography.ts';
import { FRAME } from './theme.ts';

const MM_PER_M = 1_000;
/** Places nearer than this to the camera's own plane are not seen; depths are about 1 in the middle of the picture. */
const LEAST_DEPTH = 0.05;
/** How far outside the picture a place may lie and what stands there still be seen, in units. */
const REACH = 160;

export class FloorView {
  readonly #matrix: Homography;
  /** Of the last place that was looked at. Reused. */
  readonly spot: Projected = { x: 0, y: 0, depth: 1 };
  /** Units a millimetre, at that place. Reused. */
  readonly step: Jacobian = { xx: 0, xy: 0, yx: 0, yy: 0 };
  readonly #lay = new Matrix();

  constructor(matrix: Homography) {
    this.#matrix = matrix;
  }

  /** Looks at a place of the floor: fills `spot` and `step`. False where the camera does not see it. Allocates nothing. */
  lookAt(xMm: number, yMm: number): boolean {
    const { x, y, depth } = project(this.#matrix, xMm, yMm, this.spot);
    if (!(depth > LEAST_DEPTH)) return false;
    jacobianAt(this.#matrix, this.spot, this.step);
    return x > -REACH && x < FRAME.width + REACH && y > -REACH && y < FRAME.height + REACH;
  }

  /** Units that a metre across the camera's view takes at that place. */
  get unitsPerM(): number {
    return Math.hypot(this.step.xx, this.step.xy) * MM_PER_M;
  }

  /** How far down the picture a circle on the floor reaches from its middle, in units a millimetre of its radius. */
  get reachDown(): number {
    return Math.hypot(this.step.yx, this.step.yy);
  }

  /** How far across the picture it reaches. */
  get reachAcross(): number {
    return Math.hypot(this.step.xx, this.step.xy);
  }

  /** Lays a view flat on the floor at that place: one of its own units is so many millimetres. Its middle falls on the place exactly. */
  layFlat(view: Container, mmPerUnit: number): void {
    const { xx, xy, yx, yy } = this.step;
    // The picture's y runs down: the view's second axis is turned, so that it is not mirrored.
    this.#lay.set(xx * mmPerUnit, yx * mmPerUnit, -xy * mmPerUnit, -yy * mmPerUnit, this.spot.x, this.spot.y);
    view.setFromMatrix(this.#lay);
  }
}
