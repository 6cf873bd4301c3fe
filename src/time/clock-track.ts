// One clock's history of ticks, and what it read at any instant. A tick says an interval, not a value: "23.4" means [23.4, 23.5).
//
// Ticks of one run of the clock share one truth, the instant at which it would reach zero; each tick narrows that. So a start is recovered from
// the first running tick, a stop from the stopped one, and between them the clock reads its exact tenth.
import { countNear, countUntil } from './sorted.ts';

/** What a clock said at an instant; `off` for a shot clock that shows nothing. */
export type ClockTick = {
  readonly atMs: number;
  readonly remainingMs: number;
  readonly running: boolean;
  readonly resolutionMs: number;
  readonly off: boolean;
  /** Said by a second witness: it gives way to the first one's ticks wherever they differ. */
  readonly weak?: boolean;
};

/** A reading; reused by the track that gave it. `known` is false before the first tick; `weak` when only the second witness says it. */
export type Reading = { known: boolean; off: boolean; running: boolean; remainingMs: number; weak: boolean };

export type ClockTrackOptions = {
  /** A run whose ticks disagree by more than this has been set anew. Milliseconds. */
  readonly toleranceMs?: number;
  /** Values at which a running clock is known to be reset (24 s, 14 s): they tell the instant of a reset between two ticks. */
  readonly resetsMs?: readonly number[];
};

/** Ticks that share one zero instant, as far as they say: it lies in [low, high]. */
type Run = { zeroLowMs: number; zeroHighMs: number; weak: boolean };

type Entry = { readonly tick: ClockTick; readonly atMs: number; run: Run | null };

const TOLERANCE_MS = 250;

const zeroOf = ({ zeroLowMs, zeroHighMs }: Run): number => (zeroLowMs + zeroHighMs) / 2;

/** A stopped clock's value in the middle of what its figures allow would flicker against its own text: it is what it says. */
const stoppedMs = ({ remainingMs }: ClockTick): number => remainingMs;

export class ClockTrack {
  readonly #toleranceMs: number;
  readonly #resetsMs: readonly number[];
  #entries: Entry[] = [];
  /** How many were past when it was read last. */
  #count = 0;
  readonly #reading: Reading = { known: false, off: false, running: false, remainingMs: 0, weak: false };

  constructor({ toleranceMs = TOLERANCE_MS, resetsMs = [] }: ClockTrackOptions = {}) {
    this.#toleranceMs = toleranceMs;
    this.#resetsMs = resetsMs;
  }

  /** Number of ticks kept. */
  get size(): number {
    return this.#entries.length;
  }

  /** Takes a tick in any order of time; the same instant again replaces. */
  push(tick: ClockTick): void {
    const index = countUntil(this.#entries, tick.atMs);
    if (index === this.#entries.length && this.#entries[index - 1]?.atMs !== tick.atMs) {
      this.#append(tick);
      return;
    }
    const replaces = this.#entries[index - 1]?.atMs === tick.atMs ? 1 : 0;
    const ticks = this.#entries.map((entry) => entry.tick);
    ticks.splice(index - replaces, replaces, tick);
    this.#rebuild(ticks);
  }

  /** Forgets ticks before an instant, but keeps the one that was true then. */
  trim(beforeMs: number): void {
    const kept = countUntil(this.#entries, beforeMs) - 1;
    if (kept > 0) this.#entries.splice(0, kept);
  }

  clear(): void {
    this.#entries = [];
  }

  /** What the clock read at an instant. Before the first tick nothing is known. The Reading is reused. */
  read(atMs: number): Reading {
    this.#count = countNear(this.#entries, atMs, this.#count);
    const last = this.#entries[this.#count - 1];
    const next = this.#entries[this.#count];
    const reading = this.#reading;
    reading.known = last !== undefined;
    if (!last) return reading;
    const entry = next && this.#alreadyNext(last, next, atMs) ? next : last;
    const { tick, run } = entry;
    reading.off = tick.off;
    reading.weak = tick.weak === true;
    reading.running = run !== null;
    reading.remainingMs = run === null ? stoppedMs(tick) : Math.max(0, zeroOf(run) - atMs);
    if (entry === last && next && run !== null && !next.tick.off && next.run === null)
      this.#holdAtStop(run, tick, next.tick);
    return reading;
  }

  /** Running towards a stop that is already known: never below what it will have stopped at. A value set anew is no stop. */
  #holdAtStop(run: Run, last: ClockTick, stopped: ClockTick): void {
    const reading = this.#reading;
    const stopMs = stoppedMs(stopped);
    const wasMs = zeroOf(run) - last.atMs;
    if (reading.remainingMs > stopMs || stopMs > wasMs + this.#toleranceMs) return;
    reading.remainingMs = stopMs;
    reading.running = false;
  }

  /** True when what the next tick says already held at `atMs`: the clock had been started, or reset, in between. */
  #alreadyNext(last: Entry, next: Entry, atMs: number): boolean {
    if (next.run === null || next.tick.off || next.run === last.run) return false;
    const value = zeroOf(next.run) - atMs;
    if (last.run === null && !last.tick.off && this.#continues(last.tick, next))
      return value <= last.tick.remainingMs;
    const mostGoneMs = next.atMs - last.atMs + next.tick.resolutionMs;
    // NOTE: not `some`: it is asked at every tick, and a function that knows these numbers is garbage.
    for (let i = 0; i < this.#resetsMs.length; i += 1) {
      const resetMs = this.#resetsMs[i] as number;
      if (Math.abs(resetMs - next.tick.remainingMs) <= mostGoneMs && value <= resetMs) return true;
    }
    return false;
  }

  /** True when the running tick goes on from where the clock stood. */
  #continues(stood: ClockTick, next: Entry): boolean {
    const fallen = stood.remainingMs - next.tick.remainingMs;
    return fallen >= -stood.resolutionMs && fallen <= next.atMs - stood.atMs + this.#toleranceMs;
  }

  #append(tick: ClockTick): void {
    const last = this.#entries[this.#entries.length - 1];
    this.#entries.push({ tick, atMs: tick.atMs, run: this.#runFor(tick, last?.run ?? null) });
  }

  #rebuild(ticks: readonly ClockTick[]): void {
    this.#entries = [];
    for (const tick of ticks) this.#append(tick);
  }

  /** The run that a tick belongs to: the last one, narrowed, when they agree; a new one otherwise; none while stopped or off. */
  #runFor(tick: ClockTick, last: Run | null): Run | null {
    if (!tick.running || tick.off) return null;
    const low = tick.atMs + tick.remainingMs;
    const high = low + tick.resolutionMs;
    const agrees =
      last !== null &&
      low <= last.zeroHighMs + this.#toleranceMs &&
      high >= last.zeroLowMs - this.#toleranceMs;
    const weak = tick.weak === true;
    if (!agrees || last === null) return { zeroLowMs: low, zeroHighMs: high, weak };
    const apart = low > last.zeroHighMs || high < last.zeroLowMs;
    if (apart && weak !== last.weak) {
      if (!weak) Object.assign(last, { zeroLowMs: low, zeroHighMs: high, weak });
      return last;
    }
    const narrowHigh = Math.min(high, last.zeroHighMs);
    // A tick heard late says a zero that is too late: the earliest ones are the truest, so a contradiction moves the upper end only.
    last.zeroLowMs = Math.min(Math.max(low, last.zeroLowMs), narrowHigh);
    last.zeroHighMs = narrowHigh;
    last.weak &&= weak;
    return last;
  }
}
