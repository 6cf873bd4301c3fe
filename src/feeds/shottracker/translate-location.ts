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
  readonly where: string;
};

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

function placedOf(words: PlaceWords, where: string, faults: Fault[]): Placed[] {
  const kind = kindOf(words);
  if (kind === null || isNowhere(words)) return [];
  if (isFar(words)) {
    const place = `${words.x}, ${words.y}, ${words.z}`;
    faults.push(fault('bad-field', where, `a place within ${FARTHEST_MM / 1000} m`, place));
    return [];
  }
  const isBall = kind === 'BALL';
  const id = isBall ? (words.bid ?? 'ball') : words.pid;
  if (id === undefined) {
    faults.push(fault('bad-field', `${where}.pid`, 'an id', 'nothing'));
    return [];
  }
  const team = isBall ? {} : defined({ teamId: words.tid });
  const tMs = words.t === undefined ? undefined : stampMs(words.t);
  return [{ body: { id, ...team, xMm: words.x, yMm: words.y, zMm: words.z }, isBall, tMs, where }];
}

/** The stamp in the middle: one wild stamp does not move it. */
function medianStamp(placed: readonly Placed[]): number | undefined {
  const stamps = placed.flatMap(({ tMs }) => (tMs === undefined ? [] : [tMs])).sort((a, b) => a - b);
  return stamps[Math.floor(stamps.length / 2)];
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
  const seen = new Map<string, number>();
  const frames: Placed[][] = [];
  for (const one of [...placed].sort((a, b) => (a.tMs ?? 0) - (b.tMs ?? 0))) {
    const key = `${one.isBall ? 'ball' : 'player'} ${one.body.id}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const frame = frames[nth];
    if (frame === undefined) frames.push([one]);
    else frame.push(one);
  }
  return frames;
}

function frameOf(placed: readonly Placed[], clock: Pick<FactOf<'frame'>, 'clock'>): Told {
  const median = medianStamp(placed);
  const stamped = placed.map(({ body, isBall, tMs }) => {
    const near = tMs !== undefined && median !== undefined && Math.abs(tMs - median) <= STRAY_STAMP_MS;
    return { isBall, body: { ...body, atMs: near ? tMs : (median ?? Number.NaN) } };
  });
  const balls = stamped.filter(({ isBall }) => isBall).map(({ body }) => body);
  const ball = balls.reduce<Body | undefined>(
    (newest, one) => (newest === undefined || one.atMs > newest.atMs ? one : newest),
    undefined,
  );
  const bodies = stamped.filter(({ isBall }) => !isBall).map(({ body }) => body);
  const fact: FactOf<'frame'> = { kind: 'frame', bodies, ...defined({ ball }), ...clock };
  return median === undefined
    ? { fact }
    : { fact, saidMs: stamped.reduce((newest, { body }) => Math.max(newest, body.atMs), median) };
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
  const placed = all
    .slice(0, MAX_BODIES)
    .flatMap((one, index) =>
      one === undefined ? [] : placedOf(one, `location.locations[${index}]`, faults),
    );
  const median = medianStamp(placed);
  for (const { tMs, where } of placed)
    if (tMs !== undefined && median !== undefined && Math.abs(tMs - median) > STRAY_STAMP_MS)
      faults.push(fault('stray-stamp', `${where}.t`, `about ${median}`, String(tMs)));
  const samples = samplesOf(placed);
  const frames = samples.length === 0 ? [frameOf([], clock)] : samples.map((one) => frameOf(one, clock));
  return { told: clock.clock === undefined && samples.length === 0 ? [] : frames, faults };
}
