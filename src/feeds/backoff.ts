// How long to wait before the next try: doubling, capped, and drawn at random so that a thousand clients do not come back at once.

export type BackoffOptions = {
  /** No wait is shorter, in milliseconds; 250 by default. */
  readonly minMs?: number;
  /** No wait is longer, in milliseconds; 5000 by default. */
  readonly maxMs?: number;
  /** 0 up to but not 1. */
  readonly random: () => number;
};

export type Backoff = {
  /** The next wait, in milliseconds: anywhere from `minMs` to a ceiling that doubles with each call up to `maxMs`. */
  next(): number;
  /** Begins again at the shortest: the last try succeeded. */
  reset(): void;
};

/** Full jitter between `minMs` and a doubling ceiling. Never gives up. */
export function makeBackoff({ minMs = 250, maxMs = 5_000, random }: BackoffOptions): Backoff {
  let ceilingMs = minMs;
  return {
    next() {
      ceilingMs = Math.min(maxMs, ceilingMs * 2);
      return minMs + random() * (ceilingMs - minMs);
    },
    reset() {
      ceilingMs = minMs;
    },
  };
}
