// One body's history of places, sampled at any instant by the feed's own stamps. A body that cannot have run there did not: it fades, never sweeps.
//
// A ring of numbers: pushing and sampling allocate nothing once it has grown to the history's size.
import type { SampledBody } from './moment.ts';
import { Noise } from './noise.ts';
import type { TrackOptions } from './track-options.ts';

/** Two samples nearer in time than this make no speed; a jump of this many millimetres is always allowed (measuring noise). */
const NOISE_MM = 600;
/** A hole in time longer than this takes no slope from beyond it. Milliseconds. */
const HOLE_MS = 400;
/** How many samples to either side are looked at for a break: a fade lasts at most this many. */
const PRESENCE_SAMPLES = 32;
/** The weight of one sample in the average of a line's misses. */
const FORGET = 0.05;
/** Numbers a sample takes: stamp, x, y, z, and 1 where a new track begins. */
const STRIDE = 5;
const FIRST_CAPACITY = 256;
/** Numbers that pass from one step of a sampling to the next. NOTE: as arguments and results each would be garbage; so would Math.hypot. */
const [SPAN, SHARE, SLOPE, PLACE, PASSED] = [0, 1, 2, 3, 4];

export class BodyTrack {
  readonly #options: TrackOptions;
  #data = new Float64Array(FIRST_CAPACITY * STRIDE);
  #start = 0;
  #count = 0;
  /** The first sample kept is not the first there was: nothing fades in there. */
  #trimmed = false;

  /** The line's misses, squared and averaged with a weight that forgets; and the share of the curve that follows from them. */
  #lineMissMm2 = 0;
  #learned = 0;
  #bend = 1;
  readonly #noise: Noise;
  readonly #numbers = new Float64Array(PASSED);

  /** `noise` is shared by all tracks of one kind of body. */
  constructor(options: TrackOptions, noise: Noise = new Noise()) {
    this.#options = options;
    this.#noise = noise;
  }

  get count(): number {
    return this.#count;
  }
  /** Bytes held. */
  get bytes(): number {
    return this.#data.byteLength;
  }
  /** Stamp of the newest sample; -Infinity before the first. */
  get newestMs(): number {
    return this.#count === 0 ? Number.NEGATIVE_INFINITY : this.#at(this.#count - 1, 0);
  }

