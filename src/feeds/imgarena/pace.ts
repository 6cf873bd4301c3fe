// Spaces out what is asked of the provider, across both streams. Source: Media - Live statistics, Request limits (five a second).
import type { Timekeeper } from '../feed.ts';

/** Two tries are never closer, in milliseconds: four a second at most. */
export const GAP_MS = 250;

export type Pace = {
  /** Calls `go` as soon as it may ask; never, if the returned function was called first. */
  turn(go: () => void): () => void;
};

export function makePace(time: Timekeeper): Pace {
  let nextMs = Number.NEGATIVE_INFINITY;
  return {
    turn(go) {
      const dueMs = Math.max(time.now(), nextMs);
      nextMs = dueMs + GAP_MS;
      return time.after(dueMs - time.now(), go);
    },
  };
}
