// One wire with faults on it: lines go in as they are said, texts come out as a client hears them. Pure and seeded: the same lines, board and seed give the same texts.

import type { Source } from '../feeds/shottracker/sources.ts';
import { type Chance, chanceOf } from '../feeds/simulator/random.ts';
import { skewed, truncated, wrongScore, wrongTypes } from './fault-texts.ts';
import type { FaultBoard, FaultName } from './faults.ts';

/** Lines that one wire holds back at most; of sources without a sequence the oldest goes when there are more. */
export const MAX_HELD = 4_000;

/** What a fault does when it is not told how much. */
const SHARE = 0.2;
const MS: Readonly<Partial<Record<FaultName, number>>> = {
  delay: 1_000,
  jitter: 500,
  reorder: 400,
  'clock-skew': 5_000,
};
const POINTS = 10;

export type Wired = { readonly source: Source; readonly text: string; readonly sequenced: boolean };
type Held = Wired & { readonly dueMs: number; readonly order: number; readonly thawed: boolean };

export class FaultLine {
  readonly #board: FaultBoard;
  readonly #chance: Chance;
  /** In order: all of what one fault delays stays behind each other, as on one wire. */
  readonly #lastDue = new Map<Source | 'all', number>();
  readonly #lastText = new Map<Source, string>();
  #held: Held[] = [];
  #order = 0;

  constructor(board: FaultBoard, seed: number) {
    this.#board = board;
    this.#chance = chanceOf(seed);
  }

  /** True while nothing more with a sequence should be put in: it waits in the history instead. */
  get isFull(): boolean {
    return this.#held.length >= MAX_HELD;
  }

  /** True while connections are to be broken. */
  isCut(nowMs: number): boolean {
    return this.#board.on('cut', 'clock', nowMs) !== null;
  }

  /** Puts a line in. Ask `out` afterwards. */
  take(line: Wired, nowMs: number): void {
    const frozen = this.#frozen(line.source, nowMs);
    if (frozen !== null) {
      this.#hold({ ...line, text: frozen, sequenced: false }, nowMs, false);
      // What has a sequence was said behind the frozen front, and is told afterwards.
      if (line.sequenced) this.#hold(line, nowMs, true);
      return;
    }
    const text = this.#said(line, nowMs);
    if (text === null) return;
    const dueMs = this.#due(line.source, nowMs);
    this.#hold({ ...line, text }, dueMs, false);
    if (this.#happens('duplicate', line.source, nowMs)) this.#hold({ ...line, text }, dueMs, false);
  }

  #happens(fault: FaultName, source: Source, nowMs: number, share = SHARE): boolean {
    const on = this.#board.on(fault, source, nowMs);
    return on !== null && this.#chance.happens(on.share ?? share);
  }

  /** How much a fault is told to do, in milliseconds; null when it is off. */
  #ms(fault: FaultName, source: Source, nowMs: number): number | null {
    const on = this.#board.on(fault, source, nowMs);
    return on === null ? null : (on.ms ?? MS[fault] ?? 0);
  }

  /** What a frozen source says again; null when it is not frozen, or has said nothing yet. */
  #frozen(source: Source, nowMs: number): string | null {
    const before = this.#lastText.get(source);
    return before !== undefined && this.#happens('freeze', source, nowMs, 1) ? before : null;
  }

  #said({ source, text }: Wired, nowMs: number): string | null {
    if (this.isCut(nowMs) || this.#happens('loss', source, nowMs)) return null;
    let said = text;
    const wrong = this.#board.on('wrong-score', source, nowMs);
    if (wrong !== null) said = wrongScore(said, source, wrong.points ?? POINTS);
    const skewMs = this.#ms('clock-skew', source, nowMs);
    if (skewMs !== null) said = skewed(said, skewMs);
    if (this.#happens('wrong-types', source, nowMs)) said = wrongTypes(said);
    if (this.#happens('truncate', source, nowMs)) said = truncated(said, this.#chance.next());
    this.#lastText.set(source, said);
    return said;
  }

  #due(source: Source, nowMs: number): number {
    const delayMs = this.#ms('delay', source, nowMs) ?? 0;
    const jitterMs = (this.#ms('jitter', source, nowMs) ?? 0) * this.#chance.next();
    const before = Math.max(this.#lastDue.get('all') ?? 0, this.#lastDue.get(source) ?? 0);
    const inOrderMs = Math.max(nowMs + Math.max(0, delayMs + jitterMs), before);
    const late = this.#board.on('delay', source, nowMs) ?? this.#board.on('jitter', source, nowMs);
    this.#lastDue.set(late?.source ?? source, inOrderMs);
    if (!this.#happens('reorder', source, nowMs)) return inOrderMs;
    return inOrderMs + (this.#ms('reorder', source, nowMs) ?? 0) * this.#chance.next();
  }

  /** `thawed`: it waits until its source is no longer frozen. */
  #hold(line: Wired, dueMs: number, thawed: boolean): void {
    this.#order += 1;
    this.#held.push({ ...line, dueMs, order: this.#order, thawed });
    if (this.#held.length <= MAX_HELD) return;
    const oldest = this.#held.findIndex(({ sequenced }) => !sequenced);
    if (oldest >= 0) this.#held.splice(oldest, 1);
  }

  #isStalled({ source, thawed }: Held, nowMs: number): boolean {
    if (thawed && this.#board.on('freeze', source, nowMs) !== null) return true;
    return this.#board.on('stall', source, nowMs) !== null;
  }

  /** What comes out now, in order. */
  out(nowMs: number): readonly string[] {
    const isOut = (one: Held): boolean => one.dueMs <= nowMs && !this.#isStalled(one, nowMs);
    const due = this.#held.filter(isOut);
    if (due.length === 0) return [];
    this.#held = this.#held.filter((one) => !isOut(one));
    return due.sort((a, b) => a.dueMs - b.dueMs || a.order - b.order).map(({ text }) => text);
  }

  /** When to ask again though nothing is put in; null when nothing is held, or only until a hand frees it. */
  nextMs(nowMs: number): number | null {
    if (this.#held.length === 0) return null;
    const due = this.#held.filter((one) => !this.#isStalled(one, nowMs)).map(({ dueMs }) => dueMs);
    const change = this.#board.nextChange(nowMs);
    const next = Math.min(...due, change ?? Number.POSITIVE_INFINITY);
    return Number.isFinite(next) ? Math.max(next, nowMs) : null;
  }
}
