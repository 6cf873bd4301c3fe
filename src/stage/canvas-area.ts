// Which part of the screen a canvas covers: all that is drawn on it and little more, the same for as long as that will do. In whole pixels of the screen.

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What is drawn, from its upper left to its lower right corner. */
export type Extent = {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
};

/** Edges lie on this grid, in pixels: what moves a little does not change the area. */
const GRID_PX = 32;
/** An area is left for a smaller one when it is so many times as large as that. */
const SLACK = 2;

/**
 * The area for what is drawn, inside a frame of that size; null for nothing. It is `last` itself while that holds all and is not much too large: a canvas
 * that gets another size is made anew.
 */
export function areaFor(
  { minX, minY, maxX, maxY }: Extent,
  frame: { readonly width: number; readonly height: number },
  last: Area | null,
): Area | null {
  const left = Math.max(0, Math.floor(minX / GRID_PX) * GRID_PX);
  const top = Math.max(0, Math.floor(minY / GRID_PX) * GRID_PX);
  const right = Math.min(frame.width, Math.ceil(maxX / GRID_PX) * GRID_PX);
  const bottom = Math.min(frame.height, Math.ceil(maxY / GRID_PX) * GRID_PX);
  if (!(maxX > minX && maxY > minY && right > left && bottom > top)) return null;
  const width = right - left;
  const height = bottom - top;
  const holds =
    last !== null &&
    last.x <= left &&
    last.y <= top &&
    last.x + last.width >= right &&
    last.y + last.height >= bottom;
  if (holds && last.width * last.height <= SLACK * width * height) return last;
  return { x: left, y: top, width, height };
}
