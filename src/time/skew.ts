// How far another machine's clock is from ours, learnt from echoes, and that clock as it is safe to draw by: it is slewed, and never runs back.

/** One exchange: `sentMs` and `heardMs` by our clock, `receivedMs` and `answeredMs` by the other's. */
export type Echo = {
  readonly sentMs: number;
  readonly receivedMs: number;
  readonly answeredMs: number;
  readonly heardMs: number;
};

/** Exchanges that are weighed. */
export const ECHOES_KEPT = 64;
/** An exchange that may be wrong by this much more than the best counts half. Milliseconds. */
const NEARLY_MS = 1.5;
/** What two clocks may drift apart, as a share of time: an old exchange is trusted less by so much. */
export const DRIFT = 1e-4;
/** With fewer echoes than this a better one is taken at once: nothing stands on screen yet that could jump. */
export const SETTLED_ECHOES = 5;
/** Corrections change the clock's speed by this share while they are small, and by `FAST_SLEW` beyond `SMALL_MS`. */
export const SLEW = 0.01;
export const FAST_SLEW = 0.1;
export const SMALL_MS = 50;
/** Farther off than this, in milliseconds, the other's clock has been set: it is followed at once, back too. */
export const STEP_MS = 1_000;

/** What is believed as of `atMs`, and the most that it may be wrong by then. */
type Estimate = { readonly offsetMs: number; readonly errorMs: number; readonly atMs: number };

type Sample = { readonly offsetMs: number; readonly halfTripMs: number; readonly heardMs: number };

/** What a sample may be wrong by at an instant: half its way there and back, whatever the way's asymmetry, and the drift since. */
const errorOf = ({ halfTripMs, heardMs }: Sample, hereMs: number): number =>
  halfTripMs + DRIFT * Math.max(0, hereMs - heardMs);

/** The other's clock. Every instant that it is given is one of ours, in milliseconds; they should not fall. */
export class Skew {
  readonly #samples: Sample[] = [];
  #estimate: Estimate | null = null;
  #echoes = 0;
  #offsetMs: number;
  #hereMs = Number.NEGATIVE_INFINITY;
  #thereMs = Number.NEGATIVE_INFINITY;

  /** `guessMs`: the offset believed until the first echo. */
  constructor(guessMs = 0) {
    this.#offsetMs = guessMs;
  }

  /** The other's clock less ours, as it is used now. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** The most that the newest estimate may be wrong by; infinite before the first echo. */
  errorMs(hereMs: number): number {
    return this.#estimate
      ? this.#estimate.errorMs + DRIFT * Math.max(0, hereMs - this.#estimate.atMs)
      : Number.POSITIVE_INFINITY;
  }

  /** Learns from an exchange. One whose stamps cannot be true is passed by. */
  add({ sentMs, receivedMs, answeredMs, heardMs }: Echo): void {
    const tripMs = heardMs - sentMs - (answeredMs - receivedMs);
    const offsetMs = (receivedMs - sentMs + answeredMs - heardMs) / 2;
    if (!(tripMs >= 0) || !Number.isFinite(offsetMs)) return;
    const sample = { offsetMs, halfTripMs: tripMs / 2, heardMs };
    if (this.#estimate && Math.abs(offsetMs - this.#estimate.offsetMs) > STEP_MS + sample.halfTripMs)
      this.#forget();
    this.#samples.push(sample);
    if (this.#samples.length > ECHOES_KEPT) this.#samples.shift();
    this.#echoes += 1;
    this.#estimate = this.#weigh(heardMs);
    if (this.#echoes < SETTLED_ECHOES) this.#offsetMs = this.#estimate.offsetMs;
  }

  /** The mean of all exchanges kept, those nearly as quick as the quickest counting most. What it may be wrong by is the same mean of theirs. */
  #weigh(atMs: number): Estimate {
    const errors = this.#samples.map((sample) => errorOf(sample, atMs));
    const least = Math.min(...errors);
    const weights = errors.map((error) => 1 / (1 + ((error - least) / NEARLY_MS) ** 4));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / total;
    return { offsetMs: mean(this.#samples.map(({ offsetMs }) => offsetMs)), errorMs: mean(errors), atMs };
  }

  /** The other's clock at an instant of ours. Never falls, but when that clock has been set back by more than `STEP_MS`. */
  at(hereMs: number): number {
    const passedMs = Math.max(0, hereMs - this.#hereMs);
    this.#hereMs = Math.max(this.#hereMs, hereMs);
    const wantedMs = (this.#estimate?.offsetMs ?? this.#offsetMs) - this.#offsetMs;
    if (Math.abs(wantedMs) > STEP_MS) {
      this.#offsetMs += wantedMs;
      if (wantedMs < 0) this.#thereMs = Number.NEGATIVE_INFINITY;
    } else if (Number.isFinite(passedMs)) {
      const most = passedMs * (Math.abs(wantedMs) > SMALL_MS ? FAST_SLEW : SLEW);
      this.#offsetMs += Math.max(-most, Math.min(most, wantedMs));
    }
    this.#thereMs = Math.max(this.#thereMs, hereMs + this.#offsetMs);
    return this.#thereMs;
  }

  /** What was learnt is of a clock that is no more. */
  #forget(): void {
    this.#samples.length = 0;
    this.#estimate = null;
  }
}
