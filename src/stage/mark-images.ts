// The logos of a page, as they were loaded: kept while themes and stages come and go, so that a new one has them at once.
import { type Fault, fault } from '../game/fault.ts';

/** Logos held; the one that was asked for longest ago makes room. */
export const MARKS_HELD = 64;

type Held =
  | { readonly status: 'loading' | 'broken' }
  | { readonly status: 'ready'; readonly image: HTMLImageElement };

export type MarkImagesOptions = {
  readonly document?: Document;
  /** Told once of each logo that could not be loaded. */
  readonly onFault?: (fault: Fault) => void;
};

export class MarkImages {
  readonly #document: Document;
  readonly #onFault: (fault: Fault) => void;
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Set<(address: string) => void>();

  constructor({ document = globalThis.document, onFault = () => {} }: MarkImagesOptions = {}) {
    this.#document = document;
    this.#onFault = onFault;
  }

  /** The logo at that address, ready to be drawn; null while it is loading (the first asking starts that), and when it cannot be had. */
  find(address: string): HTMLImageElement | null {
    const held = this.#held.get(address);
    if (!held) {
      void this.#load(address);
      return null;
    }
    // Deleted and set again, so that the map's own order is the order of last asking.
    this.#held.delete(address);
    this.#held.set(address, held);
    return held.status === 'ready' ? held.image : null;
  }

  /** True while one that was asked for has not come yet. */
  get loading(): boolean {
    return [...this.#held.values()].some(({ status }) => status === 'loading');
  }

  /** Tells the operator of a logo that came and cannot be drawn. */
  refuse(address: string, found: string): void {
    this.#onFault(fault('mark-unfit', address.split('?', 1)[0] ?? '', 'a logo that can be read', found));
  }

  /** What could not be had is asked for again: the relay was away. */
  retry(): void {
    for (const [address, { status }] of this.#held) if (status === 'broken') void this.#load(address);
  }

  /** Calls back with the address of each logo that has arrived, until the given function is called. */
  listen(listener: (address: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #load(address: string): Promise<void> {
    this.#hold(address, { status: 'loading' });
    const image = this.#document.createElement('img');
    // What comes from another origin may be drawn, and read, only where it is asked for so.
    if (/^https?:/.test(address)) image.crossOrigin = 'anonymous';
    image.src = address;
    try {
      await image.decode();
      this.#hold(address, { status: 'ready', image });
    } catch {
      this.#hold(address, { status: 'broken' });
      this.#onFault(
        fault('mark-broken', address.split('?', 1)[0] ?? '', 'a picture', 'none that can be read'),
      );
      return;
    }
    for (const listener of this.#listeners) listener(address);
  }

  #hold(address: string, held: Held): void {
    this.#held.set(address, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MARKS_HELD && oldest !== undefined) this.#held.delete(oldest);
  }
}
