// An outline on the floor drawn in from its edge: for bands and gaps that lie in perspective.
import type { Place } from './court.ts';

/** How far a corner may be drawn in beyond the distance itself, so that a sharp one does not run away. */
const MOST_MITRE = 2.5;

/** The outline (counter-clockwise, not closed) with every edge moved inwards by that distance, in millimetres. Exact for gentle corners; a hollow arc stays whole. */
export function insetBy(outline: readonly Place[], distanceMm: number): readonly Place[] {
  const corners = outline.filter((place, i) => {
    const next = outline[(i + 1) % outline.length] ?? place;
    return Math.hypot(next.xMm - place.xMm, next.yMm - place.yMm) > 1e-6;
  });
  const count = corners.length;
  return corners.map((corner, i) => {
    const before = inward(corners[(i + count - 1) % count] ?? corner, corner);
    const after = inward(corner, corners[(i + 1) % count] ?? corner);
    const x = before.x + after.x;
    const y = before.y + after.y;
    const half = (x * x + y * y) / 2;
    const along = half > 1e-9 ? Math.min(distanceMm / half, distanceMm * MOST_MITRE) : 0;
    return { xMm: corner.xMm + x * along, yMm: corner.yMm + y * along };
  });
}

/** To the left of an edge, of length 1. */
function inward(a: Place, b: Place): { readonly x: number; readonly y: number } {
  const length = Math.hypot(b.xMm - a.xMm, b.yMm - a.yMm);
  return { x: -(b.yMm - a.yMm) / length, y: (b.xMm - a.xMm) / length };
}
