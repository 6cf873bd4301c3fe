// A page's end of the wire: it connects, says hello, and goes on trying for ever. Browser only; knows nothing of drawing.
import type { Down, Hello, Painted } from '../wire/wire.ts';

/** `waiting` says when the next try is due, on the page's own clock (`performance.now`). */
export type LinkState =
  | { readonly status: 'connecting'; readonly attempt: number }
  | { readonly status: 'open' }
  | { readonly status: 'waiting'; readonly attempt: number; readonly retryAtMs: number };

export type LinkOptions = {
  /** `ws://host/wire`; by default the page's own host. */
  readonly url?: string;
  readonly hello: Hello;
  /** Each message of the relay, parsed, in order; never before a snapshot. */
  readonly onDown: (down: Down) => void;
  readonly onState?: (state: LinkState) => void;
  /** The page's report, asked for at each beat; null for a desk. */
  readonly painted: () => Painted | null;
};

export interface Link {
  /** The relay's clock as known here: never runs back. Milliseconds since 1970. */
  relayNow(): number;
  readonly offsetMs: number;
  readonly offsetErrorMs: number;
  /** Asks for history further back. */
  askHistory(historyMs: number): void;
  stop(): void;
}
