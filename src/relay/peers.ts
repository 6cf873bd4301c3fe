// All pages at once: each message is encoded once and goes to every one; a newcomer's first words are a snapshot.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Timekeeper } from '../feeds/feed.ts';
import { type Fault, fault } from '../game/fault.ts';
import type { Fact, Frame } from '../game/message.ts';
import type { TransportInfo } from '../game/transport.ts';
import { forOutput, type Show } from '../show/show.ts';
import { type Down, type Hello, MAX_UP_BYTES, type OutputInfo, packFrame } from '../wire/wire.ts';
import { hangUp } from './hang-up.ts';
import { makeLedger } from './ledger.ts';
import { Peer } from './peer.ts';
import { Pipe } from './pipe.ts';
import { type Host, holdSession } from './session.ts';
import { snapshotOf } from './snapshot.ts';
import type { Standing } from './standing.ts';
import { textFrame } from './text-frame.ts';

/** Pages at once. */
export const MAX_PEERS = 256;
/** How often all pages are judged, and desks hear of a changed health, in milliseconds. */
export const SWEEP_MS = 500;
/** Two frames of a picture at 60 Hz are hardly nearer. Milliseconds. */
const SEEN_MS = 8;
/** Milliseconds. */
const LOSES_NOBODY_MS = 250;
/** Fragments of one message of a page. */
const MAX_FRAGMENTS = 8;
/** Source: RFC 6455, 7.4.1. */
const GOING_AWAY = 1001;

export type PeersOptions = {
  readonly standing: Standing;
  readonly time: Timekeeper;
  /** A page was cut off, or said what nobody understands. */
  readonly onFault: (fault: Fault) => void;
};

/** Frames of a game that is played fast are this far apart at least, of its own time, and never so far that a body is lost in between. Milliseconds. */
const leastApartMs = (rate: number): number => Math.min(LOSES_NOBODY_MS, SEEN_MS * rate);

const encode = (down: Down): Buffer => textFrame(JSON.stringify(down));

