// The provider's signed REST calls: which games there are, and a token to subscribe to one. Every trouble is a FaultError without a secret in it.
import { FaultError, fault } from '../../game/fault.ts';
import { causeOf, readAnswer } from '../answer.ts';
import type { Timekeeper } from '../feed.ts';
import { readLeniently } from '../lenient.ts';
import type { ScheduledGame } from '../scheduled-game.ts';
import { tokenOf } from '../token-in-answer.ts';
import { gamesOf, type ScheduleFilters, scheduleQuery, scheduleSchema } from './schedule.ts';
import { authorization } from './sign.ts';

/** How long one call may take, in milliseconds. */
export const CALL_MS = 10_000;
/** The provider refuses a date further off than this. Source: Event API, Authentication. Milliseconds. */
const SKEW_MS = 5 * 60_000;

export type RestOptions = {
  /** `https://api.shottracker.com`, or what stands in for it. */
  readonly base: string;
  readonly username: string;
  readonly secret: string;
  readonly time: Timekeeper;
  readonly callMs?: number;
};

export type Rest = {
  /** Games that match the filters. @throws FaultError `rest-failed`, `rest-refused`, `rest-answer` */
  schedule(filters: ScheduleFilters): Promise<readonly ScheduledGame[]>;
  /** A new subscription token for a game. @throws FaultError as `schedule` */
  subscribe(gameId: string): Promise<string>;
  /** Whatever is answered to any signed GET. @throws FaultError `rest-failed` where there is no answer, `rest-answer` where it is too long */
  ask(path: string, query: URLSearchParams): Promise<RawAnswer>;
  /** Ends the calls that run: they fail. */
  stop(): void;
};

/** An answer as it came, whatever its status. */
export type RawAnswer = {
  readonly url: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
};

type Code = 'rest-failed' | 'rest-refused' | 'rest-answer';
const failure = (code: Code, path: string, expected: string, found: string): FaultError =>
  new FaultError(fault(code, path, expected, found));

/** Says by how much this machine's clock is off where that may be why a call was refused. */
function skewNote(response: Response, nowMs: number): string {
  const theirs = Date.parse(response.headers.get('date') ?? '');
  const offMs = nowMs - theirs;
  if (Number.isNaN(theirs) || Math.abs(offMs) < SKEW_MS) return '';
  const minutes = Math.round(Math.abs(offMs) / 60_000);
  return `; the clock of this machine is ${minutes} minutes ${offMs > 0 ? 'ahead' : 'behind'}`;
}

/** REST calls signed for one account. */
export function makeRest({ base, username, secret, time, callMs = CALL_MS }: RestOptions): Rest {
  const running = new Set<AbortController>();

  const signed = (url: URL, signal: AbortSignal): Promise<Response> => {
    const date = new Date(time.now()).toUTCString();
    const given = authorization({ username, secret, date, host: url.host, path: url.pathname });
    return fetch(url, {
      signal,
      redirect: 'error',
      headers: { date, authorization: given, accept: 'application/json' },
    });
  };

  /** Makes one call in time, and reads it. */
  const get = async <T>(
    path: string,
    query: URLSearchParams,
    read: (response: Response, url: URL) => Promise<T>,
  ): Promise<T> => {
    const url = new URL(base);
    url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`;
    url.search = query.toString();
    const abort = new AbortController();
    running.add(abort);
    const cancel = time.after(callMs, () => abort.abort());
    try {
      return await read(await signed(url, abort.signal), url);
    } catch (error) {
      throw error instanceof FaultError ? error : failure('rest-failed', path, 'an answer', causeOf(error));
    } finally {
      cancel();
      running.delete(abort);
    }
  };

  const granted = async (response: Response, url: URL): Promise<string> => {
    if (response.ok) return readAnswer(response, url.pathname);
    await response.body?.cancel();
    const found = `status ${response.status}`;
    if (response.status !== 401 && response.status !== 403)
      throw failure('rest-failed', url.pathname, 'status 200', found);
    throw failure('rest-refused', url.pathname, 'status 200', found + skewNote(response, time.now()));
  };

  return {
    async schedule(filters) {
      const path = '/v1/data/schedule/games';
      const answer = await get(path, scheduleQuery(filters), granted);
      let value: unknown;
      try {
        value = JSON.parse(answer);
      } catch {
        throw failure('rest-answer', path, 'JSON', `${answer.length} characters that are none`);
      }
      const { data } = readLeniently(scheduleSchema, value, 'schedule');
      if (data === null) throw failure('rest-answer', path, 'a list of games', 'none');
      return gamesOf(data);
    },
    async subscribe(gameId) {
      const path = `/v1/data/schedule/games/${encodeURIComponent(gameId)}/_subscribe`;
      const token = tokenOf(await get(path, new URLSearchParams(), granted));
      if (token === null) throw failure('rest-answer', path, 'a subscription token', 'an answer without one');
      return token;
    },
    ask: (path, query) =>
      get(path, query, async (response, url) => ({
        url: url.href,
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        text: await readAnswer(response, path),
      })),
    stop() {
      for (const abort of running) abort.abort();
    },
  };
}
