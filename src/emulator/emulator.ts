// A ShotTracker server for anybody's client: the signed REST calls and the Live Data V2 WebSocket, for as many games and clients as there are.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Timekeeper } from '../feeds/feed.ts';
import { Client } from './client.ts';
import { FaultLine } from './fault-line.ts';
import { type FaultBoard, makeFaultBoard } from './faults.ts';
import type { HistoryLimits } from './history.ts';
import { type HostedGame, makeHostedGame } from './hosted-game.ts';
import { answerRest, ERROR_PAGE } from './rest.ts';
import type { ScheduledGame } from './schedule.ts';
import { makeTokens, type Tokens } from './tokens.ts';
import { wishOf } from './wish.ts';

/** Connections of all kinds at one time. */
export const MAX_CONNECTIONS = 512;
/** The longest text of a client, in bytes: it has nothing to say but pings. */
const MAX_HEARD_BYTES = 64 * 1024;
/** A client that has taken nothing for so long while something waits for it is cut off. Milliseconds. */
export const STUCK_MS = 10_000;
/** Without a word in either direction for so long a client is gone. Source: Live Data V2, Keep alives: a ping within 30 s. Assumed: three are waited for. */
export const IDLE_MS = 90_000;
const LOOK_MS = 5_000;

/** How a connection without a good token is turned away: by an HTTP status, by a gateway's page, or by a close after the handshake. Assumed: by the status. */
export type Refusal = 'status' | 'page' | 'close';

export type EmulatorOptions = {
  readonly time: Timekeeper;
  /** Secrets by user name, for the signed calls. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly host?: string;
  /** 0: any that is free. */
  readonly port?: number;
  readonly seed?: number;
  readonly board?: FaultBoard;
  readonly limits?: Partial<HistoryLimits>;
  /** Answers what is not the provider's; false when that is not its either. */
  readonly aside?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

export type Emulator = {
  readonly port: number;
  readonly board: FaultBoard;
  readonly tokens: Tokens;
  /** Offers one more game. */
  offer(game: ScheduledGame): HostedGame;
  /** Takes a game back: who listens to it is cut off. */
  withdraw(gameId: string): void;
  readonly games: ReadonlyMap<string, HostedGame>;
  /** Connections that were let in and stand, oldest first. */
  readonly clients: readonly Client[];
  /** Called with each connection that is let in. */
  onClient: (client: Client) => void;
  refuseBy: Refusal;
  /** Whether every REST call is answered by a gateway's page instead. */
  isRestBroken: boolean;
  /** Applies what the board says now, after a hand has changed it. */
  refresh(): void;
  stop(): Promise<void>;
};

function hangUp(socket: Duplex, status: string, type: string, body: string): void {
  const head = [`HTTP/1.1 ${status}`, `content-type: ${type}`, `content-length: ${Buffer.byteLength(body)}`];
  socket.end(`${head.join('\r\n')}\r\nconnection: close\r\n\r\n${body}`);
}
const hangUpJson = (socket: Duplex, status: string, message: string): void =>
  hangUp(socket, status, 'application/json', JSON.stringify({ message }));

/** Starts one. @throws Error when the port is not to be had. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { time, accounts, host = '127.0.0.1', seed = 1, board = makeFaultBoard() } = options;
  const tokens = makeTokens(() => randomBytes(24).toString('base64url'));
  const games = new Map<string, HostedGame>();
  const clients = new Set<Client>();
  let joined = 0;
  let cancelLook: () => void = () => undefined;

  const listed = (): readonly ScheduledGame[] => [...games.values()].map((game) => game.listed);
  const issue = (gameId: string): string => tokens.issue(gameId);
  const history = (gameId: string) => games.get(gameId)?.history;
  const rest = { games: listed, history, accounts, now: () => time.now(), issue };
  const http = createServer((request, response) => {
    if (options.aside?.(request, response) === true) return;
    if (emulator.isRestBroken) response.writeHead(502, { 'content-type': 'text/html' }).end(ERROR_PAGE);
    else answerRest(request, response, rest);
  });
  http.maxConnections = MAX_CONNECTIONS;
  const upgrades = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_HEARD_BYTES,
    perMessageDeflate: false,
  });

  const welcome = (socket: WebSocket, game: HostedGame, query: URLSearchParams): void => {
    const wish = wishOf(query);
    if (typeof wish === 'string') return;
    joined += 1;
    const { history, cutter, listed: it } = game;
    const wire = new FaultLine(board, seed + joined);
    const client = new Client({
      gameId: it.event_id,
      query,
      wish,
      socket,
      history,
      wire,
      cutter,
      time,
    });
    clients.add(client);
    game.clients.add(client);
    socket.on('close', () => {
      client.cut();
      clients.delete(client);
      game.clients.delete(client);
    });
    emulator.onClient(client);
  };

  const turnAway = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (emulator.refuseBy === 'page') hangUp(socket, '502 Bad Gateway', 'text/html', ERROR_PAGE);
    else if (emulator.refuseBy === 'status') hangUpJson(socket, '401 Unauthorized', 'Unauthorized');
    else upgrades.handleUpgrade(request, socket, head, (ws) => ws.close(4401, 'invalid token'));
  };

  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const { searchParams } = new URL(request.url ?? '/', 'ws://server');
    if (board.on('cut', 'clock', time.now()) !== null) {
      hangUpJson(socket, '503 Service Unavailable', 'Service Unavailable');
      return;
    }
    const game = games.get(tokens.gameOf(searchParams.get('token') ?? '') ?? '');
    if (game === undefined) {
      turnAway(request, socket, head);
      return;
    }
    const wish = wishOf(searchParams);
    if (typeof wish === 'string') {
      hangUpJson(socket, '400 Bad Request', wish);
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => ws.terminate());
      welcome(ws, game, searchParams);
    });
  });

  const refresh = (): void => {
    for (const client of clients) client.pump();
  };
  /** A script breaks connections by itself; those who take nothing, and those who are gone, are let go. */
  const look = (): void => {
    const nowMs = time.now();
    for (const client of clients) {
      if (client.stuckMs(nowMs) >= STUCK_MS || client.idleMs(nowMs) >= IDLE_MS) client.cut();
      else client.pump();
    }
    const change = board.nextChange(nowMs) ?? Number.POSITIVE_INFINITY;
    cancelLook = time.after(Math.max(1, Math.min(LOOK_MS, change - nowMs)), look);
  };

  http.listen(options.port ?? 0, host);
  await once(http, 'listening');
  cancelLook = time.after(LOOK_MS, look);

  const emulator: Emulator = {
    port: (http.address() as AddressInfo).port,
    board,
    tokens,
    games,
    onClient: () => undefined,
    refuseBy: 'status',
    isRestBroken: false,
    offer(game) {
      const hosted = makeHostedGame(game, time, options.limits ?? {});
      games.set(game.event_id, hosted);
      return hosted;
    },
    withdraw(gameId) {
      for (const client of games.get(gameId)?.clients ?? []) client.cut();
      games.delete(gameId);
    },
    get clients() {
      return [...clients];
    },
    refresh,
    async stop() {
      cancelLook();
      for (const client of clients) client.cut();
      http.closeAllConnections();
      if (http.listening) await new Promise((resolve) => http.close(resolve));
    },
  };
  return emulator;
}
