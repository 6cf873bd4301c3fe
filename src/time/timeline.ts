// The bounded history of one game, asked for an instant. Facts are exact at their instant; places and clocks are interpolated.
import type { Game } from '../game/game.ts';
import type { Fact, Frame, Message } from '../game/message.ts';
import type { Rules } from '../game/rules.ts';
import type { Moment } from './moment.ts';

export type TimelineOptions = {
  readonly rules: Rules;
  /** How far back history goes, in milliseconds of `atMs`; 5 minutes by default. */
  readonly historyMs?: number;
  /** Upper bound of the history's size, in bytes, roughly; 64 MiB by default. */
  readonly maxBytes?: number;
};

/** What another Timeline needs to go on from here. */
export type History = {
  readonly game: Game;
  readonly facts: readonly Fact[];
  readonly frames: readonly Frame[];
};

export interface Timeline {
  readonly rules: Rules;
  /** Takes a Message in any order of `atMs`; the same `seq` twice counts once. */
  push(message: Message): void;
  /** What was true at that instant. The Moment is reused: valid until the next call. Instants before the history give its start. */
  at(instantMs: number): Moment;
  /** Replaces everything by a history (a snapshot). */
  reset(history: History): void;
  /** History from `sinceMs` on: the game as it was then, what was said since. */
  history(sinceMs: number): History;
  /** Instant of the newest message of any kind, and of the newest frame; 0 before the first. */
  readonly newestMs: number;
  readonly newestFrameMs: number;
  /** Highest `seq` pushed. */
  readonly seq: number;
}
