// A body whose samples were late is carried on, and then the truth arrives elsewhere: it is led back there at a runner's speed, never in one step.
//
// With a delay in hand no sample is late and nothing here ever happens.
import type { SampledBody } from './moment.ts';

/** The fastest that a body may be drawn moving while it is led back: 20 cm a tick at 60 Hz. Millimetres a millisecond. */
const MAX_SPEED = 11.9;
/** Led back within this time, when the speed allows it: chosen by measurement (npm run bench), the shortest that keeps the movement smooth. Milliseconds. */
const REJOIN_MS = 60;
/** Two ticks further apart than this are not one movement. Milliseconds. */
const LONGEST_TICK_MS = 250;

/** What is remembered of one body between ticks. */
export class Rejoin {
  #atMs = Number.NaN;
  #carried = false;
  #xMm = 0;
  #yMm = 0;
  /** How far the drawn place is from the true one, and for how long that has been so. */
  #dxMm = 0;
  #dyMm = 0;
  #sinceMs = 0;
  #startMm = 0;

  /** Moves what was sampled at `atMs` to where it is drawn. Called once a tick and body; a jump in time forgets. */
  lead(body: SampledBody, atMs: number): void {
    const stepMs = atMs - this.#atMs;
    const continues = stepMs >= 0 && stepMs <= LONGEST_TICK_MS;
    if (!continues || body.presence < 1) this.#dxMm = this.#dyMm = 0;
    else this.#follow(body, atMs, stepMs);
    this.#atMs = atMs;
    this.#carried = body.ageMs > 0;
    body.xMm += this.#dxMm;
    body.yMm += this.#dyMm;
    this.#xMm = body.xMm;
    this.#yMm = body.yMm;
  }

  #follow(body: SampledBody, atMs: number, stepMs: number): void {
    const fromX = this.#xMm - body.xMm;
    const fromY = this.#yMm - body.yMm;
    if (this.#carried && Math.hypot(fromX - this.#dxMm, fromY - this.#dyMm) > MAX_SPEED * stepMs * 0.5) {
      // What was known has changed under the drawn body: start from where it is drawn.
      this.#dxMm = fromX;
      this.#dyMm = fromY;
      this.#sinceMs = atMs - stepMs;
      this.#startMm = Math.hypot(fromX, fromY);
    }
    const apart = Math.hypot(this.#dxMm, this.#dyMm);
    if (apart === 0) return;
    const left = this.#startMm * easedLeft((atMs - this.#sinceMs) / REJOIN_MS);
    const kept = Math.min(1, left / apart);
    const wantedX = this.#dxMm * kept;
    const wantedY = this.#dyMm * kept;
    // The step that this would draw, held to a runner's speed.
    const stepX = body.xMm + wantedX - this.#xMm;
    const stepY = body.yMm + wantedY - this.#yMm;
    const step = Math.hypot(stepX, stepY);
    const held = step > MAX_SPEED * stepMs ? (MAX_SPEED * stepMs) / step : 1;
    this.#dxMm = this.#xMm + stepX * held - body.xMm;
    this.#dyMm = this.#yMm + stepY * held - body.yMm;
    if (kept === 0 && held === 1) this.#dxMm = this.#dyMm = 0;
  }
}

/** What is left of the way at a share of the time: 1 to 0, slow at both ends. */
const easedLeft = (share: number): number => {
  const s = Math.max(0, Math.min(1, share));
  return 1 - s * s * (3 - 2 * s);
};
