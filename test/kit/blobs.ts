// What can be seen of a colour in a picture: its patches, their middles and sizes.
import type { Picture } from './png.ts';

/** Pixels of a patch; its outermost ones, which belong to it. */
export type Blob = { readonly pixels: number; readonly box: Box };
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The middle of the whole of a patch, wherever the holes in it are. */
export const middle = ({ box }: Blob): { readonly x: number; readonly y: number } => ({
  x: (box.left + box.right + 1) / 2,
  y: (box.top + box.bottom + 1) / 2,
});

/** How far a pixel is from `#rrggbb`: the channel that differs most, 0 to 255; what is not opaque is as far as can be. */
export function distance({ rgba }: Picture, pixel: number, colour: string): number {
  const at = pixel * 4;
  if ((rgba[at + 3] ?? 0) < 250) return 255;
  const wanted = Number.parseInt(colour.slice(1), 16);
  return Math.max(
    Math.abs((rgba[at] ?? 0) - (wanted >> 16)),
    Math.abs((rgba[at + 1] ?? 0) - ((wanted >> 8) & 255)),
    Math.abs((rgba[at + 2] ?? 0) - (wanted & 255)),
  );
}

/** Patches of connected pixels, corners included, in a box; the largest first; those of fewer than `leastPixels` are left out. */
export function blobsIn(
  { width, height }: Picture,
  is: (pixel: number) => boolean,
  { box: { left, top, right, bottom }, leastPixels = 1 }: { box: Box; leastPixels?: number },
): readonly Blob[] {
  const seen = new Uint8Array(width * height);
  const found: Blob[] = [];
  const take = (first: number): Blob => {
    const stack = [first];
    seen[first] = 1;
    let pixels = 0;
    const box = { left: right, top: bottom, right: left, bottom: top };
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      pixels += 1;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      for (let near = 0; near < 9; near += 1) {
        const [toX, toY] = [x + (near % 3) - 1, y + Math.floor(near / 3) - 1];
        const next = toY * width + toX;
        if (toX < left || toX > right || toY < top || toY > bottom || seen[next] === 1 || !is(next)) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    return { pixels, box };
  };
  for (let y = top; y <= bottom; y += 1)
    for (let x = left; x <= right; x += 1) {
      const pixel = y * width + x;
      if (seen[pixel] !== 1 && is(pixel)) found.push(take(pixel));
    }
  return found.filter(({ pixels }) => pixels >= leastPixels).sort((a, b) => b.pixels - a.pixels);
}

/** The whole of a picture. */
export const everywhere = ({ width, height }: Picture): Box => ({
  left: 0,
  top: 0,
  right: width - 1,
  bottom: height - 1,
});
