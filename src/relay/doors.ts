// Who may enter: every request and every upgrade passes here before a byte of state leaves. What is not allowed is refused.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Fault, fault } from '../game/fault.ts';

/**
 * What is asked for. `page`: a document that may be opened from anywhere. `control`: changes the show. `socket`: an upgrade; `wire`: that of pages, over
 * which nothing of the show can be changed. `picture`: a team's logo.
 */
export type Asked = 'page' | 'read' | 'control' | 'socket' | 'wire' | 'picture';

export type Entering = {
  readonly asked: Asked;
  readonly headers: IncomingHttpHeaders;
  readonly remoteAddress: string | undefined;
  /** The token in a socket's address, for programs that can send no headers of their own. */
  readonly token?: string | null;
};

export type Refusal = { readonly status: 401 | 403 | 415; readonly fault: Fault };

export interface Doors {
  /** The reason for which this one may not enter, or null when he may. */
  refusal(entering: Entering): Refusal | null;
}

export type DoorsOptions = {
  /** What the relay listens on: an address or a name. */
  readonly host: string;
  readonly port: number;
  /** This machine's own addresses: allowed as Host when the relay listens beyond loopback. */
  readonly addresses: readonly string[];
  /** The control token; needed beyond loopback. */
  readonly token: string | undefined;
  /** Origins of others' pages that may listen and have logos, as a browser writes them: graphics that a host has loaded. None by default. */
  readonly guests?: readonly string[];
};

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const HTTP_PORT = 80;

/** True for an address or name that only this machine can reach. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host);

const bracketed = (host: string): string =>
  host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;

/** The values of Host that are ours, lower case, with the port. A page that reaches us by another name is not ours (DNS rebinding). */
export function ownHosts({ host, port, addresses }: DoorsOptions): ReadonlySet<string> {
  const names = isLoopback(host)
    ? [...LOOPBACK_NAMES, bracketed(host)]
    : [...LOOPBACK_NAMES, bracketed(host), ...addresses.map(bracketed)];
  return new Set(
    names.flatMap((name) => {
      const lower = name.toLowerCase();
      return port === HTTP_PORT ? [lower, `${lower}:${port}`] : [`${lower}:${port}`];
    }),
  );
}

const refuse = (status: Refusal['status'], where: string, expected: string, found: string): Refusal => ({
  status,
  fault: fault('refused-at-the-door', where, expected, found),
});

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isToken = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));

/** True when the header bears this token; takes the same time for every wrong one. */
function bears(authorization: string | undefined, token: string): boolean {
  return isToken(/^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '', token);
}

/** Doors for a relay that listens there. */
export function makeDoors(options: DoorsOptions): Doors {
  const hosts = ownHosts(options);
  const guests = new Set((options.guests ?? []).map((origin) => origin.toLowerCase()));
  const isOwnOrigin = (origin: string): boolean =>
    origin.startsWith('http://') && hosts.has(origin.slice('http://'.length).toLowerCase());
  const tokenRefusal = ({ authorization }: IncomingHttpHeaders): Refusal | null =>
    options.token !== undefined && bears(authorization, options.token)
      ? null
      : refuse(401, 'Authorization', 'Bearer and the control token', authorization ? 'another' : 'none');

  const siteRefusal = (asked: Asked, headers: IncomingHttpHeaders): Refusal | null => {
    const site = headers['sec-fetch-site'];
    if (site === undefined || site === 'same-origin' || site === 'none') return null;
    if (asked === 'page' && headers['sec-fetch-mode'] === 'navigate') return null;
    return refuse(403, 'Sec-Fetch-Site', 'same-origin or none', String(site));
  };

  const controlRefusal = (headers: IncomingHttpHeaders): Refusal | null => {
    const type = headers['content-type'] ?? '';
    if (!/^application\/json *(;|$)/i.test(type))
      return refuse(415, 'Content-Type', 'application/json', type || 'none');
    return isLoopback(options.host) ? null : tokenRefusal(headers);
  };

  return {
    refusal({ asked, headers, remoteAddress, token }) {
      const { host, origin } = headers;
      if (host === undefined || !hosts.has(host.toLowerCase()))
        return refuse(403, 'Host', 'an address of this relay', host ?? 'none');
      const isGuest = origin !== undefined && guests.has(origin.toLowerCase());
      if (isGuest && (asked === 'wire' || asked === 'picture')) return null;
      if (origin !== undefined && !isOwnOrigin(origin))
        return refuse(403, 'Origin', "the relay's own, or none", origin);
      const site = siteRefusal(asked, headers);
      if (site) return site;
      if (asked === 'control') return controlRefusal(headers);
      // A browser always names its Origin on an upgrade; a program on another machine must know the token instead.
      const isSocket = asked === 'socket' || asked === 'wire';
      if (isSocket && origin === undefined && !isLoopback(remoteAddress ?? ''))
        return token && options.token !== undefined && isToken(token, options.token)
          ? null
          : tokenRefusal(headers);
      return null;
    },
  };
}
