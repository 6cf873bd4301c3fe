// What the emulator answers beside the provider's calls: how it stands, faults on purpose, the mock game. JSON in and out, from this machine alone unless allowed.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import type { Emulator } from './emulator.ts';
import { clearSchema, FAULTS, orderSchema, type Standing } from './faults.ts';
import { parsed } from './line.ts';
import { mockOrderSchema } from './mock-orders.ts';
import type { MockRoom } from './mock-room.ts';
import { answerJson } from './rest.ts';

/** The longest body, in bytes. */
export const MAX_BODY_BYTES = 64 * 1024;

const ROOT = '/emulator';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const LOOPBACK_ADDRESS = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/;

export type AsideOptions = {
  readonly emulator: () => Emulator;
  readonly now: () => number;
  readonly mock: () => MockRoom | null;
  /** Other machines may work it too. */
  readonly allowRemote: boolean;
};

type Answer = { readonly status: number; readonly body: unknown };
const ok = (body: unknown): Answer => ({ status: 200, body });
const refusal = (status: number, told: Fault): Answer => ({ status, body: { fault: told } });

const wrongShape = (error: z.ZodError): Answer => {
  const [issue] = error.issues;
  const where = issue?.path.join('.') || 'body';
  return refusal(422, fault('bad-request', where, issue?.message ?? 'another shape', 'what was sent'));
};

const faultPostSchema = z.union([z.strictObject({ clear: clearSchema }), orderSchema]);

const shown = (nowMs: number, { fromMs, untilMs, ...order }: Standing) => ({
  ...order,
  forMs: Math.round(nowMs - fromMs),
  leftMs: untilMs === null ? null : Math.round(untilMs - nowMs),
});

/** Whether a page of that origin, or no page at all, asks. */
const isOwnPage = (origin: string | undefined): boolean =>
  origin === undefined || LOOPBACK.test(origin.replace(/^https?:\/\//, ''));

function doorRefusal(request: IncomingMessage, allowRemote: boolean): Answer | null {
  const { host = '', origin } = request.headers;
  const closed = (where: string, expected: string, found: string) =>
    refusal(403, fault('refused-at-the-door', where, expected, found));
  if (!isOwnPage(origin)) return closed('Origin', 'a page of this machine, or none', origin ?? '');
  if (allowRemote) return null;
  if (!LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? ''))
    return closed('address', 'this machine', 'another');
  return LOOPBACK.test(host) ? null : closed('Host', 'an address of this machine', host);
}

/** A body of JSON; an Answer where it is none. */
async function jsonOf(request: IncomingMessage): Promise<{ readonly value: unknown } | Answer> {
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
export function makeAside(options: AsideOptions) {
  const { now, allowRemote } = options;

  const faults = () => ({
    faults: FAULTS,
    active: options
      .emulator()
      .board.active(now())
      .map((one) => shown(now(), one)),
  });

  const standing = () => ({
    games: [...options.emulator().games.values()].map(({ listed, history, clients }) => ({
      id: listed.event_id,
      status: listed.status ?? null,
      home: listed.home_team_name,
      away: listed.away_team_name,
      lastSeq: history.last,
      clients: clients.size,
    })),
    faults: faults().active,
    mock: options.mock() !== null,
  });

  const postFault = (value: unknown): Answer => {
    const read = faultPostSchema.safeParse(value);
    if (!read.success) return wrongShape(read.error);
    const emulator = options.emulator();
    if ('clear' in read.data) emulator.board.clear(read.data.clear, now());
    else emulator.board.set(read.data, now());
    emulator.refresh();
    return ok(faults());
  };

  const postMock = (mock: MockRoom, value: unknown): Answer => {
    const read = mockOrderSchema.safeParse(value);
    if (!read.success) return wrongShape(read.error);
    const told = mock.obey(read.data);
    return told === null ? ok(mock.view()) : refusal(409, told);
  };

  const answerOf = async (request: IncomingMessage, path: string): Promise<Answer> => {
    const mock = options.mock();
    const isGet = request.method === 'GET';
    if (path === ROOT && isGet) return ok(standing());
    if (path === `${ROOT}/faults` && isGet) return ok(faults());
    if (path === `${ROOT}/mock` && isGet && mock) return ok(mock.view());
    const isKnown = path === `${ROOT}/faults` || (path === `${ROOT}/mock` && mock !== null);
    if (!isKnown) return refusal(404, fault('bad-request', 'path', 'what this emulator has', path));
    if (request.method !== 'POST')
      return refusal(405, fault('bad-request', 'method', 'GET or POST', request.method ?? ''));
    const body = await jsonOf(request);
    if (!('value' in body)) return body;
    return path === `${ROOT}/mock` && mock ? postMock(mock, body.value) : postFault(body.value);
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
