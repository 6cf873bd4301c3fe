// The games that the emulator lists, and the filters of the schedule. Source: Event API, GET /v1/data/schedule/games.

/** A game as the schedule lists it, in the provider's names. */
export type ScheduledGame = {
  readonly event_id: string;
  /** Milliseconds since 1970. */
  readonly tipoff_at: number;
  readonly type?: 'BASKETBALL' | 'FOOTBALL';
  /** `court@facility` */
  readonly location_id?: string;
  readonly facility_name?: string;
  readonly court_name?: string;
  readonly seasonType?: 'EXH' | 'PRE' | 'REG' | 'POST';
  readonly weekNumber?: number;
  /** Assumed: SCHEDULED and COMPLETED stand beside the documented ACTIVE. */
  readonly status?: 'SCHEDULED' | 'ACTIVE' | 'COMPLETED';
  readonly source?: string;
  readonly home_team_id: number;
  readonly home_team_name: string;
  readonly away_team_id: number;
  readonly away_team_name: string;
};

const DAY_MS = 86_400_000;
const TYPES: readonly string[] = ['BASKETBALL', 'FOOTBALL'];
const SEASONS: readonly string[] = ['EXH', 'PRE', 'REG', 'POST'];
const DEFAULT_SEASON = 'REG';

function instantOf(query: URLSearchParams, name: string): number | null | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
}

const oneOf = (query: URLSearchParams, name: string, words: readonly string[]): string | null => {
  const text = query.get(name);
  return text === null || words.includes(text) ? null : `${name} is one of ${words.join(', ')}`;
};

/** The games that match, or one sentence that says what is wrong with the query. `from` is demanded, `to` is a day later, the season is REG unless said. */
export function scheduled(
  games: readonly ScheduledGame[],
  query: URLSearchParams,
): readonly ScheduledGame[] | string {
  const fromMs = instantOf(query, 'from');
  if (typeof fromMs !== 'number') return 'from is required: milliseconds since 1970';
  const toMs = instantOf(query, 'to') ?? (query.has('to') ? null : fromMs + DAY_MS);
  if (toMs === null) return 'to is an instant in milliseconds since 1970';
  const wrong = oneOf(query, 'type', TYPES) ?? oneOf(query, 'seasonType', SEASONS);
  if (wrong !== null) return wrong;
  const same = (name: string, value: unknown): boolean =>
    !query.has(name) || query.get(name) === String(value);
  const plays = ({ home_team_id, away_team_id }: ScheduledGame): boolean =>
    !query.has('team_id') || [home_team_id, away_team_id].map(String).includes(query.get('team_id') ?? '');
  return games.filter(
    (game) =>
      game.tipoff_at >= fromMs &&
      game.tipoff_at <= toMs &&
      same('type', game.type ?? 'BASKETBALL') &&
      plays(game) &&
      same('location_id', game.location_id) &&
      (query.get('seasonType') ?? DEFAULT_SEASON) === (game.seasonType ?? DEFAULT_SEASON) &&
      same('weekNumber', game.weekNumber),
  );
}
