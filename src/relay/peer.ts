// One page as the relay sees it: its socket, what it said of itself, and whether it keeps up.
import type { Seat } from '../wire/seat.ts';
import type { Hello, OutputInfo, Painted } from '../wire/wire.ts';
import { BACKLOG_BYTES, type GameNow, judge, pictureLateMs, type Verdict } from './lag.ts';
import type { Debt, Ledger } from './ledger.ts';
import type { Pipe } from './pipe.ts';

const NO_DEBT: Debt = { facts: 0, bytes: 0 };

export type PeerOptions = {
  readonly pipe: Pipe;
  readonly hello: Hello;
  readonly ledger: Ledger;
  readonly now: () => number;
  /** The game's instant, and how fast it goes. */
  readonly game: () => GameNow;
};

/** A page after its hello. Sends go out in the order of the calls. */
export class Peer {
  readonly hello: Hello;
  readonly #pipe: Pipe;
  readonly #ledger: Ledger;
  readonly #now: () => number;
  readonly #game: () => GameNow;
  readonly #connectedMs: number;
  #seat: Seat | undefined;
  #beatMs: number;
  #painted: Painted | null = null;
  #lateMs = 0;
  #debt = NO_DEBT;
  /** Facts up to here came with the snapshot. */
  #snapshotSeq = 0;
  #verdict: Verdict = 'fine';
  /** The newest frame that was held back: one slot, latest wins. */
  #held: Buffer | null = null;
  #framesLost = 0;

  constructor({ pipe, hello, ledger, now, game }: PeerOptions) {
    this.hello = hello;
    this.#seat = hello.seat;
    this.#pipe = pipe;
    this.#ledger = ledger;
    this.#now = now;
    this.#game = game;
    this.#connectedMs = now();
    this.#beatMs = this.#connectedMs;
  }

  get lagging(): boolean {
    return this.#verdict !== 'fine';
  }

  get framesLost(): number {
    return this.#framesLost;
  }

  get info(): OutputInfo {
    return {
      name: this.hello.name,
      role: this.hello.role,
      bus: this.hello.bus,
      painted: this.#painted,
      lagging: this.lagging,
      connectedMs: this.#connectedMs,
      beatMs: this.#beatMs,
      ...(this.#seat && { seat: { role: this.#seat.role, who: this.#seat.who } }),
    };
  }

  /** True of an observer's desk that calls itself so. */
  observes(page: string): boolean {
    return this.#seat?.page === page && this.#seat.role === 'observer';
  }

  /** Somebody else sits there now. */
  sit(seat: Seat): void {
    this.#seat = seat;
  }

  /** Sends what must not be lost: a message, framed. */
  send(frame: Buffer): void {
    this.#pipe.write(frame);
  }

  /** Sends a snapshot, which stands for every fact up to `seq`. */
  sendSnapshot(frame: Buffer, seq: number): void {
    this.#snapshotSeq = seq;
    this.#held = null;
    this.send(frame);
  }

  /** Sends a frame, or keeps it in the one slot while the page lags. */
  sendFrame(frame: Buffer): void {
    // A newer frame stands for the one that was held, whichever way it goes.
    if (this.#held) this.#framesLost += 1;
    const holds = this.lagging || this.#pipe.backlogBytes > BACKLOG_BYTES;
    this.#held = holds ? frame : null;
    if (!holds) this.send(frame);
  }

  /** The page has said what it painted. */
  beat(painted: Painted | null): void {
    const nowMs = this.#now();
    this.#beatMs = nowMs;
    this.#painted = painted;
    this.#lateMs = pictureLateMs(painted, this.#game());
    const seq = Math.max(painted?.seq ?? 0, this.#snapshotSeq);
    const drawn = painted !== null && painted.revision >= 0;
    this.#debt = drawn ? this.#ledger.debt(seq, painted.instantMs, nowMs) : NO_DEBT;
    this.judge();
  }

  /** Judges anew; a page that keeps up again gets the frame that was held for it. */
  judge(): Verdict {
    this.#verdict = judge(
      {
        beatMs: this.#beatMs,
        pictureLateMs: this.#lateMs,
        debt: this.#debt,
        backlogBytes: this.#pipe.backlogBytes,
      },
      this.#now(),
    );
    if (this.#verdict === 'fine' && this.#held) {
      this.send(this.#held);
      this.#held = null;
    }
    return this.#verdict;
  }

  /** Ends the connection at once, without waiting for the page. */
  cut(): void {
    this.#pipe.socket.terminate();
  }
}
