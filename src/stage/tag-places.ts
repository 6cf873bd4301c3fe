// Where tags stand by what they name: the first free of three places, kept while it is tolerable, so that none flickers; none where none is free.
import { FRAME } from './theme.ts';

/** A tag and what it names. Places in units of the frame; the pool of tags reads and writes these at every tick. */
export type Tag = {
  /** Middle of what it names, and how far that reaches from there. */
  x: number;
  y: number;
  reachX: number;
  reachY: number;
  /** Half the size of the tag as drawn; 0 for none. */
  halfWidth: number;
  halfHeight: number;
  /** How much of what it names is seen, 0 to 1; 0 has no tag. */
  alpha: number;
  /** Where it is to stand and stands; how much of it is to be seen and is. */
  slot: number;
  shownSlot: number;
  target: number;
  shown: number;
};

export const newTag = (): Tag => ({
  x: 0,
  y: 0,
  reachX: 0,
  reachY: 0,
  halfWidth: 0,
  halfHeight: 0,
  alpha: 0,
  slot: 0,
  shownSlot: 0,
  target: 0,
  shown: 0,
});

/** Below, right, left: never above, where somebody stands. */
const SLOTS = 3;
const GAP = 4;
/** A part of a tag's area that others cover: more than `hide` and it is not shown, less than `show` and it is again. */
const COVERED = { change: 0.12, hide: 0.34, show: 0.14 } as const;
/** How fast a tag fades, a second. */
const PACE_HZ = 16;
/** What covers the ring of another counts less than what covers a tag: through a ring one sees the floor. */
const RING_WEIGHS = 0.5;
/** And what covers a tag counts more: a rim or two, and no word. */
const TAG_WEIGHS = 8;

/** What lies beyond the action-safe area counts this many times: nobody reads half a tag. */
const OUT_OF_PICTURE = 8;
const MIDDLE = { x: FRAME.width / 2, y: FRAME.height / 2 } as const;
const HALF = { x: MIDDLE.x - FRAME.actionSafe.x, y: MIDDLE.y - FRAME.actionSafe.y } as const;

const overlap = (a: number, aHalf: number, b: number, bHalf: number): number =>
  Math.max(0, Math.min(a + aHalf, b + bHalf) - Math.max(a - aHalf, b - bHalf));

/** Middle of a tag in a slot. */
export const tagX = (tag: Tag, slot: number): number =>
  slot === 0 ? tag.x : tag.x + (slot === 1 ? 1 : -1) * (tag.reachX + GAP + tag.halfWidth);
export const tagY = (tag: Tag, slot: number): number =>
  slot === 0 ? tag.y + tag.reachY + GAP + tag.halfHeight : tag.y;

function covered(tags: readonly Tag[], index: number, slot: number): number {
  const tag = tags[index] as Tag;
  const x = tagX(tag, slot);
  const y = tagY(tag, slot);
  const { halfWidth, halfHeight } = tag;
  const whole = 4 * halfWidth * halfHeight;
  const within = overlap(x, halfWidth, MIDDLE.x, HALF.x) * overlap(y, halfHeight, MIDDLE.y, HALF.y);
  let lost = OUT_OF_PICTURE * (whole - within);
  for (let i = 0; i < tags.length; i += 1) {
    const other = tags[i] as Tag;
    if (i === index || other.alpha === 0) continue;
    lost +=
      RING_WEIGHS *
      overlap(x, halfWidth, other.x, other.reachX) *
      overlap(y, halfHeight, other.y, other.reachY);
    if (i > index || other.target === 0) continue;
    lost +=
      TAG_WEIGHS *
      overlap(x, halfWidth, tagX(other, other.slot), other.halfWidth) *
      overlap(y, halfHeight, tagY(other, other.slot), other.halfHeight);
  }
  return lost / whole;
}

function choose(tags: readonly Tag[], index: number): void {
  const tag = tags[index] as Tag;
  let least = covered(tags, index, tag.slot);
  if (least > COVERED.change)
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const cost = covered(tags, index, slot);
      if (cost >= least - COVERED.change / 2) continue;
      least = cost;
      tag.slot = slot;
    }
  if (least > COVERED.hide) tag.target = 0;
  else if (least < COVERED.show) tag.target = 1;
}

/** Through nothing when it changes its place. True while it still changes. */
function fade(tag: Tag, step: number): boolean {
  const target = tag.slot === tag.shownSlot ? tag.target : 0;
  tag.shown += (target - tag.shown) * step;
  if (Math.abs(target - tag.shown) < 0.04) tag.shown = target;
  if (tag.shown === 0) tag.shownSlot = tag.slot;
  return tag.shown !== tag.target;
}

/** Lays out all tags that are seen, earlier ones first. `elapsedMs` since the last tick; 0 puts them at once. True while one still fades. Allocates nothing. */
export function placeTags(tags: readonly Tag[], elapsedMs: number): boolean {
  const step = 1 - Math.exp((-PACE_HZ * elapsedMs) / 1_000);
  let changing = false;
  for (let i = 0; i < tags.length; i += 1) {
    const tag = tags[i] as Tag;
    if (tag.halfWidth === 0 || tag.alpha === 0) continue;
    choose(tags, i);
    if (elapsedMs === 0) {
      tag.shownSlot = tag.slot;
      tag.shown = tag.target;
    } else if (fade(tag, step)) changing = true;
  }
  return changing;
}
