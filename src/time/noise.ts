// How much of a feed's movement is noise: what decides, second by second, whether places are joined by curves or by straight lines.
//
// A curve through clean places is truer than a line; through noisy ones it follows the noise. A sample foretold by its neighbours tells both:
// still bodies give the noise (the lower quartile of all misses), moving ones give the bend. Measured on 25 Hz tracks thinned to 12.5, 8.3 and 5 Hz, clean and
// with 3 cm of noise, the blend stays near the better of the two. Each second is judged by the few before it and by nothing else: whoever comes
// later, with a history that reaches so far back, joins places as whoever was there.

/** Each second is judged by so many before it, and by none that is older. Seconds begin at whole seconds of the stamps. */
export const SECOND_MS = 1_000;
const SECONDS = 3;

/** The quartile that is looked for. */
const QUANTILE = 0.25;
/** The lower quartile of a chi-squared variable with two degrees of freedom, by its mean's half: two axes of noise. */
const QUARTILE_OF_NOISE = 0.575;
/** What a cubic's foretelling multiplies the noise's variance by: 1 + 2 (81 + 1) / 256. A line's: 1.5. */
const CUBIC_GAIN = 1.64;
const LINE_GAIN = 1.5;
/** A line's miss between two samples against its miss over twice the span, squared and averaged: (1/16) (8/15); weighted half again for the bends that come in bursts. */
const BEND_SHARE = (1 / 16) * (8 / 15) * 1.5;
/** How the variance of a blend grows with the weight of its curve: gain(w) = 2/3 + LINEAR w + SQUARE w w. */
const LINEAR = 0.1333;
const SQUARE = 0.0143;

/** Misses are counted in bins, each an eighth of a doubling wide, from a thousandth of a square millimetre up. */
const BINS = 8 * 36;
const FIRST_EXPONENT = -10;
const binOf = (missMm2: number): number =>
  Math.max(0, Math.min(BINS - 1, Math.floor(8 * (Math.log2(missMm2) - FIRST_EXPONENT))));

/** How far a second's samples were from where their neighbours foretold them. Reused. */
export class Misses {
  /** By a cubic: squared, in square millimetres over both axes, in bins. */
  readonly #cubic = new Uint32Array(BINS);
  #count = 0;

  clear(): void {
    this.#cubic.fill(0);
    this.#count = 0;
  }

  /** Takes the squared miss of one sample that a cubic through its neighbours foretold. */
  add(missMm2: number): void {
    const bin = binOf(missMm2);
    this.#cubic[bin] = (this.#cubic[bin] as number) + 1;
    this.#count += 1;
  }

  /** The lower quartile; 0 of none. */
  get quartile(): number {
    const wanted = QUANTILE * this.#count;
    let passed = 0;
    for (let bin = 0; bin < BINS; bin += 1) {
      const inBin = this.#cubic[bin] as number;
      if (inBin > 0 && passed + inBin >= wanted)
        return 2 ** (FIRST_EXPONENT + (bin + (wanted - passed) / inBin) / 8);
      passed += inBin;
    }
    return 0;
  }
}

/** What one body's samples tell of noise. */
export interface Foretold {
  /** Adds the misses of samples that were foretold from those up to each with a stamp in [from, to). */
  addMisses(fromMs: number, toMs: number, into: Misses): void;
}

/** Seconds that are kept once they are judged: asked for again at each tick. */
const KEPT = 4;

/** The noise of one kind of body in one feed; all its tracks tell of it together. Square millimetres, over both axes. */
export class Noise {
  readonly #tracks = new Set<Foretold>();
  readonly #misses = new Misses();
  readonly #seconds = new Float64Array(KEPT).fill(Number.NaN);
  readonly #quartiles = new Float64Array(KEPT);
  #judgedMs = Number.NEGATIVE_INFINITY;
  #revision = 0;

  /** Changes when something was heard of a time that had been judged. */
  get revision(): number {
    return this.#revision;
  }

  join(track: Foretold): void {
    this.#tracks.add(track);
  }
  leave(track: Foretold): void {
    this.#tracks.delete(track);
  }

  /** A sample was heard: what was judged without it is judged again. */
  heard(atMs: number): void {
    if (atMs >= this.#judgedMs) return;
    this.#revision += 1;
    this.#judgedMs = Number.NEGATIVE_INFINITY;
    this.#seconds.fill(Number.NaN);
  }

  /** Where the samples begin by which a second is judged, in milliseconds. */
  static fromMs(second: number): number {
    return (second - SECONDS) * SECOND_MS;
  }

  /**
   * How much of the curve to take in a second (0 the line, 1 the curve) for a body of whom lines over twice the span missed by `lineMissMm2`, squared and averaged, in
   * those before.
   */
  bend(second: number, lineMissMm2: number): number {
    const noise = this.#quartile(second) / QUARTILE_OF_NOISE / CUBIC_GAIN;
    const bend = Math.max(0, lineMissMm2 - LINE_GAIN * noise) * BEND_SHARE;
    return Math.max(0, Math.min(1, (bend - (LINEAR * noise) / 2) / (bend + SQUARE * noise + 1e-9)));
  }

  #quartile(second: number): number {
    const place = ((second % KEPT) + KEPT) % KEPT;
    if (this.#seconds[place] !== second) {
      this.#misses.clear();
      for (const track of this.#tracks)
        track.addMisses(Noise.fromMs(second), second * SECOND_MS, this.#misses);
      this.#seconds[place] = second;
      this.#quartiles[place] = this.#misses.quartile;
      this.#judgedMs = Math.max(this.#judgedMs, second * SECOND_MS);
    }
    return this.#quartiles[place] as number;
  }
}
