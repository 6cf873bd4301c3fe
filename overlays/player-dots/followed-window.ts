// Which stretch of the floor is looked at, as play has gone in the last few seconds: a half that play has settled in, or the whole; it glides from one to another.
import type { Court } from '../../src/game/court.ts';
import { TENTH_MS, type Tenth, type Tenths } from '../../src/stage/tenths.ts';

export type FloorMode = 'auto' | 'full' | 'half';

/** How much floor beyond the lines is shown, in millimetres. */
export const APRON_MM = { ends: 1_300, sides: 1_300 } as const;
/** How much of the other half a half view shows, in millimetres. */
const OVERLAP_MM = 2_900;
/** How fast the window follows, a second: it has moved 95 % of the way after about 0.8 s. */
const STIFFNESS_HZ = 6;
/** Nearer than this to where it is aimed, in millimetres, both ends together, it stands there. */
const AT_REST_MM = 2;

/** So many tenths of a second of play are looked at. Where they say nothing clear it is the whole floor, and of the halves the one at +y. */
export const SEEN_TENTHS = 80;

/**
 * When it changes its mind. Millimetres past the centre line, tenths of a second, per cent of those on the floor. A half is left before play leaves its window, and
 * not for a ball that is tipped over the line and comes back; one is entered when play has settled there, and some time after it was in the other; or when play has
 * stayed there so long, unless most of them have left.
 */
const MIND = { enterMm: 1_500, leaveMm: 1_300, settled: 5, dwell: 15, share: 75, stay: 65 } as const;
/**
 * Those who run ahead of the ball are followed. `gone`: per cent of those on the floor who are in the half that is not looked at. When they have been for
 * more than so many tenths, the whole floor is shown; or, between halves, theirs, as soon as the ball is so near the line that both windows hold it. It comes back to the
 * ball when that would be lost, in millimetres from the line, or when as many have come back.
 */
const LEAD = { gone: 60, tenths: 2, ballMm: 2_200, lostMm: 2_600 } as const;

/** An instant, by whatever is of it: a number that is handed on is garbage. */
export type Then = { readonly atMs: number };

/** -1 and 1: the half at -y and at +y; 0: the whole floor. */
type Aim = -1 | 0 | 1;

/** Length of floor that is seen when a half is, in millimetres. */
export const halfMm = (court: Court): number => court.lengthMm / 2 + APRON_MM.ends + OVERLAP_MM;

export class FollowedWindow {
  mode: FloorMode;
  /** Its ends along the court, as seen: towards the right is positive. Millimetres. */
  from = 0;
  to = 0;
  isAtRest = true;
  readonly #court: Court;
  readonly #turn: 1 | -1;
  #aim: Aim = 0;
  #fromSpeed = 0;
  #toSpeed = 0;
  /** How many tenths play has stayed in one half, and been settled there; and ago when it was last deep in the half at +y, and at -y. */
  #stayedIn: Aim = 0;
  #stayed = 0;
  #settled = 0;
  /** For how many tenths most have been gone; and whether the half that is looked at is one that the ball has yet to come to. */
  #gone = 0;
  #isAhead = false;
  #deepAgo = { plus: 0, minus: 0 };

  constructor(court: Court, turn: 1 | -1, mode: FloorMode) {
    this.#court = court;
    this.#turn = turn;
    this.mode = mode;
    this.#stand();
  }

  /** Puts it where it is then, so many tenths before which `tenths` begin. Allocates nothing. */
  follow(then: Then, tenths: Tenths, ago: number): void {
    const oldest = SEEN_TENTHS - 1 + ago;
    this.#aim = this.mode === 'half' ? 1 : 0;
    if (this.mode === 'auto') this.#aim = stayedAt(tenths, oldest);
    this.#stand();
    if (this.mode === 'full') return;
    this.#settled = 0;
    this.#stayed = 0;
    this.#gone = 0;
    this.#isAhead = false;
    this.#deepAgo.plus = this.#deepAgo.minus = oldest + MIND.dwell;
    let since = oldest;
    for (let i = oldest; i >= ago; i -= 1) {
      const aim = this.#decide(tenths.ago(i), i);
      if (aim === this.#aim) continue;
      this.#glide(((since - i) * TENTH_MS) / 1_000);
      since = i;
      this.#aim = aim;
    }
    // Where no past is known, all always was so.
    const sinceMs = tenths.isStill ? Number.NEGATIVE_INFINITY : tenths.ago(since).atMs;
    this.#glide((then.atMs - sinceMs) / 1_000);
    const gap = Math.abs(this.from - this.#aimedFrom) + Math.abs(this.to - this.#aimedTo);
    this.isAtRest = gap < AT_REST_MM;
    if (this.isAtRest) this.#stand();
  }

  get #aimedFrom(): number {
    const edge = this.#court.lengthMm / 2 + APRON_MM.ends;
    return this.#aim * this.#turn === 1 ? edge - halfMm(this.#court) : -edge;
  }
  get #aimedTo(): number {
    const edge = this.#court.lengthMm / 2 + APRON_MM.ends;
    return this.#aim * this.#turn === -1 ? halfMm(this.#court) - edge : edge;
  }

