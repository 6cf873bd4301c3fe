// The socket of those who watch the feed: what is kept on connect, then everything as it comes. Who takes it in too slowly misses some, and sees by the numbers how much.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Timekeeper } from '../../feeds/feed.ts';
import type { Heard, HeardBatch } from '../../wire/heard.ts';
import { hangUp } from '../hang-up.ts';
import { routeOf } from '../route.ts';
import type { Ring } from './ring.ts';

/** Viewers at once. */
export const MAX_VIEWERS = 8;
/** What was heard is told so often, in milliseconds. */
export const TELL_MS = 100;
/** A viewer who has so much before him is told nothing new until he has taken it in. Bytes. */
export const VIEWER_BACKLOG_BYTES = 4 * 1024 * 1024;
/** Texts of one message. */
const BATCH = 400;
/** The longest message of a viewer, in bytes; it is not read. */
const MAX_UP_BYTES = 1_024;
const GOING_AWAY = 1001;

export type ViewersOptions = {
  readonly ring: Ring;
  readonly time: Timekeeper;
};

export interface Viewers {
  /** Takes over a socket that passed the doors. `?since=N`: only what came after N. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says good-bye to all and takes no more. */
  stop(): void;
}

/** Nobody watches yet. */
export function makeViewers({ ring, time }: ViewersOptions): Viewers {
  const life = Math.round(time.now());
  /** What each was told last. */
  const told = new Map<WebSocket, number>();
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_UP_BYTES,
  });
  let cancel: (() => void) | null = null;

  const send = (viewer: WebSocket, heard: readonly Heard[]): void => {
    for (let at = 0; at < heard.length; at += BATCH) {
      const batch: HeardBatch = { life, heard: heard.slice(at, at + BATCH) };
      viewer.send(JSON.stringify(batch));
    }
  };

  const tell = (): void => {
    cancel = null;
    for (const [viewer, last] of told) {
      if (viewer.bufferedAmount > VIEWER_BACKLOG_BYTES || last === ring.last) continue;
      send(viewer, ring.since(last));
      told.set(viewer, ring.last);
    }
    if (told.size > 0) cancel = time.after(TELL_MS, tell);
  };

  return {
    upgrade(request, socket, head) {
      if (told.size >= MAX_VIEWERS) return hangUp(socket, '503 Service Unavailable');
      const since = Number(routeOf(request.url)?.query.get('since') ?? 0);
      server.handleUpgrade(request, socket, head, (viewer) => {
        viewer.on('error', () => viewer.terminate());
        viewer.on('close', () => told.delete(viewer));
        // A number of another life of the relay means nothing here.
        told.set(viewer, Number.isSafeInteger(since) && since <= ring.last ? since : 0);
        cancel ??= time.after(0, tell);
      });
    },
    stop() {
      cancel?.();
      server.close();
      for (const viewer of told.keys()) {
        viewer.close(GOING_AWAY);
        viewer.terminate();
      }
    },
  };
}
