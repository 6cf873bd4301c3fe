// A wire without a socket between a feed and a server that speaks as its provider: what one says the other hears a turn later, in order, and time is nobody's.
import { EventEmitter } from 'node:events';
import type { ClientSocket } from '../../src/emulator/faulty-socket.ts';
import type { Dial } from '../../src/feeds/session.ts';

/** The server's end. Texts are delivered while it is open. */
class ServerEnd extends EventEmitter {
  readonly OPEN = 1;
  readonly bufferedAmount = 0;
  readyState: 0 | 1 | 2 | 3 = 1;
  readonly #hear: (text: string) => void;

  constructor(hear: (text: string) => void) {
    super();
    this.#hear = hear;
  }

  send(data: unknown): void {
    if (this.readyState === this.OPEN) queueMicrotask(() => this.#hear(String(data)));
  }

  terminate(): void {
    if (this.readyState !== this.OPEN) return;
    this.readyState = 3;
    // What was sent before is heard before.
    queueMicrotask(() => this.emit('close'));
  }

  close(): void {
    this.terminate();
  }
}

/** Dials into a server by its `letIn`. */
export function dialInto(letIn: (socket: ClientSocket, address: URL) => void): Dial {
  return (address, events) => {
    let isOver = false;
    const end = (error: string | null): void => {
      if (isOver) return;
      isOver = true;
      events.ended({ code: 1006, reason: '', status: null, error });
    };
    const server = new ServerEnd((text) => {
      if (!isOver) events.text(text);
    });
    server.on('close', () => end(null));
    events.sent?.('handshake', `GET ${address.href}`);
    queueMicrotask(() => {
      if (isOver) return;
      events.opened();
      letIn(server as unknown as ClientSocket, address);
    });
    return {
      send(text) {
        if (isOver || server.readyState !== server.OPEN) return;
        events.sent?.('text', text);
        queueMicrotask(() => server.emit('message', Buffer.from(text)));
      },
      drop(why) {
        server.terminate();
        end(why);
      },
      close() {
        isOver = true;
        server.terminate();
        return Promise.resolve();
      },
    };
  };
}
