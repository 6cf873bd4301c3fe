// A page's end of the wire: it connects, says hello, and goes on trying for ever. Knows nothing of drawing.
import { Skew } from '../time/skew.ts';
import type { Seat } from '../wire/seat.ts';
import { BEAT_MS, type Down, type Hello, type Painted } from '../wire/wire.ts';
import { type PageTime, pageTime } from './page-time.ts';
import { readDown } from './read-down.ts';
import { retryWaitMs } from './retry.ts';

/** `open` from the snapshot on. `waiting` says when the next try is due, on the page's own clock (`performance.now`). */
export type LinkState =
  | { readonly status: 'connecting'; readonly attempt: number }
  | { readonly status: 'open' }
  | { readonly status: 'waiting'; readonly attempt: number; readonly retryAtMs: number };

/** The part of a browser's WebSocket that a link uses. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'>;

export type LinkOptions = {
  /** `ws://host/wire`; by default the page's own host. */
  readonly url?: string;
  readonly hello: Hello;
  /** Each message of the relay, parsed, in order; nothing but a refusal before a snapshot. */
  readonly onDown: (down: Down) => void;
  readonly onState?: (state: LinkState) => void;
  /** The page's report, asked for at each beat; null for a desk. */
  readonly painted: () => Painted | null;
  /** Opens a socket; the browser's own by default. */
  readonly connect?: (url: string) => Socket;
  readonly time?: PageTime;
  /** A number in [0, 1), for the jitter of retries. */
  readonly chance?: () => number;
};

export interface Link {
  /** The relay's clock as known here: never runs back while it is one relay's. Milliseconds since 1970. */
  relayNow(): number;
  /** The relay's clock less this machine's, in milliseconds. */
  readonly offsetMs: number;
  /** The most that it may be wrong by; infinite before the first snapshot. */
  readonly offsetErrorMs: number;
  /** Messages that were none, so far. */
  readonly unread: number;
  /** Asks for history further back. */
  askHistory(historyMs: number): void;
  /** Says who sits here, now and whenever it connects again. */
  sit(seat: Seat): void;
  stop(): void;
}

/** No word for so long after a beat: the connection is dead, whatever the socket believes. Milliseconds. */
export const SILENCE_MS = 3_000;
/** From a try to the snapshot, at most. Milliseconds. */
export const CONNECT_DEADLINE_MS = 8_000;
/** The first beats come faster, so that the clocks are known soon. */
export const FIRST_BEATS = 5;
export const FIRST_BEAT_MS = 60;
/** A connection that held so long was a good one: the next wait starts from the shortest. Milliseconds. */
export const HELD_MS = 1_000;

/** Opens a link and keeps it open until it is stopped. */
export function openLink(options: LinkOptions): Link {
  const link = new ReconnectingLink(options);
  link.connect();
  return link;
}

