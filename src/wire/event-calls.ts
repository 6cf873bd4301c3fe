// Every GET call of ShotTracker's Event API that is known, with its parameters: for a page that tries them, and for the relay that makes them.
import { z } from 'zod';

/** `instant`: milliseconds since 1970. */
export type CallParam = {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly says: string;
  readonly kind: 'text' | 'instant' | 'choice';
  readonly choices?: readonly string[];
  readonly needed?: boolean;
};

/** Parameters in braces stand in the path. `assumed`: no document shows the whole of it. */
export type EventCall = {
  readonly id: string;
  readonly path: string;
  readonly says: string;
  readonly params: readonly CallParam[];
  readonly assumed?: string;
};

const inPath = (name: string, says: string): CallParam => ({
  name,
  in: 'path',
  says,
  kind: 'text',
  needed: true,
});
const instant = (name: string, says: string, needed = false): CallParam => ({
  name,
  in: 'query',
  says,
  kind: 'instant',
  needed,
});
const query = (name: string, says: string, needed = false): CallParam => ({
  name,
  in: 'query',
  says,
  kind: 'text',
  needed,
});
const choice = (name: string, says: string, choices: readonly string[]): CallParam => ({
  name,
  in: 'query',
  says,
  kind: 'choice',
  choices,
});

const game = inPath('event_id', "the game's event id");

/** What stands in the schedule's own query, the documented filters. Source: Event API, GET /v1/data/schedule/games. */
export const SCHEDULE_PARAMS: readonly CallParam[] = [
  instant('from', 'the first instant', true),
  instant('to', 'the last; a day after the first by default'),
  choice('type', 'the sport', ['BASKETBALL', 'FOOTBALL']),
  query('team_id', 'games of this team'),
  query('location_id', 'court@facility'),
  choice('seasonType', 'REG by default', ['EXH', 'PRE', 'REG', 'POST']),
  query('weekNumber', 'of the season'),
];

/** Source: ShotTracker Event API, one page for each. */
export const EVENT_CALLS: readonly EventCall[] = [
  {
    id: 'schedule',
    path: '/v1/data/schedule/games',
    says: 'Games by date, team, location, season type and week',
    params: SCHEDULE_PARAMS,
  },
  {
    id: 'matchup',
    path: '/v1/data/schedule/games/matchup',
    says: 'Games of one matchup',
    params: [],
    assumed: 'its parameters are not public: name them below',
  },
  {
    id: 'subscribe',
    path: '/v1/data/schedule/games/{event_id}/_subscribe',
    says: 'A token to listen to a game; it is not shown',
    params: [game],
  },
  { id: 'game', path: '/v1/data/games/{event_id}', says: 'One game', params: [game] },
  {
    id: 'lineups',
    path: '/v1/data/games/{event_id}/lineups',
    says: 'Line-ups of a game',
    params: [game],
    assumed: 'where the path begins',
  },
  {
    id: 'sensors',
    path: '/v1/data/games/{event_id}/sensor/assignments/history',
    says: 'Who wore which sensor, and when',
    params: [game],
    assumed: 'where the path begins',
  },
  {
    id: 'team-events',
    path: '/v1/data/teams/{team_id}/events',
    says: 'Games and sessions of a team',
    params: [inPath('team_id', "the team's id")],
  },
  {
    id: 'locations',
    path: '/v1/data/sensors/locations',
    says: 'Positions, at most half an hour of them',
    params: [
      query('id', 'of the game or session', true),
      instant('from', 'the first instant', true),
      instant('to', 'the last', true),
    ],
  },
  {
    id: 'session-shots',
    path: '/v1/data/stats/{session_id}/shots',
    says: 'Shots of a session',
    params: [inPath('session_id', "the session's id")],
  },
  {
    id: 'session-possessions',
    path: '/v1/data/stats/{session_id}/possessions',
    says: 'Possessions of a session',
    params: [inPath('session_id', "the session's id")],
  },
  {
    id: 'shots',
    path: '/v1/data/stats/games/{event_id}/shots',
    says: 'Shots of a game',
    params: [game],
  },
  {
    id: 'details',
    path: '/v1/data/stats/games/{event_id}/details',
    says: 'The play-by-play of a game',
    params: [game],
  },
  {
    id: 'catch-up',
    path: '/v1/data/stats/games/{event_id}/{resources}',
    says: 'Several of them at once',
    params: [game, inPath('resources', 'stats, details, shots, possessions, joined by commas')],
  },
];

/** Which server is asked: the provider's, or the rehearsal's that the relay runs. */
export const SERVERS = ['provider', 'rehearsal'] as const;
export type ServerName = (typeof SERVERS)[number];

/** Whose schedule can be asked for: theirs, and HudStats' calendar. */
export const SCHEDULES = [...SERVERS, 'hudstats'] as const;
export type ScheduleName = (typeof SCHEDULES)[number];

const text = z.string().max(400);

/** One call to be tried. `params` by name; what the call does not name goes into the query. */
export const tryCallSchema = z.strictObject({
  server: z.enum(SERVERS),
  call: z.string().max(40),
  params: z.record(z.string().regex(/^[\w.-]{1,60}$/), text).default({}),
});
export type TryCall = Readonly<z.input<typeof tryCallSchema>>;

/** What was answered, whatever it was, without secrets. `chars`: before `body` was cut off. */
export const triedSchema = z.object({
  url: z.string(),
  status: z.number().int(),
  tookMs: z.number(),
  type: z.string(),
  chars: z.number().int(),
  body: z.string(),
});
export type Tried = Readonly<z.infer<typeof triedSchema>>;

const team = z.object({ teamId: z.string().nullable(), name: z.string().nullable() });

/** The schedule as a page lists it. */
export const scheduleSchema = z.object({
  games: z
    .array(
      z.object({
        gameId: z.string(),
        status: z.string().nullable(),
        tipoffMs: z.number().nullable(),
        locationId: z.string().nullable(),
        facility: z.string().nullable(),
        seasonType: z.string().nullable(),
        weekNumber: z.number().nullable(),
        home: team,
        away: team,
      }),
    )
    .readonly(),
});
export type Schedule = Readonly<z.infer<typeof scheduleSchema>>;

/** Which of the servers can be asked, and why not. */
export const serversSchema = z.object({
  provider: z.object({ base: z.string(), trouble: z.string().nullable() }),
  rehearsal: z.object({ base: z.string(), trouble: z.string().nullable() }),
  hudstats: z.object({ base: z.string(), trouble: z.string().nullable() }),
});
export type Servers = Readonly<z.infer<typeof serversSchema>>;
