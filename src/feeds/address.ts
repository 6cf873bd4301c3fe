// Addresses of a provider: a base is read once, told without what it may hide, and leads to the REST calls beside it.
import { FaultError, fault } from '../game/fault.ts';

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

/** What may be printed of an address: no user, no query. */
export const printable = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`;

/** Assumed: REST is served by the host that serves the WebSocket, unless told otherwise. */
export const restBaseOf = (url: URL): string =>
  `${url.protocol === 'wss:' ? 'https:' : 'http:'}//${url.host}`;
