// A client of Live Data V2 written from the provider's document alone: a WebSocket and JSON. It shares no code with ours, so that the emulator is judged by somebody else.
import { once } from 'node:events';
import { WebSocket } from 'ws';

type Heard = { readonly source: string; readonly seq: number; readonly data: unknown };

/** Sources that share one sequence, as the document's table marks them. */
const SEQUENCED = ['marker', 'boxscorestatsv2', 'chart', 'possessions', 'possessionstats', 'lineupstats'];

/** Subscribes, remembers every sequenced message, and asks for what follows whenever it connects again. */
export class StrangerClient {
  readonly heard: Heard[] = [];
  /** How often each source without a sequence spoke. */
  readonly live = new Map<string, number>();
  readonly other: unknown[] = [];
  readonly #address: string;
  readonly #more: string;
  #socket: WebSocket | null = null;

  constructor(address: string, token: string, more = '') {
    this.#address = `${address}?token=${encodeURIComponent(token)}`;
    this.#more = more;
  }

  get lastSeq(): number | null {
    return this.heard.at(-1)?.seq ?? null;
  }

  /** Connects; resolves when the connection stands. @throws Error with the status when it is refused. */
  async connect(): Promise<void> {
    const resume = this.lastSeq === null ? '' : `&last_seq=${this.lastSeq}`;
    const socket = new WebSocket(this.#address + this.#more + resume);
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      // What arrives after a cut belongs to nobody.
      if (this.#socket === socket) this.#take(JSON.parse(data.toString()) as Record<string, unknown>);
    });
    await once(socket, 'open');
  }

  #take(message: Record<string, unknown>): void {
    const { type, source, seq, data } = message;
    if (type !== 'data' || typeof source !== 'string') this.other.push(message);
    else if (SEQUENCED.includes(source) && typeof seq === 'number') this.heard.push({ source, seq, data });
    else this.live.set(source, (this.live.get(source) ?? 0) + 1);
  }

  /** Breaks the connection without a word. */
  cut(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.on('error', () => undefined);
    socket?.terminate();
  }
}
