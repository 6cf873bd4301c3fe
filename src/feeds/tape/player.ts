// Plays a reel: at any rate, from any instant, backwards too. As in life at rate 1, with what was heard up to now; else the game's course says which instant is
// now, and what was heard a little later is known already.
import { type Course, gameAt, isLiveCourse } from '../../game/course.ts';
import type { FeedReader, Jump, Timekeeper } from '../feed.ts';
import type { Heard } from './gist.ts';
import type { Place, Reel } from './reel.ts';
import { makeShift, type Shift, shifted, shiftedGame } from './shift.ts';

/** While the game does not go on as in life, so much of what was heard after an instant is known at it: nothing that was said late is missing. Milliseconds. */
export const LOOKAHEAD_MS = 2_000;
/** History that goes with each jump, beyond what outputs play behind: as much as trails, cameras and smoothing look back on. Milliseconds. */
export const REACH_MS = 14_000;
/** Played backwards: so many milliseconds of history for each unit of rate, at most `MOST_BACK_MS`; new history is given when so much is left. */
const BACK_MS = 15_000;
export const MOST_BACK_MS = 200_000;
const BACK_LEFT_MS = 2_000;
/** What lies so far behind the newest that was given may be forgotten by whoever heard it. Milliseconds. */
const KEPT_MS = 240_000;
/** Who is sent where it is already goes on. Milliseconds. */
const HERE_MS = 50;
/** Whoever listens only since now knows what was shown so long before; what lies further back must be given anew. Milliseconds. */
const SURE_MS = 2_000;
/** Given in handfuls no more often than this where nothing is waited for to the millisecond. */
const HANDFUL_MS = 5;

export type Bounds = { readonly lowMs: number; readonly highMs: number };

/** Where it is, on the tape's time line, and how it goes on: at rate 0 it stands. */
type Anchor = { readonly tapeMs: number; readonly sinceMs: number; readonly rate: number };

export type PlayerOptions = {
  readonly reel: Reel;
  readonly time: Timekeeper;
  readonly to: Pick<FeedReader, 'words' | 'message' | 'fault' | 'reachMs'>;
  readonly fromMs: number;
  /** It has come to the bound to which it went, and stands there. */
  readonly onBound: () => void;
  /** The course is another. */
  readonly onCourse: () => void;
  /** The same, and all that was said before gives way to this. */
  readonly onJump: (jump: Omit<Jump, 'transport'>) => void;
};

export class Player {
  readonly #options: PlayerOptions;
  #anchor: Anchor;
  #bounds: Bounds;
  #offsetMs: number;
  #place: Place = { block: 0, index: 0 };
  /** What was given reaches from here to there, on the tape's time line. */
  #lowMs = Number.NEGATIVE_INFINITY;
  /** The furthest that it was since the last jump. */
  #furthestMs: number;
  #highMs: number;
  #cancel = (): void => {};

  /** Stands at the beginning. */
  constructor(options: PlayerOptions) {
    const { fromMs, time } = options;
    const sinceMs = time.now();
    this.#options = options;
    this.#anchor = { tapeMs: fromMs, sinceMs, rate: 0 };
    this.#bounds = { lowMs: fromMs, highMs: Number.POSITIVE_INFINITY };
    this.#offsetMs = sinceMs - fromMs;
    this.#highMs = fromMs;
    this.#furthestMs = fromMs;
  }

