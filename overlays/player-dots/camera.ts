// The camera over the floor: which stretch of it is seen, and where a place of the court falls on the panel.
//
// It looks along the court's width from a side line. Its window always shows the whole width; a shorter window is a closer and lower camera, so
// that lengths along the side line grow, depths stay, and heights begin to show: the ball meets the rim.
//
// Where it stands at an instant hangs on where play was in the few seconds before, and on nothing else: whoever comes later sees the same.
import type { Court } from '../../src/game/court.ts';
import type { Tenths } from '../../src/stage/tenths.ts';
import { APRON_MM, type FloorMode, FollowedWindow, halfMm, type Then } from './followed-window.ts';

/** Size of the panel in units. */
export type FloorPanel = { readonly width: number; readonly height: number };

/** Units that a millimetre of height takes at most: from lower down the rim would stand over another part of the floor than its own. */
const HIGHEST = 0.018;

export class FloorCamera {
  readonly #court: Court;
  readonly panel: FloorPanel;
  readonly #turn: 1 | -1;
  readonly #window: FollowedWindow;
  /** What was followed before, and how much of the way from there has been gone: 0 to 1. */
  readonly #last: FollowedWindow;
  #turned = 1;
  #isAtRest = false;
  /** The window along the court, in millimetres. */
  #from = 0;
  #to = 0;

  constructor(court: Court, panel: FloorPanel, mode: FloorMode, seenFrom: 'camera side' | 'far side') {
    this.#court = court;
    this.panel = panel;
    this.#turn = seenFrom === 'camera side' ? 1 : -1;
    this.#window = new FollowedWindow(court, this.#turn, mode);
    this.#last = new FollowedWindow(court, this.#turn, mode);
    this.#from = this.#window.from;
    this.#to = this.#window.to;
    this.#aimLens();
  }

  /** Changes what is followed. With `turned` at 0 it still stands as it did; at 1 it has gone over. */
  setMode(mode: FloorMode): void {
    this.#last.mode = this.#window.mode;
    this.#window.mode = mode;
  }
  get mode(): FloorMode {
    return this.#window.mode;
  }
  get turned(): number {
    return this.#turned;
  }
  set turned(part: number) {
    this.#turned = part;
  }

  /** Follows play to what is then, so many tenths before which `tenths` begin. True when the window is another than it was. Allocates nothing. */
  follow(then: Then, tenths: Tenths, ago = 0): boolean {
    const [window, last, part] = [this.#window, this.#last, this.#turned];
    window.follow(then, tenths, ago);
    let { from, to, isAtRest } = window;
    if (part < 1) {
      last.follow(then, tenths, ago);
      from = last.from + (from - last.from) * part;
      to = last.to + (to - last.to) * part;
      isAtRest = false;
    }
    const moved = from !== this.#from || to !== this.#to;
    this.#from = from;
    this.#to = to;
    this.#isAtRest = isAtRest;
    if (moved) this.#aimLens();
    return moved;
  }

  /** True while it does not move. */
  get isAtRest(): boolean {
    return this.#isAtRest;
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

  #aimLens(): void {
    const seenMm = this.#to - this.#from;
    const wholeMm = this.#court.lengthMm + 2 * APRON_MM.ends;
    const along = this.panel.width / seenMm;
    const across = this.panel.height / (this.#court.widthMm + 2 * APRON_MM.sides);
    this.alongScale = along;
    this.acrossScale = across;
    this.upScale = Math.min(HIGHEST, Math.sqrt(Math.max(0, along * along - across * across)));
    this.closeness = (wholeMm - seenMm) / (wholeMm - halfMm(this.#court));
    this.alongX = this.#turn * this.alongScale;
    this.originX = -this.#from * this.alongScale;
    this.acrossY = this.#turn * this.acrossScale;
    this.originY = this.panel.height / 2;
    this.upY = this.upScale;
  }
}
