// IMG Arena's media streams as the documents describe them: a list of events for each stream, told from where a client asks, and heartbeats between.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Timekeeper } from '../../feeds/feed.ts';
import type { FaultBoard } from '../faults.ts';
import { type ClientSocket, FaultySocket } from '../faulty-socket.ts';
import { inside, parsed } from '../line.ts';

/** Source: Media - Live statistics: a heartbeat every 10 s. */
const HEARTBEAT_MS = 10_000;

export type ImgArenaServerOptions = {
  readonly time: Timekeeper;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Whoever says it is let in. */
  readonly token: string;
  readonly board: FaultBoard;
  readonly seed: number;
  /** Answers HTTP; true when it did. */
  readonly aside?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/** One connection: what was asked of it, and what the client said. */
export type Visit = {
  readonly socket: ClientSocket;
  readonly wire: FaultySocket;
  readonly path: string;
  readonly stream: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly heard: string[];
};

/** Assumed: acceptance, refusal and heartbeat look so; no document prints the first and the last. */
const ACCEPTED = '{"authorised":true}';
const REFUSED = '{\n    The supplied authentication is invalid\n}';
const HEARTBEAT = '{"type":"heartbeat"}';

/** Starts one. */
export async function startImgArenaServer(options: ImgArenaServerOptions) {
  const { time, host, token, board, seed } = options;
  const visits: Visit[] = [];
  const lists = new Map<string, string[]>();
  const admitted = new Set<Visit>();
  /** Where a place in the list is counted from: the documents can be read either way. */
  let countsFrom = 0;
  let status = 0;
  const http = createServer((request, response) => {
    if (options.aside?.(request, response) !== true) response.writeHead(404).end();
  });
  const upgrades = new WebSocketServer({ noServer: true });
  const listOf = (stream: string): string[] => {
    const list = lists.get(stream) ?? [];
    lists.set(stream, list);
    return list;
  };

  const hear = (visit: Visit, text: string): void => {
    visit.heard.push(text);
    // Anything after the token is ignored.
    if (visit.heard.length > 1) return;
    if (inside(parsed(text), 'authToken') !== token) {
      visit.wire.say(REFUSED);
      visit.socket.close();
      return;
    }
    admitted.add(visit);
    visit.wire.say(ACCEPTED);
    const start = Number(visit.query.get('startPosition') ?? 0);
    const from = start === 0 ? 0 : Math.max(0, start - countsFrom);
    for (const one of listOf(visit.stream).slice(from)) visit.wire.say(one);
  };

  const letIn = (socket: ClientSocket, url: URL, headers: IncomingHttpHeaders): void => {
    const visit: Visit = {
      socket,
      wire: new FaultySocket(socket, { time, board, seed: seed + visits.length }),
      path: url.pathname,
      stream: url.pathname.split('/').at(-1) ?? '',
      query: url.searchParams,
      headers,
      heard: [],
    };
    socket.on('message', (data: Buffer) => hear(visit, data.toString()));
    socket.on('close', () => admitted.delete(visit));
    socket.on('error', () => undefined);
    visits.push(visit);
  };

  http.on('upgrade', (request, socket, head) => {
    // A client that was refused may hang up before it has read all of it.
    socket.on('error', () => undefined);
    const url = new URL(request.url ?? '/', 'ws://h');
    if (status !== 0) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (ws) => letIn(ws, url, request.headers));
  });
  http.listen(options.port, host);
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;

  const beat = (): void => {
    for (const { wire } of admitted) wire.say(HEARTBEAT);
  };
  const beatOn = (): void => {
    beat();
    cancelBeat = time.after(HEARTBEAT_MS, beatOn);
  };
  let cancelBeat = time.after(HEARTBEAT_MS, beatOn);

  return {
    port,
    url: `ws://${host}:${port}`,
    /** Lets in a client that came another way. */
    letIn,
    /** Every connection that was let in, oldest first. */
    visits: visits as readonly Visit[],
    /** Texts that went out to those who were let in and are connected now. */
    sent: () => [...admitted].reduce((sum, { wire }) => sum + wire.sent, 0),
    of: (stream: string): readonly Visit[] => visits.filter((visit) => visit.stream === stream),
    /** Adds an event to a list, and tells it to all who listen. */
    say(stream: string, packet: object): void {
      const text = JSON.stringify({ ...packet, traceId: `trace-${listOf(stream).length}`, version: 3 });
      listOf(stream).push(text);
      for (const visit of admitted) if (visit.stream === stream) visit.wire.say(text);
    },
    beat(): void {
      beat();
    },
    /** Breaks the connections of one stream without a word. */
    cut(stream: string): void {
      for (const visit of visits) if (visit.stream === stream) visit.socket.terminate();
    },
    /** From now on `startPosition=5` begins with the fifth event, not after it. */
    countFromOne(): void {
      countsFrom = 1;
    },
    /** Answers handshakes with this status; 0 lets in. */
    answer(next: number): void {
      status = next;
    },
    async stop(): Promise<void> {
      cancelBeat();
      for (const { socket } of visits) socket.terminate();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}
