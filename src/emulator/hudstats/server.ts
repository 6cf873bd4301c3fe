// HudStats LiveData, from its document: a token for a password, one fixture, five channels, and warnings while no stream plays.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Timekeeper } from '../../feeds/feed.ts';
import type { FaultBoard } from '../faults.ts';
import { type ClientSocket, FaultySocket } from '../faulty-socket.ts';

export type HudStatsServerOptions = {
  readonly time: Timekeeper;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The one fixture that there is. */
  readonly fixture: string;
  /** Passwords by user name. */
  readonly accounts: Readonly<Record<string, string>>;
  /** What every payload says beside its own. */
  readonly sportName: string;
  readonly board: FaultBoard;
  readonly seed: number;
  /** Answers what is no call of the provider's; true when it did. */
  readonly aside?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

type Asked = { readonly action: string; readonly channel: string; readonly token: string };
type Client = {
  readonly socket: ClientSocket;
  readonly wire: FaultySocket;
  readonly subscribed: Set<string>;
};

const calendarOf = (fixture: string): readonly object[] => [
  {
    game: { name: 'NBA2K', abbreviation: 'nba2k' },
    tournament: 'Night League',
    'team-a': { name: 'Foxes', score: null },
    'team-b': { name: 'Herons', score: null },
    status: 'PLANNED',
    'live-data': { 'stream-available': true },
    'start-date': '2026-11-21T18:00:00Z',
    id: fixture,
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

/** Starts one. Its stream does not play yet. */
export async function startHudStatsServer(options: HudStatsServerOptions) {
  const { time, host, fixture: offered, accounts, board, seed } = options;
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
  let publishedAt = Math.round(time.now());
  let isStreaming = false;
  let greeting = '{"version":"0.38.2"}';
  const marks = { sportName: options.sportName, sourceData: 'official', replay: false };

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
      const isKnown =
        typeof username === 'string' && Object.hasOwn(accounts, username) && accounts[username] === password;
      response.writeHead(isKnown ? 200 : 401).end(isKnown ? issue() : 'no');
      return;
    }
    const bearer = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const isCalendar = /^\/calendar\/nba2k\/\d{4}-\d\d-\d\d$/.test(request.url ?? '');
    const status = !tokens.has(bearer) ? 401 : isCalendar ? 200 : 404;
    response.writeHead(status).end(status === 200 ? JSON.stringify(calendarOf(offered)) : '');
  };

  const respond = (wire: FaultySocket, status: string, about: object, payload: object): void => {
    nth += 1;
    // No two bear one stamp.
    publishedAt = Math.max(publishedAt + 1, Math.round(time.now()));
    const id = `b26db3b6-${nth}`;
    wire.say(JSON.stringify({ status, publishedAt, id, ...about, payload }));
  };

  const command = (client: Client, text: string): void => {
    const words = parsed(text);
    const fail = (message: string): void => respond(client.wire, 'error', Object(words), { message });
    if (words === null) return fail('Malformed command.');
    const { action, channel, token, fixture } = words as Record<string, string>;
    if (!action || !channel || !token) return fail('Malformed command.');
    asked.push({ action, channel, token });
    const about = { channel, action, fixture };
    const { wire, subscribed } = client;
    if (!tokens.has(token)) return respond(wire, 'error', about, { message: 'Invalid token.' });
    if (fixture !== offered) return respond(wire, 'error', about, { message: 'Unknown fixture.' });
    if (action === 'subscribe') subscribed.add(channel);
    const payload = state.get(channel);
    if (isStreaming) return respond(wire, 'ok', about, { ...payload, ...marks });
    return respond(wire, 'warning', about, { message: 'No active streams for this fixture.' });
  };

  const http = createServer((request, response) => {
    if (options.aside?.(request, response) !== true) void answer(request, response);
  });
  const upgrades = new WebSocketServer({ server: http, path: '/live' });
  const letIn = (socket: ClientSocket): void => {
    const wire = new FaultySocket(socket, { time, board, seed: seed + opened });
    const client: Client = { socket, wire, subscribed: new Set() };
    clients.push(client);
    opened += 1;
    socket.on('message', (data: Buffer) => command(client, data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => clients.splice(clients.indexOf(client), 1));
    wire.say(greeting);
  };
  upgrades.on('connection', letIn);
  http.listen(options.port, host);
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;

  const say = (channel: string, payload: object): void => {
    isStreaming = true;
    state.set(channel, payload);
    for (const { wire, subscribed } of clients)
      if (subscribed.has(channel))
        respond(wire, 'ok', { channel, action: 'subscribe', fixture: offered }, { ...payload, ...marks });
  };

  return {
    port,
    liveUrl: `ws://${host}:${port}/live`,
    httpUrl: `http://${host}:${port}`,
    issue,
    /** Lets in a client that came another way. */
    letIn,
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
    /** Texts that went out to those who are connected now. */
    sent: () => clients.reduce((sum, { wire }) => sum + wire.sent, 0),
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
