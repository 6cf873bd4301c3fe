// `location` in our words: every body where it was at its own stamp, the ball, and the clocks that ride along.
import { type Fault, fault } from '../../game/fault.ts';
import type { Body } from '../../game/message.ts';
import { stampMs } from '../offset.ts';
import { defined, type FactOf, type Told, type Translation } from '../told.ts';
import type { LocationWords, PlaceWords } from './live-words.ts';
import { readPeriod } from './periods.ts';

/** Nothing that plays is further from the centre of the court, in millimetres. */
const FARTHEST_MM = 50_000;
/** More bodies than this are no game: two teams, benches, officials. */
export const MAX_BODIES = 64;
/** A body whose stamp is further than this from the others' takes theirs, in milliseconds. */
const STRAY_STAMP_MS = 5_000;

/** A body before it has a stamp that can be trusted. */
type Placed = {
  readonly body: Omit<Body, 'atMs'>;
  readonly isBall: boolean;
  readonly tMs: number | undefined;
  /** Its place in the list of the message. */
  readonly nth: number;
};

const whereOf = (nth: number): string => `location.locations[${nth}]`;

/** Assumed: the exact centre of the court at or below the floor means "not seen", as other trackers write it. */
const isNowhere = ({ x, y, z }: PlaceWords): boolean => x === 0 && y === 0 && z <= 0;
const isFar = ({ x, y, z }: PlaceWords): boolean =>
  Math.abs(x) > FARTHEST_MM || Math.abs(y) > FARTHEST_MM || Math.abs(z) > FARTHEST_MM;

/** PLAYER or BALL; by its id where the type is missing. Null for anything else, such as an official. */
function kindOf({ type, pid, bid }: PlaceWords): 'PLAYER' | 'BALL' | null {
  const word = type?.toUpperCase();
  if (word === 'PLAYER' || word === 'BALL') return word;
  if (word !== undefined && word !== '') return null;
  return bid !== undefined ? 'BALL' : pid !== undefined ? 'PLAYER' : null;
}

/** Null for what is no body, or none that can be placed. */
function placedOf(words: PlaceWords, nth: number, faults: Fault[]): Placed | null {
  const kind = kindOf(words);
  if (kind === null || isNowhere(words)) return null;
  const { x: xMm, y: yMm, z: zMm, t, tid } = words;
  if (isFar(words)) {
    const place = `${xMm}, ${yMm}, ${zMm}`;
    faults.push(fault('bad-field', whereOf(nth), `a place within ${FARTHEST_MM / 1000} m`, place));
    return null;
  }
  const isBall = kind === 'BALL';
  const id = isBall ? (words.bid ?? 'ball') : words.pid;
  if (id === undefined) {
    faults.push(fault('bad-field', `${whereOf(nth)}.pid`, 'an id', 'nothing'));
    return null;
  }
  const tMs = t === undefined ? undefined : stampMs(t);
  const body = isBall || tid === undefined ? { id, xMm, yMm, zMm } : { id, teamId: tid, xMm, yMm, zMm };
  return { body, isBall, tMs, nth };
}

/** The stamp in the middle: one wild stamp does not move it. */
function medianStamp(placed: readonly Placed[]): number | undefined {
  const stamps: number[] = [];
  for (const { tMs } of placed) if (tMs !== undefined) stamps.push(tMs);
  const [first] = stamps;
  // Nearly always all of a frame bear the same.
  if (stamps.every((tMs) => tMs === first)) return first;
  return stamps.sort((a, b) => a - b)[Math.floor(stamps.length / 2)];
}

const remaining = (ms: number | undefined): number | null => (ms === undefined || ms < 0 ? null : ms);

/** Assumed: a clock below zero is off, as is one that is absent. */
function clockOf(words: LocationWords, faults: Fault[]): Pick<FactOf<'frame'>, 'clock'> {
  const period = readPeriod(words.period, 'location.period', faults);
  const { gcms, scms, cr } = words;
  if (gcms === undefined && scms === undefined && cr === undefined && period === undefined) return {};
  const clock = { gameMs: remaining(gcms), shotMs: remaining(scms), running: cr ?? null };
  return { clock: { ...clock, ...defined({ period }) } };
}

/** Sorts bodies into frames: a body that comes more than once in a message was sampled more than once. */
function samplesOf(placed: readonly Placed[]): Placed[][] {
  const seen = { ball: new Map<string, number>(), player: new Map<string, number>() };
  const frames: Placed[][] = [];
  for (const one of [...placed].sort((a, b) => (a.tMs ?? 0) - (b.tMs ?? 0))) {
    const counts = one.isBall ? seen.ball : seen.player;
    const nth = counts.get(one.body.id) ?? 0;
    counts.set(one.body.id, nth + 1);
    const frame = frames[nth];
    if (frame === undefined) frames.push([one]);
    else frame.push(one);
  }
  return frames;
}

function frameOf(placed: readonly Placed[], clock: Pick<FactOf<'frame'>, 'clock'>): Told {
  const median = medianStamp(placed);
  const bodies: Body[] = [];
  let ball: Body | undefined;
  let saidMs = median;
  for (const { body, isBall, tMs } of placed) {
    const near = tMs !== undefined && median !== undefined && Math.abs(tMs - median) <= STRAY_STAMP_MS;
    const one = { ...body, atMs: near ? tMs : (median ?? Number.NaN) };
    if (saidMs !== undefined) saidMs = Math.max(saidMs, one.atMs);
    if (!isBall) bodies.push(one);
    else if (ball === undefined || one.atMs > ball.atMs) ball = one;
  }
  const fact: FactOf<'frame'> =
    ball === undefined ? { kind: 'frame', bodies, ...clock } : { kind: 'frame', bodies, ball, ...clock };
  return saidMs === undefined ? { fact } : { fact, saidMs };
}

/**
 * One frame, or one for each sample where a message holds several. Without any stamp the frame has none, and its bodies' are NaN until the reader gives
 * them the instant of arrival.
 */
export function translateLocation(words: LocationWords): Translation {
  const faults: Fault[] = [];
  const clock = clockOf(words, faults);
  const all = words.locations ?? [];
  if (all.length > MAX_BODIES)
    faults.push(fault('too-many', 'location.locations', `at most ${MAX_BODIES} bodies`, String(all.length)));
  const placed: Placed[] = [];
  for (const [nth, one] of all.slice(0, MAX_BODIES).entries()) {
    const body = one === undefined ? null : placedOf(one, nth, faults);
    if (body !== null) placed.push(body);
  }
  const median = medianStamp(placed);
  for (const { tMs, nth } of placed)
    if (tMs !== undefined && median !== undefined && Math.abs(tMs - median) > STRAY_STAMP_MS)
      faults.push(fault('stray-stamp', `${whereOf(nth)}.t`, `about ${median}`, String(tMs)));
  const samples = samplesOf(placed);
  const frames = samples.length === 0 ? [frameOf([], clock)] : samples.map((one) => frameOf(one, clock));
  return { told: clock.clock === undefined && samples.length === 0 ? [] : frames, faults };
}
