// Where a zone's label stands when marks are about: near its place, covering as few of them as can be; that of the rim behind the board, whence nobody shoots.
import type { Court, Place } from '../../src/game/court.ts';
import { widthInside, type ZoneShape } from '../../src/game/zone-shapes.ts';

export type Room = { readonly widthMm: number; readonly heightMm: number };

/** Places tried about the label's own, in millimetres. */
const STEP_MM = 250;
const REACH_MM = 2_250;
/** A mark reaches this far from its middle. */
const MARK_MM = 190;

/** From the ring's middle back to the board, in millimetres. Source: NBA Rule 1: 15 inches. */
const BOARD_MM = 381;
/** Of the board and the ring, in the hoop's frame: a label over a part of them would look broken. Source: NBA Rule 1: a board of 6 feet. */
const HOOP: readonly Place[] = [-900, -450, 0, 450, 900].map((xMm) => ({
  xMm,
  yMm: xMm === 0 ? 0 : -BOARD_MM,
}));
/** Rather so many marks are covered than one of those. */
const HOOP_WEIGHT = 100;

/** The middle between the board and the end line: marks crowd everywhere else about the hoop. */
export const behindBoard = ({ hoopFromEndMm }: Court): Place => ({
  xMm: 0,
  yMm: -(BOARD_MM + hoopFromEndMm) / 2,
});

/** The place in a zone where a label of that size lies clear of the hoop and covers the fewest marks; of equal ones the nearest to the zone's own, which wins where nothing fits. */
export function leastCovering(
  { anchor, outline }: ZoneShape,
  { widthMm, heightMm }: Room,
  marks: readonly Place[],
): Place {
  const near = marks.filter(
    ({ xMm, yMm }) =>
      Math.abs(xMm - anchor.xMm) < REACH_MM + widthMm && Math.abs(yMm - anchor.yMm) < REACH_MM + heightMm,
  );
  const under = (at: Place, places: readonly Place[]): number =>
    places.filter(
      ({ xMm, yMm }) =>
        Math.abs(xMm - at.xMm) < widthMm / 2 + MARK_MM && Math.abs(yMm - at.yMm) < heightMm / 2 + MARK_MM,
    ).length;
  const covered = (at: Place): number => under(at, near) + HOOP_WEIGHT * under(at, HOOP);
  let best = anchor;
  let least = covered(anchor);
  for (const at of around(anchor)) {
    if (least === 0) break;
    const count = covered(at);
    if (count >= least || widthInside(outline, at, heightMm) < widthMm) continue;
    best = at;
    least = count;
  }
  return best;
}

/** Places about one, nearest first. */
function around({ xMm, yMm }: Place): Place[] {
  const steps = Math.floor(REACH_MM / STEP_MM);
  const places: { at: Place; far: number }[] = [];
  for (let i = -steps; i <= steps; i += 1)
    for (let j = -steps; j <= steps; j += 1)
      places.push({ at: { xMm: xMm + i * STEP_MM, yMm: yMm + j * STEP_MM }, far: i * i + j * j });
  return places.sort((a, b) => a.far - b.far).map(({ at }) => at);
}
