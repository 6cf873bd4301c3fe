// The calendar as a schedule: one call a day, then what is of those hours and of that team.
import { FaultError, fault } from '../../game/fault.ts';
import type { ScheduledGame } from '../scheduled-game.ts';
import type { Fixture } from './calendar.ts';
import type { Rest } from './rest.ts';
import type { Account } from './tokens.ts';

const DAY_MS = 86_400_000;
/** Days that are asked for at once, one after the other: the calendar knows nothing but days. */
export const MAX_DAYS = 14;
/** Assumed: the calendar's name for basketball; the page that lists the names is not public. */
export const SPORT = 'nba2k';

export type CalendarFilters = {
  readonly fromMs: number;
  /** A day after `fromMs` where it is absent. */
  readonly toMs?: number;
  readonly sport?: string;
  /** A part of a team's name, in any case: the calendar names teams by nothing else. */
  readonly team?: string;
};

/** Who asks: a token as given, or one that is fetched for an account. */
export type Key = { readonly token: string } | Account;

/** A day alone is of UTC by itself. */
const HAS_ZONE = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)$|^\d{4}-\d\d-\d\d$/i;

/** Assumed: an instant in a form that JavaScript reads, of UTC where it says no zone. */
function startOf({ startDate }: Fixture): number | null {
  if (startDate === null) return null;
  const hasZone = HAS_ZONE.test(startDate);
  const atMs = Date.parse(hasZone ? startDate : `${startDate}Z`);
  return Number.isNaN(atMs) ? null : atMs;
}

/** Assumed: the team A is at home. */
const gameOf = (one: Fixture): ScheduledGame => ({
  gameId: one.gameId,
  status: one.status,
  tipoffMs: startOf(one),
  locationId: null,
  facility: one.tournament,
  seasonType: one.game,
  weekNumber: null,
  home: { teamId: null, name: one.teamA },
  away: { teamId: null, name: one.teamB },
});

/** The days, as the calendar names them, in UTC. @throws FaultError `bad-call` where they are too many or none */
function daysOf({ fromMs, toMs = fromMs + DAY_MS }: CalendarFilters): readonly string[] {
  const first = Math.floor(fromMs / DAY_MS);
  const count = Math.floor(toMs / DAY_MS) - first + 1;
  if (!(count >= 1 && count <= MAX_DAYS))
    throw new FaultError(fault('bad-call', 'to', `1 to ${MAX_DAYS} days`, `${count}`));
  return Array.from({ length: count }, (_, nth) =>
    new Date((first + nth) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** The games of a calendar. @throws FaultError as `Rest`, and `bad-call` */
export async function scheduleOf(
  rest: Rest,
  key: Key,
  filters: CalendarFilters,
): Promise<readonly ScheduledGame[]> {
  const days = daysOf(filters);
  const { fromMs, toMs = fromMs + DAY_MS, sport = SPORT, team = '' } = filters;
  const token = 'token' in key ? key.token : await rest.token(key.username, key.password);
  const found = new Map<string, ScheduledGame>();
  for (const day of days)
    for (const one of await rest.calendar(sport, day, token)) found.set(one.gameId, gameOf(one));
  const plays = ({ home, away }: ScheduledGame): boolean =>
    [home, away].some(({ name }) => name?.toLowerCase().includes(team.trim().toLowerCase()));
  const isOfThen = ({ tipoffMs }: ScheduledGame): boolean =>
    tipoffMs === null || (tipoffMs >= fromMs && tipoffMs <= toMs);
  return [...found.values()].filter((game) => isOfThen(game) && (team.trim() === '' || plays(game)));
}
