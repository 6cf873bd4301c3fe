// What a camera shows of a line or an area on the floor: only what lies in front of it and, but for a margin, in its picture. Cut before it is divided by its depth, so exactly.
import type { Place } from './court.ts';
import { PICTURE } from './floor-camera.ts';
import type { Homography, PicturePlace } from './homography.ts';

/** How far beyond the picture's edges is kept, in units: strokes and corners of what is cut stay unseen. */
const MARGIN = 64;
/** Depths are about 1 in the middle of the picture; nothing is drawn nearer than this to the camera's own plane. */
const LEAST_DEPTH = 0.02;

/** A place before it is divided by its depth. */
type Ray = { readonly x: number; readonly y: number; readonly depth: number };
/** What is kept: places whose value is not negative. */
type Cut = (ray: Ray) => number;

const CUTS: readonly Cut[] = [
  ({ depth }) => depth - LEAST_DEPTH,
  ({ x, depth }) => x + MARGIN * depth,
  ({ x, depth }) => (PICTURE.width + MARGIN) * depth - x,
  ({ y, depth }) => y + MARGIN * depth,
  ({ y, depth }) => (PICTURE.height + MARGIN) * depth - y,
];

function rayOf(h: Homography, { xMm, yMm }: Place): Ray {
  const row = (at: number): number => (h[at] ?? 0) * xMm + (h[at + 1] ?? 0) * yMm + (h[at + 2] ?? 0);
  return { x: row(0), y: row(3), depth: row(6) };
}

const seen = ({ x, y, depth }: Ray): PicturePlace => ({ x: x / depth, y: y / depth });

const between = (a: Ray, b: Ray, part: number): Ray => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
  depth: a.depth + (b.depth - a.depth) * part,
});

/** What is seen of an area, as the corners of a polygon; empty where it is out of the picture. A hollow one that is cut may touch itself along the edge. */
export function areaSeen(h: Homography, outline: readonly Place[]): readonly PicturePlace[] {
  let rays: readonly Ray[] = outline.map((place) => rayOf(h, place));
  for (const cut of CUTS)
    rays = rays.flatMap((ray, i) => {
      const last = rays[(i + rays.length - 1) % rays.length] ?? ray;
      const [from, to] = [cut(last), cut(ray)];
      const crossing = from >= 0 === to >= 0 ? [] : [between(last, ray, from / (from - to))];
      return to >= 0 ? [...crossing, ray] : crossing;
    });
  return rays.length < 3 ? [] : rays.map(seen);
}

/** What is seen of a line: none, one or several runs of corners. */
export function lineSeen(h: Homography, corners: readonly Place[]): readonly (readonly PicturePlace[])[] {
  const runs: PicturePlace[][] = [];
  let open: PicturePlace[] | null = null;
  const rays = corners.map((place) => rayOf(h, place));
  for (const [i, to] of rays.entries()) {
    const from = rays[i - 1];
    const part = from && partSeen(from, to);
    if (!from || !part) {
      open = null;
      continue;
    }
    if (open === null || part.from > 0) {
      open = [seen(between(from, to, part.from))];
      runs.push(open);
    }
    open.push(seen(between(from, to, part.to)));
    if (part.to < 1) open = null;
  }
  return runs;
}

/** The part of a straight piece that is seen, as shares of its length. */
function partSeen(a: Ray, b: Ray): { readonly from: number; readonly to: number } | null {
  let [from, to] = [0, 1];
  for (const cut of CUTS) {
    const [atA, atB] = [cut(a), cut(b)];
    if (atA < 0 && atB < 0) return null;
    if (atA < 0) from = Math.max(from, atA / (atA - atB));
    else if (atB < 0) to = Math.min(to, atA / (atA - atB));
  }
  return from < to ? { from, to } : null;
}
