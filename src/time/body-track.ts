// One body's history of places, sampled at any instant by the feed's own stamps. A body that cannot have run there did not: it fades, never sweeps.
//
// What is sampled hangs on the samples about the instant and on those of the few seconds before it, and on nothing else: not on what was asked for before.
import { Bend, isEven } from './bend.ts';
import type { SampledBody } from './moment.ts';
import { Noise } from './noise.ts';
import { AT, BEGINS, SampleRing, X, Y, Z } from './sample-ring.ts';
import type { TrackOptions } from './track-options.ts';

/** Two samples nearer in time than this make no speed; a jump of this many millimetres is always allowed (measuring noise). */
const NOISE_MM = 600;
/** A hole in time longer than this takes no slope from beyond it. Milliseconds. */
const HOLE_MS = 400;
/** How many samples to either side are looked at for a break: a fade lasts at most this many. */
const PRESENCE_SAMPLES = 32;
/** Numbers that pass from one step of a sampling to the next. NOTE: as arguments and results each would be garbage; so would Math.hypot. */
const [ASKED, SEEN, SPAN, SHARE, SLOPE, PLACE, PASSED] = [0, 1, 2, 3, 4, 5, 6];

/** Where a `trace` has its instants (the newest, and from each to the next), and after them x, y and z of each. */
export const TRACE = { atMs: 0, stepMs: 1, places: 2, stride: 3 } as const;
/** Room for a trace of so many places. */
export const makeTrace = (places: number): Float64Array =>
  new Float64Array(TRACE.places + TRACE.stride * places);

export class BodyTrack {
  readonly #options: TrackOptions;
  readonly #ring = new SampleRing();
  /** The first sample kept is not the first there was: nothing fades in there. */
  #trimmed = false;
  readonly #noise: Noise;
  readonly #bend: Bend;
  readonly #numbers = new Float64Array(PASSED);

  /** `noise` is shared by all tracks of one kind of body. */
  constructor(options: TrackOptions, noise: Noise = new Noise()) {
    this.#options = options;
    this.#noise = noise;
    this.#bend = new Bend(this.#ring, noise);
    noise.join(this.#bend);
  }

  get count(): number {
    return this.#ring.count;
  }
  /** Bytes held. */
  get bytes(): number {
    return this.#ring.bytes;
  }
  /** Stamp of the newest sample; -Infinity before the first. */
  get newestMs(): number {
    return this.count === 0 ? Number.NEGATIVE_INFINITY : this.#at(this.count - 1, AT);
  }

  #at(index: number, field: number): number {
    return this.#ring.at(index, field);
  }

  /** Takes a sample in any order of stamps; the same stamp again replaces. */
  push(atMs: number, xMm: number, yMm: number, zMm: number): void {
    const index = this.#ring.push(atMs, xMm, yMm, zMm);
    for (let i = index; i < this.count; i += 1) this.#ring.begin(i, i > 0 && this.#tooFast(i - 1, i));
    this.#noise.heard(atMs);
  }

  /** Tells nobody of its noise any more. */
  stop(): void {
    this.#noise.leave(this.#bend);
  }

  /** Forgets samples before an instant, but keeps one that stands at or before it. */
  trim(beforeMs: number): void {
    const gone = this.#ring.countUntil(beforeMs) - 1;
    if (gone <= 0) return;
    this.#ring.drop(gone);
    this.#trimmed = true;
  }

  #tooFast(from: number, to: number): boolean {
    const dt = this.#at(to, AT) - this.#at(from, AT);
    const distance = Math.hypot(this.#at(to, X) - this.#at(from, X), this.#at(to, Y) - this.#at(from, Y));
    return distance > NOISE_MM && distance > this.#options.maxSpeedMps * dt;
  }

  /** Writes the place at an instant into `into`. False when the body is not there: not yet, or faded away. */
  sample(atMs: number, into: SampledBody): boolean {
    const after = this.#ring.countUntil(atMs);
    if (after === 0) return false;
    this.#numbers[ASKED] = atMs;
    this.#see(after - 1);
    into.presence = this.#numbers[SEEN] as number;
    if (!(into.presence > 0)) return false;
    this.#judge(atMs);
    this.#place(atMs, after, into);
    return true;
  }

