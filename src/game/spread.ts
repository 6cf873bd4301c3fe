// How far four of the given points are from lying three on a line: only then do they fix how a plane is seen.
import type { PicturePlace, Sighting } from './homography.ts';

/** The least distance of a corner of a triangle from the line through the other two. */
function height(a: PicturePlace, b: PicturePlace, c: PicturePlace): number {
  const twiceArea = Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
  const longest = Math.max(
    Math.hypot(b.x - a.x, b.y - a.y),
    Math.hypot(c.x - b.x, c.y - b.y),
    Math.hypot(a.x - c.x, a.y - c.y),
  );
  return longest > 0 ? twiceArea / longest : 0;
}

/** On the floor, points nearer to a line than this lie on it. Millimetres: the court's own are exact. */
const ON_LINE_MM = 10;

/** Of all fours of points, the best one's least height in the picture, in units; 0 for a four with three on one line of the floor. */
export function bestSpread(points: readonly Sighting[]): number {
  const count = points.length;
  const seen = (i: number): Sighting => points[i] as Sighting;
  const onFloor = (i: number): PicturePlace => ({ x: seen(i).xMm, y: seen(i).yMm });
  const triangle = (a: number, b: number, c: number): number =>
    height(onFloor(a), onFloor(b), onFloor(c)) < ON_LINE_MM ? 0 : height(seen(a), seen(b), seen(c));
  let best = 0;
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1)
      for (let c = b + 1; c < count; c += 1) {
        const first = triangle(a, b, c);
        if (first <= best) continue;
        for (let d = c + 1; d < count; d += 1) {
          const least = Math.min(first, triangle(a, b, d), triangle(a, c, d), triangle(b, c, d));
          best = Math.max(best, least);
        }
      }
  return best;
}
