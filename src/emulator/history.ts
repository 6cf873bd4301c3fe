// What was said of one game: the sequence in the order in which it was said, as far back as is kept, and the latest of each source without one.
import type { Source } from '../feeds/shottracker/sources.ts';
import type { Line } from './line.ts';

/** What is kept of the sequence, by age and by length. */
export type HistoryLimits = { readonly keepMs: number; readonly keepLines: number };
/** A long game with its overtimes, and room. */
export const HISTORY_LIMITS: HistoryLimits = { keepMs: 6 * 3_600_000, keepLines: 200_000 };

export type Numbered = Line & { readonly seq: number };

/** Where a client begins. `tooOld`: what it has missed is no longer kept; `ahead`: it has heard more than was ever said here. */
export type Beginning = {
  readonly place: number;
  readonly standing: 'whole' | 'tooOld' | 'ahead';
  /** The lowest number that is kept; null when none is. */
  readonly oldest: number | null;
};

export class History {
  readonly #limits: HistoryLimits;
  readonly #latest = new Map<Source, Line>();
  #lines: Numbered[] = [];
  #seen = new Map<number, string>();
  /** Places count on from the first line that was ever said: those before this one are no longer kept. */
  #dropped = 0;
  #droppedSeq = 0;
  #last = 0;

  constructor(limits: Partial<HistoryLimits> = {}) {
    this.#limits = { ...HISTORY_LIMITS, ...limits };
  }

  /** The highest number so far; 0 before the first. */
  get last(): number {
    return this.#last;
  }

  /** The place after the newest line. */
  get end(): number {
    return this.#dropped + this.#lines.length;
  }

  /** The latest of each source without a sequence, in the order in which they were said. */
  get latest(): Iterable<Line> {
    return this.#latest.values();
  }

  /**
   * Takes a line; false when that number was said before, in the same words. Assumed: a known number with other words is a sequence
   * begun anew, and what was said before is no longer the provider's to tell.
   */
  add(line: Line): boolean {
    const { seq, source, text, atMs } = line;
    if (seq === null) {
      this.#latest.delete(source);
      this.#latest.set(source, line);
      return true;
    }
    const known = this.#seen.get(seq);
    if (known === text) return false;
    if (known !== undefined) this.#restart();
    this.#lines.push({ ...line, seq });
    this.#seen.set(seq, text);
    this.#last = Math.max(this.#last, seq);
    this.#forget(atMs);
    return true;
  }

  #restart(): void {
    this.#dropped += this.#lines.length;
    this.#lines = [];
    this.#seen = new Map();
    this.#last = 0;
    this.#droppedSeq = 0;
  }

  #forget(nowMs: number): void {
    const { keepMs, keepLines } = this.#limits;
    const isOver = (line: Numbered, left: number): boolean => left > keepLines || line.atMs < nowMs - keepMs;
    let gone = 0;
    for (const line of this.#lines) {
      if (!isOver(line, this.#lines.length - gone)) break;
      gone += 1;
      this.#seen.delete(line.seq);
      this.#droppedSeq = Math.max(this.#droppedSeq, line.seq);
    }
    if (gone === 0) return;
    this.#lines = this.#lines.slice(gone);
    this.#dropped += gone;
  }

  /** Where a client begins that has heard up to `lastSeq`; null: nothing yet. Source: Live Data V2, last_seq. */
  beginning(lastSeq: number | null): Beginning {
    const oldest = this.#lines[0]?.seq ?? null;
    const from = lastSeq ?? 0;
    if (from > this.#last) return { place: this.#dropped, standing: 'ahead', oldest };
    const isWhole = from >= this.#droppedSeq;
    return { place: this.#dropped, standing: isWhole ? 'whole' : 'tooOld', oldest };
  }

  /** The line at a place; null at the end. What is no longer kept is passed over: `place` is where the line stands. */
  at(place: number): { readonly line: Numbered; readonly place: number } | null {
    const kept = Math.max(place, this.#dropped);
    const line = this.#lines[kept - this.#dropped];
    return line === undefined ? null : { line, place: kept };
  }
}
