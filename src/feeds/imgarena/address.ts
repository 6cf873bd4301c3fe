// Where the two streams of a fixture are: the host, the path and the query that the documents print.
import { FaultError, fault } from '../../game/fault.ts';
import { readBase } from '../address.ts';

/** The host of today. The older one is given up on 30 September 2026. Source: Media - Live statistics, Endpoint URL. */
export const NEW_HOST = 'wss://dde-streams.data.srarena.io';

export type Stream = 'actions' | 'statistics';
export const STREAMS: readonly Stream[] = ['actions', 'statistics'];

/** What is added to an address that is a host alone. */
const SPORT = 'basketball';
/** Assumed: the statistics are at `/statistics`, as the older page prints; the current page prints `/actions` for both. A packet is known by its content either way. */
const PATHS: Readonly<Record<Stream, string>> = { actions: 'actions', statistics: 'statistics' };
const STREAM_END = /\/(?:actions|statistics)\/?$/;

/**
 * The address up to `fixtures/{id}`, and the fixture's id. `base` is a host, to which the documented path is added; or a whole address of one fixture, with
 * either stream or none at its end.
 * @throws FaultError `bad-url` when it is no address, `no-game` when neither it nor `fixtureId` names the fixture.
 */
export function readPlace(
  base: string,
  fixtureId: string | undefined,
): { readonly url: URL; readonly fixtureId: string } {
  const url = readBase(base);
  const path = url.pathname.replace(STREAM_END, '').replace(/\/+$/, '');
  url.pathname = path;
  const named = /\/fixtures\/([^/]+)$/.exec(path)?.[1];
  if (named !== undefined) return { url, fixtureId: decodeURIComponent(named) };
  if (fixtureId === undefined)
    throw new FaultError(fault('no-game', '--game', "the fixture's id", 'nothing'));
  url.pathname = `${path}/media/${SPORT}/fixtures/${encodeURIComponent(fixtureId)}`;
  return { url, fixtureId };
}

export type StreamQuery = {
  /** How many events of the list to skip; 0 begins at its beginning. */
  readonly startPosition: number;
  /** Only matters for matches that are over. */
  readonly speed: 'fast' | 'normal';
};

/** The address of one connection. It holds no secret: the token is said once connected. Source: Media - Live statistics, Query Parameters. */
export function streamAddress(place: URL, stream: Stream, { startPosition, speed }: StreamQuery): URL {
  const url = new URL(place);
  url.pathname += `/${PATHS[stream]}`;
  if (speed === 'fast') url.searchParams.set('speed', speed);
  if (startPosition > 0) url.searchParams.set('startPosition', String(startPosition));
  return url;
}
