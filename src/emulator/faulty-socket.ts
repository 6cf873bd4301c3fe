// One client's socket with the faults of the board on it, for servers of any provider: what is said goes in, what the client hears comes out when it is due.
import type { WebSocket } from 'ws';
import type { Timekeeper } from '../feeds/feed.ts';
import { FaultLine } from './fault-line.ts';
import { ANY_SOURCE } from './fault-texts.ts';
import type { FaultBoard } from './faults.ts';

/** What of a client's socket is used: a WebSocket, or what stands for one. */
export type ClientSocket = Pick<
  WebSocket,
  'send' | 'close' | 'terminate' | 'bufferedAmount' | 'readyState' | 'OPEN'
> & {
  on(event: 'close' | 'error', listener: () => void): unknown;
  on(event: 'message', listener: (data: Buffer) => void): unknown;
};

/** A script breaks connections by itself: it is looked at this often. Milliseconds. */
const LOOK_MS = 100;
/** A socket that holds so much takes nothing any more, and is let go. Bytes. */
const FULL_BYTES = 16 * 1024 * 1024;

export class FaultySocket {
  readonly #socket: ClientSocket;
  readonly #time: Timekeeper;
  readonly #line: FaultLine;
  #sent = 0;
  #cancel = (): void => undefined;

  constructor(
    socket: ClientSocket,
    { time, board, seed }: { time: Timekeeper; board: FaultBoard; seed: number },
  ) {
    this.#socket = socket;
    this.#time = time;
    this.#line = new FaultLine(board, seed);
    socket.on('close', () => this.#cancel());
    this.#look();
  }

  /** Texts that went out to the client. */
  get sent(): number {
    return this.#sent;
  }

  say(text: string): void {
    this.#line.take({ source: ANY_SOURCE, text, sequenced: false }, this.#time.now());
    this.#flush();
  }

  /** What is due goes out; what the board breaks is broken. */
  #flush(): void {
    const nowMs = this.#time.now();
    if (this.#line.isCut(nowMs) || this.#socket.bufferedAmount > FULL_BYTES) return this.#socket.terminate();
    for (const text of this.#line.out(nowMs)) {
      this.#socket.send(text);
      this.#sent += 1;
    }
  }

  #look(): void {
    this.#cancel = this.#time.after(LOOK_MS, () => {
      this.#flush();
      if (this.#socket.readyState === this.#socket.OPEN) this.#look();
    });
  }
}
