// Built files as a host serves them, and a relay's wire beside them that says one snapshot to whoever says hello: no relay stands behind it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import type { Snapshot, Up } from '../../src/wire/wire.ts';

/** `COURTSIDE_DIST`: another build than the checkout's own. */
export const DIST = process.env.COURTSIDE_DIST ?? join(import.meta.dirname, '../../dist');

export type PageHost = {
  /** `http://127.0.0.1:port`: the pages at the top, `/out` as the relay has it, `/tape` as it was given, `/ograf` and `/templates` as they were made. */
  readonly url: string;
  /** What pages have said, in order. */
  readonly ups: readonly Up[];
};

/** Starts on a free port; ends with the test. */
export async function startPageHost(snapshot: () => Snapshot, tape = ''): Promise<PageHost> {
  const ups: Up[] = [];
  const pages = sirv(join(DIST, 'pages'), { dev: true });
  const all = sirv(DIST, { dev: true });
  const server = createServer((request, response) => {
    // Graphics of packages are loaded from where a renderer likes.
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url?.startsWith('/out')) request.url = '/overlays/output.html';
    if (request.url === '/tape') return void response.end(tape);
    if (request.url === '/blank') return void response.end('<!doctype html><title>blank</title>');
    pages(request, response, () =>
      all(request, response, () => {
        response.writeHead(404).end();
      }),
    );
  });
  const wire = new WebSocketServer({ server, path: '/wire', perMessageDeflate: false });
  wire.on('connection', (socket) => {
    socket.on('error', () => {});
    socket.on('message', (data: Buffer) => {
      const up = JSON.parse(data.toString()) as Up;
      ups.push(up);
      if (up.type === 'hello') socket.send(JSON.stringify(snapshot()));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of wire.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ups };
}
