// A relay's wire without a relay: a real ws server on a port of its own that says only what a test tells it to.
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Down, Up } from '../../src/wire/wire.ts';

/** One page's connection as the relay sees it. */
export type ScriptedPeer = {
  readonly socket: WebSocket;
  /** The next thing that the page says; waits for it. */
  next(): Promise<Up>;
  say(down: Down): void;
  /** Anything at all, as text. */
  sayText(text: string): void;
};

export type ScriptedRelay = {
  readonly url: string;
  readonly connections: number;
  /** The next page to connect; waits for it. */
  peer(): Promise<ScriptedPeer>;
  stop(): Promise<void>;
};

/** An in-order queue whose reader may come first. */
function mailbox<Item>() {
  const items: Item[] = [];
  const readers: ((item: Item) => void)[] = [];
  return {
    put(item: Item): void {
      const reader = readers.shift();
      if (reader) reader(item);
      else items.push(item);
    },
    take(): Promise<Item> {
      const item = items.shift();
      return item === undefined ? new Promise((resolve) => readers.push(resolve)) : Promise.resolve(item);
    },
  };
}

/** Starts on a free port, or on `port` when a test brings a relay back. */
export async function makeScriptedRelay(port = 0): Promise<ScriptedRelay> {
  const server = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const peers = mailbox<ScriptedPeer>();
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    const words = mailbox<Up>();
    socket.on('message', (data: Buffer) => words.put(JSON.parse(data.toString())));
    socket.on('error', () => {});
    peers.put({
      socket,
      next: () => words.take(),
      say: (down) => socket.send(JSON.stringify(down)),
      sayText: (text) => socket.send(text),
    });
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/wire`,
    get connections() {
      return connections;
    },
    peer: () => peers.take(),
    async stop() {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
