// Hears that a provider has fallen silent while the clock runs: words must come twice a second then. A half-open socket says nothing else.
// Source: Live Data V2, clock (2 Hz).
import type { Timekeeper } from '../feed.ts';

/** Silent for so long while the clock runs: stale. Milliseconds. */
export const STALE_MS = 1_500;
/** Silent for so long while the clock runs: cut off and connect again. Milliseconds. */
export const CUT_MS = 3_000;

export type BeatOptions = {
  readonly time: Timekeeper;
  /** Whether words are due, at an instant. */
  readonly expects: (atMs: number) => boolean;
  readonly stale: () => void;
  readonly cut: () => void;
};

export type Beat = {
  /** Words were heard. */
  heard(): void;
  stop(): void;
};

/** Watches from now on. */
export function watchBeat({ time, expects, stale, cut }: BeatOptions): Beat {
  let heardMs = time.now();
  let cancel = (): void => undefined;

  const look = (): void => {
    const nowMs = time.now();
    const silentMs = nowMs - heardMs;
    if (silentMs < STALE_MS) {
      cancel = time.after(STALE_MS - silentMs, look);
      return;
    }
    if (!expects(nowMs)) {
      cancel = time.after(STALE_MS, look);
      return;
    }
    if (silentMs >= CUT_MS) {
      cut();
      return;
    }
    stale();
    cancel = time.after(CUT_MS - silentMs, look);
  };

  cancel = time.after(STALE_MS, look);
  return {
    heard() {
      heardMs = time.now();
    },
    stop: () => cancel(),
  };
}
