// The names beside their dots: below, above, or to a side, wherever there has been room for a while.
import { besideAt, type Look, NamePlaces, type NameRules, overlap } from '../../src/stage/name-places.ts';
import type { Tenths } from '../../src/stage/tenths.ts';
import type { FloorCamera, FloorPanel } from './camera.ts';
import { type Dot, reachAt } from './dot.ts';

/** Its distance from the dot's edge, in units: beside it beyond the halo of who has the ball. */
const GAP = { upright: 8, across: 10 } as const;

/** A name goes while bodies that have moved on cover this part of it, and is gone when they cover so much. */
const COVERED = { goes: 0.04, gone: 0.1 } as const;

const rulesOf = ({ width, height }: FloorPanel): NameRules => ({
  slots: [
    { across: 0, down: 1, gap: GAP.upright },
    { across: 0, down: -1, gap: GAP.upright },
    { across: 1, down: 0, gap: GAP.across },
    { across: -1, down: 0, gap: GAP.across },
  ],
  room: { x: width / 2, y: height / 2, halfWidth: width / 2, halfHeight: height / 2 },
  weighs: { outside: 8, onBody: 6.5, onName: 8 },
  apart: 12,
  covered: { free: 0.12, hide: 0.3 },
});

/** How much of a name is left of it, 0 to 1, where its middle is there and other bodies stand where they do now. */
function bareOf(dots: readonly Dot[], index: number, x: number, y: number): number {
  const { halfWidth, halfHeight } = dots[index] as Dot;
  let covered = 0;
  for (let i = 0; i < dots.length; i += 1) {
    const other = dots[i] as Dot;
    if (i !== index && other.alpha > 0)
      covered += overlap(x, halfWidth, other.x, other.reach) * overlap(y, halfHeight, other.y, other.reach);
  }
  const part = covered / (4 * halfWidth * halfHeight);
  return Math.min(1, Math.max(0, (COVERED.gone - part) / (COVERED.gone - COVERED.goes)));
}

export class DotNames {
  readonly #places: NamePlaces;
  /** As the scene's, at the instants of layouts. */
  readonly #camera: FloorCamera;
  #selectedId: string | null = null;
  #tenths: Tenths | null = null;

  constructor(camera: FloorCamera) {
    this.#camera = camera;
    this.#places = new NamePlaces(rulesOf(camera.panel));
  }

  /** Names, or what is followed, have changed. */
  prepare(mode: FloorCamera['mode'], selectedId: string | null): void {
    if (mode !== this.#camera.mode) this.#camera.setMode(mode);
    this.#selectedId = selectedId;
    this.#places.clear();
  }

  /** Puts the names of all dots where they stand, earlier ones first. True when anything of them changed. Allocates nothing. */
  place(dots: readonly Dot[], atMs: number, tenths: Tenths): boolean {
    this.#tenths = tenths;
    this.#places.look(dots, atMs, tenths, this.#lookAt);
    let changed = false;
    for (let i = 0; i < dots.length; i += 1) {
      const dot = dots[i] as Dot;
      if (dot.name !== null && this.#put(dots, i)) changed = true;
    }
    return changed;
  }

  #put(dots: readonly Dot[], index: number): boolean {
    const dot = dots[index] as Dot;
    const view = dot.name?.view;
    if (view === undefined) return false;
    const slot = dot.alpha > 0 ? this.#places.slotOf(index) : null;
    if (slot === null) return this.#hide(view);
    const x = besideAt(dot.x, slot.across, dot.reach, slot.gap, dot.halfWidth);
    const y = besideAt(dot.y, slot.down, dot.reach, slot.gap, dot.halfHeight);
    const bare = dot.isWanted ? 1 : bareOf(dots, index, x, y);
    const alpha =
      bare > 0 ? bare * dot.alpha * this.#places.shownAt(index, x, y, dot.halfWidth, dot.halfHeight) : 0;
    if (alpha === 0) return this.#hide(view);
    view.visible = true;
    const changed = view.alpha !== alpha || Math.abs(view.x - x) > 0.01 || Math.abs(view.y - y) > 0.01;
    view.alpha = alpha;
    view.position.set(x, y);
    return changed;
  }

  #hide(view: { visible: boolean }): boolean {
    const was = view.visible;
    view.visible = false;
    return was;
  }

  readonly #lookAt = (ago: number): Look => {
    const tenths = this.#tenths;
    if (tenths !== null) this.#camera.follow(tenths.ago(ago), tenths, ago);
    return this.#look;
  };

  readonly #look: Look = ({ ids, xMm, yMm }, index, into) => {
    const camera = this.#camera;
    into.x = camera.screenX(yMm[index] as number);
    into.y = camera.screenY(xMm[index] as number);
    into.reachX = reachAt(camera, into.x, into.y, ids[index] === this.#selectedId);
    into.reachY = into.reachX;
    return into.reachX > 0;
  };
}
