// Time turned by hand: a Timekeeper that stands still until a test advances it, and then runs what is due, in order.
import type { Timekeeper } from '../../src/feeds/feed.ts';

export type ManualTime = Timekeeper & {
  /** Moves on by `ms`, stopping at each due action on the way; what an action schedules within the span runs too. */
  advance(ms: number): void;
  /** Actions that wait. */
  pending(): number;
};

type Due = { readonly atMs: number; readonly action: () => void };

/** Starts at `startMs`, by default an instant of November 2023. */
export function makeManualTime(startMs = 1_700_000_000_000): ManualTime {
  let nowMs = startMs;
  const waiting = new Set<Due>();

  const next = (untilMs: number): Due | null => {
    let first: Due | null = null;
    for (const due of waiting)
      if (due.atMs <= untilMs && (first === null || due.atMs < first.atMs)) first = due;
    return first;
  };

  return {
    now: () => nowMs,
    after(ms, action) {
      const due = { atMs: nowMs + Math.max(0, ms), action };
      waiting.add(due);
      return () => {
        waiting.delete(due);
      };
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let due = next(untilMs); due !== null; due = next(untilMs)) {
        waiting.delete(due);
        nowMs = Math.max(nowMs, due.atMs);
        due.action();
      }
      nowMs = untilMs;
    },
    pending: () => waiting.size,
  };
}
