// What can be read from a picture without a reference: what is drawn at all, and whether a part of it is plain.
import type { Region } from './scene-bench.ts';

/** How many pixels are not wholly transparent. */
export function drawnPixels({ data }: ImageData): number {
  let drawn = 0;
  for (let index = 3; index < data.length; index += 4) if (data[index] !== 0) drawn += 1;
  return drawn;
}

/** `#rrggbb` of one pixel. */
export function colourAt({ data, width }: ImageData, x: number, y: number): string {
  const at = (y * width + x) * 4;
  return `#${Array.from(data.slice(at, at + 3), (value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Every colour of a region, each once. */
export function coloursIn(image: ImageData, { x, y, width, height }: Region): Set<string> {
  const found = new Set<string>();
  for (let row = y; row < y + height; row += 1)
    for (let column = x; column < x + width; column += 1) found.add(colourAt(image, column, row));
  return found;
}
