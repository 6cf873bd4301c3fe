// Where the ball is: in somebody's hands, in the air on a path that gravity allows, or loose on the floor. It never jumps.
import type { Body } from './body.ts';

/** How a body has the ball: bouncing it, holding it, or lifting it to shoot. */
export type Hold = 'dribble' | 'hold' | 'raise';

/** `shot` counts after the horn while it is in the air; the others do not. */
export type FlightKind = 'pass' | 'shot' | 'rim' | 'net' | 'toss' | 'tip' | 'loose';

/** A path in the air. Where `to` is a body the ball ends in his hands, wherever he is by then. */
export type Flight = {
  readonly kind: FlightKind;
  readonly fromX: number;
  readonly fromY: number;
  readonly fromZ: number;
  readonly toX: number;
  readonly toY: number;
  readonly toZ: number;
  readonly to: Body | null;
  readonly startMs: number;
  readonly ms: number;
};

/** Millimetres in the court's frame. */
export type Ball = {
  x: number;
  y: number;
  z: number;
  carrier: Body | null;
  hold: Hold;
  holdSinceMs: number;
  /** From the carrier to the ball, on the floor. */
  offX: number;
  offY: number;
  flight: Flight | null;
  /** Of a loose ball, in metres a second. */
  vz: number;
};

/** Metres a second squared, as mm/ms a millisecond. */
const GRAVITY = 9.81 / 1000;
const REACH_MM = 430;
const HELD_Z_MM = 1_150;
const RAISED_Z_MM = 2_350;
/** The middle of a ball that lies on the floor. */
const FLOOR_Z_MM = 120;
const DRIBBLE_MS = 560;
const DRIBBLE_TOP_MM = 860;
/** Hands move the ball no faster than this beside the body, in metres a second. */
const HANDS_ACROSS = 3.5;
const HANDS_UP = 7;
const BOUNCE = 0.62;

export const ballAt = (x: number, y: number): Ball => ({
  x,
  y,
  z: HELD_Z_MM,
  carrier: null,
  hold: 'hold',
  holdSinceMs: 0,
  offX: 0,
  offY: 0,
  flight: null,
  vz: 0,
});

/** Puts the ball into hands that are where it is. */
export function carry(ball: Ball, body: Body, hold: Hold, nowMs: number): void {
  ball.offX = ball.x - body.x;
  ball.offY = ball.y - body.y;
  ball.carrier = body;
  ball.flight = null;
  ball.hold = hold;
  ball.holdSinceMs = nowMs;
  ball.vz = 0;
}

type Target = { readonly x: number; readonly y: number; readonly z: number; readonly to?: Body };

/** Sends the ball through the air for `ms`. */
export function fly(ball: Ball, kind: FlightKind, { x, y, z, to }: Target, nowMs: number, ms: number): void {
  ball.carrier = null;
  ball.flight = {
    kind,
    fromX: ball.x,
    fromY: ball.y,
    fromZ: ball.z,
    toX: x,
    toY: y,
    toZ: z,
    to: to ?? null,
    startMs: nowMs,
    ms,
  };
}

/** Sends the ball to somebody's hands. */
export const flyTo = (ball: Ball, kind: FlightKind, to: Body, nowMs: number, ms: number): void =>
  fly(ball, kind, { x: to.x, y: to.y, z: HELD_Z_MM, to }, nowMs, ms);

/** Lets the ball fall and lie. */
export function letGo(ball: Ball): void {
  ball.carrier = null;
  ball.flight = null;
  ball.vz = 0;
}

const limit = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

function heldHeight(ball: Ball, nowMs: number): number {
  if (ball.hold === 'raise') return RAISED_Z_MM;
  if (ball.hold === 'hold') return HELD_Z_MM;
  const phase = ((nowMs - ball.holdSinceMs) % DRIBBLE_MS) / DRIBBLE_MS;
  const fromFloor = Math.abs(2 * phase - 1);
  return FLOOR_Z_MM + (DRIBBLE_TOP_MM - FLOOR_Z_MM) * (1 - (1 - fromFloor) * (1 - fromFloor));
}

function moveHeld(ball: Ball, body: Body, nowMs: number, stepMs: number): void {
  const across = HANDS_ACROSS * stepMs;
  // A dribble is a little to the right of where he goes.
  const side = ball.hold === 'dribble' ? 0.55 : 0.1;
  const x = (body.faceX + body.faceY * side) * REACH_MM;
  const y = (body.faceY - body.faceX * side) * REACH_MM;
  ball.offX += limit(x - ball.offX, across);
  ball.offY += limit(y - ball.offY, across);
  ball.x = body.x + ball.offX;
  ball.y = body.y + ball.offY;
  ball.z += limit(heldHeight(ball, nowMs) - ball.z, HANDS_UP * stepMs);
}

function moveFlight(ball: Ball, flight: Flight, nowMs: number): void {
  const { fromX, fromY, fromZ, to, ms, kind } = flight;
  const t = Math.min(ms, nowMs - flight.startMs);
  const part = t / ms;
  const toX = to === null ? flight.toX : to.x + to.faceX * REACH_MM;
  const toY = to === null ? flight.toY : to.y + to.faceY * REACH_MM;
  ball.x = fromX + (toX - fromX) * part;
  ball.y = fromY + (toY - fromY) * part;
  // The net takes a ball's speed away; everything else is thrown.
  const pull = kind === 'net' ? GRAVITY / 2 : GRAVITY;
  ball.z = Math.max(FLOOR_Z_MM, fromZ + (flight.toZ - fromZ) * part + (pull / 2) * t * (ms - t));
  if (t < ms) return;
  if (to === null) {
    ball.flight = null;
    ball.vz = 0;
  } else carry(ball, to, 'hold', nowMs);
}

function moveLoose(ball: Ball, stepMs: number): void {
  if (ball.z <= FLOOR_Z_MM && ball.vz === 0) return;
  ball.vz -= GRAVITY * stepMs;
  ball.z += ball.vz * stepMs;
  if (ball.z > FLOOR_Z_MM) return;
  ball.z = FLOOR_Z_MM;
  ball.vz = ball.vz < -0.8 ? -ball.vz * BOUNCE : 0;
}

/** Moves the ball on by one step, after the bodies. A flight that ends leaves it in its hands, or loose. */
export function moveBall(ball: Ball, nowMs: number, stepMs: number): void {
  if (ball.flight !== null) moveFlight(ball, ball.flight, nowMs);
  else if (ball.carrier !== null) moveHeld(ball, ball.carrier, nowMs, stepMs);
  else moveLoose(ball, stepMs);
}

/** How long a jump shot is in the air over that distance, in milliseconds: what a release at some fifty degrees takes. */
export function shotMs(distanceMm: number, riseMm: number): number {
  if (distanceMm < 2_200) return 420 + distanceMm / 10;
  const angle = ((56 - Math.min(6, distanceMm / 1_400)) * Math.PI) / 180;
  const cos = Math.cos(angle);
  const squared =
    (GRAVITY * distanceMm * distanceMm) / (2 * cos * cos * (distanceMm * Math.tan(angle) - riseMm));
  return distanceMm / (Math.sqrt(squared) * cos);
}

/** How long a pass takes, in milliseconds. */
export const passMs = (distanceMm: number): number => 160 + distanceMm / 12.5;
