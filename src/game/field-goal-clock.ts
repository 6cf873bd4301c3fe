// How long a team has played without a field goal, in time of play: measured on the game clock at each made shot, and now.
import { type Game, sideOf } from './game.ts';
import { isPlayed, overtimeNumber, type Period } from './period.ts';
import { periodLengthMs, type Rules } from './rules.ts';

/** How much had been played when a shot was made; `shot` null: when the game was first heard of, if that was after the tip-off. */
type Mark = { readonly shot: string | null; readonly playedMs: number };

/** By team: the last marks, oldest first. A value; `followFieldGoals` makes the next. */
export type FieldGoalClock = Readonly<Record<string, readonly Mark[]>>;

export const noFieldGoals: FieldGoalClock = {};

/** Who was listening so soon after the tip-off heard all of it. Milliseconds of play. */
const TIP_OFF_MS = 5_000;
/** So many shots may be taken back and the one before them is still known. */
const MARKS_KEPT = 8;

/** How much of a game has been played when its clock reads so, in milliseconds; null outside of the played periods. */
export function playedMs(rules: Rules, period: Period | null, remainingMs: number): number | null {
  if (period === null || !isPlayed(period)) return null;
  const overtime = overtimeNumber(period);
  const index = rules.periods.indexOf(period);
  if (overtime === 0 && index < 0) return null;
  const before =
    overtime === 0
      ? index * rules.periodMs
      : rules.periods.length * rules.periodMs + (overtime - 1) * rules.overtimeMs;
  return before + Math.max(0, periodLengthMs(rules, period) - remainingMs);
}

/** The newest made shots of a team, the oldest of them first. */
const madeBy = (game: Game, teamId: string) =>
  Object.values(game.shots)
    .filter((shot) => shot.made && shot.teamId === teamId)
    .sort((a, b) => a.atMs - b.atMs)
    .slice(-MARKS_KEPT);

/** The marks with what a game says now. `playedAt` tells how much had been played at an instant, null for not known. The same value when nothing is new. */
export function followFieldGoals(
  clock: FieldGoalClock,
  game: Game,
  playedAt: (atMs: number) => number | null,
): FieldGoalClock {
  let next = clock;
  for (const teamId of [game.homeId, game.awayId]) {
    if (teamId === null) continue;
    const marks = clock[teamId];
    const known = new Set(marks?.map(({ shot }) => shot));
    const fresh = madeBy(game, teamId).flatMap(({ id, atMs }): readonly Mark[] => {
      const played = known.has(id) ? null : playedAt(atMs);
      return played === null ? [] : [{ shot: id, playedMs: played }];
    });
    const first = marks ? null : playedAt(game.atMs);
    const begun = marks ?? (first === null ? null : [{ shot: null, playedMs: first }]);
    if (begun === null || (marks && fresh.length === 0)) continue;
    // A game that was under way when it was first heard of: what it told of before that has no time of play.
    const all = marks ? [...marks, ...fresh] : begun;
    next = { ...next, [teamId]: all.slice(-MARKS_KEPT) };
  }
  return next;
}

/** A stretch without a field goal. `isWhole` false: it is at least that long, its beginning was not heard. */
export type Drought = {
  readonly teamId: string;
  readonly lastsMs: number;
  readonly isWhole: boolean;
  /** The shot before it; null for none. */
  readonly after: string | null;
};

/** What a team has gone without a field goal when so much is played; a shot that was taken back ends nothing. Null while not known. */
export function droughtOf(clock: FieldGoalClock, game: Game, teamId: string, nowMs: number): Drought | null {
  if (sideOf(game, teamId) === null) return null;
  const marks = clock[teamId] ?? [];
  const mark = [...marks].reverse().find(({ shot }) => shot === null || game.shots[shot]?.made === true);
  if (!mark) return null;
  const isWhole = mark.shot !== null || mark.playedMs <= TIP_OFF_MS;
  return { teamId, lastsMs: Math.max(0, nowMs - mark.playedMs), isWhole, after: mark.shot };
}
