// One of two feeds as it has spoken so far: the game that it tells, whether it is there, and what it has said when.
import { fold } from '../../game/fold.ts';
import { type Anchor, type Game, noGame } from '../../game/game.ts';
import type { FeedStatus, Said } from '../../game/message.ts';
import type { Field } from '../../game/owners.ts';
import { Past, type SideIds, valueOf } from './agreement.ts';
import { fieldsIn } from './parts.ts';

/** How long a field may be silent while the clock runs, for what a feed says all the time. Milliseconds; a field not named is said when it changes. */
export type Beats = Readonly<Partial<Record<Field, number>>>;

type FrameSaid = Extract<Said, { kind: 'frame' }>;
/** What is kept of positions that are not on air, so that they go on without a gap. Milliseconds. */
const FRAMES_MS = 5_000;
const ANCHORS_KEPT = 240;
/** Falls that are remembered, and for how long. */
const FALLS_MS = 600_000;
/** A feed that has come back is believed after so long; after each more fall within ten minutes twice as long. Milliseconds. */
export const HOLD_MS = 10_000;
const LONGEST_HOLD_MS = 300_000;

/** Kinds of which the newest stands, whenever it is heard. */
const NEWEST: ReadonlySet<Said['kind']> = new Set(['score', 'period', 'clock', 'possession']);

const COMPARED = ['score', 'period', 'fouls'] as const;
type Compared = (typeof COMPARED)[number];
const isCompared = (field: Field): field is Compared => COMPARED.some((one) => one === field);

export class LaneState {
  readonly #beats: Beats;
  game: Game = noGame;
  status: FeedStatus = 'connecting';
  /** Since when it is there; null while it is not. And since when it is not. */
  freshMs: number | null = null;
  #downMs = Number.NEGATIVE_INFINITY;
  #falls: number[] = [];
  readonly #said = new Map<Field, number>();
  /** Since when a field that beats does so again. */
  readonly #resumed = new Map<Field, number>();
  readonly #newest = new Map<string, number>();
  #past = LaneState.#noPast();
  #anchors: Anchor[] = [];
  #frames: FrameSaid[] = [];

  constructor(beats: Beats) {
    this.#beats = beats;
  }

  static #noPast(): Record<Compared, Past> {
    return { score: new Past(), period: new Past(), fouls: new Past() };
  }

  /** From now on values are by other sides: what it says now it has said since then. */
  turn(sides: SideIds, atMs: number): void {
    this.#past = LaneState.#noPast();
    this.#take(sides, atMs);
  }

  #take(sides: SideIds, atMs: number): void {
    for (const field of COMPARED) {
      const value = valueOf(field, this.game, sides);
      if (value !== null) this.#past[field].take(value, atMs);
    }
  }

  become(status: FeedStatus, atMs: number): void {
    const isFresh = status === 'live' || status === 'ended';
    if (isFresh && this.freshMs === null) this.freshMs = atMs;
    else if (!isFresh && (this.freshMs !== null || this.#downMs === Number.NEGATIVE_INFINITY)) {
      if (this.freshMs !== null) this.#falls.push(atMs);
      this.freshMs = null;
      this.#downMs = atMs;
    }
    this.status = status;
  }

  /** Takes a message. `sides` are the teams in this feed's own ids. */
  hear(said: Said, sides: () => SideIds): void {
    for (const field of fieldsIn(said)) this.#note(field, said.heardMs);
    if (said.kind === 'frame') {
      this.#frames.push(said);
      while ((this.#frames[0]?.atMs ?? said.atMs) < said.atMs - FRAMES_MS) this.#frames.shift();
      return;
    }
    if (said.kind === 'begin') {
      this.#past = LaneState.#noPast();
      this.#newest.clear();
      this.#anchors = [];
    }
    if (NEWEST.has(said.kind)) {
      // A summary and an event are two tellers of one score: the game weighs them, not their stamps.
      const teller = said.kind === 'score' ? `score ${said.from}` : said.kind;
      if (said.atMs < (this.#newest.get(teller) ?? said.atMs)) return;
      this.#newest.set(teller, said.atMs);
    }
    const before = this.game;
    this.game = fold(before, { ...said, seq: 0 });
    if (this.game.clock !== before.clock && this.game.clock) this.#anchor(this.game.clock);
    this.#take(sides(), said.heardMs);
  }

  #note(field: Field, atMs: number): void {
    const beatMs = this.#beats[field];
    const lastMs = this.#said.get(field);
    if (beatMs !== undefined && (lastMs === undefined || atMs - lastMs > beatMs))
      this.#resumed.set(field, atMs);
    this.#said.set(field, atMs);
  }

  #anchor(anchor: Anchor): void {
    this.#anchors.push(anchor);
    if (this.#anchors.length > ANCHORS_KEPT) this.#anchors.shift();
  }

  /** When it last spoke of a field; undefined for never. */
  saidMs(field: Field): number | undefined {
    return this.#said.get(field);
  }

  past(field: Field): Past | null {
    return isCompared(field) ? this.#past[field] : null;
  }

  /** Its clock as it knew it at an instant. */
  clockAt(atMs: number): Anchor | null {
    for (let at = this.#anchors.length - 1; at >= 0; at -= 1) {
      const anchor = this.#anchors[at] as Anchor;
      if (anchor.atMs <= atMs) return anchor;
    }
    return null;
  }

  /** Frames since an instant, as far as they are kept. */
  framesSince(sinceMs: number): readonly FrameSaid[] {
    return this.#frames.filter(({ atMs }) => atMs > sinceMs);
  }

  /** Since when it does not speak of a field although it should; null while it does. */
  downMs(field: Field, nowMs: number): number | null {
    if (this.freshMs === null) return this.#downMs;
    const beatMs = this.#beats[field];
    const saidMs = this.#said.get(field);
    if (beatMs === undefined || saidMs === undefined || this.status === 'ended') return null;
    const isDue = nowMs - saidMs > beatMs && (this.game.clock?.running ?? false);
    return isDue ? saidMs + beatMs : null;
  }

  /** For how long it has been there, for this field, without a break. */
  steadyMs(field: Field, nowMs: number): number {
    return this.freshMs === null
      ? 0
      : nowMs - Math.max(this.freshMs, this.#resumed.get(field) ?? Number.NEGATIVE_INFINITY);
  }

  /** For how long it must have been there before it is given a field back. */
  holdMs(nowMs: number): number {
    this.#falls = this.#falls.filter((atMs) => nowMs - atMs < FALLS_MS);
    return Math.min(LONGEST_HOLD_MS, HOLD_MS * 2 ** Math.max(0, this.#falls.length - 1));
  }
}
