// How late samples come, as a histogram that forgets: the quantile that a playout must wait for.

export type LatenessOptions = {
  /** Share of samples that must be in time. */
  readonly quantile: number;
  /** What is left of a sample's weight after the next one: 0.9993 forgets half in a thousand samples. */
  readonly keep: number;
  readonly bucketMs: number;
  readonly buckets: number;
};

/** The measures of WebRTC's NetEQ, in finer buckets: 97 %, half-life of about a thousand samples, up to one second. */
export const LATENESS: LatenessOptions = { quantile: 0.97, keep: 0.9993, bucketMs: 2, buckets: 500 };

/** A forgetting histogram of lateness. Allocates nothing after it is made. */
export class Lateness {
  readonly #options: LatenessOptions;
  readonly #weights: Float64Array;
  #total = 0;
  #count = 0;

  constructor(options: LatenessOptions = LATENESS) {
    this.#options = options;
    this.#weights = new Float64Array(options.buckets);
  }

  /** Samples taken so far. */
  get count(): number {
    return this.#count;
  }

  /** Takes one sample's lateness in milliseconds; negative counts as none, beyond the last bucket as the last. */
  add(lateMs: number): void {
    const { bucketMs, buckets, keep } = this.#options;
    this.#count += 1;
    // The first samples weigh alike: an early start must not be ruled by its very first one.
    const kept = Math.min(keep, 1 - 1 / (this.#count + 1));
    for (let i = 0; i < buckets; i += 1) this.#weights[i] = (this.#weights[i] as number) * kept;
    const bucket = Math.min(buckets - 1, Math.max(0, Math.floor(lateMs / bucketMs)));
    this.#weights[bucket] = (this.#weights[bucket] as number) + 1 - kept;
    this.#total = this.#total * kept + 1 - kept;
  }

  /** The lateness that the wanted share of samples stays within, in milliseconds: a bucket's upper edge; 0 before the first sample. */
  quantile(): number {
    const { bucketMs, buckets, quantile } = this.#options;
    let sum = 0;
    for (let i = 0; i < buckets; i += 1) {
      sum += this.#weights[i] as number;
      if (sum >= quantile * this.#total - 1e-12) return this.#total === 0 ? 0 : (i + 1) * bucketMs;
    }
    return buckets * bucketMs;
  }
}
