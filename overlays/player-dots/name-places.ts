// Where names stand beside their dots: the first free of four places, kept while it is tolerable, so that no name flickers; none where none is free.

import type { FloorPanel } from './camera.ts';
import type { Dot } from './dot.ts';

/** Half the height of a name, and its distance from the dot's edge, in units: beside it beyond the halo of who has the ball. */
const HALF_HEIGHT = 11;
const GAP = { upright: 4, across: 10 } as const;
/** Below, above, right, left. */
const SLOTS = 4;
/** A part of a name's area that another thing covers: more than `hide` and it is not shown, less than `show` and it is again. */
const COVERED = { change: 0.12, hide: 0.3, show: 0.12 } as const;
/** What hangs over the panel's edge counts this many times. */
const OFF_PANEL = 8;
/** So does what two names have in common: neither could be read. What lies under a disc, this many times. */
const ON_A_NAME = 8;
const ON_A_DISC = 5;
/** Nearer to each other than this, in units, two names on a line would read as one. */
const APART = 12;
/** How fast a name fades, a second. */
const PACE_HZ = 16;

const overlap = (aFrom: number, aTo: number, bFrom: number, bTo: number): number =>
  Math.max(0, Math.min(aTo, bTo) - Math.max(aFrom, bFrom));

const offsetX = (slot: number, reach: number, half: number): number =>
  slot < 2 ? 0 : (slot === 2 ? 1 : -1) * (reach + GAP.across + half);
const offsetY = (slot: number, reach: number): number =>
  slot > 1 ? 0 : (slot === 0 ? 1 : -1) * (reach + GAP.upright + HALF_HEIGHT);

/** Part of the name of `dots[index]` that would be covered in a slot: by discs, by names already laid out, by the panel's edge. */
function covered(dots: readonly Dot[], index: number, slot: number, panel: FloorPanel): number {
  const dot = dots[index] as Dot;
  const half = (dot.name?.width ?? 0) / 2;
  const x = dot.x + offsetX(slot, dot.reach, half);
  const y = dot.y + offsetY(slot, dot.reach);
  const within =
    overlap(x - half, x + half, 0, panel.width) * overlap(y - HALF_HEIGHT, y + HALF_HEIGHT, 0, panel.height);
  const whole = 4 * half * HALF_HEIGHT;
  let lost = OFF_PANEL * (whole - within);
  for (let i = 0; i < dots.length; i += 1) {
    const other = dots[i] as Dot;
    if (i === index || other.alpha === 0) continue;
    lost +=
      ON_A_DISC *
      overlap(x - half, x + half, other.x - other.reach, other.x + other.reach) *
      overlap(y - HALF_HEIGHT, y + HALF_HEIGHT, other.y - other.reach, other.y + other.reach);
    if (i > index || other.name === null || other.nameTarget === 0) continue;
    const otherHalf = other.name.width / 2;
    const nameX = other.x + offsetX(other.nameSlot, other.reach, otherHalf);
    const nameY = other.y + offsetY(other.nameSlot, other.reach);
    lost +=
      ON_A_NAME *
      overlap(x - half - APART, x + half + APART, nameX - otherHalf, nameX + otherHalf) *
      overlap(y - HALF_HEIGHT, y + HALF_HEIGHT, nameY - HALF_HEIGHT, nameY + HALF_HEIGHT);
  }
  return whole === 0 ? 1 : lost / whole;
}

/** Chooses the slot of one name. */
function choose(dots: readonly Dot[], index: number, panel: FloorPanel): void {
  const dot = dots[index] as Dot;
  let least = covered(dots, index, dot.nameSlot, panel);
  if (least > COVERED.change)
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const cost = covered(dots, index, slot, panel);
      if (cost >= least - COVERED.change / 2) continue;
      least = cost;
      dot.nameSlot = slot;
    }
  // Who stands out is named always, in the best place there is.
  if (dot.selected) dot.nameTarget = 1;
  else if (least > COVERED.hide) dot.nameTarget = 0;
  else if (least < COVERED.show) dot.nameTarget = 1;
}

/** Fades a name to what it is to be, through nothing when it changes its slot: no name crosses a disc. True while it still changes. */
function fade(dot: Dot, step: number): boolean {
  const target = dot.nameSlot === dot.nameShownSlot ? dot.nameTarget : 0;
  dot.nameAlpha += (target - dot.nameAlpha) * step;
  if (Math.abs(target - dot.nameAlpha) < 0.04) dot.nameAlpha = target;
  if (dot.nameAlpha === 0) dot.nameShownSlot = dot.nameSlot;
  return dot.nameAlpha !== dot.nameTarget;
}

/**
 * Lays out the names of all dots that are seen, earlier ones first. `elapsedMs` since the last tick; 0 puts them at once. True while a name still
 * fades. Allocates nothing.
 */
export function placeNames(dots: readonly Dot[], panel: FloorPanel, elapsedMs: number): boolean {
  const step = 1 - Math.exp((-PACE_HZ * elapsedMs) / 1000);
  let changing = false;
  for (let i = 0; i < dots.length; i += 1) {
    const dot = dots[i] as Dot;
    if (dot.name === null || dot.alpha === 0) continue;
    choose(dots, i, panel);
    if (elapsedMs === 0) {
      dot.nameShownSlot = dot.nameSlot;
      dot.nameAlpha = dot.nameTarget;
    } else if (fade(dot, step)) changing = true;
    const { view, width } = dot.name;
    view.visible = dot.nameAlpha > 0;
    view.alpha = dot.nameAlpha * dot.alpha;
    view.position.set(
      dot.x + offsetX(dot.nameShownSlot, dot.reach, width / 2),
      dot.y + offsetY(dot.nameShownSlot, dot.reach),
    );
  }
  return changing;
}
