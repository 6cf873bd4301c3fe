// A connection to vMix over TCP that goes on trying for ever, and asks for tally and for what is switched each time it is there again.
import { connect, type Socket } from 'node:net';
import { type Backoff, makeBackoff } from '../../feeds/backoff.ts';
import type { Timekeeper } from '../../feeds/feed.ts';
import { LineCutter, readVmix, type VmixWords } from './words.ts';

/** Source: vMix, TCP API. */
export const VMIX_TCP_PORT = 8099;
/** A connection that is not there by then is tried anew. Milliseconds. */
const CONNECT_MS = 5_000;

export type VmixLinkOptions = {
  readonly host: string;
  readonly port?: number;
  readonly time: Timekeeper;
  readonly random?: () => number;
  readonly onWords: (words: VmixWords) => void;
  readonly onState: (isOpen: boolean) => void;
};

export class VmixLink {
  readonly #options: VmixLinkOptions;
  readonly #backoff: Backoff;
  #socket: Socket | null = null;
  #isOpen = false;
  #stopped = false;
  #cancel = (): void => {};

  constructor(options: VmixLinkOptions) {
    this.#options = options;
    this.#backoff = makeBackoff({ random: options.random ?? Math.random });
  }

  connect(): void {
    if (this.#stopped) return;
    const { host, port = VMIX_TCP_PORT, onWords } = this.#options;
    const socket = connect({ host, port });
    const lines = new LineCutter();
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.setNoDelay(true);
    this.#cancel = this.#options.time.after(CONNECT_MS, () => socket.destroy());
    socket.on('connect', () => {
      this.#cancel();
      this.#backoff.reset();
      socket.write('SUBSCRIBE TALLY\r\nSUBSCRIBE ACTS\r\n');
      this.#state(true);
    });
    socket.on('data', (piece: string) => {
      for (const line of lines.push(piece)) onWords(readVmix(line));
    });
    // The close that follows says the same.
    socket.on('error', () => {});
    socket.on('close', () => this.#again());
  }

  /** False while vMix is not there: what is said then is lost, and not said later. */
  send(line: string): boolean {
    if (!this.#isOpen || !this.#socket) return false;
    this.#socket.write(line);
    return true;
  }

  /** May be called twice. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
    this.#socket?.destroy();
  }

  #again(): void {
    this.#cancel();
    this.#socket = null;
    this.#state(false);
    if (!this.#stopped) this.#cancel = this.#options.time.after(this.#backoff.next(), () => this.connect());
  }

  #state(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#options.onState(isOpen);
  }
}
