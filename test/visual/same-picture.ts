// Whether two pictures are the same to a viewer: letters may be smoothed otherwise by another browser, nothing may stand elsewhere or be of another colour.

/** Four bytes a pixel, row by row; alpha is not looked at. Both of one size. */
type Pixels = { readonly width: number; readonly height: number; readonly data: ArrayLike<number> };

export type Tolerance = {
  /** A pixel is off from so much in any channel, 0 to 255: more than another smoothing of its edge. */
  readonly off: number;
  /** So many pixels of a tile may be off. */
  readonly pixels: number;
  /** So far the mean of a tile may lie in any channel, 0 to 255: a plate of another colour is further away. */
  readonly mean: number;
};

/** Of the tiles in which pictures are compared, in pixels: small enough that one letter is most of a tile. */
export const TILE = 16;

/** For one renderer in different browsers. */
export const SAME: Tolerance = { off: 64, pixels: 6, mean: 5 };

export type Mismatch = {
  /** Of the worst tile. */
  readonly x: number;
  readonly y: number;
  readonly offPixels: number;
  readonly meanOff: number;
  /** How many tiles are too far off. */
  readonly tiles: number;
};

/** The worst that differs; null where the pictures are the same within a tolerance. @throws Error for pictures of different sizes. */
export function mismatchOf(a: Pixels, b: Pixels, tolerance: Tolerance = SAME): Mismatch | null {
  if (a.width !== b.width || a.height !== b.height) throw new Error('pictures of different sizes');
  let worst: Mismatch | null = null;
  let tiles = 0;
  let badness = 1;
  for (let y = 0; y < a.height; y += TILE)
    for (let x = 0; x < a.width; x += TILE) {
      const { offPixels, meanOff } = tileOff(a, b, x, y, tolerance.off);
      const bad = Math.max(offPixels / tolerance.pixels, meanOff / tolerance.mean);
      if (bad > 1) tiles += 1;
      if (bad <= badness) continue;
      badness = bad;
      worst = { x, y, offPixels, meanOff, tiles: 0 };
    }
  return worst && { ...worst, tiles };
}

/** One tile; at an edge it is what is left of one, and its mean is that of a whole one with nothing else off. */
function tileOff(a: Pixels, b: Pixels, left: number, top: number, off: number) {
  const { width, data: one } = a;
  const { data: other } = b;
  let [red, green, blue] = [0, 0, 0];
  let offPixels = 0;
  const right = Math.min(left + TILE, width);
  const bottom = Math.min(top + TILE, a.height);
  for (let y = top; y < bottom; y += 1)
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      const r = (one[at] ?? 0) - (other[at] ?? 0);
      const g = (one[at + 1] ?? 0) - (other[at + 1] ?? 0);
      const bl = (one[at + 2] ?? 0) - (other[at + 2] ?? 0);
      red += r;
      green += g;
      blue += bl;
      if (r > off || -r > off || g > off || -g > off || bl > off || -bl > off) offPixels += 1;
    }
  const meanOff = Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) / (TILE * TILE);
  return { offPixels, meanOff };
}

/** Where two pictures differ, as a picture: the first in grey, in red what is off at all, the brighter the more. */
export function differenceOf(a: Pixels, b: Pixels): Uint8ClampedArray {
  const data = new Uint8ClampedArray(a.data.length);
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [0, 1, 2].map((c) => a.data[at + c] ?? 0) as [number, number, number];
    const most = Math.max(...[0, 1, 2].map((c) => Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0))));
    const grey = (red + green + blue) / 9;
    data.set(most > 4 ? [128 + most / 2, grey / 2, grey / 2, 255] : [grey, grey, grey, 255], at);
  }
  return data;
}
