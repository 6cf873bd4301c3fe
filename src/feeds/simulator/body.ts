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
/** Bodies closer than this begin to give way, in millimetres. */
const ROOM_MM = 900;
/** Centres never stay closer than this. */
const TOUCH_MM = 480;
const GIVE_WAY = 1.8;
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

// The push of the others on each body, kept between the two passes of a step.
export type Crowd = {
  readonly bodies: readonly Body[];
  readonly pushX: Float64Array;
  readonly pushY: Float64Array;
};

/** Bodies that share a floor. */
export const crowdOf = (bodies: readonly Body[]): Crowd => ({
  bodies,
  pushX: new Float64Array(bodies.length),
  pushY: new Float64Array(bodies.length),
});

function giveWay({ bodies, pushX, pushY }: Crowd): void {
  pushX.fill(0);
  pushY.fill(0);
  for (let i = 0; i < bodies.length; i += 1) {
    const a = bodies[i];
    if (a === undefined) continue;
    for (let j = i + 1; j < bodies.length; j += 1) {
      const b = bodies[j];
      if (b === undefined) continue;
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const squared = dx * dx + dy * dy;
      if (squared > ROOM_MM * ROOM_MM) continue;
      const gap = Math.sqrt(squared) || 1;
      // Two who stand on one spot part along x.
      const nx = squared === 0 ? 1 : dx / gap;
      const ny = squared === 0 ? 0 : dy / gap;
      const near = (ROOM_MM - gap) / ROOM_MM;
      const push = GIVE_WAY * near + (gap < TOUCH_MM ? (GIVE_WAY * 2 * (TOUCH_MM - gap)) / TOUCH_MM : 0);
      // They also slip past each other, to the right as people do.
      const slipX = -ny * push * 0.6;
      const slipY = nx * push * 0.6;
      pushX[i] = (pushX[i] ?? 0) - nx * push - slipX;
      pushY[i] = (pushY[i] ?? 0) - ny * push - slipY;
      pushX[j] = (pushX[j] ?? 0) + nx * push + slipX;
      pushY[j] = (pushY[j] ?? 0) + ny * push + slipY;
    }
  }
}

function moveOne(body: Body, pushX: number, pushY: number, stepMs: number): void {
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
function turn(body: Body, x: number, y: number): void {
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

/** Moves everybody on by one step. Who stands looks at (`lookX`, `lookY`), who runs looks ahead. */
export function moveAll(crowd: Crowd, stepMs: number, lookX: number, lookY: number): void {
  giveWay(crowd);
  for (let i = 0; i < crowd.bodies.length; i += 1) {
    const body = crowd.bodies[i];
    if (body === undefined) continue;
    moveOne(body, crowd.pushX[i] ?? 0, crowd.pushY[i] ?? 0, stepMs);
    const runs = body.vx * body.vx + body.vy * body.vy > 4;
    if (runs) turn(body, body.vx, body.vy);
    else turn(body, lookX - body.x, lookY - body.y);
  }
}
