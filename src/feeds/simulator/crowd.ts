// Bodies that share a floor: they see each other coming, give way, slip past, touch, and never run through one another.
import { type Body, moveBody, turn } from './body.ts';

/** Bodies closer than this give way, in millimetres. */
const ROOM_MM = 850;
/** Centres do not stay closer than this. */
const TOUCH_MM = 480;
/** How hard those around push, in metres a second. */
const GIVE_WAY = 1.8;
/** Two who would pass closer than this within this time swerve, from this distance on. */
const SWERVE = { passMm: 750, aheadMs: 500, fromMm: 3_000, push: 3.4 } as const;
/** Two who touch lose so much of the speed at which they close, in metres a second, and part by so much, each step. */
const CHECK = 2.4;
const PART_MM = 25;
/** Two who are farther apart than this cannot touch within one step. */
const MIGHT_TOUCH_MM = 1_200;

/** Bodies, and the push of the others on each, kept between the two halves of a step. */
export type Crowd = {
  readonly bodies: readonly Body[];
  readonly pushX: Float64Array;
  readonly pushY: Float64Array;
  /** Two by two: who was near whom when the step began. */
  readonly near: Body[];
};

/** Bodies that share a floor from now on. */
export const crowdOf = (bodies: readonly Body[]): Crowd => ({
  bodies,
  pushX: new Float64Array(bodies.length),
  pushY: new Float64Array(bodies.length),
  near: [],
});

function push({ pushX, pushY }: Crowd, i: number, j: number, x: number, y: number): void {
  pushX[i] = (pushX[i] ?? 0) - x;
  pushY[i] = (pushY[i] ?? 0) - y;
  pushX[j] = (pushX[j] ?? 0) + x;
  pushY[j] = (pushY[j] ?? 0) + y;
}

/** Two who are about to run into each other go to their right, or to the side on which they would pass anyway. */
function swerve(crowd: Crowd, i: number, j: number, a: Body, b: Body): void {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const wx = b.vx - a.vx;
  const wy = b.vy - a.vy;
  const closing = -(dx * wx + dy * wy);
  const squared = wx * wx + wy * wy;
  if (closing <= 0 || squared < 1) return;
  const ms = closing / squared;
  if (ms > SWERVE.aheadMs) return;
  const passX = dx + wx * ms;
  const passY = dy + wy * ms;
  const pass = Math.sqrt(passX * passX + passY * passY);
  if (pass > SWERVE.passMm) return;
  const gap = Math.sqrt(dx * dx + dy * dy) || 1;
  const side = dx * passY - dy * passX >= 0 ? 1 : -1;
  const strength = (SWERVE.push * (1 - pass / SWERVE.passMm) * (1 - ms / (2 * SWERVE.aheadMs)) * side) / gap;
  push(crowd, i, j, -dy * strength, dx * strength);
}

function meet(a: Body, b: Body, crowd: Crowd, i: number, j: number): void {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  swerve(crowd, i, j, a, b);
  if (squared > ROOM_MM * ROOM_MM) return;
  const gap = Math.sqrt(squared);
  // Two on one spot part along x.
  const nx = gap < 1 ? 1 : dx / gap;
  const ny = gap < 1 ? 0 : dy / gap;
  const strength = (GIVE_WAY * (ROOM_MM - gap)) / ROOM_MM;
  push(crowd, i, j, nx * strength, ny * strength);
}

/** Two who touch stop pressing into each other, and part a little. */
function touch(a: Body, b: Body): void {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  if (squared >= TOUCH_MM * TOUCH_MM) return;
  const gap = Math.sqrt(squared);
  // Two on one spot part along x.
  const nx = gap < 1 ? 1 : dx / gap;
  const ny = gap < 1 ? 0 : dy / gap;
  const closing = Math.min(CHECK, -((b.vx - a.vx) * nx + (b.vy - a.vy) * ny));
  if (closing > 0) {
    a.vx -= (nx * closing) / 2;
    a.vy -= (ny * closing) / 2;
    b.vx += (nx * closing) / 2;
    b.vy += (ny * closing) / 2;
  }
  const part = Math.min(PART_MM, (TOUCH_MM - gap) / 2);
  a.x -= nx * part;
  a.y -= ny * part;
  b.x += nx * part;
  b.y += ny * part;
}

/** Lets all who are near each other see each other, and remembers who might touch in this step. */
function meetAll(crowd: Crowd): void {
  const { bodies, near } = crowd;
  near.length = 0;
  for (let i = 0; i < bodies.length; i += 1) {
    const a = bodies[i];
    if (a === undefined) continue;
    for (let j = i + 1; j < bodies.length; j += 1) {
      const b = bodies[j];
      if (b === undefined) continue;
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const squared = dx * dx + dy * dy;
      if (squared > SWERVE.fromMm * SWERVE.fromMm) continue;
      meet(a, b, crowd, i, j);
      if (squared < MIGHT_TOUCH_MM * MIGHT_TOUCH_MM) near.push(a, b);
    }
  }
}

/** Moves everybody on by one step. Who stands looks at (`lookX`, `lookY`), who runs looks ahead. */
export function moveAll(crowd: Crowd, stepMs: number, lookX: number, lookY: number): void {
  const { bodies, pushX, pushY, near } = crowd;
  pushX.fill(0);
  pushY.fill(0);
  meetAll(crowd);
  for (let i = 0; i < bodies.length; i += 1) {
    const body = bodies[i];
    if (body === undefined) continue;
    moveBody(body, pushX[i] ?? 0, pushY[i] ?? 0, stepMs);
    const runs = body.vx * body.vx + body.vy * body.vy > 4;
    if (runs) turn(body, body.vx, body.vy);
    else turn(body, lookX - body.x, lookY - body.y);
  }
  for (let k = 0; k + 1 < near.length; k += 2) {
    const a = near[k];
    const b = near[k + 1];
    if (a !== undefined && b !== undefined) touch(a, b);
  }
}
