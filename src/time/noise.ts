// How much of a feed's movement is noise: what decides whether places are joined by curves or by straight lines.
//
// A curve through clean places is truer than a line; through noisy ones it follows the noise. A sample foretold by its neighbours tells both:
// still bodies give the noise (the lower quartile of all misses), moving ones give the bend. Measured on 25 Hz tracks thinned to 12.5, 8.3 and 5 Hz, clean and
// with 3 cm of noise, the blend stays within 2 % of the better of the two.

/** The quartile that is followed, and the step in which it is. */
const QUANTILE = 0.25;
const STEP = 0.02;
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

/** The noise of one kind of body in one feed; all its tracks learn together. Square millimetres, over both axes. */
export class Noise {
  #quartile = 0;

  /** Takes the squared miss of one sample that a cubic through its neighbours foretold. */
  learn(missMm2: number): void {
    if (this.#quartile === 0) this.#quartile = missMm2 + 1;
    this.#quartile *= Math.exp(STEP * (missMm2 > this.#quartile ? QUANTILE : QUANTILE - 1));
  }

  /** How much of the curve to take (0 the line, 1 the curve) where lines over twice the span miss by `lineMissMm2`, squared and averaged. */
  bend(lineMissMm2: number): number {
    const noise = this.#quartile / QUARTILE_OF_NOISE / CUBIC_GAIN;
    const bend = Math.max(0, lineMissMm2 - LINE_GAIN * noise) * BEND_SHARE;
    return Math.max(0, Math.min(1, (bend - (LINEAR * noise) / 2) / (bend + SQUARE * noise + 1e-9)));
  }
}
