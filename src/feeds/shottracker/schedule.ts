// The schedule of games, as REST tells it. Source: ShotTracker Event API, GET /v1/data/schedule/games.
import { z } from 'zod';
import { id, listOf, number, present, shortText, text, vitalId } from '../fields.ts';
import type { ScheduledGame } from '../scheduled-game.ts';

/** The documented filters. `fromMs` is required; without `toMs` the provider takes the day after it, without a season type REG. */
export type ScheduleFilters = {
  readonly fromMs: number;
  readonly toMs?: number;
  readonly type?: 'BASKETBALL' | 'FOOTBALL';
  readonly teamId?: string;
  /** `court@facility` */
  readonly locationId?: string;
  readonly seasonType?: 'EXH' | 'PRE' | 'REG' | 'POST';
  readonly weekNumber?: number;
};

/** The query of a schedule call, in the provider's names. */
export function scheduleQuery(filters: ScheduleFilters): URLSearchParams {
  const query = new URLSearchParams();
  const named = [
    ['type', filters.type],
    ['from', filters.fromMs],
    ['to', filters.toMs],
    ['team_id', filters.teamId],
    ['location_id', filters.locationId],
    ['seasonType', filters.seasonType],
    ['weekNumber', filters.weekNumber],
  ] as const;
  for (const [name, value] of named) if (value !== undefined) query.set(name, String(value));
  return query;
}

export const scheduleSchema = z.object({
  games: listOf(
    z.object({
      event_id: vitalId,
      facility_name: text,
      location_id: shortText,
      tipoff_at: number,
      seasonType: shortText,
      weekNumber: number,
      status: shortText,
      home_team_id: id,
      home_team_name: text,
      away_team_id: id,
      away_team_name: text,
    }),
  ),
});

/** The games of an answer; entries without an id are passed by. */
export const gamesOf = (answer: z.output<typeof scheduleSchema>): ScheduledGame[] =>
  present(answer.games).map((game) => ({
    gameId: game.event_id,
    status: game.status ?? null,
    tipoffMs: game.tipoff_at ?? null,
    locationId: game.location_id ?? null,
    facility: game.facility_name ?? null,
    seasonType: game.seasonType ?? null,
    weekNumber: game.weekNumber ?? null,
    home: { teamId: game.home_team_id ?? null, name: game.home_team_name ?? null },
    away: { teamId: game.away_team_id ?? null, name: game.away_team_name ?? null },
  }));
