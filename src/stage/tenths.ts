// What play was like at each tenth of a second before an instant: for whatever follows play, so that where it stands hangs on play and not on when it was drawn.
import type { Moment, Past, Places, SampledBody } from '../time/moment.ts';

export const TENTH_MS = 100;
/** Bodies beyond this many are passed by. */
const MOST_BODIES = 32;

/** Places at one tenth. Reused. */
export class Tenth {
  atMs = Number.NaN;
  count = 0;
  readonly ids: string[] = [];
  readonly teams: (string | null)[] = [];
  readonly xMm = new Float64Array(MOST_BODIES);
  readonly yMm = new Float64Array(MOST_BODIES);
  /** The ball's: x, y, z in millimetres, where `hasBall`. */
  readonly ball = new Float64Array(3);
  hasBall = false;
  /** How far along the court play is, in millimetres, where `hasPlay`: the ball, else the middle of those on the floor. */
  readonly play = new Float64Array(1);
  hasPlay = false;
  /** Of the past that it was read from, and whether that can still change. */
  version = -1;
  revision = -1;
  isFirm = false;

  read({ bodies, bodyCount, ball }: Places, atMs: number): void {
    this.atMs = atMs;
    this.count = Math.min(MOST_BODIES, bodyCount);
    let sum = 0;
    for (let i = 0; i < this.count; i += 1) {
      const { id, teamId, xMm, yMm } = bodies[i] as SampledBody;
      sum += yMm;
      this.ids[i] = id;
      this.teams[i] = teamId;
      this.xMm[i] = xMm;
      this.yMm[i] = yMm;
    }
    this.hasBall = ball !== null;
    this.hasPlay = this.hasBall || this.count > 0;
    this.play[0] = ball === null ? sum / this.count : ball.yMm;
    if (ball === null) return;
    this.ball[0] = ball.xMm;
    this.ball[1] = ball.yMm;
    this.ball[2] = ball.zMm;
  }

  /** Index of a body; -1 where it is not there. */
  indexOf(id: string): number {
    for (let i = 0; i < this.count; i += 1) if (this.ids[i] === id) return i;
    return -1;
  }
}

/** The newest tenths at or before an instant. Where a Moment has no past, all were as it is. Allocates nothing once all have been read. */
export class Tenths {
  readonly count: number;
  readonly #entries: readonly Tenth[];
  readonly #still = new Tenth();
  #past: Past | null = null;
  /** Of the newest, counted from time's beginning; and its place among those that are kept. */
  #number = 0;
  #newest = 0;

  /** Keeps so many. */
  constructor(count: number) {
    this.count = count;
    this.#entries = Array.from({ length: count }, () => new Tenth());
  }

  /** So many tenths before the newest one; 0 is the newest. */
  ago(tenths: number): Tenth {
    const { count } = this;
    if (this.#past === null) return this.#still;
    return this.#entries[(this.#newest - tenths + count) % count] as Tenth;
  }

  /** As its past's: what was read stands while these do. Where there is none, each look is another. */
  version = 0;
  revision = 0;

  /** How many tenths ago the newest was whose number is a multiple of this one. */
  sinceMultiple(of: number): number {
    return this.#number % of;
  }

  /** True while no past is known. */
  get isStill(): boolean {
    return this.#past === null;
  }

  /** Reads what has not been read, or may have changed. */
  look(moment: Moment): void {
    const { past = null } = moment;
    if (past === null) {
      this.#still.read(moment, moment.atMs);
      this.#number = 0;
      this.version += 1;
    } else this.#read(past, moment, past !== this.#past);
    this.#past = past;
  }

  #read(past: Past, moment: Moment, isOther: boolean): void {
    const newest = Math.floor(moment.atMs / TENTH_MS);
    const { version, revision } = past;
    const { count } = this;
    this.version = version;
    this.revision = revision;
    this.#number = newest;
    this.#newest = newest % count;
    for (let i = 0; i < count; i += 1) {
      const entry = this.#entries[(this.#newest - i + count) % count] as Tenth;
      const atMs = (newest - i) * TENTH_MS;
      const stands = entry.revision === revision && (entry.isFirm || entry.version === version);
      if (stands && entry.atMs === atMs && !isOther) continue;
      entry.read(past.at(atMs), atMs);
      entry.version = version;
      entry.revision = revision;
      entry.isFirm = atMs < past.firmMs;
    }
  }
}
