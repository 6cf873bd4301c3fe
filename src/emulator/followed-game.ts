// A game as Messages tell it, one after the other: what it was before each, and what it is after.
import { fold } from '../game/fold.ts';
import { type Game, noGame } from '../game/game.ts';
import type { Said } from '../game/message.ts';

export type Step = { readonly said: Said; readonly before: Game; readonly after: Game };

/** Follows one game from its beginning. */
export function followGame(): (said: Said) => Step {
  let game: Game = noGame;
  return (said) => {
    const before = game;
    if (said.kind !== 'frame') game = fold(game, { ...said, seq: 0 });
    return { said, before, after: game };
  };
}

export const SIDES = ['home', 'away'] as const;
export type Side = (typeof SIDES)[number];

/** The id of a side's team; null while it is not named. */
export const teamIdOf = ({ homeId, awayId }: Game, side: Side): string | null =>
  side === 'home' ? homeId : awayId;

/** How many fouls a side has more than before in the same period; 0 across periods, and where they are not known. */
export function moreFouls({ before, after }: Step, side: Side): number {
  const id = teamIdOf(after, side);
  const count = id === null ? null : (after.teams[id]?.fouls ?? null);
  if (id === null || count === null) return 0;
  const base = before.played === after.played ? (before.teams[id]?.fouls ?? 0) : 0;
  return Math.max(0, count - base);
}