  get course(): Course {
    const { tapeMs, sinceMs, rate } = this.#anchor;
    const { lowMs, highMs } = this.#bounds;
    const boundMs = rate < 0 ? lowMs : highMs;
    const untilMs = rate === 0 || !Number.isFinite(boundMs) ? null : boundMs + this.#offsetMs;
    return { rate, gameMs: tapeMs + this.#offsetMs, sinceMs, untilMs };
  }

  get rate(): number {
    return this.#anchor.rate;
  }

  /** Our time less the tape's. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Where it is, on the tape's time line. */
  get tapeMs(): number {
    return gameAt(this.course, this.#options.time.now()) - this.#offsetMs;
  }

  /** Plays from the beginning on: nothing was given yet. */
  begin(rate: number, bounds: Bounds): void {
    this.#bounds = bounds;
    this.#anchor = { ...this.#anchor, sinceMs: this.#options.time.now(), rate };
    this.#offsetMs = this.#anchor.sinceMs - this.#anchor.tapeMs;
    this.#options.onCourse();
    this.turn();
  }

  /** Goes on from an instant of the tape at a rate, within bounds; what was given gives way where it does not hold there. */
  go(tapeMs: number, rate: number, bounds: Bounds): void {
    this.#cancel();
    this.#bounds = bounds;
    const goesOnLive = rate === 1 && this.#isLive && Math.abs(tapeMs - this.tapeMs) < HERE_MS;
    if (!goesOnLive) this.#anchor = { tapeMs, sinceMs: this.#options.time.now(), rate };
    if (goesOnLive || (rate !== 1 && this.#holds(tapeMs, rate))) this.#options.onCourse();
    else this.#jump();
    this.turn();
  }

  stop(): void {
    this.#cancel();
  }

  /** Gives what is due, and waits for what is next. Called when more is on the reel, too. */
  turn(): void {
    this.#cancel();
    const { rate } = this.#anchor;
    const { lowMs, highMs } = this.#bounds;
    const tapeMs = this.tapeMs;
    this.#furthestMs = Math.max(this.#furthestMs, tapeMs);
    this.#give(tapeMs + this.#aheadMs);
    if ((rate > 0 && tapeMs >= highMs) || (rate < 0 && tapeMs <= lowMs)) return this.#options.onBound();
    if (rate !== 0 && this.#needsBack(tapeMs)) {
      this.#anchor = { tapeMs, sinceMs: this.#options.time.now(), rate };
      this.#jump();
    }
    if (rate !== 0) this.#wait();
  }

  get #isLive(): boolean {
    return isLiveCourse(this.course);
  }

  get #aheadMs(): number {
    return this.#anchor.rate === 1 ? 0 : LOOKAHEAD_MS;
  }

  /** How far back what is shown at an instant reaches. */
  get #shownMs(): number {
    return this.#options.to.reachMs?.() ?? 0;
  }

  /** True when what was given is all that is shown about an instant, or what follows on it is. */
  #holds(tapeMs: number, rate: number): boolean {
    const { fromMs } = this.#options;
    const isBehind =
      tapeMs >= this.#furthestMs - SURE_MS &&
      (tapeMs - this.#shownMs >= this.#lowMs || this.#lowMs <= fromMs);
    const isNear = tapeMs <= this.#highMs + LOOKAHEAD_MS;
    return rate >= 0 && isBehind && isNear;
  }

  /** Played backwards history runs out; played on, somebody looks further behind than before. */
  #needsBack(tapeMs: number): boolean {
    return this.#lowMs > this.#options.fromMs && tapeMs - this.#shownMs - BACK_LEFT_MS < this.#lowMs;
  }

  #jump(): void {
    const { reel, time, onJump } = this.#options;
    const { tapeMs, rate } = this.#anchor;
    const sinceMs = time.now();
    const backMs = rate < 0 ? Math.min(MOST_BACK_MS, BACK_MS * -rate) : 0;
    this.#anchor = { tapeMs, sinceMs, rate };
    this.#offsetMs = sinceMs - tapeMs;
    this.#highMs = tapeMs + this.#aheadMs;
    this.#lowMs = tapeMs - this.#shownMs - REACH_MS - backMs;
    const { game, messages } = reel.stretch(this.#lowMs, this.#highMs);
    const shift = this.#shift();
    this.#place = reel.placeAfter(this.#highMs);
    this.#furthestMs = tapeMs;
    onJump({ game: shiftedGame(game, shift), messages: messages.map((one) => shifted(one, shift)) });
  }

  #shift(): Shift {
    return makeShift(0, this.#offsetMs);
  }

  #give(untilMs: number): void {
    const { reel } = this.#options;
    const shift = this.#shift();
    for (
      let here = reel.at(this.#place);
      here && here.heard.heardMs <= untilMs;
      here = reel.at(this.#place)
    ) {
      this.#place = here.next;
      this.#say(here.heard, shift);
    }
    this.#highMs = Math.max(this.#highMs, untilMs);
    this.#lowMs = Math.max(this.#lowMs, this.#highMs - KEPT_MS - this.#shownMs);
  }

  #say({ words, said, faults }: Heard, shift: Shift): void {
    const { to } = this.#options;
    if (words) to.words({ ...words, heardMs: shift(words.heardMs) });
    for (const one of faults) to.fault(one);
    for (const one of said) to.message(shifted(one, shift));
  }

  /** The next turn: when something is due to be given, when a bound is reached, when history runs out. */
  #wait(): void {
    const { reel, time } = this.#options;
    const { tapeMs, sinceMs, rate } = this.#anchor;
    const { lowMs, highMs } = this.#bounds;
    const next = rate > 0 ? reel.at(this.#place)?.heard.heardMs : undefined;
    const dueMs =
      rate > 0
        ? Math.min(highMs, next === undefined ? highMs : next - this.#aheadMs)
        : Math.max(lowMs, this.#lowMs + this.#shownMs + BACK_LEFT_MS);
    if (!Number.isFinite(dueMs)) return;
    const waitMs = sinceMs + (dueMs - tapeMs) / rate - time.now();
    this.#cancel = time.after(Math.max(rate === 1 ? 0 : HANDFUL_MS, waitMs), () => this.turn());
  }
}
