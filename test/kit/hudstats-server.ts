// HudStats LiveData, from its document: a token for a password, one fixture, five channels, and warnings while no stream plays.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export const FIXTURE = 'esports:match:b20f4275-8060-4d17-a15c-8fb2963effa6';
export const USERNAME = 'producer';
export const PASSWORD = 'open sesame, please';

export type HudStatsServer = Awaited<ReturnType<typeof startHudStatsServer>>;

type Asked = { readonly action: string; readonly channel: string; readonly token: string };
type Client = { readonly socket: WebSocket; readonly subscribed: Set<string> };

const CALENDAR = [
  {
    game: { name: 'NBA2K', abbreviation: 'nba2k' },
    tournament: 'Night League',
    'team-a': { name: 'Foxes', score: null },
    'team-b': { name: 'Herons', score: null },
    status: 'PLANNED',
    'live-data': { 'stream-available': true },
    'start-date': '2026-11-21T18:00:00Z',
    id: FIXTURE,
  },
  { game: { name: 'NBA2K' }, status: 'CONCLUDED' },
];

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Starts one on a free port of the loopback. Its stream does not play yet. */
export async function startHudStatsServer() {
  const tokens = new Set<string>();
  const state = new Map<string, object>();
  const clients: Client[] = [];
  const asked: Asked[] = [];
  let opened = 0;
  let issued = 0;
  let calls = 0;
  let endsMs: number | undefined;
  let isRestBroken = false;
  let nth = 0;
  let publishedAt = 1_625_779_279_246;
  let isStreaming = false;
  let greeting = '{"version":"0.38.2"}';
  const marks = { sportName: 'NBA2K', sourceData: 'official', replay: false };

  const issue = (): string => {
    issued += 1;
    const token = `head.${Buffer.from(JSON.stringify({ user: issued, ...(endsMs && { exp: endsMs / 1_000 }) })).toString('base64url')}.signature`;
    tokens.add(token);
    return token;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    calls += 1;
    if (isRestBroken) {
      response.writeHead(503).end();
      return;
    }
    if (request.method === 'POST' && request.url === '/token') {
      const { username, password } = Object(parsed(await bodyOf(request))) as Record<string, unknown>;
      const isKnown = username === USERNAME && password === PASSWORD;
      response.writeHead(isKnown ? 200 : 401).end(isKnown ? issue() : 'no');
      return;
    }
    const bearer = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const isCalendar = request.url === '/calendar/nba2k/2026-11-21';
    const status = !tokens.has(bearer) ? 401 : isCalendar ? 200 : 404;
    response.writeHead(status).end(status === 200 ? JSON.stringify(CALENDAR) : '');
  };

  const respond = (socket: WebSocket, status: string, about: object, payload: object): void => {
    nth += 1;
    publishedAt += 10;
    const id = `b26db3b6-${nth}`;
    socket.send(JSON.stringify({ status, publishedAt, id, ...about, payload }));
  };

  const command = (client: Client, text: string): void => {
    const words = parsed(text);
    const fail = (message: string): void => respond(client.socket, 'error', Object(words), { message });
    if (words === null) return fail('Malformed command.');
    const { action, channel, token, fixture } = words as Record<string, string>;
    if (!action || !channel || !token) return fail('Malformed command.');
    asked.push({ action, channel, token });
    const about = { channel, action, fixture };
    const { socket, subscribed } = client;
    if (!tokens.has(token)) return respond(socket, 'error', about, { message: 'Invalid token.' });
    if (fixture !== FIXTURE) return respond(socket, 'error', about, { message: 'Unknown fixture.' });
    if (action === 'subscribe') subscribed.add(channel);
    const payload = state.get(channel);
    if (isStreaming) return respond(socket, 'ok', about, { ...payload, ...marks });
    return respond(socket, 'warning', about, { message: 'No active streams for this fixture.' });
  };

  const http = createServer((request, response) => void answer(request, response));
  const upgrades = new WebSocketServer({ server: http, path: '/live' });
  upgrades.on('connection', (socket) => {
    const client: Client = { socket, subscribed: new Set() };
    clients.push(client);
    opened += 1;
    socket.on('message', (data: Buffer) => command(client, data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => clients.splice(clients.indexOf(client), 1));
    socket.send(greeting);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;

  const say = (channel: string, payload: object): void => {
    isStreaming = true;
    state.set(channel, payload);
    for (const { socket, subscribed } of clients)
      if (subscribed.has(channel))
        respond(socket, 'ok', { channel, action: 'subscribe', fixture: FIXTURE }, { ...payload, ...marks });
  };

  return {
    port,
    liveUrl: `ws://127.0.0.1:${port}/live`,
    httpUrl: `http://127.0.0.1:${port}`,
    issue,
    /** No token that was given out is good any more. */
    expireAll: () => tokens.clear(),
    /** When the tokens that are issued from now on say they end, in milliseconds since 1970. */
    endTokensAt: (ms: number) => {
      endsMs = ms;
    },
    breakRest: (isBroken: boolean) => {
      isRestBroken = isBroken;
    },
    /** REST calls so far. */
    calls: () => calls,
    /** What every payload says beside its own, from now on. */
    mark: (more: Partial<typeof marks>) => Object.assign(marks, more),
    greetWith: (text: string) => {
      greeting = text;
    },
    /** Every command that could be read, oldest first. */
    asked: asked as readonly Asked[],
    opened: () => opened,
    issued: () => issued,
    connected: () => clients.length,
    /** The channels that everybody who is connected now has subscribed to. */
    subscribed: () => [...new Set(clients.flatMap(({ subscribed }) => [...subscribed]))],
    /** The stream plays, and this is the newest of the channel: told to subscribers, and kept for those who come later. */
    say,
    /** One incident, in the document's form. */
    incident: (name: string, quarter: number, time: number, payload: object = {}) =>
      say('incidents', {
        incident: { name, type: 'match', time, period: { type: 'quarter', value: quarter }, payload },
      }),
    /** Changes a channel's state as if it had been told while nobody listened. */
    keep: (channel: string, payload: object) => void state.set(channel, payload),
    sayRaw: (text: string) => {
      for (const { socket } of clients) socket.send(text);
    },
    cut() {
      for (const { socket } of clients) socket.terminate();
    },
    async stop() {
      for (const { socket } of clients) socket.terminate();
      upgrades.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
