// Says the lines of a script when their time has come, by a real clock: what is late is said at once, in order.
import type { Line } from './tracking-game.ts';

export type Playing = {
  /** Resolves when the last line was said, or it was stopped. */
  readonly done: Promise<void>;
  stop(): void;
};

/** Starts to say `lines`, whose times count from `startMs` since 1970. */
export function playLines(
  lines: readonly Line[],
  startMs: number,
  say: (source: string, data: unknown) => void,
): Playing {
  let timer: NodeJS.Timeout | undefined;
  let finish: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const sayFrom = (first: number): void => {
    let next = first;
    for (let line = lines[next]; line !== undefined; line = lines[next]) {
      const waitMs = startMs + line.atMs - Date.now();
      if (waitMs > 0) {
        const from = next;
        timer = setTimeout(() => sayFrom(from), waitMs);
        return;
      }
      say(line.source, line.data);
      next += 1;
    }
    finish();
  };
  sayFrom(0);
  return {
    done,
    stop() {
      clearTimeout(timer);
      finish();
    },
  };
}
