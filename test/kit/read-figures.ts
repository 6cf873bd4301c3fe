// Reads figures off a picture, as a viewer would: each patch of ink is compared with the digits of the house's own typeface.
import type { Page } from 'playwright';
import { type Blob, type Box, blobsIn } from './blobs.ts';
import type { Picture } from './png.ts';

/** How much ink a pixel has, 0 to 1. */
export type Ink = (pixel: number) => number;
type Shape = { readonly width: number; readonly height: number; readonly ink: readonly number[] };
/** Shapes by digit, by height in pixels. */
export type Digits = ReadonlyMap<number, ReadonlyMap<string, Shape>>;

const HEIGHTS = { from: 10, to: 70 } as const;
/** A pixel with more ink than this belongs to a figure. */
const INKED = 0.35;
/** A patch that agrees with no digit better than this is none. */
const LEAST_LIKENESS = 0.68;
/** Nor is one that is about as like another digit. */
const LEAST_LEAD = 0.03;

/** The ten digits at every height, as the page's own fonts draw them. The page must have them loaded. */
export async function learnDigits(tab: Page): Promise<Digits> {
  const drawn = await tab.evaluate(drawDigits, HEIGHTS);
  const shapes = (digits: readonly string[], side: number) =>
    digits.map((text, digit): [string, Shape] => {
      const alpha = Buffer.from(text, 'base64');
      const inkAt = (x: number, y: number): number => (alpha[y * side + x] ?? 0) / 255;
      return [String(digit), cut(inkAt, boxOf(inkAt, side))];
    });
  return new Map(drawn.map(({ height, side, digits }) => [height, new Map(shapes(digits, side))]));
}

/** Runs in the page: each digit's alpha in a square, as base64. */
function drawDigits({ from, to }: { readonly from: number; readonly to: number }) {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return [];
  context.font = '700 1000px "Barlow Condensed"';
  const tall = context.measureText('0');
  const perPixel = 1000 / (tall.actualBoundingBoxAscent + tall.actualBoundingBoxDescent);
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const height = from + i;
    const side = height + 12;
    Object.assign(context.canvas, { width: side, height: side });
    context.font = `700 ${height * perPixel}px "Barlow Condensed"`;
    const digits = Array.from({ length: 10 }, (__, digit) => {
      context.clearRect(0, 0, side, side);
      context.fillText(String(digit), 4, height + 4);
      const { data } = context.getImageData(0, 0, side, side);
      const alpha = Array.from({ length: side * side }, (___, k) =>
        String.fromCharCode(data[k * 4 + 3] ?? 0),
      );
      return btoa(alpha.join(''));
    });
    return { height, side, digits };
  });
}

function boxOf(inkAt: (x: number, y: number) => number, side: number): Box {
  const box = { left: side, right: 0, top: side, bottom: 0 };
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (inkAt(x, y) > INKED) {
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
      }
  return box;
}

/** A patch with one pixel around it. */
function cut(inkAt: (x: number, y: number) => number, { left, top, right, bottom }: Box): Shape {
  const [width, height] = [right - left + 3, bottom - top + 3];
  const ink = Array.from({ length: width * height }, (_, i) =>
    inkAt(left - 1 + (i % width), top - 1 + Math.floor(i / width)),
  );
  return { width, height, ink };
}

/** Ink that both have, as a share of what either has; the second moved so far. */
function overlap(a: Shape, b: Shape, right: number, down: number): number {
  let both = 0;
  let either = 0;
  for (let y = -2; y < a.height + 2; y += 1)
    for (let x = -2; x < a.width + 2; x += 1) {
      const one = at(a, x, y);
      const other = at(b, x - right, y - down);
      both += Math.min(one, other);
      either += Math.max(one, other);
    }
  return either === 0 ? 0 : both / either;
}

const at = ({ width, height, ink }: Shape, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (ink[y * width + x] ?? 0);

/** How alike two shapes are, 0 to 1, where they lie best on each other. */
function likeness(a: Shape, b: Shape): number {
  const aside = Math.round((a.width - b.width) / 2);
  let best = 0;
  for (const right of [aside - 1, aside, aside + 1])
    for (const down of [-1, 0, 1]) best = Math.max(best, overlap(a, b, right, down));
  return best;
}

/** What one patch says; `?` when it is no digit. */
function readBlob({ width }: Picture, ink: Ink, { box }: Blob, digits: Digits): string {
  const shape = cut((x, y) => ink(y * width + x), box);
  const height = Math.min(HEIGHTS.to, Math.max(HEIGHTS.from, box.bottom - box.top + 1));
  const [best, second] = [...(digits.get(height) ?? [])]
    .map(([digit, wanted]) => ({ digit, like: likeness(shape, wanted) }))
    .sort((a, b) => b.like - a.like);
  if (!best || best.like < LEAST_LIKENESS || best.like - (second?.like ?? 0) < LEAST_LEAD) return '?';
  return best.digit;
}

const heightOf = ({ box }: Blob): number => box.bottom - box.top + 1;
const middleOf = ({ box }: Blob): number => (box.left + box.right) / 2;

/** Patches side by side on one line, of one height or dots between such. */
function lines(blobs: readonly Blob[]): readonly (readonly Blob[])[] {
  const found: Blob[][] = [];
  for (const blob of [...blobs].sort((a, b) => a.box.left - b.box.left)) {
    const line = found.find((each) => {
      const tall = each.reduce((a, b) => (heightOf(a) > heightOf(b) ? a : b));
      const height = Math.max(heightOf(tall), heightOf(blob));
      const last = Math.max(...each.map(({ box }) => box.right));
      const overlaps = blob.box.top <= tall.box.bottom && blob.box.bottom >= tall.box.top;
      const isDot = heightOf(blob) < height * 0.35 || heightOf(tall) < height * 0.35;
      return (
        overlaps &&
        blob.box.left - last < height * 0.45 &&
        (isDot || Math.abs(heightOf(tall) - heightOf(blob)) <= 3)
      );
    });
    if (line) line.push(blob);
    else found.push([blob]);
  }
  return found;
}

/** A line's text: two dots above each other are a colon, one is a point. */
function readLine(picture: Picture, ink: Ink, line: readonly Blob[], digits: Digits): string {
  const height = Math.max(...line.map(heightOf));
  let text = '';
  let lastDot: Blob | null = null;
  for (const blob of line) {
    if (heightOf(blob) >= height * 0.35) {
      text += readBlob(picture, ink, blob, digits);
      lastDot = null;
    } else if (lastDot && Math.abs(middleOf(lastDot) - middleOf(blob)) < 3) text = `${text.slice(0, -1)}:`;
    else {
      text += '.';
      lastDot = blob;
    }
  }
  return text;
}

export type Figures = { readonly text: string; readonly heightPx: number };

/** Every line of figures in a box, left to right; what is not a digit reads `?`. */
export const readFigures = (picture: Picture, ink: Ink, box: Box, digits: Digits): readonly Figures[] =>
  lines(blobsIn(picture, (pixel) => ink(pixel) > INKED, { box, leastPixels: 6 })).map((line) => ({
    text: readLine(picture, ink, line, digits),
    heightPx: Math.max(...line.map(heightOf)),
  }));
