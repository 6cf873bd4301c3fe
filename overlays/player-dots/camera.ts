// The camera over the floor: which stretch of it is seen, and where a place of the court falls on the panel.
//
// It looks along the court's width from a side line. Its window always shows the whole width; a shorter window is a closer and lower camera, so
// that lengths along the side line grow, depths stay, and heights begin to show: the ball meets the rim.
import type { Court } from '../../src/game/court.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';

export type FloorMode = 'auto' | 'full' | 'half';

/** Size of the panel in units, and how much floor beyond the lines it shows, in millimetres. */
export type FloorPanel = { readonly width: number; readonly height: number };
export const APRON_MM = { ends: 1_300, sides: 1_300 } as const;

/** How much of the other half a half view shows, in millimetres. */
const OVERLAP_MM = 2_900;
/** How fast the window follows, a second: it has moved 95 % of the way after about 0.8 s. */
const STIFFNESS_HZ = 6;
/** An instant further away than this, or earlier, is a jump: the camera cuts. Milliseconds. */
const JUMP_MS = 1_000;

/** Units that a millimetre of height takes at most: from lower down the rim would stand over another part of the floor than its own. */
const HIGHEST = 0.018;

/**
 * When the camera changes its mind. Millimetres past the centre line, milliseconds, share of those on the floor. A half is left before play leaves its window,
 * and not for a ball that is tipped over the line and comes back.
 */
const MIND = { enterMm: 1_500, leaveMm: 1_300, settleMs: 500, dwellMs: 1_500, share: 0.75 } as const;

/** -1 and 1: the half at -y and at +y; 0: the whole floor. */
type Aim = -1 | 0 | 1;

export class FloorCamera {
  readonly #court: Court;
  readonly panel: FloorPanel;
  readonly #turn: 1 | -1;
  #mode: FloorMode;
  #aim: Aim = 0;
  #wantedSinceMs = 0;
  #changedMs = Number.NEGATIVE_INFINITY;
  #atMs = Number.NaN;
  /** The window along the court, its ends and their speeds: millimetres and millimetres a second. */
  #from = 0;
  #to = 0;
  #fromSpeed = 0;
  #toSpeed = 0;

  constructor(court: Court, panel: FloorPanel, mode: FloorMode, seenFrom: 'camera side' | 'far side') {
    this.#court = court;
    this.panel = panel;
    this.#mode = mode;
    this.#turn = seenFrom === 'camera side' ? 1 : -1;
    this.#cut();
  }

  /** Changes what is followed; the window glides there. */
  setMode(mode: FloorMode): void {
    this.#mode = mode;
    if (mode === 'full') this.#aim = 0;
  }

  /** Follows play to the moment's instant. True when the window moved. Allocates nothing. */
  follow(moment: Moment): boolean {
    const elapsedMs = moment.atMs - this.#atMs;
    this.#atMs = moment.atMs;
    const jumped = !(elapsedMs >= 0 && elapsedMs <= JUMP_MS);
    this.#decide(moment, jumped);
    if (jumped) {
      this.#cut();
      return true;
    }
    return this.#glide(elapsedMs / 1000);
  }

  /** Left end of the window, in millimetres along the court as seen: to the right is positive. */
  get fromMm(): number {
    return this.#from;
  }
  // Plain numbers, set whenever the window moves: they are read for every body at every tick.
  /** Units a millimetre along the court, across it, and upwards. */
  alongScale = 0;
  acrossScale = 0;
  upScale = 0;
  /** 0 for the whole floor, 1 for a half. */
  closeness = 0;
  /** Where a place falls, as numbers: `x = originX + alongX * yMm` and `y = originY + acrossY * xMm - upY * zMm`. */
  originX = 0;
  alongX = 0;
  originY = 0;
  acrossY = 0;
  upY = 0;

  /** 1, or -1 when seen from the far side: what points to +y and +x points to the left and up. */
  get turn(): 1 | -1 {
    return this.#turn;
  }

  /** Panel x, in units from its left edge, of a place that far along the court. */
  screenX(yMm: number): number {
    return this.originX + this.alongX * yMm;
  }
  /** Panel y, in units from its top edge, of a place that far across the court and that high. */
  screenY(xMm: number, zMm = 0): number {
    return this.originY + this.acrossY * xMm - this.upY * zMm;
  }