  /** Where it is aimed, at once. */
  #stand(): void {
    this.from = this.#aimedFrom;
    this.to = this.#aimedTo;
    this.#fromSpeed = 0;
    this.#toSpeed = 0;
    this.isAtRest = true;
  }

  /** A critically damped spring, solved exactly: the same path whenever it is asked for. */
  #glide(seconds: number): void {
    const fromGap = this.from - this.#aimedFrom;
    const toGap = this.to - this.#aimedTo;
    if (fromGap === 0 && toGap === 0 && this.#fromSpeed === 0 && this.#toSpeed === 0) return;
    if (seconds === Number.POSITIVE_INFINITY) return this.#stand();
    const decay = Math.exp(-STIFFNESS_HZ * seconds);
    const fromPush = this.#fromSpeed + STIFFNESS_HZ * fromGap;
    const toPush = this.#toSpeed + STIFFNESS_HZ * toGap;
    this.from = this.#aimedFrom + (fromGap + fromPush * seconds) * decay;
    this.to = this.#aimedTo + (toGap + toPush * seconds) * decay;
    this.#fromSpeed = (fromPush - STIFFNESS_HZ * (fromGap + fromPush * seconds)) * decay;
    this.#toSpeed = (toPush - STIFFNESS_HZ * (toGap + toPush * seconds)) * decay;
  }

  /** What is aimed at after a tenth that was so many ago. */
  #decide(tenth: Tenth, ago: number): Aim {
    if (!tenth.hasPlay) {
      this.#settled = 0;
      return this.#aim;
    }
    const playMm = tenth.play[0] as number;
    const half: Aim = playMm >= 0 ? 1 : -1;
    const isIn = Math.abs(playMm) > MIND.enterMm;
    // Nothing is lost by opening; to go over is another thing.
    const beyondMm = this.mode === 'half' ? MIND.enterMm : 0;
    const areGone = this.#aim !== 0 && areBeyond(tenth, this.#aim === 1 ? -1 : 1, beyondMm, LEAD.gone);
    this.#gone = areGone ? this.#gone + 1 : 0;
    if (this.mode === 'half') return this.#halfOf(tenth, isIn ? half : this.#aim, areGone);
    if (Math.abs(playMm) > MIND.leaveMm) this.#deepAgo[half === 1 ? 'plus' : 'minus'] = ago;
    if (half !== this.#stayedIn || !isIn) this.#stayed = this.#settled = 0;
    this.#stayedIn = half;
    if (isIn) this.#stayed += 1;
    this.#settled = isIn && areIn(tenth, half, MIND.share) ? this.#settled + 1 : 0;
    if (this.#aim !== 0) {
      const isLeft = playMm * this.#aim < -MIND.leaveMm || this.#gone > LEAD.tenths;
      return isLeft ? 0 : this.#aim;
    }
    const sinceOther = this.#deepAgo[half === 1 ? 'minus' : 'plus'] - ago;
    if (this.#stayed >= MIND.stay && !areBeyond(tenth, half === 1 ? -1 : 1, 0, LEAD.gone)) return half;
    return this.#settled > MIND.settled && sinceOther >= MIND.dwell ? half : 0;
  }

  /** Of the halves alone, the one to look at: play's, or the one that most have run to before the ball. */
  #halfOf({ play }: Tenth, playIn: Aim, areGone: boolean): Aim {
    const aheadMm = -(play[0] as number) * this.#aim;
    if (aheadMm <= 0) this.#isAhead = false;
    if (this.#isAhead && aheadMm < LEAD.lostMm && !areGone) return this.#aim;
    if (this.#gone > LEAD.tenths && aheadMm > -LEAD.ballMm) {
      this.#isAhead = aheadMm < 0;
      this.#gone = 0;
      return this.#aim === 1 ? -1 : 1;
    }
    this.#isAhead = false;
    return playIn;
  }
}

/** The half in which play stayed from the oldest tenth on, for so long that it was entered; 0 for none. */
function stayedAt(tenths: Tenths, oldest: number): Aim {
  const half = (tenths.ago(oldest).play[0] as number) >= 0 ? 1 : -1;
  for (let i = 0; i < MIND.stay; i += 1) {
    const { hasPlay, play } = tenths.ago(oldest - i);
    if (!hasPlay || (play[0] as number) * half <= MIND.enterMm) return 0;
  }
  return half;
}

/** Whether that many per cent of those on the floor are so far in that half; not when nobody's place is known. */
function areBeyond({ count, yMm }: Tenth, half: 1 | -1, beyondMm: number, percent: number): boolean {
  let beyond = 0;
  for (let i = 0; i < count; i += 1) if ((yMm[i] as number) * half > beyondMm) beyond += 1;
  return count > 0 && 100 * beyond >= percent * count;
}

/** The same of those who are in that half; they are when nobody's place is known. */
const areIn = (tenth: Tenth, half: 1 | -1, percent: number): boolean =>
  tenth.count === 0 || areBeyond(tenth, half, 0, percent);
