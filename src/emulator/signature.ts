// Whether a request is signed as ShotTracker's documents demand, told from those documents alone.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** How far a request's date may lie from the server's. Source: Authentication, clock skew. */
const MAX_SKEW_MS = 5 * 60_000;

/**
 * The signature of a GET: HMAC-SHA1 over the date, the host and the request line, whose path has no query. Source: Authentication, code examples.
 */
export function sign(secret: string, date: string, host: string, path: string): string {
  const text = `date: ${date}\nhost: ${host}\nGET ${path} HTTP/1.1`;
  return createHmac('sha1', secret).update(text).digest('base64');
}

/** The parts of an Authorization header of the hmac scheme: `name="value"`, by name. */
function parts(header: string): ReadonlyMap<string, string> {
  const found = [...header.replace(/^hmac /, '').matchAll(/(\w+)="([^"]*)"/g)];
  return new Map(found.map(([, name, value]) => [name ?? '', value ?? '']));
}

/** What is wrong with a request's signature, in a few words; null when it is right. `accounts`: secrets by user name. */
export function signatureFault(
  { headers, url = '/', method }: IncomingMessage,
  accounts: Readonly<Record<string, string>>,
  nowMs: number,
): string | null {
  const { authorization, date, host } = headers;
  if (method !== 'GET') return 'not a GET';
  if (!authorization?.startsWith('hmac ')) return 'no hmac authorization';
  if (!date || !host) return 'no date or host header';
  if (!(Math.abs(Date.parse(date) - nowMs) <= MAX_SKEW_MS)) return 'date too far off';
  const given = parts(authorization);
  if (given.get('algorithm') !== 'hmac-sha1') return 'algorithm';
  if (given.get('headers') !== 'date host request-line') return 'headers';
  const username = given.get('username') ?? '';
  const secret = Object.hasOwn(accounts, username) ? accounts[username] : undefined;
  if (secret === undefined) return 'unknown username';
  const path = url.replace(/\?.*$/, '');
  const [said, right] = [given.get('signature') ?? '', sign(secret, date, host, path)].map((text) =>
    Buffer.from(text),
  );
  return said?.length === right?.length && said && right && timingSafeEqual(said, right) ? null : 'signature';
}
