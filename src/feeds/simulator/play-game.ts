// A whole game as words, one after the other, without a clock: for tests, for a server that speaks the provider's wire, for tapes.
import type { Source } from '../shottracker/sources.ts';
import { makeTeller, type TellerOptions } from './teller.ts';
import type { StampOf } from './utterance.ts';

/** One text as the provider would send it, and when, in milliseconds since 1970. */
export type Spoken = { readonly atMs: number; readonly source: Source; readonly text: string };

export type PlayOptions = TellerOptions & {
  /** The instant at which the game's first step is told, in milliseconds since 1970. */
  readonly startMs: number;
  /** How fast it goes; 1 by default. Changes stamps, never what is said. */
  readonly speed?: number;
  /** Stops after so much simulated time, in milliseconds; at the end of the game by default. */
  readonly untilMs?: number;
  /** Only what has a sequence: no positions, clocks, summaries but the last. Far quicker. */
  readonly eventsOnly?: boolean;
};

/** Stamps of a game that stood at `fromSimMs` at an instant, and goes at a speed. Whole milliseconds. */
export const stampsFrom =
  (startMs: number, fromSimMs: number, speed: number): StampOf =>
  (simMs) =>
    Math.round(startMs + (simMs - fromSimMs) / speed);

/** Says a game in order. */
export function* playGame({
  startMs,
  speed = 1,
  untilMs = Number.POSITIVE_INFINITY,
  eventsOnly = false,
  ...options
}: PlayOptions): Generator<Spoken, void, void> {
  const teller = makeTeller(options);
  const stampOf = stampsFrom(startMs, 0, speed);
  while (!teller.over && teller.world.nowMs < untilMs)
    for (const utterance of teller.step(eventsOnly))
      yield { atMs: stampOf(utterance.simMs), source: utterance.source, text: utterance.text(stampOf) };
}
