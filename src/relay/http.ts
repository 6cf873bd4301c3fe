// The relay's HTTP server: each request and each upgrade is brought to one normal form, passes the doors, and goes to its one place.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Fault, fault } from '../game/fault.ts';
import { type Answer, cueAnswer, healthAnswer, stateAnswer } from './api.ts';
import { readBody } from './body.ts';
import { makeBucket } from './bucket.ts';
import type { Asked, Doors, Entering, Refusal } from './doors.ts';
import { hangUp } from './hang-up.ts';
import { PAGE_PATHS, type Pages } from './pages.ts';
import { type Route, routeOf } from './route.ts';
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
/** Cues from all panels and desks together. */
export const CUES = { perSecond: 50, burst: 100 };

/** Takes over a socket that passed the doors. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export type HttpOptions = {
  readonly standing: Standing;
  readonly pages: Pages;
  /** Asked anew for each request: the port is known only once the server listens. Null: nobody may enter yet. */
  readonly doors: () => Doors | null;
  /** By path. */
  readonly upgrades: ReadonlyMap<string, Upgrade>;
  readonly onFault: (fault: Fault) => void;
  readonly limits?: Partial<HttpLimits>;
};

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Route;
};
type Place = {
  readonly methods: readonly string[];
  readonly asked: Asked;
  readonly serve: (exchange: Exchange) => void | Promise<void>;
};

function answer(response: ServerResponse, { status, body }: Answer, close = false): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': text.byteLength,
    'Cache-Control': 'no-store',
    ...(close ? { Connection: 'close' } : {}),
  });
  response.end(text);
}

const failed = (status: number, where: string, expected: string, found: string): Answer => ({
  status,
  body: { fault: fault('bad-request', where, expected, found) },
});

const CLOSED: Refusal = {
  status: 403,
  fault: fault('refused-at-the-door', 'relay', 'a relay that runs', 'one that starts'),
};

/** The places that are not files. */
function makePlaces(standing: Standing, upgrades: HttpOptions['upgrades']): ReadonlyMap<string, Place> {
  const mayCue = makeBucket(CUES);
  const places = new Map<string, Place>([
    [
      '/api/v1/state',
      {
        methods: ['GET'],
        asked: 'read',
        serve: ({ response, route }) => answer(response, stateAnswer(standing, route.query)),
      },
    ],
    [
      '/api/v1/health',
      { methods: ['GET'], asked: 'read', serve: ({ response }) => answer(response, healthAnswer(standing)) },
    ],
    [
      '/api/v1/cues',
      {
        methods: ['POST'],
        asked: 'control',
        serve: async ({ request, response }) => {
          const body = await readBody(request);
          if ('fault' in body) answer(response, { status: body.status, body: { fault: body.fault } }, true);
          else if (!mayCue(standing.now()))
            answer(response, failed(429, 'cues', `at most ${CUES.perSecond} a second`, 'more'));
          else answer(response, cueAnswer(standing, body.text));
        },
      },
    ],
  ]);
  for (const path of upgrades.keys())
    places.set(path, {
      methods: ['GET'],
      asked: 'read',
      serve: ({ response }) => {
        response.setHeader('Upgrade', 'websocket');
        answer(response, failed(426, path, 'a WebSocket', 'a plain request'), true);
      },
    });
  return places;
}

/** Files, and everything else that is not there. */
const filePlace = (pages: Pages, path: string): Place => ({
  methods: ['GET', 'HEAD'],
  asked: PAGE_PATHS.has(path) ? 'page' : 'read',
  serve: ({ request, response }) => {
    const missing = () => answer(response, failed(404, 'path', 'a path of this relay', path));
    if (path.startsWith('/api/')) missing();
    else pages(request, response, path, missing);
  },
});

/** The server; it listens to nothing yet. */
export function makeHttp({ standing, pages, doors, upgrades, onFault, limits = {} }: HttpOptions): Server {
  const { headersMs, requestMs, checkMs, keepAliveMs, headerBytes, connections } = {
    ...HTTP_LIMITS,
    ...limits,
  };
  const places = makePlaces(standing, upgrades);

  const refusalOf = (entering: Entering): Refusal | null => {
    const open = doors();
    return open ? open.refusal(entering) : CLOSED;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const route = routeOf(request.url);
    const place = route && (places.get(route.path) ?? filePlace(pages, route.path));
    const entering = { headers: request.headers, remoteAddress: request.socket.remoteAddress };
    const refusal = refusalOf({ asked: place?.asked ?? 'read', ...entering });
    setSecurityHeaders(response, refusal ? null : (request.headers.host ?? null));
    if (refusal) {
      onFault(refusal.fault);
      if (refusal.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
      return answer(response, { status: refusal.status, body: { fault: refusal.fault } }, true);
    }
    if (!route || !place) return answer(response, failed(400, 'path', 'a plain path', 'another'), true);
    if (!place.methods.includes(request.method ?? '')) {
      response.setHeader('Allow', place.methods.join(', '));
      return answer(
        response,
        failed(405, 'method', place.methods.join(' or '), request.method ?? 'none'),
        true,
      );
    }
    return place.serve({ request, response, route });
  };

  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: checkMs,
      keepAliveTimeout: keepAliveMs,
      maxHeaderSize: headerBytes,
    },
    (request, response) => {
      handle(request, response).catch((error: unknown) => {
        // A request that was cut off has nobody left to answer to; what else comes here is a defect of ours.
        if (response.destroyed || response.headersSent) return response.destroy();
        const found = error instanceof Error ? error.message : String(error);
        onFault(fault('internal-error', 'http', 'an answer', found));
        answer(response, failed(500, 'relay', 'an answer', 'a defect of the relay'), true);
      });
    },
  );
  server.maxConnections = connections;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const route = routeOf(request.url);
    const entering = { headers: request.headers, remoteAddress: request.socket.remoteAddress };
    const refusal = refusalOf({ asked: 'socket', ...entering });
    if (refusal) {
      onFault(refusal.fault);
      return hangUp(socket, refusal.status === 401 ? '401 Unauthorized' : '403 Forbidden');
    }
    const upgrade = route && upgrades.get(route.path);
    if (!upgrade) return hangUp(socket, '404 Not Found');
    upgrade(request, socket, head);
  });
  return server;
}
