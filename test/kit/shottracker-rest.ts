// ShotTracker's signed REST calls that a live client needs: the schedule with its filters, and a subscription token for a game.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { signatureFault } from './shottracker-signature.ts';

/** A game as the schedule lists it. Source: GET /v1/data/schedule/games, its documented answer. */
export type ScheduledGame = {
  readonly event_id: string;
  readonly tipoff_at: number;
  readonly type?: 'BASKETBALL' | 'FOOTBALL';
  readonly location_id?: string;
  readonly seasonType?: 'EXH' | 'PRE' | 'REG' | 'POST';
  readonly weekNumber?: number;
  readonly status?: string;
  readonly home_team_id: number;
  readonly home_team_name: string;
  readonly away_team_id: number;
  readonly away_team_name: string;
};

export type RestOptions = {
  readonly games: readonly ScheduledGame[];
  readonly accounts: Readonly<Record<string, string>>;
  readonly now: () => number;
  /** Makes a token for a game that exists. */
  readonly issue: (eventId: string) => string;
  /** When this says so, every call is answered by a gateway's error page instead. */
  readonly broken: () => boolean;
};

const DAY_MS = 86_400_000;
export const ERROR_PAGE =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** The filters of the schedule; `from` is demanded, `to` is a day later, the season is REG unless said. */
function schedule(games: readonly ScheduledGame[], query: URLSearchParams): readonly ScheduledGame[] | null {
  const fromText = query.get('from');
  if (fromText === null || !Number.isFinite(Number(fromText))) return null;
  const fromMs = Number(fromText);
  const toMs = Number(query.get('to') ?? fromMs + DAY_MS);
  const same = (name: string, value: unknown): boolean =>
    !query.has(name) || query.get(name) === String(value);
  return games.filter(
    (game) =>
      game.tipoff_at >= fromMs &&
      game.tipoff_at <= toMs &&
      same('type', game.type ?? 'BASKETBALL') &&
      (!query.has('team_id') ||
        [game.home_team_id, game.away_team_id].map(String).includes(query.get('team_id') ?? '')) &&
      same('location_id', game.location_id) &&
      (query.get('seasonType') ?? 'REG') === (game.seasonType ?? 'REG') &&
      same('weekNumber', game.weekNumber),
  );
}

/** Answers one HTTP request. */
export function answerRest(request: IncomingMessage, response: ServerResponse, options: RestOptions): void {
  if (options.broken()) {
    response.writeHead(502, { 'content-type': 'text/html' }).end(ERROR_PAGE);
    return;
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server');
  const wrong = signatureFault(request, options.accounts, options.now());
  if (wrong !== null) {
    json(response, 401, { message: `HMAC signature cannot be verified: ${wrong}` });
    return;
  }
  if (pathname === '/v1/data/schedule/games') {
    const games = schedule(options.games, searchParams);
    json(response, games ? 200 : 400, games ? { games } : { message: 'from is required' });
    return;
  }
  const eventId = /^\/v1\/data\/schedule\/games\/([^/]+)\/_subscribe$/.exec(pathname)?.[1];
  const isKnown = options.games.some(({ event_id }) => event_id === eventId);
  // Assumed: the token stands in a field of that name; the documents do not show this answer.
  if (eventId !== undefined && isKnown) json(response, 200, { token: options.issue(eventId) });
  else json(response, 404, { message: 'not found' });
}
