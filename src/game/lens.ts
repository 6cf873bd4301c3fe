// Whether a homography could be a camera's: with square pixels and its axis near the middle of the picture, some length of lens must make the floor's axes square and alike.
import { PICTURE } from './floor-camera.ts';
import type { Homography } from './homography.ts';

/** Lengths of lens that are tried, in units of the picture, from a fish-eye's to a long telephoto's, and by how much one is longer than the last. */
const LENGTHS = { least: 300, most: 60_000, ratio: 1.06 } as const;

/** How far the floor's two axes are from square (cosine) and from alike (ratio), for a lens of that length. */
function errorAt(h: Homography, length: number): number {
  const axis = (column: number): readonly [number, number, number] => {
    const depth = h[6 + column] ?? 0;
    return [
      ((h[column] ?? 0) - (PICTURE.width / 2) * depth) / length,
      ((h[3 + column] ?? 0) - (PICTURE.height / 2) * depth) / length,
      depth,
    ];
  };
  const [a, b] = [axis(0), axis(1)];
  const [sizeA, sizeB] = [Math.hypot(...a), Math.hypot(...b)];
  const cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / (sizeA * sizeB);
  return Math.hypot(cosine, Math.log(sizeA / sizeB));
}

/** 0 for a picture of the floor that a camera with square pixels takes; the larger, the less any camera could. Assumed: pictures are cropped little, if at all. */
export function lensError(h: Homography): number {
  let least = Number.POSITIVE_INFINITY;
  for (let length: number = LENGTHS.least; length <= LENGTHS.most; length *= LENGTHS.ratio)
    least = Math.min(least, errorAt(h, length));
  return least;
}
