// What each path answers: the control API, the sockets' places, and files for all others.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fault } from '../game/fault.ts';
import { type Answer, cueAnswer, healthAnswer, stateAnswer } from './api.ts';
import { readBody } from './body.ts';
import { makeBucket } from './bucket.ts';
import type { Asked } from './doors.ts';
import { MARKS_PATH } from './mark-files.ts';
import { PAGE_PATHS, type Pages } from './pages.ts';
import type { Route } from './route.ts';
import { sendMark } from './send-mark.ts';
import type { Standing } from './standing.ts';

/** Cues from all panels and desks together. */
export const CUES = { perSecond: 50, burst: 100 };

export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Route;
};

/** One path: which methods it takes, what the doors must know, and its answer. */
export type Place = {
  readonly methods: readonly string[];
  readonly asked: Asked;
  readonly serve: (exchange: Exchange) => void | Promise<void>;
};

/** Answers in JSON; `close`: and ends the connection. */
export function answer(response: ServerResponse, { status, body }: Answer, close = false): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': text.byteLength,
    'Cache-Control': 'no-store',
    ...(close ? { Connection: 'close' } : {}),
  });
  response.end(text);
}

/** An answer that says what was wrong with the request. */
export const failed = (status: number, where: string, expected: string, found: string): Answer => ({
  status,
  body: { fault: fault('bad-request', where, expected, found) },
});

const reading = (serve: (exchange: Exchange) => Answer): Place => ({
  methods: ['GET'],
  asked: 'read',
  serve: (exchange) => answer(exchange.response, serve(exchange)),
});

function cuePlace(standing: Standing): Place {
  const mayCue = makeBucket(CUES);
  return {
    methods: ['POST'],
    asked: 'control',
    serve: async ({ request, response }) => {
      const body = await readBody(request);
      if ('fault' in body) answer(response, { status: body.status, body: { fault: body.fault } }, true);
      else if (!mayCue(standing.now()))
        answer(response, failed(429, 'cues', `at most ${CUES.perSecond} a second`, 'more'));
      else answer(response, cueAnswer(standing, body.text));
    },
  };
}

/** Where only a socket is served. */
const socketPlace = (path: string): Place => ({
  methods: ['GET'],
  asked: 'read',
  serve: ({ response }) => {
    response.setHeader('Upgrade', 'websocket');
    answer(response, failed(426, path, 'a WebSocket', 'a plain request'), true);
  },
});

const missing = (response: ServerResponse, path: string): void =>
  answer(response, failed(404, 'path', 'a path of this relay', path));

/** A logo that is known, or nothing: a path is only ever looked up, never followed. */
const markPlace = (standing: Standing, path: string): Place => ({
  methods: ['GET', 'HEAD'],
  asked: 'read',
  serve: async ({ request, response }) => {
    const file = standing.mark(path.slice(MARKS_PATH.length));
    if (file === null || !(await sendMark(request, response, file))) missing(response, path);
  },
});

/** A file, or nothing. */
const filePlace = (pages: Pages, path: string): Place => ({
  methods: ['GET', 'HEAD'],
  asked: PAGE_PATHS.has(path) ? 'page' : 'read',
  serve: ({ request, response }) => {
    if (path.startsWith('/api/')) missing(response, path);
    else pages(request, response, path, () => missing(response, path));
  },
});

/** Finds the place of a path in its normal form; there is always one. */
export function makePlaces(
  standing: Standing,
  pages: Pages,
  sockets: Iterable<string>,
): (path: string) => Place {
  const places = new Map<string, Place>([
    ['/api/v1/state', reading(({ route }) => stateAnswer(standing, route.query))],
    ['/api/v1/health', reading(() => healthAnswer(standing))],
    ['/api/v1/cues', cuePlace(standing)],
    ...[...sockets].map((path): [string, Place] => [path, socketPlace(path)]),
  ]);
  return (path) =>
    places.get(path) ?? (path.startsWith(MARKS_PATH) ? markPlace(standing, path) : filePlace(pages, path));
}
