// How far behind live an undelayed output plays: just enough for the feed's own rhythm and jitter, and no more.
//
// A place between two samples can be drawn when the later one has come: one interval after the earlier, plus how late it is. The delay follows
// that need at a few per cent of speed, so that nothing jumps; a delay that an operator has set never comes here.
import { Lateness } from './lateness.ts';

export type PlayoutOptions = {
  /** Played until enough samples have told more. Milliseconds. */
  readonly startMs?: number;
  /** Never more than this: a feed in pieces is drawn in pieces, not a second late. Milliseconds. */
  readonly maxMs?: number;
  /** How much faster than time it may play to catch up, and slower to fall back: shares of speed. */
  readonly faster?: number;
  readonly slower?: number;
};

const START_MS = 120;
const MAX_MS = 600;
const FASTER = 0.02;
const SLOWER = 0.04;
/** With fewer samples than this the delay is set at once: nothing stands on screen yet that could jump. */
const SETTLED_SAMPLES = 12;
/** A pause between samples longer than this is no rhythm. Milliseconds. */
const LONGEST_INTERVAL_MS = 600;
/** The weight of one interval in the estimate of the feed's rhythm. */
const INTERVAL_WEIGHT = 0.05;

export class Playout {
  readonly #lateness = new Lateness();
  readonly #maxMs: number;
  readonly #faster: number;
  readonly #slower: number;
  #intervalMs = 0;
  #lastSampleMs = Number.NEGATIVE_INFINITY;
  #targetMs: number;
  #delayMs: number;
  #lastNowMs = Number.NaN;

  constructor({ startMs = START_MS, maxMs = MAX_MS, faster = FASTER, slower = SLOWER }: PlayoutOptions = {}) {
    this.#targetMs = startMs;
    this.#delayMs = startMs;
    this.#maxMs = maxMs;
    this.#faster = faster;
    this.#slower = slower;
  }

  /** How far behind live it plays now, in milliseconds. */
  get delayMs(): number {
    return this.#delayMs;
  }

  /** Learns from a frame: when it was true, and when it was heard, both on the relay's clock. A page's own stalls must not come in here. */
  heard(sampleMs: number, heardMs: number): void {
    const stepMs = sampleMs - this.#lastSampleMs;
    this.#lastSampleMs = Math.max(this.#lastSampleMs, sampleMs);
    if (stepMs > LONGEST_INTERVAL_MS) return;
    if (stepMs > 0)
      this.#intervalMs += (stepMs - this.#intervalMs) * (this.#intervalMs === 0 ? 1 : INTERVAL_WEIGHT);
    this.#lateness.add(heardMs - sampleMs);
    this.#targetMs = Math.min(this.#maxMs, this.#intervalMs + this.#lateness.quantile());
    if (this.#lateness.count <= SETTLED_SAMPLES) this.#delayMs = this.#targetMs;
  }

  /**
   * The instant to draw at `nowMs` of the relay's clock, when messages take `linkMs` more from there to here. Rises at 0.96 to 1.02 of the speed of time; never
   * falls while `nowMs` does not.
   */
  instant(nowMs: number, linkMs = 0): number {
    const passedMs = Math.max(0, nowMs - this.#lastNowMs);
    this.#lastNowMs = nowMs;
    if (Number.isFinite(passedMs)) {
      const wantedMs = this.#targetMs + linkMs - this.#delayMs;
      this.#delayMs += Math.max(-this.#faster * passedMs, Math.min(this.#slower * passedMs, wantedMs));
    }
    return nowMs - this.#delayMs;
  }
}
