// Hears that LiveData has fallen silent while the clock runs: first its state is asked for, and where no answer comes the connection is given up.
import type { Timekeeper } from '../feed.ts';

/** Assumed: in-game words come at least so often while the clock runs, in milliseconds; their rate is not documented. */
export const IN_GAME_STALE_MS = 5_000;
/** Assumed: without in-game words, something happens in a basketball game at least so often while its clock runs. Milliseconds. */
export const STALE_MS = 60_000;
/** A question for the state that is not answered for so long ends the connection. Milliseconds. */
export const ANSWER_MS = 10_000;

export type QuietOptions = {
  readonly time: Timekeeper;
  /** True while the clock runs. */
  readonly expects: () => boolean;
  /** Nothing was heard: ask. */
  readonly stale: () => void;
  /** Nothing was answered. */
  readonly dead: () => void;
};

export type Quiet = {
  /** Words came; `isInGame` from the channel that speaks all the time. */
  heard(isInGame: boolean): void;
  stop(): void;
};

/** Watches from now on. */
export function watchQuiet({ time, expects, stale, dead }: QuietOptions): Quiet {
  let staleMs = STALE_MS;
  let cancel = (): void => undefined;
  const wait = (): void => {
    cancel();
    cancel = time.after(staleMs, look);
  };
  const look = (): void => {
    if (!expects()) {
      wait();
      return;
    }
    stale();
    cancel = time.after(ANSWER_MS, dead);
  };
  wait();
  return {
    heard(isInGame) {
      if (isInGame) staleMs = IN_GAME_STALE_MS;
      wait();
    },
    stop: () => cancel(),
  };
}
