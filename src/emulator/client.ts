// One client's connection: its own place in the sequence, the newest of what has none, and a bound on what waits for it.
import type { WebSocket } from 'ws';
import type { Timekeeper } from '../feeds/feed.ts';
import type { Source } from '../feeds/shottracker/sources.ts';
import type { FaultLine } from './fault-line.ts';
import type { History } from './history.ts';
import type { Line } from './line.ts';
import type { SummaryCutter } from './summary-level.ts';
import { type Wish, wants } from './wish.ts';

/** Nothing more is given to a socket that holds so much, in bytes; what has a sequence waits in the history, of the rest only the newest. */
export const FULL_BYTES = 1024 * 1024;
/** After so many messages of the sequence the newest of the others get their turn. */
const PORTION = 200;
/** Pings that are remembered. */
const PINGS_KEPT = 100;
const OPEN = 1;

/** What of a client's socket is used. */
type ListeningSocket = Pick<WebSocket, 'send' | 'pause' | 'terminate' | 'bufferedAmount' | 'readyState'> & {
  on(event: 'ping', listener: () => void): unknown;
  on(event: 'message', listener: (data: Buffer) => void): unknown;
};

export type ClientOptions = {
  readonly gameId: string;
  readonly query: URLSearchParams;
  readonly wish: Wish;
  readonly socket: ListeningSocket;
  readonly history: History;
  readonly wire: FaultLine;
  readonly cutter: SummaryCutter;
  readonly time: Timekeeper;
};

export class Client {
  readonly gameId: string;
  readonly query: URLSearchParams;
  readonly #pings: string[] = [];
  readonly #options: ClientOptions;
  readonly #waiting = new Map<Source, Line>();
  readonly #newFrom: number;
  #place: number;
  #isStalled = false;
  #cancel: () => void = () => undefined;
  #wokenMs: number | null = null;
  #movedMs: number;
  #usedMs: number;
  #sent = 0;

