// ShotTracker's signed REST calls that a live client needs: the schedule with its filters, a subscription token for a game, and what was said of it so far.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { History } from './history.ts';
import { statsOf } from './rest-stats.ts';
import { type ScheduledGame, scheduled } from './schedule.ts';
import { signatureFault } from './signature.ts';

export type RestOptions = {
  readonly games: () => readonly ScheduledGame[];
  /** What was said of a game; undefined where there is no such game. */
  readonly history: (gameId: string) => History | undefined;
  /** Secrets by user name. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly now: () => number;
  /** Makes a token for a game that exists. */
  readonly issue: (gameId: string) => string;
};

/** What a gateway says when nobody is behind it. */
export const ERROR_PAGE =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

/** Answers with JSON. */
export const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const SCHEDULE = '/v1/data/schedule/games';
const GAME = /^\/v1\/data\/games\/([^/]+)$/;
const STATS = /^\/v1\/data\/stats\/games\/([^/]+)\/([^/]+)$/;
const SUBSCRIBE = /^\/v1\/data\/schedule\/games\/([^/]+)\/_subscribe$/;

/** The id inside a path; empty where its escapes are none. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

type Reply = { readonly status: number; readonly body: unknown };
const found = (body: unknown): Reply => ({ status: 200, body });
const NOT_FOUND: Reply = { status: 404, body: { message: 'not found' } };

/** What a signed call is answered. */
function replyTo({ pathname, searchParams }: URL, options: RestOptions): Reply {
  const games = options.games();
  if (pathname === SCHEDULE) {
    const list = scheduled(games, searchParams);
    return typeof list === 'string' ? { status: 400, body: { message: list } } : found({ games: list });
  }
  const gameIn = (path: RegExp): ScheduledGame | undefined => {
    const id = unescaped(path.exec(pathname)?.[1] ?? '');
    return games.find(({ event_id }) => event_id === id);
  };
  const wanted = gameIn(SUBSCRIBE);
  // Assumed: the token stands in a field of that name; the documents do not show this answer.
  if (wanted) return found({ token: options.issue(wanted.event_id) });
  const told = gameIn(STATS);
  const history = told && options.history(told.event_id);
  const stats = history && statsOf(history, unescaped(STATS.exec(pathname)?.[2] ?? ''));
  if (stats) return found(stats);
  const game = gameIn(GAME);
  return game ? found(game) : NOT_FOUND;
}

/** Answers one HTTP request. */
export function answerRest(request: IncomingMessage, response: ServerResponse, options: RestOptions): void {
  const wrong = signatureFault(request, options.accounts, options.now());
  const refused = { message: `HMAC signature cannot be verified: ${wrong ?? ''}` };
  const url = new URL(request.url ?? '/', 'http://server');
  const { status, body } = wrong === null ? replyTo(url, options) : { status: 401, body: refused };
  answerJson(response, status, body);
}
