// One connection to the provider, from its handshake to its one end. What it hears it passes on as text; it never throws.
import { type RawData, WebSocket } from 'ws';
import { type Fault, fault } from '../game/fault.ts';
import type { Timekeeper } from './feed.ts';
import { type KeepAliveOptions, keepAlive } from './keep-alive.ts';

/** A longer message ends the connection, in bytes; what is longer than the reader parses is a Fault already. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
/** More fragments of one message end the connection. */
export const MAX_FRAGMENTS = 1_024;
/** How long a handshake may take, in milliseconds. */
export const HANDSHAKE_MS = 5_000;

/** How a connection ended. `status` is HTTP's, where the handshake was refused; `code` is the WebSocket's, 1006 without one. */
export type Ending = {
  readonly code: number;
  readonly reason: string;
  readonly status: number | null;
  /** What went wrong in the system's own words (ECONNREFUSED); null when nothing did. */
  readonly error: string | null;
};

export type ConnectionEvents = {
  opened(): void;
  text(text: string): void;
  fault(fault: Fault): void;
  /** We said this: the `handshake`, a `ping`, a `text`. It may hold a secret. */
  sent?(what: 'handshake' | 'ping' | 'text', text: string): void;
  /** Once, also when it was dropped; never after `close`. */
  ended(ending: Ending): void;
};

export type ConnectOptions = KeepAliveOptions & {
  readonly time: Timekeeper;
  readonly handshakeMs?: number;
  /** Headers of the handshake beside the WebSocket's own; none by default. */
  readonly headers?: Readonly<Record<string, string>>;
};

export type Connection = {
  /** Sends a text, where the connection is open. */
  send(text: string): void;
  /** Ends it as broken: `ended` follows. */
  drop(why: string): void;
  /** Ends it for good: nothing more is told. Resolves when the socket is gone. */
  close(): Promise<void>;
};

const NO_CODE = 1006;

const bytesOf = (data: RawData): Uint8Array =>
  Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data;

const errorCode = (error: Error): string => {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : error.name;
};

/** Opens a WebSocket and listens. Text and binary frames are both read as UTF-8. */
export function connect(address: URL, events: ConnectionEvents, options: ConnectOptions): Connection {
  const { time, handshakeMs = HANDSHAKE_MS, headers = {} } = options;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const socket = new WebSocket(address, {
    headers,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
    maxFragments: MAX_FRAGMENTS,
    followRedirects: false,
    // Bad UTF-8 is to cost one message, not the connection: it is decoded here.
    skipUTF8Validation: true,
  });
  let isTold = false;
  let status: number | null = null;
  let error: string | null = null;
  events.sent?.('handshake', `GET ${address.href}`);
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));

  const send = (text: string): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.send(text);
    events.sent?.('text', text);
  };
  const ping = (): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.ping();
    events.sent?.('ping', 'a WebSocket ping');
  };
  const alive = keepAlive(
    time,
    {
      ping,
      text: send,
      dead: () => drop('no answer to a ping'),
    },
    options,
  );
  const cancelHandshake = time.after(handshakeMs, () => drop('no answer to the handshake'));

  const end = (code: number, reason: string): void => {
    alive.stop();
    cancelHandshake();
    if (isTold) return;
    isTold = true;
    events.ended({ code, reason, status, error });
  };
  const drop = (why: string): void => {
    error ??= why;
    socket.terminate();
    end(NO_CODE, why);
  };

  socket.on('open', () => {
    cancelHandshake();
    alive.heard();
    if (!isTold) events.opened();
  });
  socket.on('message', (data) => {
    alive.heard();
    if (isTold) return;
    const bytes = bytesOf(data);
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      events.fault(fault('not-utf8', 'message', 'UTF-8', `${bytes.byteLength} bytes that are none`));
      return;
    }
    events.text(text);
  });
  socket.on('pong', () => alive.heard());
  socket.on('ping', () => alive.heard());
  socket.on('unexpected-response', (request, response) => {
    status = response.statusCode ?? null;
    request.destroy();
    end(NO_CODE, '');
  });
  socket.on('error', (thrown) => {
    error ??= errorCode(thrown);
  });
  socket.on('close', (code, reason) => end(code, reason.toString()));

  return {
    send,
    drop,
    close() {
      isTold = true;
      alive.stop();
      cancelHandshake();
      socket.terminate();
      return gone;
    },
  };
}