  /** Whoever is carried on is so by what was known when he was seen last. */
  #judge(atMs: number): void {
    this.#bend.judge(Math.min(atMs, this.#at(this.count - 1, AT)));
  }

  /** Puts down the place at an instant before which there are so many samples, at least one. */
  #place(atMs: number, after: number, into: SampledBody): void {
    if (after === this.count) this.#carry(atMs, after - 1, into);
    else if (this.#at(after, BEGINS) === 1) this.#jump(atMs, after - 1, into);
    else this.#between(atMs, after - 1, into);
  }

  /**
   * Writes where it was at the instants of a trace, newest first: on straight lines between its samples; before its track began, where it began. False when it is not there at
   * the newest.
   */
  trace(trace: Float64Array): boolean {
    const newestMs = trace[TRACE.atMs] as number;
    const stepMs = trace[TRACE.stepMs] as number;
    const after = this.#ring.countUntil(newestMs);
    if (after === 0) return false;
    this.#numbers[ASKED] = newestMs;
    this.#see(after - 1);
    if (!((this.#numbers[SEEN] as number) > 0)) return false;
    const count = (trace.length - TRACE.places) / TRACE.stride;
    this.#numbers[SPAN] = stepMs * (count - 1);
    const first = this.#firstOf(after);
    const isJoined = after < this.count && this.#at(after, BEGINS) === 0;
    const { numbers } = this.#ring;
    let to = Math.max(first, isJoined ? after : after - 1);
    for (let i = 0; i < count; i += 1) {
      const atMs = newestMs - i * stepMs;
      while (to > first && (numbers[this.#ring.offset(to - 1) + AT] as number) >= atMs) to -= 1;
      const start = this.#ring.offset(Math.max(first, to - 1));
      const end = this.#ring.offset(to);
      const startMs = numbers[start + AT] as number;
      const spanMs = (numbers[end + AT] as number) - startMs;
      const part = spanMs > 0 ? Math.min(1, Math.max(0, (atMs - startMs) / spanMs)) : 0;
      const at = TRACE.places + TRACE.stride * i - X;
      for (let field = X; field <= Z; field += 1) {
        const from = numbers[start + field] as number;
        trace[at + field] = from + ((numbers[end + field] as number) - from) * part;
      }
    }
    return true;
  }

  /** The first sample of the track of the instant that was asked for, or one of it that is not younger than the whole span before that. */
  #firstOf(after: number): number {
    const { holdMs, fadeMs } = this.#options;
    const { numbers } = this.#ring;
    const askedMs = this.#numbers[ASKED] as number;
    const oldestMs = askedMs - (this.#numbers[SPAN] as number);
    let i = after - 1;
    let ms = numbers[this.#ring.offset(i) + AT] as number;
    if (after < this.count) {
      const next = this.#ring.offset(after);
      if (numbers[next + BEGINS] === 1 && askedMs >= (ms + (numbers[next + AT] as number)) / 2) return after;
    }
    while (i > 0 && ms > oldestMs && numbers[this.#ring.offset(i) + BEGINS] === 0) {
      const beforeMs = numbers[this.#ring.offset(i - 1) + AT] as number;
      if (ms - beforeMs > holdMs + fadeMs) break;
      ms = beforeMs;
      i -= 1;
    }
    return i;
  }

  /** Between two samples of one track: a cubic through both, with each one's slope taken from its neighbours; a straight line across a hole. */
  #between(atMs: number, i: number, into: SampledBody): void {
    const span = this.#at(i + 1, AT) - this.#at(i, AT);
    this.#numbers[SPAN] = span;
    this.#numbers[SHARE] = (atMs - this.#at(i, AT)) / span;
    const numbers = this.#numbers;
    this.#join(i, X);
    into.xMm = numbers[PLACE] as number;
    this.#join(i, Y);
    into.yMm = numbers[PLACE] as number;
    this.#join(i, Z);
    into.zMm = Math.max(0, numbers[PLACE] as number);
    const acrossMm = this.#at(i + 1, X) - this.#at(i, X);
    const alongMm = this.#at(i + 1, Y) - this.#at(i, Y);
    into.speedMps = Math.sqrt(acrossMm * acrossMm + alongMm * alongMm) / span;
    into.ageMs = 0;
  }

  #join(i: number, field: number): void {
    const numbers = this.#numbers;
    const span = numbers[SPAN] as number;
    const u = numbers[SHARE] as number;
    const p0 = this.#at(i, field);
    const p1 = this.#at(i + 1, field);
    const line = p0 + (p1 - p0) * u;
    numbers[PLACE] = line;
    if (span > HOLE_MS || this.#bend.part === 0) return;
    this.#slope(i, field);
    const m0 = (numbers[SLOPE] as number) * span;
    if (i + 2 === this.count) this.#endSlope(i + 1, field);
    else this.#slope(i + 1, field);
    const m1 = (numbers[SLOPE] as number) * span;
    const u2 = u * u;
    const u3 = u2 * u;
    const curve =
      (2 * u3 - 3 * u2 + 1) * p0 + (u3 - 2 * u2 + u) * m0 + (-2 * u3 + 3 * u2) * p1 + (u3 - u2) * m1;
    numbers[PLACE] = line + (curve - line) * this.#bend.part;
  }

  /** Units a millisecond at a sample, from the samples about it; one-sided at the ends of a track, and across a hole in time. */
  #slope(i: number, field: number): void {
    const from =
      i > 0 && this.#at(i, BEGINS) === 0 && this.#at(i, AT) - this.#at(i - 1, AT) < HOLE_MS ? i - 1 : i;
    const joined = i + 1 < this.count && this.#at(i + 1, BEGINS) === 0;
    const to = joined && this.#at(i + 1, AT) - this.#at(i, AT) < HOLE_MS ? i + 1 : i;
    const gone = this.#at(to, field) - this.#at(from, field);
    this.#numbers[SLOPE] = from === to ? 0 : gone / (this.#at(to, AT) - this.#at(from, AT));
  }

  /** Past the newest sample: carried on by its own speed, which dies away, then held. */
  #carry(atMs: number, i: number, into: SampledBody): void {
    const { carryMs, coastMs } = this.#options;
    const age = atMs - this.#at(i, AT);
    const away = Math.exp(-Math.min(age, carryMs) / coastMs);
    const carried = coastMs * (1 - away);
    this.#endSlope(i, X);
    const vx = this.#numbers[SLOPE] as number;
    this.#endSlope(i, Y);
    const vy = this.#numbers[SLOPE] as number;
    into.xMm = this.#at(i, X) + vx * carried;
    into.yMm = this.#at(i, Y) + vy * carried;
    into.zMm = this.#at(i, Z);
    into.speedMps = age > carryMs ? 0 : Math.hypot(vx, vy) * away;
    into.ageMs = age;
  }

  /** Units a millisecond at the newest sample: of the last step, and bent as the one before it was, as far as noise allows. */
  #endSlope(i: number, field: number): void {
    this.#slope(i, field);
    const last = this.#numbers[SLOPE] as number;
    if (i < 2 || last === 0 || !isEven(this.#ring, i - 2, i)) return;
    const before =
      (this.#at(i - 1, field) - this.#at(i - 2, field)) / (this.#at(i - 1, AT) - this.#at(i - 2, AT));
    this.#numbers[SLOPE] = last + ((last - before) / 2) * this.#bend.part;
  }

  /** Between the end of one track and the start of the next: at the end in the first half, at the start in the second. */
  #jump(atMs: number, i: number, into: SampledBody): void {
    const middle = (this.#at(i, AT) + this.#at(i + 1, AT)) / 2;
    const at = atMs < middle ? i : i + 1;
    into.xMm = this.#at(at, X);
    into.yMm = this.#at(at, Y);
    into.zMm = this.#at(at, Z);
    into.speedMps = 0;
    into.ageMs = Math.abs(atMs - this.#at(at, AT));
  }

  /** How much of it is seen when it was asked for: 1 within a track; falls to 0 about a break, after the last sample, and before the first. */
  #see(before: number): void {
    const { fadeMs, holdMs } = this.#options;
    const { numbers } = this.#ring;
    const atMs = this.#numbers[ASKED] as number;
    let seen = this.#trimmed
      ? 1
      : Math.min(1, (atMs - (numbers[this.#ring.offset(0) + AT] as number)) / fadeMs);
    const last = Math.min(this.count - 1, before + PRESENCE_SAMPLES);
    for (let i = Math.max(1, before - PRESENCE_SAMPLES); i <= last; i += 1) {
      const begins = this.#ring.offset(i);
      if (numbers[begins + BEGINS] === 0) continue;
      const ends = this.#ring.offset(i - 1);
      const middle = ((numbers[ends + AT] as number) + (numbers[begins + AT] as number)) / 2;
      seen = Math.min(seen, Math.abs(atMs - middle) / fadeMs);
    }
    let hole = atMs - (numbers[this.#ring.offset(before) + AT] as number);
    if (before + 1 < this.count)
      hole = Math.min(hole, (numbers[this.#ring.offset(before + 1) + AT] as number) - atMs);
    if (hole > holdMs) seen = Math.min(seen, 1 - (hole - holdMs) / fadeMs);
    this.#numbers[SEEN] = Math.max(0, seen);
  }
}
