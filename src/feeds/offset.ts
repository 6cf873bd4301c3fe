// A provider's clock laid on ours: words take time to arrive, never less than none, so the smallest (heard - stamp) of late is the offset.

/** How far back the smallest difference is remembered, in milliseconds: long against jitter, short against drift (100 ppm is 6 ms a minute). */
export const MEMORY_MS = 60_000;
/** A difference that leaves the envelope by more than this is a late message or a clock that was set, not jitter. Milliseconds. */
export const STEP_MS = 1_500;
/** How long every stamp must agree on a step before it is believed, in milliseconds. */
export const STEP_HOLD_MS = 3_000;

const BUCKETS = 4;
const BUCKET_MS = MEMORY_MS / BUCKETS;
const STEP_SAMPLES = 4;
/** The weight of one stamp in the average distance from the envelope. */
const ERROR_WEIGHT = 0.02;

export type Offset = {
  /** Takes one live stamp and the instant at which it was heard; gives the instant on our clock, never later than `heardMs`. */
  hear(stampMs: number, heardMs: number): number;
  /** An instant on our clock for any stamp of that provider; null before the first live one. May lie in the future: clamp it to when you heard it. */
  map(stampMs: number): number | null;
  /** Ours minus theirs in milliseconds; null before the first live stamp. */
  readonly offsetMs: number | null;
  /** How far above the envelope stamps lie on average, in milliseconds: what the offset cannot be known better than from one message. */
  readonly errorMs: number;
};

type Bucket = { readonly sinceMs: number; leastMs: number };
/** A step under suspicion: since when, the smallest difference in it, how many stamps agreed. */
type Step = { readonly sinceMs: number; readonly up: boolean; leastMs: number; samples: number };

/**
 * The lower envelope of `heard - stamp`, forgotten after `MEMORY_MS`. A clock that is set forward or back is followed once all stamps have agreed
 * for `STEP_HOLD_MS`; a single wild stamp, or a burst after a stall, moves nothing.
 */
export function makeOffset(): Offset {
  let buckets: Bucket[] = [];
  let step: Step | null = null;
  let errorMs = 0;

  const least = (): number | null =>
    buckets.length === 0 ? null : buckets.reduce((low, { leastMs }) => Math.min(low, leastMs), Infinity);

  const keep = (differenceMs: number, heardMs: number): void => {
    const newest = buckets.at(-1);
    if (newest !== undefined && heardMs - newest.sinceMs < BUCKET_MS) {
      newest.leastMs = Math.min(newest.leastMs, differenceMs);
      return;
    }
    buckets = buckets.filter(({ sinceMs }) => heardMs - sinceMs < MEMORY_MS);
    buckets.push({ sinceMs: heardMs, leastMs: differenceMs });
  };

  /** True once a step has held; the envelope then starts anew from it. */
  const believes = (up: boolean, differenceMs: number, heardMs: number): boolean => {
    // A lower level than suspected so far is another step: a burst after a stall comes down like this.
    if (step === null || step.up !== up || (up && differenceMs < step.leastMs - STEP_MS))
      step = { sinceMs: heardMs, up, leastMs: differenceMs, samples: 0 };
    step.leastMs = Math.min(step.leastMs, differenceMs);
    step.samples += 1;
    if (heardMs - step.sinceMs < STEP_HOLD_MS || step.samples < STEP_SAMPLES) return false;
    buckets = [{ sinceMs: heardMs, leastMs: step.leastMs }];
    step = null;
    return true;
  };

  const hear = (stampMs: number, heardMs: number): number => {
    const differenceMs = heardMs - stampMs;
    const offsetMs = least();
    const strayMs = offsetMs === null ? 0 : differenceMs - offsetMs;
    if (Math.abs(strayMs) <= STEP_MS) {
      step = null;
      keep(differenceMs, heardMs);
      errorMs += (Math.abs(strayMs) - errorMs) * ERROR_WEIGHT;
    } else believes(strayMs > 0, differenceMs, heardMs);
    return Math.min(heardMs, stampMs + (least() ?? differenceMs));
  };

  return {
    hear,
    map(stampMs) {
      const offsetMs = least();
      return offsetMs === null ? null : stampMs + offsetMs;
    },
    get offsetMs() {
      return least();
    },
    get errorMs() {
      return errorMs;
    },
  };
}

const SECONDS_UP_TO = 1e11;
const MILLISECONDS_UP_TO = 1e14;
const MICROSECONDS_UP_TO = 1e17;
const SECONDS_FROM = 1e9;

/**
 * A stamp in milliseconds, whatever unit it came in: seconds, milliseconds, microseconds and nanoseconds since 1970 cannot be mistaken for one another
 * between 2001 and 5000. Smaller numbers are milliseconds since something else.
 */
export function stampMs(stamp: number): number {
  if (stamp < SECONDS_FROM) return stamp;
  if (stamp < SECONDS_UP_TO) return stamp * 1000;
  if (stamp < MILLISECONDS_UP_TO) return stamp;
  if (stamp < MICROSECONDS_UP_TO) return stamp / 1000;
  return stamp / 1e6;
}
