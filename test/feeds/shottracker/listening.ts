// A server of a few lines that speaks as ShotTracker's, and the feed that listens to it, for one test.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { makeShotTracker, type ShotTrackerOptions } from '../../../src/feeds/shottracker/shottracker.ts';
import { makeListener } from '../../kit/listener.ts';
import { makeManualTime } from '../../kit/manual-time.ts';

export const TOKEN = 'token-of-the-game';
export const SECRET = 'the-account-secret';
export const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** How one handshake is answered: let in, or with a status. */
export type Door = (query: URLSearchParams) => number | 'open';
export type Client = {
  readonly socket: WebSocket;
  readonly query: URLSearchParams;
  readonly heard: string[];
};

/** A server of a few lines: it lets in, remembers what was asked, and says what a test tells it to. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined,
) {
  const clients: Client[] = [];
  const asked: URLSearchParams[] = [];
  let door: Door = () => 'open';
  const http = createServer(answer);
  const upgrades = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    // A client that was refused may hang up before it has read all of it.
    socket.on('error', () => undefined);
    const query = new URL(request.url ?? '/', 'ws://h').searchParams;
    asked.push(query);
    const verdict = door(query);
    if (verdict !== 'open') {
      socket.end(`HTTP/1.1 ${verdict} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (ws) => {
      const heard: string[] = [];
      ws.on('message', (data: Buffer) => heard.push(data.toString()));
      ws.on('ping', () => heard.push('(ping)'));
      ws.on('error', () => undefined);
      clients.push({ socket: ws, query, heard });
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  stops.push(() => {
    for (const { socket } of clients) socket.terminate();
    http.closeAllConnections();
    http.close();
  });
  const { port } = http.address() as AddressInfo;
  const newest = (): WebSocket => {
    const client = clients.at(-1);
    if (client === undefined) throw new Error('nobody is connected');
    return client.socket;
  };
  return {
    port,
    clients,
    asked,
    url: `ws://127.0.0.1:${port}/live?venue=7`,
    answerWith: (next: Door) => {
      door = next;
    },
    newest,
    say: (source: string, data: unknown, seq?: number) =>
      newest().send(JSON.stringify({ type: 'data', source, data, ...(seq === undefined ? {} : { seq }) })),
  };
}

export type Server = Awaited<ReturnType<typeof serve>>;

/** A feed on that server, its listener, and time turned by hand. */
export function listen(server: Pick<Server, 'url'>, more: Partial<ShotTrackerOptions> = {}) {
  const time = makeManualTime();
  const to = makeListener();
  const feed = makeShotTracker({
    time,
    rules: 'nba',
    url: server.url,
    token: TOKEN,
    random: () => 0,
    ...more,
  });
  stops.push(() => feed.stop());
  feed.start(to);
  return { ...to, feed, time };
}

export const until = (look: () => unknown): Promise<unknown> =>
  vi.waitFor(
    () => {
      if (!look()) throw new Error('not yet');
    },
    { timeout: 45_000, interval: 5 },
  );

export const tick = (more: object = {}) => ({
  period: 'Q1',
  state: 'STARTED',
  min: '5',
  sec: '00',
  subSec: '0',
  shotSec: null,
  ...more,
});
export const shot = (eid: string) => ({
  eid,
  t: 1_700_000_000_000,
  tid: 1,
  pid: 7,
  gid: 'g',
  st: 'MAKE',
  is3: false,
  pts: 2,
});

/** Connected, and the first words heard. */
export async function live(more: Partial<ShotTrackerOptions> = {}) {
  const server = await serve();
  const all = listen(server, more);
  await until(() => server.clients.length === 1);
  server.say('clock', tick());
  await until(() => all.standing() === 'live');
  return { server, ...all };
}
