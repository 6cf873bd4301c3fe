// How a body moves: it makes for its goal with limited speed and acceleration, keeps clear of others, and never jumps. 1 mm/ms is 1 m/s.

/** A body on the floor: millimetres in the court's frame, metres a second. */
export type Body = {
  x: number;
  y: number;
  vx: number;
  vy: number;
  /** Where it makes for, and how fast it would go. */
  goalX: number;
  goalY: number;
  pace: number;
  /** Which way it faces: a unit vector that turns at a human rate. */
  faceX: number;
  faceY: number;
  /** Metres it has covered tonight. */
  coveredM: number;
};

/** Ways of going, in metres a second. */
export const PACE = { walk: 1.7, jog: 3.3, run: 5.2, sprint: 7.5 } as const;

/** Nobody goes faster, in metres a second. */
export const FASTEST = 8;

/** Metres a second squared, as mm/ms a millisecond. */
const PUSH = 5.2 / 1000;
const BRAKE = 6.5 / 1000;
const TURN = 0.16;

/** A body that stands there. */
export const standing = (x: number, y: number): Body => ({
  x,
  y,
  vx: 0,
  vy: 0,
  goalX: x,
  goalY: y,
  pace: PACE.jog,
  faceX: 0,
  faceY: y > 0 ? -1 : 1,
  coveredM: 0,
});

/** Millimetres between a body and a place. */
export function gapTo(body: Body, x: number, y: number): number {
  const dx = x - body.x;
  const dy = y - body.y;
  return Math.sqrt(dx * dx + dy * dy);
}

/** How far a body is from where it makes for. */
export const toGo = (body: Body): number => gapTo(body, body.goalX, body.goalY);

/** Sends a body somewhere. */
export function send(body: Body, x: number, y: number, pace: number): void {
  body.goalX = x;
  body.goalY = y;
  body.pace = pace;
}

/** Moves one on by a step, pushed by those around him: metres a second. */
export function moveBody(body: Body, pushX: number, pushY: number, stepMs: number): void {
  const dx = body.goalX - body.x;
  const dy = body.goalY - body.y;
  const gap = Math.sqrt(dx * dx + dy * dy);
  // The speed from which it can still stop in time; a little less than its brakes could do, so that it glides in.
  const wish = gap < 20 ? 0 : Math.min(body.pace, Math.sqrt(1.5 * BRAKE * gap), gap / (2 * stepMs));
  const scale = gap > 0 ? wish / gap : 0;
  let wx = dx * scale + pushX;
  let wy = dy * scale + pushY;
  const asked = Math.sqrt(wx * wx + wy * wy);
  if (asked > FASTEST) {
    wx *= FASTEST / asked;
    wy *= FASTEST / asked;
  }
  const ax = wx - body.vx;
  const ay = wy - body.vy;
  const change = Math.sqrt(ax * ax + ay * ay);
  const braking = ax * body.vx + ay * body.vy < 0;
  const most = (braking ? BRAKE : PUSH) * stepMs;
  const part = change > most ? most / change : 1;
  body.vx += ax * part;
  body.vy += ay * part;
  body.x += body.vx * stepMs;
  body.y += body.vy * stepMs;
  const speed = Math.sqrt(body.vx * body.vx + body.vy * body.vy);
  body.coveredM += (speed * stepMs) / 1000;
}

/** Turns a body towards a direction, a little. */
export function turn(body: Body, x: number, y: number): void {
  const length = Math.sqrt(x * x + y * y);
  if (length < 1e-6) return;
  const fx = body.faceX + (x / length - body.faceX) * TURN;
  const fy = body.faceY + (y / length - body.faceY) * TURN;
  const now = Math.sqrt(fx * fx + fy * fy);
  if (now < 0.05) {
    body.faceX = -fy / (now || 1);
    body.faceY = fx / (now || 1);
    return;
  }
  body.faceX = fx / now;
  body.faceY = fy / now;
}
