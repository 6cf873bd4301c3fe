// The relay, and two bare loops that do as little as can be done: each takes frames and sends them to all its pages.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { FeedReader } from '../../src/feeds/feed.ts';
import type { Frame } from '../../src/game/message.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { makeRelay } from '../../src/relay/relay.ts';
import { packFrame } from '../../src/wire/wire.ts';

export type FanOut = {
  readonly url: string;
  push(frame: Omit<Frame, 'seq'>): void;
  stop(): Promise<void>;
};

/** The real relay, with a feed that says what it is pushed, without graphics and tape. */
export async function relayFanOut(): Promise<FanOut> {
  let reader: FeedReader | null = null;
  const relay = makeRelay({
    time: realTime,
    version: 'bench',
    feed: {
      name: 'bench',
      capabilities: ['positions'],
      start: (given) => {
        reader = given;
      },
      stop: () => Promise.resolve(),
    },
    rehearsal: true,
    rules: 'nba',
    graphics: { catalogue: new Map(), infos: [] },
    pagesFolder: '/nowhere',
    host: '127.0.0.1',
    port: 0,
    addresses: [],
    secrets: [],
    log: () => {},
  });
  const { port } = await relay.start();
  return {
    url: `ws://127.0.0.1:${port}/wire`,
    push: (frame) => reader?.message(frame),
    stop: () => relay.stop(),
  };
}

/** A bare loop that answers beats. It packs and encodes each frame once for all; or it says the frame as it is to each page by itself, as a plain server does. */
export async function bareFanOut(encodes: 'once' | 'for each'): Promise<FanOut> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    socket.on('error', () => {});
    socket.on('message', (data: Buffer) => {
      const up = JSON.parse(data.toString()) as { type: string; sentMs: number };
      if (up.type === 'beat') socket.send(JSON.stringify({ type: 'echo', sentMs: up.sentMs }));
    });
  });
  let seq = 0;
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/wire`,
    push(said) {
      seq += 1;
      const frame = { ...said, seq } as Frame;
      if (encodes === 'once') {
        const text = Buffer.from(JSON.stringify({ type: 'frame', frame: packFrame(frame) }));
        for (const socket of server.clients) socket.send(text, { binary: false });
      } else for (const socket of server.clients) socket.send(JSON.stringify({ type: 'frame', frame }));
    },
    async stop() {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Pushes frames at a rate for so long, by a real clock; late ones are not made up for. */
export const pushFor = (
  fanOut: FanOut,
  { rateHz, lastsMs }: { rateHz: number; lastsMs: number },
  frameAt: (atMs: number) => Omit<Frame, 'seq'>,
): Promise<void> =>
  new Promise((resolve) => {
    const startMs = realTime.now();
    const timer = setInterval(() => {
      const nowMs = realTime.now();
      if (nowMs - startMs < lastsMs) {
        fanOut.push(frameAt(nowMs));
        return;
      }
      clearInterval(timer);
      resolve();
    }, 1000 / rateHz);
  });
