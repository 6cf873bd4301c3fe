// A process of pages: it opens so many sockets, beats as pages do, counts what comes, and tells its parent. Its own cost is not measured.
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import { BEAT_MS, WIRE_VERSION } from '../../src/wire/wire.ts';

/** What the parent asks for. `stalled`: so many of the sockets read nothing once they are connected. */
export type LoadOrder = { readonly url: string; readonly count: number; readonly stalled: number };
/** What it is told: that all are connected; and at the end what came, and how late each frame was. */
export type LoadReport =
  | { readonly type: 'ready' }
  | { readonly type: 'counted'; readonly deliveries: number; readonly latenciesMs: readonly number[] };
/** `count`: begin anew. `report`: say what came since. `leave`: end. */
export type LoadWord = 'count' | 'report' | 'leave';

const nowMs = (): number => performance.timeOrigin + performance.now();
const hello = (name: string) =>
  JSON.stringify({
    type: 'hello',
    version: WIRE_VERSION,
    role: 'output',
    name,
    bus: 'program',
    historyMs: 1_000,
  });

const beat = (): string =>
  JSON.stringify({
    type: 'beat',
    sentMs: nowMs(),
    painted: {
      revision: 0,
      seq: Number.MAX_SAFE_INTEGER,
      instantMs: nowMs(),
      fps: 60,
      lateMs: 1,
      delayMs: 0,
      renderer: 'webgl',
      visible: true,
      contextsLost: 0,
      offsetMs: 0,
      offsetErrorMs: 0,
      graphics: ['scorebug'],
      faults: [],
    },
  });

const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder;
const report = (told: LoadReport): void => void process.send?.(told);
const counted = { deliveries: 0, latenciesMs: [] as number[] };

/** The frame's own stamp stands early in its text, packed or plain. */
const STAMP = /^\{"type":"frame","frame":(?:\[\d+,|\{"kind":"frame","atMs":)([\d.]+)/;

const sockets = Array.from({ length: order.count }, (_, i) => {
  const socket = new WebSocket(order.url);
  socket.on('message', (data: Buffer) => {
    const stamp = STAMP.exec(data.toString('latin1', 0, 80))?.[1];
    if (stamp === undefined) return;
    counted.deliveries += 1;
    counted.latenciesMs.push(nowMs() - Number(stamp));
  });
  socket.on('error', () => {});
  const opened = new Promise<void>((resolve) => {
    socket.on('open', () => {
      socket.send(hello(`page-${i}`));
      resolve();
    });
  });
  return { socket, opened };
});

await Promise.all(sockets.map(({ opened }) => opened));
for (const { socket } of sockets.slice(0, order.stalled)) socket.pause();
const reading = sockets.slice(order.stalled);
// Spread over the beat, as pages are that were not started in one instant.
const beats = reading.map(({ socket }, i) =>
  setTimeout(
    () => {
      beats.push(setInterval(() => socket.readyState === socket.OPEN && socket.send(beat()), BEAT_MS));
    },
    (i / reading.length) * BEAT_MS,
  ),
);

process.on('message', (word: LoadWord) => {
  if (word === 'count') {
    counted.deliveries = 0;
    counted.latenciesMs.length = 0;
  }
  if (word === 'report') report({ type: 'counted', ...counted });
  if (word === 'leave') {
    for (const timer of beats) clearTimeout(timer);
    for (const { socket } of sockets) socket.terminate();
    process.disconnect?.();
  }
});
report({ type: 'ready' });
