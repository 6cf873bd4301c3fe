// What stands on the canvases of an element, as a page composes them; also where the element is in no document.
import type { Picture } from './png.ts';

/** The frame's pixels with straight alpha, at that size. */
export function elementPicture(
  element: ParentNode,
  { width, height } = { width: 1920, height: 1080 },
): Pick<Picture, 'width' | 'height'> & { readonly data: Uint8ClampedArray } {
  const copy = document.createElement('canvas');
  copy.width = width;
  copy.height = height;
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  for (const canvas of element.querySelectorAll('canvas')) {
    const { display, left, top } = canvas.style;
    const frame = canvas.parentElement;
    if (display === 'none' || frame?.style.visibility === 'hidden') continue;
    const at = (own: string, of: string | undefined): number =>
      Math.round((Number.parseFloat(own) || 0) + (Number.parseFloat(of ?? '') || 0));
    context.drawImage(canvas, at(left, frame?.style.left), at(top, frame?.style.top));
  }
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** How many pixels are not wholly transparent. */
export function inkOf(element: ParentNode): number {
  const { data } = elementPicture(element);
  let drawn = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) drawn += 1;
  return drawn;
}

/** How many pixels differ by more than that in any channel, over black. */
export function differing(
  a: { readonly data: Uint8ClampedArray },
  b: { readonly data: Uint8ClampedArray },
  levels: number,
): number {
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const [alphaA, alphaB] = [a.data[at + 3] ?? 0, b.data[at + 3] ?? 0];
    const isFar = [0, 1, 2].some(
      (channel) =>
        Math.abs(((a.data[at + channel] ?? 0) * alphaA - (b.data[at + channel] ?? 0) * alphaB) / 255) >
        levels,
    );
    if (isFar || Math.abs(alphaA - alphaB) > levels) count += 1;
  }
  return count;
}
