// Where the feed connects: the given base as it is, and the documented query parameters added to it.
import { FaultError, fault } from '../../game/fault.ts';
import type { Source } from './sources.ts';

export type AddressOptions = {
  readonly token?: string | undefined;
  readonly sources: readonly Source[];
  /** Goes on after this number; null starts at the beginning of the event. */
  readonly lastSeq: number | null;
};

/**
 * The base as a URL that a WebSocket can open; http and https stand for ws and wss.
 * @throws FaultError `bad-url` when it is none. The text of the base is not repeated: it may hold a secret.
 */
export function readBase(base: string): URL {
  const expected = 'a ws:// or wss:// address';
  if (!URL.canParse(base))
    throw new FaultError(fault('bad-url', '--url', expected, 'something that is no address'));
  const url = new URL(base.replace(/^http/i, 'ws'));
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:')
    throw new FaultError(fault('bad-url', '--url', expected, `an address of ${url.protocol}`));
  url.hash = '';
  return url;
}

/** The address of one connection. What the base's own query says stands: its sources, its level, its token where we have none. Source: Live Data V2, Query parameters. */
export function connectionAddress(base: URL, { token, sources, lastSeq }: AddressOptions): URL {
  const url = new URL(base);
  if (token !== undefined) url.searchParams.set('token', token);
  if (!base.searchParams.has('source'))
    for (const source of sources) url.searchParams.append('source', source);
  if (!base.searchParams.has('broadcast_summary_level'))
    url.searchParams.set('broadcast_summary_level', 'game_stats');
  if (lastSeq !== null) url.searchParams.set('last_seq', String(lastSeq));
  return url;
}

/** What may be printed of an address: no user, no query. */
export const printable = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`;

/** Assumed: REST is served by the host that serves the WebSocket, unless told otherwise. */
export const restBaseOf = (url: URL): string =>
  `${url.protocol === 'wss:' ? 'https:' : 'http:'}//${url.host}`;