/** The pages that are connected. Facts go out in the order in which they came, each before the frames that came after it. */
export class Peers {
  readonly #standing: Standing;
  readonly #time: Timekeeper;
  readonly #onFault: (fault: Fault) => void;
  readonly #peers = new Set<Peer>();
  readonly #sockets = new Set<WebSocket>();
  readonly #ledger = makeLedger();
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_UP_BYTES,
    maxFragments: MAX_FRAGMENTS,
  });
  readonly #host: Host;
  /** Facts of this turn, not yet sent. */
  #pending: Fact[] = [];
  #sentHealth = '';
  /** Of the last frame that was sent. */
  #frameMs = Number.NEGATIVE_INFINITY;
  #framesLostByGone = 0;
  #cancelSweep = (): void => {};

  constructor({ standing, time, onFault }: PeersOptions) {
    this.#standing = standing;
    this.#time = time;
    this.#onFault = onFault;
    this.#host = {
      time,
      enter: (pipe, hello) => this.#enter(pipe, hello),
      leave: (peer) => this.#leave(peer),
      snapshot: (peer, historyMs) => this.#sendSnapshot(peer, historyMs),
      fault: onFault,
    };
  }

  /** Begins to watch whether pages keep up. */
  start(): void {
    this.#cancelSweep = this.#time.after(SWEEP_MS, () => this.#sweep());
  }

  /** Takes over a socket that passed the doors. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#sockets.size >= MAX_PEERS) return hangUp(socket, '503 Service Unavailable');
    this.#server.handleUpgrade(request, socket, head, (accepted) => {
      this.#sockets.add(accepted);
      accepted.on('close', () => this.#sockets.delete(accepted));
      holdSession(new Pipe(accepted, socket), this.#host);
    });
  }

  /** Sends a fact, with the others of this turn, to every page. */
  fact(fact: Fact): void {
    if (this.#pending.length === 0) queueMicrotask(() => this.#flush());
    this.#pending.push(fact);
  }

  /** Sends a frame to every page that keeps up. Of a game that is played fast only so many as can be seen: `rate` times as fast as in life. */
  frame(frame: Frame, rate = 1): void {
    this.#flush();
    const sinceMs = frame.atMs - this.#frameMs;
    if (this.#peers.size === 0 || (rate > 1 && sinceMs >= 0 && sinceMs < leastApartMs(rate))) return;
    this.#frameMs = frame.atMs;
    const text = encode({ type: 'frame', frame: packFrame(frame) });
    for (const peer of this.#peers) peer.sendFrame(text);
  }

  /** Desks get the whole show; outputs what they draw by. */
  show(show: Show): void {
    const whole = encode({ type: 'show', show });
    const drawn = encode({ type: 'show', show: forOutput(show) });
    for (const peer of this.#peers) peer.send(peer.hello.role === 'desk' ? whole : drawn);
  }

  /** A tape is played otherwise from now on. */
  transport(transport: TransportInfo): void {
    this.#flush();
    this.#sendAll(encode({ type: 'transport', transport }));
  }

  /** How things look has changed. */
  look(): void {
    this.#sendAll(encode({ type: 'look', look: this.#standing.look() }));
  }

  /** What was true before is of another game: everybody begins anew. */
  anew(): void {
    for (const peer of this.#peers) this.#sendSnapshot(peer, peer.hello.historyMs);
  }

  infos(): readonly OutputInfo[] {
    return [...this.#peers].map(({ info }) => info);
  }

  /** True while a desk that calls itself so is an observer's. */
  observes(page: string): boolean {
    return [...this.#peers].some((peer) => peer.observes(page));
  }

  /** Frames that slow pages did not get, since the start. */
  get framesLost(): number {
    return [...this.#peers].reduce((lost, peer) => lost + peer.framesLost, this.#framesLostByGone);
  }

  /** Says good-bye to all and takes no more. */
  stop(): void {
    this.#cancelSweep();
    this.#server.close();
    for (const socket of this.#sockets) {
      socket.close(GOING_AWAY);
      socket.terminate();
    }
  }

  #enter(pipe: Pipe, hello: Hello): Peer {
    const standing = this.#standing;
    const peer = new Peer({
      pipe,
      hello,
      ledger: this.#ledger,
      now: () => this.#time.now(),
      game: () => ({ nowMs: standing.gameNow(), rate: standing.transport()?.course.rate ?? 1 }),
    });
    this.#sendSnapshot(peer, hello.historyMs);
    this.#peers.add(peer);
    return peer;
  }

  #leave(peer: Peer): void {
    this.#framesLostByGone += peer.framesLost;
    this.#peers.delete(peer);
  }

  #sendSnapshot(peer: Peer, historyMs: number): void {
    this.#flush();
    const { down, seq } = snapshotOf(this.#standing, historyMs, peer.hello.role);
    peer.sendSnapshot(encode(down), seq);
  }

  #sendAll(text: Buffer): void {
    for (const peer of this.#peers) peer.send(text);
  }

  #flush(): void {
    const facts = this.#pending;
    if (facts.length === 0) return;
    this.#pending = [];
    const text = encode({ type: 'facts', facts });
    this.#ledger.add({
      seq: facts.reduce((seq, fact) => Math.max(seq, fact.seq), 0),
      atMs: facts.reduce((atMs, fact) => Math.max(atMs, fact.atMs), 0),
      sentMs: this.#time.now(),
      count: facts.length,
      bytes: text.byteLength,
    });
    this.#sendAll(text);
  }

  #sweep(): void {
    for (const peer of this.#peers) {
      if (peer.judge() !== 'cut') continue;
      const where = `page ${peer.hello.name}`;
      this.#onFault(fault('page-cut-off', where, 'a page that keeps up', 'one that does not'));
      peer.cut();
    }
    this.#sendHealth();
    this.#cancelSweep = this.#time.after(SWEEP_MS, () => this.#sweep());
  }

  #sendHealth(): void {
    const desks = [...this.#peers].filter(({ hello }) => hello.role === 'desk');
    if (desks.length === 0) return;
    const text = JSON.stringify({ type: 'health', health: this.#standing.health() } satisfies Down);
    if (text === this.#sentHealth) return;
    this.#sentHealth = text;
    const frame = textFrame(text);
    for (const desk of desks) desk.send(frame);
  }
}
