// A server that speaks ShotTracker's Live Data V2 as the provider's documents say it, written from them alone; and that can misbehave on demand.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Envelope, makeHistory, type Resumes, type Wish, wants } from './shottracker-history.ts';
import { answerRest, ERROR_PAGE, type ScheduledGame } from './shottracker-rest.ts';

export type ServerOptions = {
  readonly games?: readonly ScheduledGame[];
  /** Secrets by user name, for the signed calls. */
  readonly accounts?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  readonly port?: number;
  readonly resumes?: Resumes;
};

/** How a connection without a good token is turned away: by an HTTP status, by an error page, or by a close after the handshake. */
export type Refusal = 'status' | 'page' | 'close';

/** One client's connection: what it asked for, and the pings it has sent, of either kind. */
type Session = {
  readonly eventId: string;
  readonly query: URLSearchParams;
  readonly pings: readonly string[];
  readonly isOpen: boolean;
};

type Live = {
  eventId: string;
  query: URLSearchParams;
  pings: string[];
  isOpen: boolean;
  wish: Wish;
  socket: WebSocket;
};

export type ShotTrackerServer = Awaited<ReturnType<typeof startShotTrackerServer>>;

const wishOf = (query: URLSearchParams): Wish => {
  const sources = query.getAll('source');
  const lastSeq = query.get('last_seq');
  return {
    sources: sources.length > 0 ? new Set(sources) : null,
    lastSeq: lastSeq === null ? null : Number(lastSeq),
  };
};

/** `game_stats` leaves the whole game's totals only. Source: Live Data V2, broadcast_summary_level. */
function atLevel({ query }: Live, envelope: Envelope): Envelope {
  if (envelope.source !== 'broadcastsummary' || query.get('broadcast_summary_level') !== 'game_stats')
    return envelope;
  const kept = Object.entries(envelope.data as object).filter(
    ([name]) => !name.endsWith('_stats') || name === 'game_stats',
  );
  return { ...envelope, data: Object.fromEntries(kept) };
}

/** Starts one on a free port of the loopback; `GAME` is its only game unless told otherwise. */
export async function startShotTrackerServer(options: ServerOptions = {}) {
  const { accounts = { producer: 'open sesame' }, now = Date.now, resumes = 'after' } = options;
  const games = options.games ?? [GAME];
  const eventIdByToken = new Map<string, string>();
  const histories = new Map(games.map(({ event_id }) => [event_id, makeHistory(resumes)]));
  const sessions: Live[] = [];
  const waiting = new Set<() => void>();
  let issued = 0;
  let refusal: Refusal = 'status';
  let restBroken = false;
  let lastText = '';

  const historyOf = (eventId: string) => {
    const history = histories.get(eventId);
    if (!history) throw new Error(`no game ${eventId}`);
    return history;
  };
  const issue = (eventId: string): string => {
    historyOf(eventId);
    issued += 1;
    const token = `token-${issued}-of-${eventId}`;
    eventIdByToken.set(token, eventId);
    return token;
  };

  const http = createServer((request, response) => {
    answerRest(request, response, { games, accounts, now, issue, broken: () => restBroken });
  });
  const upgrades = new WebSocketServer({ noServer: true });

  const turnAway = (socket: Duplex): void => {
    const isPage = refusal === 'page';
    const body = isPage ? ERROR_PAGE : '{"message":"Unauthorized"}';
    const status = isPage ? '502 Bad Gateway' : '401 Unauthorized';
    const type = isPage ? 'text/html' : 'application/json';
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );
  };

  const welcome = (socket: WebSocket, eventId: string, query: URLSearchParams): void => {
    const session: Live = { eventId, query, pings: [], isOpen: true, wish: wishOf(query), socket };
    socket.on('error', () => {});
    socket.on('close', () => {
      session.isOpen = false;
    });
    // Ping by control frame is answered by ws itself; the text of a ping is not public, so words are answered too.
    socket.on('ping', () => session.pings.push('frame'));
    socket.on('message', (data: Buffer) => {
      session.pings.push(data.toString());
      socket.send('{"type":"pong"}');
    });
    sessions.push(session);
    for (const envelope of historyOf(eventId).firstWords(session.wish))
      socket.send(JSON.stringify(atLevel(session, envelope)));
    for (const look of waiting) look();
  };

  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {});
    const { searchParams } = new URL(request.url ?? '/', 'ws://server');
    const eventId = eventIdByToken.get(searchParams.get('token') ?? '');
    if (eventId === undefined && refusal !== 'close') {
      turnAway(socket);
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (ws) => {
      if (eventId === undefined) ws.close(4401, 'invalid token');
      else welcome(ws, eventId, searchParams);
    });
  });

  http.listen(options.port ?? 0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const open = () => sessions.filter(({ isOpen }) => isOpen);
  const sendAll = (text: string | Uint8Array): void => {
    for (const { socket } of open()) socket.send(text, { binary: typeof text !== 'string' });
  };

  return {
    port,
    httpUrl: `http://127.0.0.1:${port}`,
    liveUrl: `ws://127.0.0.1:${port}/live`,
    issue,
    /** Makes a token worthless: for the next connection, not for those that stand. */
    expire: (token: string) => eventIdByToken.delete(token),
    /** Makes a token good again. */
    admit: (token: string, eventId: string = games[0]?.event_id ?? '') => eventIdByToken.set(token, eventId),
    refuseBy: (how: Refusal) => {
      refusal = how;
    },
    breakRest: (isBroken: boolean) => {
      restBroken = isBroken;
    },
    /** Every connection that was let in, oldest first. */
    sessions: sessions as readonly Session[],
    /** Resolves when so many connections were let in since the start. */
    whenOpened: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (sessions.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    /** Says one thing to all who asked for its source, and keeps it for those who come later. */
    say: (source: string, data: unknown, eventId: string = games[0]?.event_id ?? ''): Envelope => {
      const envelope = historyOf(eventId).add(source, data);
      for (const session of open())
        if (session.eventId === eventId && wants(session.wish, source)) {
          lastText = JSON.stringify(atLevel(session, envelope));
          session.socket.send(lastText);
        }
      return envelope;
    },
    /** Sends these words as they are to everyone, and keeps nothing. Bytes go as a binary message. */
    sayRaw: sendAll,
    /** Sends the last message once more. */
    repeat: () => sendAll(lastText),
    /** From now on those connected hear nothing and are answered nothing, though no connection is closed. Newcomers are served. */
    stall() {
      for (const session of open()) {
        session.isOpen = false;
        session.socket.pause();
      }
    },
    /** Breaks every connection without a word. */
    cut() {
      for (const { socket } of sessions) socket.terminate();
    },
    async stop(): Promise<void> {
      for (const { socket } of sessions) socket.terminate();
      http.closeAllConnections();
      if (http.listening) await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** The game of a server that was told of none. */
export const GAME: ScheduledGame = {
  event_id: '062a3726-0000-4000-8000-000000000001',
  tipoff_at: 1_604_052_000_000,
  home_team_id: 481,
  home_team_name: 'Home',
  away_team_id: 493,
  away_team_name: 'Away',
};
