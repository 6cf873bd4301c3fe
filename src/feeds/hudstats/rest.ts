// The provider's two REST calls: a token for a user and a password, and the calendar. Every trouble is a FaultError without a secret in it.
import { FaultError, fault } from '../../game/fault.ts';
import { causeOf, readAnswer } from '../answer.ts';
import type { Timekeeper } from '../feed.ts';
import { readLeniently } from '../lenient.ts';
import { tokenOf } from '../token-in-answer.ts';
import { calendarSchema, type Fixture, fixturesOf } from './calendar.ts';

/** How long one call may take, in milliseconds. */
export const CALL_MS = 10_000;

export type Rest = {
  /** A token, good for a day. @throws FaultError `rest-failed`, `rest-refused`, `rest-answer` */
  token(username: string, password: string): Promise<string>;
  /** Fixtures of a sport, by the provider's name for it, on a day `YYYY-MM-DD`. @throws FaultError as `token` */
  calendar(sport: string, day: string, token: string): Promise<readonly Fixture[]>;
  /** Ends the calls that run: they fail. */
  stop(): void;
};

type Code = 'rest-failed' | 'rest-refused' | 'rest-answer';
const failure = (code: Code, path: string, expected: string, found: string): FaultError =>
  new FaultError(fault(code, path, expected, found));

const parse = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw failure('rest-answer', path, 'JSON', `${text.length} characters that are none`);
  }
};

/** Calls to `base`, such as `https://api.hudstats.com`. */
export function makeRest(base: string, time: Timekeeper): Rest {
  const running = new Set<AbortController>();

  const call = async (path: string, init: RequestInit): Promise<string> => {
    const url = new URL(base);
    url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`;
    const abort = new AbortController();
    running.add(abort);
    const cancel = time.after(CALL_MS, () => abort.abort());
    try {
      const response = await fetch(url, { ...init, signal: abort.signal, redirect: 'error' });
      if (response.ok) return await readAnswer(response, path);
      await response.body?.cancel();
      const isRefused = response.status === 401 || response.status === 403;
      const code = isRefused ? 'rest-refused' : 'rest-failed';
      throw failure(code, path, 'status 200', `status ${response.status}`);
    } catch (error) {
      throw error instanceof FaultError ? error : failure('rest-failed', path, 'an answer', causeOf(error));
    } finally {
      cancel();
      running.delete(abort);
    }
  };

  return {
    async token(username, password) {
      // Source: HudStats, Authentication: the body of the answer is the bare token.
      const answer = await call('/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });
      const token = tokenOf(answer);
      if (token === null) throw failure('rest-answer', '/token', 'a token', 'an answer without one');
      return token;
    },
    async calendar(sport, day, token) {
      const path = `/calendar/${encodeURIComponent(sport)}/${encodeURIComponent(day)}`;
      const answer = await call(path, { headers: { authorization: `Bearer ${token}` } });
      const { data } = readLeniently(calendarSchema, { fixtures: parse(answer, path) }, 'calendar');
      if (data === null) throw failure('rest-answer', path, 'a list of fixtures', 'none');
      return fixturesOf(data);
    },
    stop() {
      for (const abort of running) abort.abort();
    },
  };
}
