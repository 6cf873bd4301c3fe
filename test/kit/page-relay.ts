// A relay in a page's own memory: what the page says is kept, what the test says arrives at once.
import { noGame } from '../../src/game/game.ts';
import type { Fact } from '../../src/game/message.ts';
import type { Socket } from '../../src/link/link.ts';
import { emptyShow } from '../../src/show/show.ts';
import { noLook } from '../../src/wire/look.ts';
import { type Down, type Snapshot, type Up, WIRE_VERSION } from '../../src/wire/wire.ts';

export class PageRelay implements Socket {
  #onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  onerror: Socket['onerror'] = null;
  readonly ups: Up[] = [];
  #first: Down | null;
  #isGone = false;

  /** Says `first` as soon as the page has said hello. */
  constructor(first: Down | null = null) {
    this.#first = first;
  }

  get onopen(): Socket['onopen'] {
    return this.#onopen;
  }

  /** It is open as soon as somebody listens for that. */
  set onopen(handler: Socket['onopen']) {
    this.#onopen = handler;
    if (handler && !this.#isGone) queueMicrotask(() => this.#call(this.#onopen, new Event('open')));
  }

  /** A hello is answered by what comes first, and every beat by its echo: a page that is busy for seconds would take a silent relay for dead. */
  send(text: string): void {
    const up = JSON.parse(text) as Up;
    this.ups.push(up);
    if (up.type === 'hello' && this.#first) this.say(this.#first);
    const relayMs = performance.timeOrigin + performance.now();
    if (up.type === 'beat') {
      const echo: Down = { type: 'echo', sentMs: up.sentMs, receivedMs: relayMs, answeredMs: relayMs };
      queueMicrotask(() => this.say(echo));
    }
  }

  close(): void {
    this.#call(this.onclose, new CloseEvent('close'));
  }

  /** Breaks off, and is never there again. */
  die(): void {
    this.#isGone = true;
    this.close();
  }

  /** Says it now, and first of all to a page that comes again. */
  begin(first: Down): void {
    this.#first = first;
    this.say(first);
  }

  say(down: Down): void {
    this.#call(this.onmessage, new MessageEvent('message', { data: JSON.stringify(down) }));
  }

  #call<E>(handler: ((this: WebSocket, event: E) => unknown) | null, event: E): void {
    handler?.call(this as unknown as WebSocket, event);
  }
}

/** A snapshot of a game of these facts. Outputs look at little of its health. */
export const snapshotOf = (
  facts: readonly Fact[],
  relayMs: number,
  more: Partial<Snapshot> = {},
): Snapshot => ({
  type: 'snapshot',
  version: WIRE_VERSION,
  relayMs,
  rules: 'nba',
  show: emptyShow,
  look: noLook,
  game: noGame,
  facts,
  frames: [],
  graphics: [],
  health: { feed: { name: 'test', status: 'live', rehearsal: false } } as unknown as Snapshot['health'],
  ...more,
});
