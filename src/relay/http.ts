// The relay's HTTP server: each request and each upgrade is brought to one normal form, passes the doors, and goes to its one place.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Fault, fault } from '../game/fault.ts';
import { PAGE_HEADER } from '../wire/seat.ts';
import { type Answer, answer, failed } from './answer.ts';
import type { Asked, Doors, Refusal } from './doors.ts';
import { hangUp } from './hang-up.ts';
import type { Pages } from './pages.ts';
import type { Place } from './place.ts';
import { makePlaces } from './places.ts';
import { routeOf } from './route.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { Standing } from './standing.ts';

/** Bounds against slow, many and large requests. */
export type HttpLimits = {
  /** From the connection to the end of the headers, of the request. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often those two are looked at. */
  readonly checkMs: number;
  /** An idle connection is kept. */
  readonly keepAliveMs: number;
  readonly headerBytes: number;
  readonly connections: number;
};
export const HTTP_LIMITS: HttpLimits = {
  headersMs: 5_000,
  requestMs: 10_000,
  checkMs: 1_000,
  keepAliveMs: 5_000,
  headerBytes: 16 * 1024,
  connections: 512,
};
/** Takes over a socket that passed the doors. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export type HttpOptions = {
  readonly standing: Standing;
  readonly pages: Pages;
  /** Asked anew for each request: the port is known only once the server listens. Null: nobody may enter yet. */
  readonly doors: () => Doors | null;
  /** By path. */
  readonly upgrades: ReadonlyMap<string, Upgrade>;
  /** More places than every relay has, by path. */
  readonly places: ReadonlyMap<string, Place>;
  readonly onFault: (fault: Fault) => void;
  readonly limits?: Partial<HttpLimits>;
};

/** Where pages connect. */
export const WIRE_PATH = '/wire';

const CLOSED: Refusal = {
  status: 403,
  fault: fault('refused-at-the-door', 'relay', 'a relay that runs', 'one that starts'),
};

/** The server; it listens to nothing yet. */
export function makeHttp(options: HttpOptions): Server {
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const serve = makeServe(options);
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
      keepAliveTimeout: limits.keepAliveMs,
      maxHeaderSize: limits.headerBytes,
    },
    (request, response) => {
      serve(request, response).catch((error: unknown) => {
        // A request that was cut off has nobody left to answer to; what else comes here is a defect of ours.
        if (response.destroyed || response.headersSent) return response.destroy();
        const found = error instanceof Error ? error.message : String(error);
        options.onFault(fault('internal-error', 'http', 'an answer', found));
        answer(response, failed(500, 'relay', 'an answer', 'a defect of the relay'), true);
      });
    },
  );
  server.maxConnections = limits.connections;
  server.on('upgrade', makeUpgrade(options));
  return server;
}

/** Why this one may not enter; null when he may. */
function refusalOf(
  { doors }: HttpOptions,
  asked: Asked,
  { headers, socket, url }: IncomingMessage,
): Refusal | null {
  const open = doors();
  return open
    ? open.refusal({
        asked,
        headers,
        remoteAddress: socket.remoteAddress,
        token: routeOf(url)?.query.get('token') ?? null,
      })
    : CLOSED;
}

/** An observer's page changes nothing, whatever it posts; null where it may, or where it is no page of ours. */
function seatRefusal({ standing }: HttpOptions, { headers, method }: IncomingMessage): Answer | null {
  const page = headers[PAGE_HEADER];
  if (method !== 'POST' || typeof page !== 'string' || !standing.observes(page)) return null;
  return { status: 409, body: { fault: fault('observer', 'role', 'an operator', 'an observer') } };
}

/** Brings each request to its place, or says why not. */
function makeServe(options: HttpOptions) {
  const placeOf = makePlaces(options.standing, options.pages, {
    sockets: options.upgrades.keys(),
    more: options.places,
  });
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const route = routeOf(request.url);
    const place = route && placeOf(route.path);
    const asked = (request.method === 'POST' ? place?.askedToPost : undefined) ?? place?.asked ?? 'read';
    const refusal = refusalOf(options, asked, request);
    setSecurityHeaders(response, refusal ? null : (request.headers.host ?? null));
    if (refusal) {
      options.onFault(refusal.fault);
      if (refusal.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
      return answer(response, { status: refusal.status, body: { fault: refusal.fault } }, true);
    }
    if (!route || !place) return answer(response, failed(400, 'path', 'a plain path', 'another'), true);
    const { method = '' } = request;
    if (place.methods.includes(method)) {
      const seated = asked === 'control' ? seatRefusal(options, request) : null;
      return seated ? answer(response, seated, true) : place.serve({ request, response, route });
    }
    response.setHeader('Allow', place.methods.join(', '));
    answer(response, failed(405, 'method', place.methods.join(' or '), method), true);
  };
}

/** Brings each upgrade to the one who takes it over, or hangs up. */
function makeUpgrade(options: HttpOptions): Upgrade {
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const route = routeOf(request.url);
    const refusal = refusalOf(options, route?.path === WIRE_PATH ? 'wire' : 'socket', request);
    if (refusal) {
      options.onFault(refusal.fault);
      return hangUp(socket, refusal.status === 401 ? '401 Unauthorized' : '403 Forbidden');
    }
    const upgrade = route && options.upgrades.get(route.path);
    if (!upgrade) return hangUp(socket, '404 Not Found');
    upgrade(request, socket, head);
  };
}
