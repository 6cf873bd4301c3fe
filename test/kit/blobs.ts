// What can be seen of a colour in a picture: its patches, their middles and sizes.
import type { Picture } from './png.ts';

export type Blob = { readonly x: number; readonly y: number; readonly pixels: number; readonly box: Box };
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const channelsOf = (colour: string): readonly [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** Opaque pixels within `tolerance` a channel of `#rrggbb`. */
function like({ rgba }: Picture, colour: string, tolerance: number): (pixel: number) => boolean {
  const wanted = channelsOf(colour);
  return (pixel) =>
    (rgba[pixel * 4 + 3] ?? 0) > 250 &&
    wanted.every((value, c) => Math.abs((rgba[pixel * 4 + c] ?? 0) - value) <= tolerance);
}

/** Patches of connected pixels of a colour, the largest first; those of fewer than `leastPixels` are left out. */
export function blobsOf(
  picture: Picture,
  colour: string,
  { tolerance = 6, leastPixels = 30 } = {},
): readonly Blob[] {
  const { width, height } = picture;
  const is = like(picture, colour, tolerance);
  const seen = new Uint8Array(width * height);
  const found: Blob[] = [];
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] || !is(start)) continue;
    const stack = [start];
    seen[start] = 1;
    let [sumX, sumY, pixels] = [0, 0, 0];
    const box = { left: width, top: height, right: 0, bottom: 0 };
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      sumX += x;
      sumY += y;
      pixels += 1;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width])
        if (next >= 0 && next < seen.length && !seen[next] && is(next)) {
          seen[next] = 1;
          stack.push(next);
        }
    }
    if (pixels >= leastPixels) found.push({ x: sumX / pixels + 0.5, y: sumY / pixels + 0.5, pixels, box });
  }
  return found.sort((a, b) => b.pixels - a.pixels);
}

/** The share of a box's pixels that are drawn at all, 0 to 1. */
export function drawnShare({ width, rgba }: Picture, { left, top, right, bottom }: Box): number {
  let drawn = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) if ((rgba[(y * width + x) * 4 + 3] ?? 0) > 0) drawn += 1;
  return drawn / ((right - left) * (bottom - top));
}
