// How much of a curve one body's places are joined by at an instant: judged second by second, from the samples of the few seconds before and from nothing else.
import { type Foretold, type Misses, Noise, SECOND_MS } from './noise.ts';
import { AT, BEGINS, type SampleRing, X, Y } from './sample-ring.ts';

/** Seconds that are kept once they are judged. */
const KEPT = 4;
/** Nothing is known of lines: they miss by more than any noise does. Square millimetres. */
const UNKNOWN_MM2 = 1e12;

/** True when samples from one to another are of one track and of one rhythm. */
export function isEven(ring: SampleRing, from: number, to: number): boolean {
  const stepMs = (ring.at(to, AT) - ring.at(from, AT)) / (to - from);
  for (let i = from + 1; i <= to; i += 1)
    if (ring.at(i, BEGINS) === 1 || Math.abs(ring.at(i, AT) - ring.at(i - 1, AT) - stepMs) > stepMs / 2)
      return false;
  return true;
}

export class Bend implements Foretold {
  /** 0 the line, 1 the curve, at the instant judged last. */
  part = 1;
  readonly #ring: SampleRing;
  readonly #noise: Noise;
  /** By the second; of the noise's revision. */
  readonly #seconds = new Float64Array(KEPT).fill(Number.NaN);
  readonly #parts = new Float64Array(KEPT);
  #revision = 0;
  /** Squared misses of the sample that was foretold last, by a line and by a cubic, over both axes. */
  #lineMm2 = 0;
  #cubicMm2 = 0;

  constructor(ring: SampleRing, noise: Noise) {
    this.#ring = ring;
    this.#noise = noise;
  }

  /** Looks at an instant: what the second before was judged to be goes over to what this one is. */
  judge(atMs: number): void {
    const second = Math.floor(atMs / SECOND_MS);
    const before = this.#of(second - 1);
    this.part = before + (this.#of(second) - before) * (atMs / SECOND_MS - second);
  }

  addMisses(fromMs: number, toMs: number, into: Misses): void {
    const ring = this.#ring;
    for (let i = ring.countUntil(fromMs - 1); i < ring.count && ring.at(i, AT) < toMs; i += 1)
      if (ring.at(i, AT) >= fromMs && this.#foretell(i - 3)) into.add(this.#cubicMm2);
  }

  #of(second: number): number {
    const place = ((second % KEPT) + KEPT) % KEPT;
    if (this.#revision !== this.#noise.revision) {
      this.#revision = this.#noise.revision;
      this.#seconds.fill(Number.NaN);
    }
    if (this.#seconds[place] !== second) {
      this.#parts[place] = this.#noise.bend(second, this.#lineMiss(second));
      this.#seconds[place] = second;
    }
    return this.#parts[place] as number;
  }

  /** The squared miss of lines by which a second is judged, averaged; where nothing is known of it, a curve it is. */
  #lineMiss(second: number): number {
    const ring = this.#ring;
    const fromMs = Noise.fromMs(second);
    const toMs = second * SECOND_MS;
    let sum = 0;
    let count = 0;
    for (let i = ring.countUntil(fromMs - 1); i < ring.count && ring.at(i, AT) < toMs; i += 1) {
      if (ring.at(i, AT) < fromMs || !this.#foretell(i - 3)) continue;
      sum += this.#lineMm2;
      count += 1;
    }
    return count === 0 ? UNKNOWN_MM2 : sum / count;
  }

  /** Foretells a sample from the ones about it, by a line and by a cubic: their misses say what is bend and what is noise. False where that cannot be. */
  #foretell(i: number): boolean {
    const ring = this.#ring;
    if (i < 3 || !isEven(ring, i - 3, i + 3)) return false;
    this.#lineMm2 = 0;
    this.#cubicMm2 = 0;
    for (let field = X; field <= Y; field += 1) {
      const near = ring.at(i - 1, field) + ring.at(i + 1, field);
      const far = ring.at(i - 3, field) + ring.at(i + 3, field);
      this.#lineMm2 += (ring.at(i, field) - near / 2) ** 2;
      this.#cubicMm2 += (ring.at(i, field) - (9 * near - far) / 16) ** 2;
    }
    return true;
  }
}
