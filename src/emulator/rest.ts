// ShotTracker's signed REST calls that a live client needs: the schedule with its filters, and a subscription token for a game.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ScheduledGame, scheduled } from './schedule.ts';
import { signatureFault } from './signature.ts';

export type RestOptions = {
  readonly games: () => readonly ScheduledGame[];
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
const SUBSCRIBE = /^\/v1\/data\/schedule\/games\/([^/]+)\/_subscribe$/;

/** The id inside a path; empty where its escapes are none. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Answers one HTTP request. */
export function answerRest(request: IncomingMessage, response: ServerResponse, options: RestOptions): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server');
  const wrong = signatureFault(request, options.accounts, options.now());
  if (wrong !== null) {
    answerJson(response, 401, { message: `HMAC signature cannot be verified: ${wrong}` });
    return;
  }
  const games = options.games();
  if (pathname === SCHEDULE) {
    const found = scheduled(games, searchParams);
    if (typeof found === 'string') answerJson(response, 400, { message: found });
    else answerJson(response, 200, { games: found });
    return;
  }
  const gameId = unescaped(SUBSCRIBE.exec(pathname)?.[1] ?? '');
  const isKnown = games.some(({ event_id }) => event_id === gameId);
  // Assumed: the token stands in a field of that name; the documents do not show this answer.
  if (isKnown) answerJson(response, 200, { token: options.issue(gameId) });
  else answerJson(response, 404, { message: 'not found' });
}
