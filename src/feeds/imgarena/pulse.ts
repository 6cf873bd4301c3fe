// Listens for the heartbeats that come every 10 s between packets: what misses them is stale, then dead. Source: Media - Live statistics.
import type { Timekeeper } from '../feed.ts';

/** A heartbeat is late. Milliseconds. */
export const STALE_MS = 15_000;
/** Two have not come: the connection is cut. Milliseconds. */
export const DEAD_MS = 25_000;

export type Pulse = {
  /** Anything was heard. */
  heard(): void;
  stop(): void;
};

/** Watches from now on. `stale` is told once in each silence, `dead` once. */
export function watchPulse(time: Timekeeper, to: { stale(): void; dead(): void }): Pulse {
  let cancel = (): void => undefined;
  const begin = (): void => {
    cancel();
    cancel = time.after(STALE_MS, () => {
      cancel = time.after(DEAD_MS - STALE_MS, () => to.dead());
      to.stale();
    });
  };
  begin();
  return { heard: begin, stop: () => cancel() };
}
