// The filters of the schedule as they are typed, and the query that they make. Pure.
import type { ScheduleName } from '../../wire/event-calls.ts';

/** Days as `YYYY-MM-DD`, in this machine's time; everything else as it is typed, empty for any. */
export type ScheduleWords = {
  readonly from: string;
  readonly to: string;
  readonly team: string;
  readonly location: string;
  readonly season: string;
  readonly week: string;
  readonly type: string;
  /** Of HudStats' calendar: a part of a team's name, and his name of the sport. */
  readonly name: string;
  readonly sport: string;
};

const DAY_MS = 86_400_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** The day of an instant, in this machine's time. */
export function dayOf(atMs: number): string {
  const at = new Date(atMs);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The first instant of a day, in this machine's time; null where it is none. */
export function startOf(day: string): number | null {
  const atMs = new Date(`${day}T00:00`).getTime();
  return Number.isNaN(atMs) ? null : atMs;
}

/** Yesterday to a week from now: what a crew looks for. */
export const firstFilters = (nowMs: number): ScheduleWords => ({
  from: dayOf(nowMs - DAY_MS),
  to: dayOf(nowMs + 7 * DAY_MS),
  team: '',
  location: '',
  season: '',
  week: '',
  type: '',
  name: '',
  sport: '',
});

/** The query of `/api/v1/schedule`: what the one that is asked knows. The last day counts whole. */
export function scheduleQuery(server: ScheduleName, words: ScheduleWords): URLSearchParams {
  const query = new URLSearchParams({ server });
  const to = startOf(words.to);
  const own = [
    ['team', words.name],
    ['sport', words.sport],
  ] as const;
  const his = [
    ['team_id', words.team],
    ['location_id', words.location],
    ['seasonType', words.season],
    ['weekNumber', words.week],
    ['type', words.type],
  ] as const;
  const named = [
    ['from', String(startOf(words.from) ?? 0)],
    ['to', to === null ? '' : String(to + DAY_MS - 1)],
    ...(server === 'hudstats' ? own : his),
  ] as const;
  for (const [name, value] of named) if (value.trim() !== '') query.set(name, value.trim());
  return query;
}
