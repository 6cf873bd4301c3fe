// How late this process gets to its work: a timer that should come every quarter of a second says by how much it was late.
import type { Timekeeper } from '../feeds/feed.ts';

/** Between two looks, in milliseconds. */
export const LAG_LOOK_MS = 250;
/** The worst of so many looks is told: of ten seconds. */
const LOOKS = 40;

export interface LoopLag {
  start(): void;
  stop(): void;
  /** The worst lateness of the last ten seconds, in whole milliseconds. */
  worstMs(): number;
}

/** Looks at nothing before its start. */
export function makeLoopLag(time: Timekeeper): LoopLag {
  const late: number[] = [];
  let cancel = (): void => {};
  const look = (): void => {
    const dueMs = time.now() + LAG_LOOK_MS;
    cancel = time.after(LAG_LOOK_MS, () => {
      late.push(Math.max(0, time.now() - dueMs));
      if (late.length > LOOKS) late.shift();
      look();
    });
  };
  return { start: look, stop: () => cancel(), worstMs: () => Math.round(Math.max(0, ...late)) };
}
