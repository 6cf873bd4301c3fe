// How long a gap may close by itself before what is missing is asked for: soon at first, then less and less often.

/** Before the first time, the second, and every one after it, in milliseconds. */
const WAITS_MS = [1_000, 2_000, 4_000] as const;
/** After so many times in a row, only now and then: each costs the positions of a moment. */
const QUICK_ASKS = 8;
/** How often that is. Milliseconds. */
export const SELDOM_MS = 30_000;
/** After so long without asking, the next is the first again. Milliseconds. */
const CALM_MS = 60_000;

export type Asking = {
  /** How long to wait from now on until what is missing is asked for. Milliseconds. */
  waitMs(nowMs: number): number;
  /** It is asked for now. */
  asked(nowMs: number): void;
};

/** One that has never asked. */
export function makeAsking(): Asking {
  let inRow = 0;
  let askedMs = Number.NEGATIVE_INFINITY;
  const soFar = (nowMs: number): number => (nowMs - askedMs < CALM_MS ? inRow : 0);
  return {
    waitMs(nowMs) {
      const asks = soFar(nowMs);
      return asks < QUICK_ASKS ? (WAITS_MS[asks] ?? WAITS_MS[2]) : SELDOM_MS;
    },
    asked(nowMs) {
      inRow = soFar(nowMs) + 1;
      askedMs = nowMs;
    },
  };
}
