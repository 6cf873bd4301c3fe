// The one clock of the process: milliseconds since 1970 that never run back, whatever is done to the machine's own clock.
import { performance } from 'node:perf_hooks';
import type { Timekeeper } from '../feeds/feed.ts';

/** Real time, for `main`. A step of the system's clock after the start is not followed: all pages measure against this one. */
export const realTime: Timekeeper = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
