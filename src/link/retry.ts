// How long to wait before the next try: full jitter, so that a dozen pages do not come back to a restarted relay at one instant.

export const FIRST_WAIT_MS = 250;
export const LONGEST_WAIT_MS = 5_000;

/** The wait before try `attempt` (from 1), in milliseconds: anything up to a bound that doubles. `chance` is in [0, 1). */
export const retryWaitMs = (attempt: number, chance: number): number =>
  chance * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 16));
