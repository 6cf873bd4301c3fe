// What each path answers: the control API, the sockets' places, and files for all others.
import type { ServerResponse } from 'node:http';
import { type Answer, answer, failed } from './answer.ts';
import {
  companionAnswer,
  fieldsAnswer,
  healthAnswer,
  logAnswer,
  rawFaultAnswer,
  rundownAnswer,
  stateAnswer,
} from './api.ts';
import { makeCuePlaces } from './cue-place.ts';
import { MARKS_PATH } from './mark-files.ts';
import { openApi } from './openapi.ts';
import { PAGE_PATHS, type Pages } from './pages.ts';
import type { Exchange, Place } from './place.ts';
import { sendMark } from './send-mark.ts';
import type { Standing } from './standing.ts';
import { CUTS_PATH, type Cuts, makeCuts } from './tapes/cuts.ts';
import { sendCut, tapePlaces } from './tapes/tape-places.ts';
import { vmixPlaces } from './vmix-places.ts';

const reading = (serve: (exchange: Exchange) => Answer): Place => ({
  methods: ['GET'],
  asked: 'read',
  serve: (exchange) => answer(exchange.response, serve(exchange)),
});

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

/** A page of another origin that the doors have let in may draw what it gets. */
function openTo(origin: string | undefined, response: ServerResponse): void {
  response.setHeader('Vary', 'Origin');
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** A logo that is known, or nothing: a path is only ever looked up, never followed. */
const markPlace = (standing: Standing, path: string): Place => ({
  methods: ['GET', 'HEAD'],
  asked: 'picture',
  serve: async ({ request, response }) => {
    openTo(request.headers.origin, response);
    const file = standing.mark(path.slice(MARKS_PATH.length));
    if (file === null || !(await sendMark(request, response, file))) missing(response, path);
  },
});

/** A cut that this relay has made, or nothing: a path is only ever looked up. */
const cutPlace = (cuts: Cuts, path: string): Place => ({
  methods: ['GET', 'HEAD'],
  asked: 'read',
  serve: async ({ request, response }) => {
    const file = cuts.path(path.slice(CUTS_PATH.length));
    if (file === null || !(await sendCut(request, response, file))) missing(response, path);
  },
});

/** `/api/v1/faults/ID/raw`: the words in which a Fault was found. */
const RAW_FAULT = /^\/api\/v1\/faults\/(?<id>[0-9a-f]{1,64})\/raw$/;

const rawFaultPlace = (standing: Standing, id: string): Place => reading(() => rawFaultAnswer(standing, id));

/** A file, or nothing. */
const filePlace = (pages: Pages, path: string): Place => ({
  methods: ['GET', 'HEAD'],
  asked: PAGE_PATHS.has(path) ? 'page' : 'read',
  serve: ({ request, response }) => {
    if (path.startsWith('/api/')) missing(response, path);
    else pages(request, response, path, () => missing(response, path));
  },
});

/** What is served besides what is known here. */
export type MorePlaces = {
  readonly sockets: Iterable<string>;
  readonly more: ReadonlyMap<string, Place>;
};

/** Finds the place of a path in its normal form; there is always one. */
export function makePlaces(
  standing: Standing,
  pages: Pages,
  { sockets, more }: MorePlaces,
): (path: string) => Place {
  const { cues, rundown } = makeCuePlaces(standing);
  const cuts = makeCuts({ source: () => standing.tapeSource(), folder: standing.cutsFolder });
  const places = new Map<string, Place>([
    ['/api/v1/state', reading(({ route }) => stateAnswer(standing, route.query))],
    ['/api/v1/health', reading(() => healthAnswer(standing))],
    ['/api/v1/openapi.json', reading(() => ({ status: 200, body: openApi(standing.version) }))],
    ['/api/v1/fields', reading(({ route }) => fieldsAnswer(standing, route.query))],
    ['/api/v1/log', reading(({ route }) => logAnswer(standing, route.query))],
    ['/api/v1/companion', reading(({ request }) => companionAnswer(standing, request.headers.host ?? ''))],
    ['/api/v1/rundown', reading(() => rundownAnswer(standing))],
    ['/api/v1/rundown/load', rundown],
    ['/api/v1/cues', cues],
    ...vmixPlaces(standing),
    ...tapePlaces(standing, cuts),
    ...more,
    ...[...sockets].map((path): [string, Place] => [path, socketPlace(path)]),
  ]);
  return (path) => {
    const known = places.get(path);
    if (known) return known;
    const faultId = RAW_FAULT.exec(path)?.groups?.id;
    if (faultId !== undefined) return rawFaultPlace(standing, faultId);
    if (path.startsWith(CUTS_PATH)) return cutPlace(cuts, path);
    return path.startsWith(MARKS_PATH) ? markPlace(standing, path) : filePlace(pages, path);
  };
}
