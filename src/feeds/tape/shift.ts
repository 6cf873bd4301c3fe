// A tape's time line laid on ours: every instant that a message or a game holds moves, its figures do not.
import type { Anchor, Game, Team } from '../../game/game.ts';
import type { Said } from '../../game/message.ts';

/** From an instant of the tape to ours, both in milliseconds since 1970. */
export type Shift = (tapeMs: number) => number;

/** A Shift for a tape whose `tapeMs` is our `ourMs`, played `speed` times as fast. */
export const makeShift =
  (tapeMs: number, ourMs: number, speed = 1): Shift =>
  (atMs) =>
    ourMs + (atMs - tapeMs) / speed;

/** The message as if it were said now. Clocks keep their figures: at another speed they run at their own pace between two messages. */
export function shifted(said: Said, shift: Shift): Said {
  const moved: Said = { ...said, atMs: shift(said.atMs), heardMs: shift(said.heardMs) };
  if (moved.kind === 'frame') {
    const bodies = moved.bodies.map((body) => ({ ...body, atMs: shift(body.atMs) }));
    const { ball } = moved;
    return ball ? { ...moved, bodies, ball: { ...ball, atMs: shift(ball.atMs) } } : { ...moved, bodies };
  }
  if (moved.kind === 'possession' && moved.startedAtMs !== undefined)
    return { ...moved, startedAtMs: shift(moved.startedAtMs) };
  return moved;
}

const valuesOf = <In, Out>(record: Readonly<Record<string, In>>, move: (value: In) => Out) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, move(value)]));

/** The game as if it were of now. */
export function shiftedGame(game: Game, shift: Shift): Game {
  const anchor = (clock: Anchor | null): Anchor | null => clock && { ...clock, atMs: shift(clock.atMs) };
  const at = <Dated extends { readonly atMs: number }>(dated: Dated): Dated => ({
    ...dated,
    atMs: shift(dated.atMs),
  });
  const team = (one: Team): Team => ({
    ...one,
    scoreChange: one.scoreChange && at(one.scoreChange),
    foulsChange: one.foulsChange && at(one.foulsChange),
  });
  const { possession, summaryScoreAtMs } = game;
  return {
    ...game,
    atMs: game.atMs === 0 ? 0 : shift(game.atMs),
    clock: anchor(game.clock),
    shotClock: anchor(game.shotClock),
    teams: valuesOf(game.teams, team),
    shots: valuesOf(game.shots, at),
    plays: game.plays.map(at),
    possession: possession && { ...possession, sinceMs: shift(possession.sinceMs) },
    said: valuesOf(game.said, shift),
    summaryScoreAtMs: summaryScoreAtMs === null ? null : shift(summaryScoreAtMs),
  };
}