/** The page's own host. */
function ownWire(): string {
  const { protocol, host } = location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/wire`;
}

class ReconnectingLink implements Link {
  readonly #options: LinkOptions;
  readonly #time: PageTime;
  readonly #skew: Skew;
  #socket: Socket | null = null;
  /** What waits: the next try, the deadline of this one, or the next beat. */
  #cancelTimer: () => void = () => {};
  #stopped = false;
  #attempt = 0;
  #openedMs: number | null = null;
  #helloMs = 0;
  #beats = 0;
  #beatMs = 0;
  /** The first beat since the last word; null when there has been a word since. */
  #silentSinceMs: number | null = null;
  #historyMs: number;
  #seat: Seat | undefined;
  unread = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#time = options.time ?? pageTime;
    this.#skew = new Skew(this.#time.epochMs);
    this.#historyMs = options.hello.historyMs;
    this.#seat = options.hello.seat;
  }

  relayNow(): number {
    return this.#skew.at(this.#time.now());
  }

  get offsetMs(): number {
    return this.#skew.offsetMs - this.#time.epochMs;
  }

  get offsetErrorMs(): number {
    return this.#skew.errorMs(this.#time.now());
  }

  askHistory(historyMs: number): void {
    this.#historyMs = historyMs;
    if (this.#openedMs !== null) this.#send({ type: 'history', historyMs });
  }

  sit(seat: Seat): void {
    this.#seat = seat;
    if (this.#openedMs !== null) this.#send({ type: 'sit', seat });
  }

  stop(): void {
    this.#stopped = true;
    this.#drop();
  }

  connect(): void {
    if (this.#stopped) return;
    const { onState, url = ownWire(), connect = (to) => new WebSocket(to) } = this.#options;
    this.#attempt += 1;
    onState?.({ status: 'connecting', attempt: this.#attempt });
    this.#after(CONNECT_DEADLINE_MS, () => this.#retry());
    try {
      this.#listen(connect(url));
    } catch {
      // A browser throws at once where its policy forbids the address.
      this.#retry();
    }
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    socket.onopen = () => {
      this.#helloMs = this.#time.now();
      const seat = this.#seat && { seat: this.#seat };
      this.#send({ ...this.#options.hello, historyMs: this.#historyMs, ...seat });
    };
    socket.onmessage = ({ data }: MessageEvent) => this.#hear(data);
    socket.onclose = () => this.#retry();
    // The close that follows says the same.
    socket.onerror = () => {};
  }

  #hear(data: unknown): void {
    const heardMs = this.#time.now();
    this.#silentSinceMs = null;
    const down = readDown(data);
    if (!down) this.unread += 1;
    else if (down.type === 'snapshot') this.#open(down, heardMs);
    else if (down.type === 'echo') this.#skew.add({ ...down, heardMs });
    else if (this.#openedMs !== null || down.type === 'refused') this.#options.onDown(down);
    // Timers of a hidden page come late: its beats are then carried by what it hears.
    if (this.#openedMs !== null && heardMs - this.#beatMs >= BEAT_MS) this.#beat();
  }

  #open(snapshot: Extract<Down, { type: 'snapshot' }>, heardMs: number): void {
    const first = this.#openedMs === null;
    if (first) {
      const { relayMs } = snapshot;
      this.#skew.add({ sentMs: this.#helloMs, receivedMs: relayMs, answeredMs: relayMs, heardMs });
      this.#openedMs = heardMs;
      this.#beats = 0;
    }
    this.#options.onDown(snapshot);
    if (!first || !this.#socket) return;
    this.#options.onState?.({ status: 'open' });
    this.#beat();
  }

  /** Says what was painted, and sees to it that the relay is still there. */
  #beat(): void {
    const nowMs = this.#time.now();
    if (this.#silentSinceMs !== null && nowMs - this.#silentSinceMs >= SILENCE_MS) return this.#retry();
    this.#silentSinceMs ??= nowMs;
    this.#beatMs = nowMs;
    this.#beats += 1;
    this.#after(this.#beats < FIRST_BEATS ? FIRST_BEAT_MS : BEAT_MS, () => this.#beat());
    this.#send({ type: 'beat', sentMs: nowMs, painted: this.#options.painted() });
  }

  /** Drops what is left of this connection and waits for the next. */
  #retry(): void {
    if (this.#stopped) return;
    const nowMs = this.#time.now();
    if (this.#openedMs !== null && nowMs - this.#openedMs >= HELD_MS) this.#attempt = 0;
    this.#drop();
    const { chance = Math.random, onState } = this.#options;
    const waitMs = retryWaitMs(Math.max(1, this.#attempt), chance());
    this.#after(waitMs, () => this.connect());
    onState?.({ status: 'waiting', attempt: this.#attempt + 1, retryAtMs: nowMs + waitMs });
  }

  #drop(): void {
    this.#cancelTimer();
    this.#openedMs = null;
    this.#silentSinceMs = null;
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    // A dead connection's close can take minutes, and its last words must not reach the next one.
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  #send(words: object): void {
    this.#socket?.send(JSON.stringify(words));
  }

  #after(ms: number, action: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#time.after(ms, action);
  }
}
