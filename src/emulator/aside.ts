// What the emulator answers beside the provider's calls: how it stands, faults on purpose, the mock game. JSON in and out, from this machine alone unless allowed.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answered, Worked } from '../feeds/emulating.ts';
import { fault } from '../game/fault.ts';
import { parsed } from './line.ts';
import { answerJson } from './rest.ts';
import { refusal, type Works } from './worked.ts';

/** The longest body, in bytes. */
export const MAX_BODY_BYTES = 64 * 1024;

const ROOT = '/emulator';
const WORKED: readonly Worked[] = ['mock', 'faults'];
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const LOOPBACK_ADDRESS = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/;

export type AsideOptions = {
  readonly worked: Works;
  /** Other machines may work it too. */
  readonly allowRemote: boolean;
};

/** Whether a page of that origin, or no page at all, asks. */
const isOwnPage = (origin: string | undefined): boolean =>
  origin === undefined || LOOPBACK.test(origin.replace(/^https?:\/\//, ''));

function doorRefusal(request: IncomingMessage, allowRemote: boolean): Answered | null {
  const { host = '', origin } = request.headers;
  const closed = (where: string, expected: string, found: string) =>
    refusal(403, fault('refused-at-the-door', where, expected, found));
  if (!isOwnPage(origin)) return closed('Origin', 'a page of this machine, or none', origin ?? '');
  if (allowRemote) return null;
  if (!LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? ''))
    return closed('address', 'this machine', 'another');
  return LOOPBACK.test(host) ? null : closed('Host', 'an address of this machine', host);
}

/** A body of JSON; an answer where it is none. */
async function jsonOf(request: IncomingMessage): Promise<{ readonly value: unknown } | Answered> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json *(;|$)/i.test(type))
    return refusal(415, fault('bad-request', 'Content-Type', 'application/json', type || 'none'));
  let text = '';
  let bytes = 0;
  for await (const part of request) {
    const piece = part as Buffer;
    bytes += piece.byteLength;
    if (bytes > MAX_BODY_BYTES)
      return refusal(413, fault('bad-request', 'body', `at most ${MAX_BODY_BYTES} bytes`, 'more'));
    text += piece.toString();
  }
  const value = parsed(text);
  return value === undefined ? refusal(400, fault('bad-request', 'body', 'JSON', 'none')) : { value };
}

/** Answers what begins with `/emulator`; false for everything else. */
export function makeAside({ worked, allowRemote }: AsideOptions) {
  const answerOf = async (request: IncomingMessage, path: string): Promise<Answered> => {
    const isGet = request.method === 'GET';
    if (path === ROOT && isGet) return worked.standing();
    const what = WORKED.find((one) => path === `${ROOT}/${one}`);
    if (what === undefined || !worked.has(what))
      return refusal(404, fault('bad-request', 'path', 'what this emulator has', path));
    if (isGet) return worked.ask(what);
    if (request.method !== 'POST')
      return refusal(405, fault('bad-request', 'method', 'GET or POST', request.method ?? ''));
    const body = await jsonOf(request);
    return 'value' in body ? worked.ask(what, body.value) : body;
  };

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { pathname } = new URL(request.url ?? '/', 'http://server');
    if (pathname !== ROOT && !pathname.startsWith(`${ROOT}/`)) return false;
    const closed = doorRefusal(request, allowRemote);
    const { origin } = request.headers;
    if (closed === null && origin !== undefined) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-allow-headers', 'content-type');
      response.setHeader('vary', 'origin');
    }
    if (closed === null && request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return true;
    }
    const answer = closed === null ? answerOf(request, pathname) : Promise.resolve(closed);
    answer.then(
      ({ status, body }) => answerJson(response, status, body),
      () => response.destroy(),
    );
    return true;
  };
}