  get #halfMm(): number {
    return this.#court.lengthMm / 2 + APRON_MM.ends + OVERLAP_MM;
  }
  /** Ends of the window that is aimed at, as seen: towards the right is positive. */
  get #aimedFrom(): number {
    const edge = this.#court.lengthMm / 2 + APRON_MM.ends;
    return this.#aim * this.#turn === 1 ? edge - this.#halfMm : -edge;
  }
  get #aimedTo(): number {
    const edge = this.#court.lengthMm / 2 + APRON_MM.ends;
    return this.#aim * this.#turn === -1 ? this.#halfMm - edge : edge;
  }

  #cut(): void {
    this.#from = this.#aimedFrom;
    this.#to = this.#aimedTo;
    this.#fromSpeed = 0;
    this.#toSpeed = 0;
    this.#aimLens();
  }

  #aimLens(): void {
    const seenMm = this.#to - this.#from;
    const wholeMm = this.#court.lengthMm + 2 * APRON_MM.ends;
    const along = this.panel.width / seenMm;
    const across = this.panel.height / (this.#court.widthMm + 2 * APRON_MM.sides);
    this.alongScale = along;
    this.acrossScale = across;
    this.upScale = Math.min(HIGHEST, Math.sqrt(Math.max(0, along * along - across * across)));
    this.closeness = (wholeMm - seenMm) / (wholeMm - this.#halfMm);
    this.alongX = this.#turn * this.alongScale;
    this.originX = -this.#from * this.alongScale;
    this.acrossY = this.#turn * this.acrossScale;
    this.originY = this.panel.height / 2;
    this.upY = this.upScale;
  }

  /** A critically damped spring, solved exactly: the same path at any rate of ticks. */
  #glide(seconds: number): boolean {
    const fromGap = this.#from - this.#aimedFrom;
    const toGap = this.#to - this.#aimedTo;
    if (fromGap === 0 && toGap === 0 && this.#fromSpeed === 0 && this.#toSpeed === 0) return false;
    const decay = Math.exp(-STIFFNESS_HZ * seconds);
    const fromPush = this.#fromSpeed + STIFFNESS_HZ * fromGap;
    const toPush = this.#toSpeed + STIFFNESS_HZ * toGap;
    this.#from = this.#aimedFrom + (fromGap + fromPush * seconds) * decay;
    this.#to = this.#aimedTo + (toGap + toPush * seconds) * decay;
    this.#fromSpeed = (fromPush - STIFFNESS_HZ * (fromGap + fromPush * seconds)) * decay;
    this.#toSpeed = (toPush - STIFFNESS_HZ * (toGap + toPush * seconds)) * decay;
    // Nothing anyone sees: come to rest.
    if (Math.abs(this.#from - this.#aimedFrom) + Math.abs(this.#to - this.#aimedTo) < 2) this.#cut();
    else this.#aimLens();
    return true;
  }

  #decide(moment: Moment, jumped: boolean): void {
    const wanted = this.#wanted(moment, jumped);
    if (wanted === this.#aim) {
      this.#wantedSinceMs = moment.atMs;
      return;
    }
    // Away from a half at once when play has left it; towards one only when play has stayed there.
    const patient = wanted !== 0 && this.#mode === 'auto' && !jumped;
    const settled = moment.atMs - this.#wantedSinceMs >= MIND.settleMs;
    const rested = moment.atMs - this.#changedMs >= MIND.dwellMs;
    if (patient && !(settled && rested)) return;
    this.#aim = wanted;
    this.#changedMs = moment.atMs;
    this.#wantedSinceMs = moment.atMs;
  }

  #wanted(moment: Moment, jumped: boolean): Aim {
    if (this.#mode === 'full') return 0;
    const playMm = playAt(moment);
    if (playMm === null) return this.#aim;
    const half: Aim = playMm >= 0 ? 1 : -1;
    const depthMm = Math.abs(playMm);
    if (this.#mode === 'half') return this.#aim === 0 || jumped || depthMm > MIND.enterMm ? half : this.#aim;
    if (this.#aim === 0) return depthMm > MIND.enterMm && shareIn(moment, half) >= MIND.share ? half : 0;
    return playMm * this.#aim < -MIND.leaveMm ? 0 : this.#aim;
  }
}

/** How far along the court play is: the ball, else the middle of those on the floor; null when nobody's place is known. */
function playAt({ ball, bodies, bodyCount }: Moment): number | null {
  if (ball !== null) return ball.yMm;
  if (bodyCount === 0) return null;
  let sum = 0;
  for (let i = 0; i < bodyCount; i += 1) sum += (bodies[i] as SampledBody).yMm;
  return sum / bodyCount;
}

/** Share of those on the floor who are in that half; 1 when nobody's place is known. */
function shareIn({ bodies, bodyCount }: Moment, half: 1 | -1): number {
  if (bodyCount === 0) return 1;
  let inside = 0;
  for (let i = 0; i < bodyCount; i += 1) if ((bodies[i] as SampledBody).yMm * half > 0) inside += 1;
  return inside / bodyCount;
}
