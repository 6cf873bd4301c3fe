// How the REST calls are signed: HMAC-SHA1 over the date, the host and the request line. The query is no part of it.
// Source: ShotTracker Event API, Authentication.
import { createHmac } from 'node:crypto';

export type Signing = {
  readonly username: string;
  readonly secret: string;
  /** As the Date header says it: `Sat, 21 Nov 2026 12:00:00 GMT`. */
  readonly date: string;
  /** As the Host header says it, with a port that is not the scheme's own. */
  readonly host: string;
  /** Without the query. */
  readonly path: string;
};

/** What is signed. */
export const signingString = ({ date, host, path }: Pick<Signing, 'date' | 'host' | 'path'>): string =>
  `date: ${date}\nhost: ${host}\nGET ${path} HTTP/1.1`;

/** The Authorization header of one GET. It holds a signature, never the secret. */
export function authorization(signing: Signing): string {
  const signature = createHmac('sha1', signing.secret).update(signingString(signing)).digest('base64');
  return `hmac username="${signing.username}",algorithm="hmac-sha1",headers="date host request-line",signature="${signature}"`;
}
