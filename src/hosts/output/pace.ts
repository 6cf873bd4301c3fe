// How evenly a page draws: ticks a second, and the longest wait for one, between two reports.

/** Told of each tick by the page's own clock; reports since the last mark. Allocates nothing at a tick. */
export class Pace {
  #markMs = Number.NaN;
  #lastMs = Number.NaN;
  #ticks = 0;
  #longestMs = 0;
  #shortestMs = Number.POSITIVE_INFINITY;

  tick(nowMs: number): void {
    if (Number.isNaN(this.#markMs)) this.#markMs = nowMs;
    const stepMs = nowMs - this.#lastMs;
    if (stepMs > 0) {
      this.#longestMs = Math.max(this.#longestMs, stepMs);
      this.#shortestMs = Math.min(this.#shortestMs, stepMs);
    }
    this.#lastMs = nowMs;
    this.#ticks += 1;
  }

  /** The page is hidden, and draws nothing: the wait until it is back is not lateness. */
  pause(): void {
    this.#lastMs = Number.NaN;
  }

  /** Ticks a second since the last mark. */
  fps(nowMs: number): number {
    const sinceMs = nowMs - this.#markMs;
    return sinceMs > 0 ? (this.#ticks * 1_000) / sinceMs : 0;
  }

  /** The longest wait for a tick since the last mark, less the shortest: 0 for a perfect pace. Milliseconds. */
  get lateMs(): number {
    return this.#longestMs > 0 ? this.#longestMs - this.#shortestMs : 0;
  }

  mark(nowMs: number): void {
    this.#markMs = nowMs;
    this.#ticks = 0;
    this.#longestMs = 0;
    this.#shortestMs = Number.POSITIVE_INFINITY;
  }
}