  constructor(options: ClientOptions) {
    const { gameId, query, socket, history, wish, time } = options;
    this.gameId = gameId;
    this.query = query;
    this.#options = options;
    this.#movedMs = time.now();
    this.#usedMs = time.now();
    // Ping by control frame is answered by ws itself; the text of a ping is not public, so words are answered too.
    socket.on('ping', () => this.#ping('frame'));
    socket.on('message', (data: Buffer) => {
      this.#ping(data.toString().slice(0, PINGS_KEPT));
      if (!this.#isStalled) this.#give('{"type":"pong"}');
    });
    const { place, standing, oldest } = history.beginning(wish.lastSeq);
    this.#place = place;
    this.#newFrom = history.end;
    if (standing !== 'whole') this.#give(notice(standing, wish.lastSeq, oldest));
    this.#skipBefore = standing === 'whole' ? (wish.lastSeq ?? 0) : 0;
    for (const line of history.latest) if (wants(wish, line.source)) this.#waiting.set(line.source, line);
    this.pump();
  }

  readonly #skipBefore: number;

  /** Pings so far, the newest hundred: `frame`, or the text of one. */
  get pings(): readonly string[] {
    return this.#pings;
  }

  get isOpen(): boolean {
    return !this.#isStalled && this.#options.socket.readyState === OPEN;
  }

  /** Messages given so far. */
  get sent(): number {
    return this.#sent;
  }

  #ping(what: string): void {
    this.#usedMs = this.#options.time.now();
    this.#pings.push(what);
    if (this.#pings.length > PINGS_KEPT) this.#pings.shift();
  }

  /** A line was said. What has a sequence is found in the history. */
  hear(line: Line): void {
    if (line.seq === null && wants(this.#options.wish, line.source)) {
      // What was said last is told last: no summary overtakes a clock that was said before it.
      this.#waiting.delete(line.source);
      this.#waiting.set(line.source, line);
    }
    this.pump();
  }

  /** Hears nothing and is answered nothing from now on, though the connection stands. */
  stall(): void {
    this.#isStalled = true;
    this.#options.socket.pause();
  }

  /** Breaks the connection without a word. */
  cut(): void {
    this.#cancel();
    this.#options.socket.terminate();
  }

  /** Text that nobody numbered or kept, as it is. */
  raw(text: string | Uint8Array): void {
    if (this.isOpen) this.#give(text);
  }

  /** Gives what may be given now. */
  pump(): void {
    if (!this.isOpen) return;
    const { wire, time } = this.#options;
    if (wire.isCut(time.now())) {
      this.cut();
      return;
    }
    for (let given = 1; !this.#isFull(); given += 1) {
      const isCaughtUp = wire.isFull || !this.#giveNext();
      if (isCaughtUp || given % PORTION === 0) this.#giveNewest();
      if (isCaughtUp) break;
    }
    this.#flush();
  }

  #isFull(): boolean {
    return this.#options.socket.bufferedAmount > FULL_BYTES;
  }

  /** The next of the sequence that this client has not heard and wants; false at the end. */
  #giveNext(): boolean {
    const { history, wish } = this.#options;
    for (let next = history.at(this.#place); next !== null; next = history.at(this.#place)) {
      this.#place = next.place + 1;
      const isHeard = next.place < this.#newFrom && next.line.seq <= this.#skipBefore;
      if (isHeard || !wants(wish, next.line.source)) continue;
      this.#wire(next.line);
      return true;
    }
    return false;
  }

  #giveNewest(): void {
    for (const [source, line] of this.#waiting) {
      if (this.#isFull()) return;
      this.#waiting.delete(source);
      this.#wire(line);
    }
  }

  #wire(line: Line): void {
    const { wire, cutter, wish, time } = this.#options;
    const text = cutter.textOf(line, wish.level);
    wire.take({ source: line.source, text, sequenced: line.seq !== null }, time.now());
    for (const out of wire.out(time.now())) this.#give(out);
  }

  /** Gives what faults held back and let go, and wakes again when more is due. */
  #flush(): void {
    const { wire, time } = this.#options;
    for (const out of wire.out(time.now())) this.#give(out);
    const nextMs = wire.nextMs(time.now());
    if (nextMs === this.#wokenMs) return;
    this.#cancel();
    this.#wokenMs = nextMs;
    if (nextMs === null) return;
    this.#cancel = time.after(Math.max(1, nextMs - time.now()), () => {
      this.#wokenMs = null;
      this.pump();
    });
  }

  #give(text: string | Uint8Array): void {
    const { socket, time } = this.#options;
    const nowMs = time.now();
    if (socket.bufferedAmount === 0) this.#movedMs = nowMs;
    this.#usedMs = nowMs;
    this.#sent += 1;
    socket.send(text, { binary: typeof text !== 'string' }, () => {
      this.#movedMs = time.now();
      if (socket.bufferedAmount < FULL_BYTES / 2 && this.#isBehind()) this.pump();
    });
  }

  #isBehind(): boolean {
    return this.#place < this.#options.history.end || this.#waiting.size > 0;
  }

  /** How long what waits for this client has not moved; 0 when nothing waits. */
  stuckMs(nowMs: number): number {
    return this.#options.socket.bufferedAmount === 0 ? 0 : nowMs - this.#movedMs;
  }

  /** How long nothing was said in either direction. */
  idleMs(nowMs: number): number {
    return nowMs - this.#usedMs;
  }
}

/** Assumed: the document does not say what follows when `last_seq` cannot be resumed from; it is told, and the oldest that is kept is sent. */
function notice(standing: 'tooOld' | 'ahead', lastSeq: number | null, oldest: number | null): string {
  const message =
    standing === 'tooOld'
      ? `the sequence is kept from seq ${oldest ?? 0} on: what lies between last_seq ${lastSeq ?? 0} and it is gone`
      : `last_seq ${lastSeq ?? 0} was not reached yet: the sequence is sent from its beginning`;
  return JSON.stringify({ type: 'error', code: standing === 'tooOld' ? 410 : 416, message });
}
