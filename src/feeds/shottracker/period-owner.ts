// Two sources tell the period, a second or two apart: the clock owns it while it runs, the summary tells what no clock knows (half-time, the end).
import { isPlayed, type Period } from '../../game/period.ts';
import type { Fact, FactOf } from '../told.ts';

/** A clock that was not heard for so long owns nothing. Milliseconds. */
export const CLOCK_OWNS_MS = 5_000;

type Tick = { readonly period: Period; readonly running: boolean; readonly heardMs: number };

export class PeriodOwner {
  #tick: Tick | null = null;
  #saidMs = Number.NEGATIVE_INFINITY;

  /**
   * A tick, without its period where it begins none: where it only repeats while the clock stands, and where it stands at 0:00 and a period was
   * named before. END and HT said in between shall stay, also where nothing but the end of the period was heard.
   */
  tick(fact: FactOf<'clock'>, heardMs: number): FactOf<'clock'> {
    const { period, ...rest } = fact;
    if (period === undefined) return fact;
    const { running, remainingMs } = fact.game;
    const repeats = this.#tick?.period === period;
    const isOver = isPlayed(period) && remainingMs === 0 && this.#saidMs !== Number.NEGATIVE_INFINITY;
    this.#tick = { period, running, heardMs };
    return !running && (repeats || isOver) ? rest : fact;
  }

  /** Whether the summary may say this period now: not against a clock that runs in another. */
  allows(period: Period, heardMs: number): boolean {
    const tick = this.#tick;
    const runs = tick !== null && tick.running && heardMs - tick.heardMs < CLOCK_OWNS_MS;
    return !runs || tick.period === period;
  }

  /**
   * When a fact holds that names a period: never before the last that named one. Ticks bear no stamp: after a stall they are true when they
   * are heard, and a summary that was said after them may bear an older stamp.
   */
  date(fact: Fact, atMs: number): number {
    const names = fact.kind === 'period' || (fact.kind === 'clock' && fact.period !== undefined);
    if (!names) return atMs;
    this.#saidMs = Math.max(this.#saidMs, atMs);
    return this.#saidMs;
  }
}
