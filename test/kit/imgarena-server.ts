// IMG Arena's media streams as the documents describe them, on a free port of the loopback: a list of events for each stream, told from where a client asks.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** One connection: what was asked of it, and what the client said. */
export type Visit = {
  readonly socket: WebSocket;
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

/** Starts one that lets in whoever says `token`. */
export async function startImgArenaServer(token: string) {
  const visits: Visit[] = [];
  const lists = new Map<string, string[]>();
  const admitted = new Set<Visit>();
  /** Where a place in the list is counted from: the documents can be read either way. */
  let countsFrom = 0;
  let status = 0;
  const http = createServer();
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
    if ((JSON.parse(text) as { authToken?: string }).authToken !== token) {
      visit.socket.send(REFUSED);
      visit.socket.close();
      return;
    }
    admitted.add(visit);
    visit.socket.send(ACCEPTED);
    const start = Number(visit.query.get('startPosition') ?? 0);
    const from = start === 0 ? 0 : Math.max(0, start - countsFrom);
    for (const one of listOf(visit.stream).slice(from)) visit.socket.send(one);
  };

  http.on('upgrade', (request, socket, head) => {
    // A client that was refused may hang up before it has read all of it.
    socket.on('error', () => undefined);
    const url = new URL(request.url ?? '/', 'ws://h');
    if (status !== 0) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (ws) => {
      const stream = url.pathname.split('/').at(-1) ?? '';
      const { headers } = request;
      const visit: Visit = {
        socket: ws,
        path: url.pathname,
        stream,
        query: url.searchParams,
        headers,
        heard: [],
      };
      ws.on('message', (data: Buffer) => hear(visit, data.toString()));
      ws.on('close', () => admitted.delete(visit));
      ws.on('error', () => undefined);
      visits.push(visit);
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;

  return {
    url: `ws://127.0.0.1:${port}`,
    /** Every connection that was let in, oldest first. */
    visits: visits as readonly Visit[],
    of: (stream: string): readonly Visit[] => visits.filter((visit) => visit.stream === stream),
    /** Adds an event to a list, and tells it to all who listen. */
    say(stream: string, packet: object): void {
      const text = JSON.stringify({ ...packet, traceId: `trace-${listOf(stream).length}`, version: 3 });
      listOf(stream).push(text);
      for (const visit of admitted) if (visit.stream === stream) visit.socket.send(text);
    },
    beat(): void {
      for (const { socket } of admitted) socket.send(HEARTBEAT);
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
      for (const { socket } of visits) socket.terminate();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}
