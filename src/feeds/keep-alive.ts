// Keeps a quiet connection open, and says when it is dead. The provider wants a ping within 30 s of silence. Source: Live Data V2, Keep alives.
import type { Timekeeper } from './feed.ts';

export type KeepAliveOptions = {
  /** A WebSocket ping after so much silence, in milliseconds; 10 s by default. */
  readonly pingMs?: number;
  /** A text ping after so much silence, in milliseconds; 20 s by default: while data flows none is sent. */
  readonly textPingMs?: number;
  /** Assumed: no document prints the ping, so a text is sent beside the WebSocket's own; null sends none. */
  readonly pingText?: string | null;
  /** Without a word or a pong for so long the connection is dead, in milliseconds; 40 s by default. */
  readonly deadMs?: number;
};

export type KeepAlive = {
  /** Something was heard: words, or any pong. */
  heard(): void;
  stop(): void;
};

type Line = { ping(): void; text(text: string): void; dead(): void };

const TEXT_PING = '{"type":"ping"}';

/** Begins to watch at once. */
export function keepAlive(time: Timekeeper, line: Line, options: KeepAliveOptions): KeepAlive {
  const { pingMs = 10_000, textPingMs = 20_000, pingText = TEXT_PING, deadMs = 40_000 } = options;
  let heardMs = time.now();
  let textAtMs = heardMs;
  let stop = (): void => undefined;

  const look = (): void => {
    const nowMs = time.now();
    const quietMs = nowMs - heardMs;
    if (quietMs >= deadMs) {
      line.dead();
      return;
    }
    if (quietMs >= pingMs) line.ping();
    if (pingText !== null && nowMs - Math.max(heardMs, textAtMs) >= textPingMs) {
      textAtMs = nowMs;
      line.text(pingText);
    }
    stop = time.after(pingMs, look);
  };

  stop = time.after(pingMs, look);
  return {
    heard() {
      heardMs = time.now();
    },
    stop: () => stop(),
  };
}
