// Team fouls of the period that is played: what they are counted from, and what entering a period makes of them.
import type { Game, Team } from './game.ts';
import { isPlayed, type Period, placeOf } from './period.ts';
import type { StatLine } from './stat-line.ts';

/**
 * The game in that period. One that comes after the period played last starts its team fouls at none: the totals so far are what is counted from.
 * One that was begun before (after a break that was none, by a late word, by a correction) goes on from where it began.
 * Overtime goes on with the last period's in no rule set but FIBA and NCAA; see `rules`.
 */
export function enterPeriod(game: Game, period: Period): Game {
  if (period === game.period) return game;
  if (!isPlayed(period)) return { ...game, period };
  const isNew = game.period !== null && !isBegun(game, period);
  const foulsBefore = isNew ? { ...game.foulsBefore, [period]: totals(game) } : game.foulsBefore;
  const entered: Game = { ...game, period, played: period, foulsBefore };
  if (game.played === period) return entered;
  // Of a game that we come into late, what was counted before its period was known is of all that was played.
  const isLate = game.period === null && placeOf(period) > 1;
  if (game.period === null && !isLate) return entered;
  const teams: Record<string, Team> = {};
  for (const team of Object.values(game.teams)) {
    const none = team.line.fouls === undefined ? team.fouls : 0;
    const known = isLate ? { ...team, fouls: null } : team;
    const fouls = isNew ? none : periodFouls(entered, known, known.line);
    teams[team.id] = { ...team, fouls, foulsChange: null };
  }
  return { ...entered, teams };
}

/** Whether a period was begun before, and none after it but by mistake: a later one than was played last begins anew, though it was said too early once. */
function isBegun({ played, foulsBefore }: Game, period: Period): boolean {
  if (played === null || period === played) return period === played;
  if (placeOf(period) > placeOf(played)) return false;
  return foulsBefore[period] !== undefined || placeOf(period) === 1;
}

function totals({ teams }: Game): Readonly<Record<string, number>> {
  const known: Record<string, number> = {};
  for (const { id, line } of Object.values(teams)) if (line.fouls !== undefined) known[id] = line.fouls;
  return known;
}

/** The fouls, and the change where there is one. The first that is heard of them is none. */
export function foulsNow(
  team: Team,
  fouls: number | null,
  atMs: number,
): Pick<Team, 'fouls' | 'foulsChange'> {
  if (fouls === team.fouls) return { fouls, foulsChange: team.foulsChange };
  return { fouls, foulsChange: team.fouls === null ? null : { before: team.fouls, atMs } };
}

/**
 * Fouls of the period played last, from the game's total. Not known when we first heard of the game in a later period: the total then holds the fouls
 * of the periods before, unless the feed gives the period's own line.
 */
export function periodFouls(
  { period, played, foulsBefore }: Game,
  team: Team,
  line: StatLine,
): number | null {
  if (line.fouls === undefined) return team.fouls;
  const own = played === null ? undefined : team.periodLines[played]?.fouls;
  if (own !== undefined) return own;
  const before = played === null ? undefined : foulsBefore[played]?.[team.id];
  if (before !== undefined) return Math.max(0, line.fouls - before);
  const isFirst = played === null ? period === null || period === 'PRE' : placeOf(played) === 1;
  return isFirst ? line.fouls : team.fouls;
}