  #at(index: number, field: number): number {
    const capacity = this.#data.length / STRIDE;
    return this.#data[((this.#start + index) % capacity) * STRIDE + field] as number;
  }

  #put(index: number, atMs: number, xMm: number, yMm: number, zMm: number): void {
    const offset = ((this.#start + index) % (this.#data.length / STRIDE)) * STRIDE;
    this.#data[offset] = atMs;
    this.#data[offset + 1] = xMm;
    this.#data[offset + 2] = yMm;
    this.#data[offset + 3] = zMm;
    this.#data[offset + 4] = 0;
  }

  /** Takes a sample in any order of stamps; the same stamp again replaces. */
  push(atMs: number, xMm: number, yMm: number, zMm: number): void {
    if (this.#count === this.#data.length / STRIDE) this.#grow();
    let index = this.#count;
    while (index > 0 && this.#at(index - 1, 0) > atMs) index -= 1;
    if (index > 0 && this.#at(index - 1, 0) === atMs) {
      this.#put(index - 1, atMs, xMm, yMm, zMm);
      this.#markBreaks(index - 1);
      return;
    }
    for (let i = this.#count; i > index; i -= 1)
      this.#put(i, this.#at(i - 1, 0), this.#at(i - 1, 1), this.#at(i - 1, 2), this.#at(i - 1, 3));
    this.#put(index, atMs, xMm, yMm, zMm);
    this.#count += 1;
    for (let i = index; i < this.#count; i += 1) this.#markBreaks(i);
    if (index === this.#count - 1) this.#learn();
  }

  /** Foretells the fourth newest sample from the ones about it, by a line and by a cubic: their misses say what is bend and what is noise. */
  #learn(): void {
    const i = this.#count - 4;
    if (i < 3 || !this.#even(i - 3, i + 3)) return;
    let line = 0;
    let cubic = 0;
    for (let field = 1; field <= 2; field += 1) {
      const near = this.#at(i - 1, field) + this.#at(i + 1, field);
      const far = this.#at(i - 3, field) + this.#at(i + 3, field);
      line += (this.#at(i, field) - near / 2) ** 2;
      cubic += (this.#at(i, field) - (9 * near - far) / 16) ** 2;
    }
    this.#learned += 1;
    this.#lineMissMm2 += (line - this.#lineMissMm2) * Math.max(1 / this.#learned, FORGET);
    this.#noise.learn(cubic);
    this.#bend = this.#noise.bend(this.#lineMissMm2);
  }

  /** True when samples from one to another are of one track and of one rhythm. */
  #even(from: number, to: number): boolean {
    const stepMs = (this.#at(to, 0) - this.#at(from, 0)) / (to - from);
    for (let i = from + 1; i <= to; i += 1)
      if (this.#at(i, 4) === 1 || Math.abs(this.#at(i, 0) - this.#at(i - 1, 0) - stepMs) > stepMs / 2)
        return false;
    return true;
  }

  /** Forgets samples before an instant, but keeps one that stands at or before it. */
  trim(beforeMs: number): void {
    const gone = this.#countUntil(beforeMs) - 1;
    if (gone <= 0) return;
    this.#start = (this.#start + gone) % (this.#data.length / STRIDE);
    this.#count -= gone;
    this.#trimmed = true;
  }

  #grow(): void {
    const bigger = new Float64Array(this.#data.length * 2);
    for (let i = 0; i < this.#count; i += 1)
      for (let field = 0; field < STRIDE; field += 1) bigger[i * STRIDE + field] = this.#at(i, field);
    this.#data = bigger;
    this.#start = 0;
  }

  #markBreaks(index: number): void {
    for (const i of index + 1 < this.#count ? [index, index + 1] : [index]) {
      const capacity = this.#data.length / STRIDE;
      this.#data[((this.#start + i) % capacity) * STRIDE + 4] = i > 0 && this.#tooFast(i - 1, i) ? 1 : 0;
    }
  }

  #tooFast(from: number, to: number): boolean {
    const dt = this.#at(to, 0) - this.#at(from, 0);
    const distance = Math.hypot(this.#at(to, 1) - this.#at(from, 1), this.#at(to, 2) - this.#at(from, 2));
    return distance > NOISE_MM && distance > this.#options.maxSpeedMps * dt;
  }

  #countUntil(atMs: number): number {
    // Most questions are near the newest sample: look there first.
    let high = this.#count;
    let low = 0;
    for (let step = 8; high - step > 0; step *= 8) {
      if (this.#at(high - step, 0) <= atMs) {
        low = high - step;
        break;
      }
      high -= step;
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#at(middle, 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Writes the place at an instant into `into`. False when the body is not there: not yet, or faded away. */
  sample(atMs: number, into: SampledBody): boolean {
    const after = this.#countUntil(atMs);
    if (this.#count === 0 || (after === 0 && this.#at(0, 0) - atMs > 0)) return false;
    const before = after - 1;
    if (after === this.#count) this.#carry(atMs, before, into);
    else if (this.#at(after, 4) === 1) this.#jump(atMs, before, into);
    else this.#between(atMs, before, into);
    into.presence = this.#presence(atMs, before);
    return into.presence > 0;
  }

  /** Between two samples of one track: a cubic through both, with each one's slope taken from its neighbours; a straight line across a hole. */
  #between(atMs: number, i: number, into: SampledBody): void {
    const span = this.#at(i + 1, 0) - this.#at(i, 0);
    this.#numbers[SPAN] = span;
    this.#numbers[SHARE] = (atMs - this.#at(i, 0)) / span;
    const numbers = this.#numbers;
    this.#cubic(i, 1);
    into.xMm = numbers[PLACE] as number;
    this.#cubic(i, 2);
    into.yMm = numbers[PLACE] as number;
    this.#cubic(i, 3);
    into.zMm = Math.max(0, numbers[PLACE] as number);
    const acrossMm = this.#at(i + 1, 1) - this.#at(i, 1);
    const alongMm = this.#at(i + 1, 2) - this.#at(i, 2);
    into.speedMps = Math.sqrt(acrossMm * acrossMm + alongMm * alongMm) / span;
    into.ageMs = 0;
  }

  #cubic(i: number, field: number): void {
    const numbers = this.#numbers;
    const span = numbers[SPAN] as number;
    const u = numbers[SHARE] as number;
    const p0 = this.#at(i, field);
    const p1 = this.#at(i + 1, field);
    const line = p0 + (p1 - p0) * u;
    numbers[PLACE] = line;
    if (span > HOLE_MS || this.#bend === 0) return;
    this.#slope(i, field);
    const m0 = (numbers[SLOPE] as number) * span;
    if (i + 2 === this.#count) this.#endSlope(i + 1, field);
    else this.#slope(i + 1, field);
    const m1 = (numbers[SLOPE] as number) * span;
    const u2 = u * u;
    const u3 = u2 * u;
    const curve =
      (2 * u3 - 3 * u2 + 1) * p0 + (u3 - 2 * u2 + u) * m0 + (-2 * u3 + 3 * u2) * p1 + (u3 - u2) * m1;
    numbers[PLACE] = line + (curve - line) * this.#bend;
  }

  /** Units a millisecond at a sample, from the samples about it; one-sided at the ends of a track, and across a hole in time. */
  #slope(i: number, field: number): void {
    const from = i > 0 && this.#at(i, 4) === 0 && this.#at(i, 0) - this.#at(i - 1, 0) < HOLE_MS ? i - 1 : i;
    const joined = i + 1 < this.#count && this.#at(i + 1, 4) === 0;
    const to = joined && this.#at(i + 1, 0) - this.#at(i, 0) < HOLE_MS ? i + 1 : i;
    const gone = this.#at(to, field) - this.#at(from, field);
    this.#numbers[SLOPE] = from === to ? 0 : gone / (this.#at(to, 0) - this.#at(from, 0));
  }

  /** Past the newest sample: carried on by its own speed, which dies away, then held. */
  #carry(atMs: number, i: number, into: SampledBody): void {
    const { carryMs, coastMs } = this.#options;
    const age = atMs - this.#at(i, 0);
    const away = Math.exp(-Math.min(age, carryMs) / coastMs);
    const carried = coastMs * (1 - away);
    this.#endSlope(i, 1);
    const vx = this.#numbers[SLOPE] as number;
    this.#endSlope(i, 2);
    const vy = this.#numbers[SLOPE] as number;
    into.xMm = this.#at(i, 1) + vx * carried;
    into.yMm = this.#at(i, 2) + vy * carried;
    into.zMm = this.#at(i, 3);
    into.speedMps = age > carryMs ? 0 : Math.hypot(vx, vy) * away;
    into.ageMs = age;
  }

  /** Units a millisecond at the newest sample: of the last step, and bent as the one before it was, as far as noise allows. */
  #endSlope(i: number, field: number): void {
    this.#slope(i, field);
    const last = this.#numbers[SLOPE] as number;
    if (i < 2 || last === 0 || !this.#even(i - 2, i)) return;
    const before =
      (this.#at(i - 1, field) - this.#at(i - 2, field)) / (this.#at(i - 1, 0) - this.#at(i - 2, 0));
    this.#numbers[SLOPE] = last + ((last - before) / 2) * this.#bend;
  }

  /** Between the end of one track and the start of the next: at the end in the first half, at the start in the second. */
  #jump(atMs: number, i: number, into: SampledBody): void {
    const middle = (this.#at(i, 0) + this.#at(i + 1, 0)) / 2;
    const at = atMs < middle ? i : i + 1;
    into.xMm = this.#at(at, 1);
    into.yMm = this.#at(at, 2);
    into.zMm = this.#at(at, 3);
    into.speedMps = 0;
    into.ageMs = Math.abs(atMs - this.#at(at, 0));
  }

  /** 1 within a track; falls to 0 about a break, after the last sample, and before the first. */
  #presence(atMs: number, before: number): number {
    const { fadeMs, holdMs } = this.#options;
    let presence = this.#trimmed ? 1 : Math.min(1, (atMs - this.#at(0, 0)) / fadeMs);
    for (
      let i = Math.max(1, before - PRESENCE_SAMPLES);
      i < Math.min(this.#count, before + PRESENCE_SAMPLES + 1);
      i += 1
    ) {
      if (this.#at(i, 4) === 0) continue;
      const middle = (this.#at(i - 1, 0) + this.#at(i, 0)) / 2;
      presence = Math.min(presence, Math.abs(atMs - middle) / fadeMs);
    }
    const age = atMs - this.#at(before, 0);
    const hole = before + 1 < this.#count ? Math.min(age, this.#at(before + 1, 0) - atMs) : age;
    if (hole > holdMs) presence = Math.min(presence, 1 - (hole - holdMs) / fadeMs);
    return Math.max(0, presence);
  }
}
