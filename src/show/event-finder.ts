// Finds in a history the instants that a picture shows sharply: the clock starts, stops, passes a whole second; a basket is made. For guided sync.
import type { Fact } from '../game/message.ts';
import type { Moment } from '../time/moment.ts';
import type { SyncEvent } from './sync.ts';

export type Found = { readonly event: SyncEvent; readonly atMs: number };

/** How finely the clock is looked at, in milliseconds. */
const STEP_MS = 10;
/** No further back than this is looked for what was missed. Milliseconds. */
const LOOK_BACK_MS = 3_000;

export class EventFinder {
  readonly #at: (atMs: number) => Pick<Moment, 'clock'>;
  #lookedMs = Number.NaN;
  #running: boolean | null = null;
  #second: number | null = null;

  /** `at` gives the Moment of an instant. */
  constructor(at: (atMs: number) => Pick<Moment, 'clock'>) {
    this.#at = at;
  }

  /** A basket in a fact, where it is one; its instant is when it was made. */
  basketIn(fact: Fact): Found | null {
    return fact.kind === 'shot' && fact.made && !fact.deleted
      ? { event: 'made-basket', atMs: fact.atMs }
      : null;
  }

  /** What the clock did since the last look, up to an instant. Ask for one so far back that the ticks about it have been heard. */
  clockUntil(atMs: number): readonly Found[] {
    const found: Found[] = [];
    const fromMs = Number.isNaN(this.#lookedMs) ? atMs : Math.max(this.#lookedMs, atMs - LOOK_BACK_MS);
    for (let ms = fromMs; ms <= atMs; ms += STEP_MS) this.#look(ms, found);
    this.#lookedMs = Math.max(this.#lookedMs || 0, atMs);
    return found;
  }

  #look(atMs: number, found: Found[]): void {
    const { clock } = this.#at(atMs);
    if (!clock) return;
    const second = Math.ceil(clock.remainingMs / 1_000);
    if (this.#running !== null && clock.running !== this.#running)
      found.push({ event: clock.running ? 'clock-starts' : 'clock-stops', atMs });
    else if (clock.running && this.#second !== null && second === this.#second - 1)
      found.push({ event: 'whole-second', atMs });
    this.#running = clock.running;
    this.#second = second;
  }
}
