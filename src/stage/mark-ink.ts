// What there is to see in a logo: where its ink lies, whether that can be shown at all, and whether it is lost on a colour. Pixels are read once, small.
import { unitCanvas } from './canvas-texture.ts';

/** The edge of the square in which a logo is looked at, and of that in which a drawing is made into pixels, in pixels. */
const LOOKED_AT = 128;
const DRAWN_AT = 768;
/** Less opaque than this is nothing to see; a pixel counts as ink from there. Of 255. */
const FAINT = 16;
const INK = 96;
/** A picture of pixels below this, wide and high, stands for none: a tracking pixel, a placeholder. */
const LEAST_PIXELS = 8;
/** An edge that differs less than this from what it lies on (contrast, 1 to 21) is lost; so much of the outline may be, as a share. */
const LOST_BELOW = 1.6;
const LOST_SHARE = 0.3;

/** Part of an image, in its own pixels. */
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type MarkInk = {
  readonly image: CanvasImageSource;
  /** What is not transparent. */
  readonly area: Area;
  /** Relative luminances (0 to 1) along the outline, for `isLost`. */
  readonly outline: readonly number[];
};

type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

/** An SVG may be as small as it likes: it has no pixels. */
const isVector = (address: string): boolean => /\.svg(\?|$)/i.test(address);

type Source = { readonly image: CanvasImageSource; readonly width: number; readonly height: number };

const contained = ({ width, height }: Omit<Source, 'image'>, edge: number) => {
  const scale = edge / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

function drawn(document: Document, { image, ...of }: Source, edge: number): CanvasRenderingContext2D {
  const size = contained(of, edge);
  const { context } = unitCanvas(document, { ...size, resolution: 1 });
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, size.width, size.height);
  return context;
}

/** A drawing is made into pixels first: parts of one that says no size cannot be asked for. */
function sourceOf(document: Document, image: HTMLImageElement, address: string): Source {
  const { naturalWidth: width, naturalHeight: height } = image;
  const source = { image, width, height };
  if (!isVector(address)) return source;
  const { canvas } = drawn(document, source, DRAWN_AT);
  return { image: canvas, width: canvas.width, height: canvas.height };
}

/**
 * The ink of a loaded image. Or why it cannot be shown, in a few words: it is a speck, all of it is transparent, or its pixels may not be read.
 */
export function inkOf(document: Document, image: HTMLImageElement, address: string): MarkInk | string {
  const { naturalWidth, naturalHeight } = image;
  const isSpeck = Math.max(naturalWidth, naturalHeight) < LEAST_PIXELS && !isVector(address);
  if (isSpeck || naturalWidth === 0 || naturalHeight === 0)
    return `${naturalWidth} x ${naturalHeight} pixels`;
  try {
    const source = sourceOf(document, image, address);
    const { width, height } = contained(source, LOOKED_AT);
    const { data } = drawn(document, source, LOOKED_AT).getImageData(0, 0, width, height);
    const pixels: Pixels = { data, width, height };
    const seen = boundsOf(pixels);
    if (!seen) return 'nothing but transparency';
    const [across, down] = [source.width / width, source.height / height];
    return {
      image: source.image,
      area: { x: seen.x * across, y: seen.y * down, width: seen.width * across, height: seen.height * down },
      outline: outlineOf(pixels),
    };
  } catch {
    // A picture in a picture can make its pixels unreadable; a texture could not be made of it either.
    return 'a picture with foreign content';
  }
}

function boundsOf({ data, width, height }: Pixels): Area | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  let strongest = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const alpha = data[(y * width + x) * 4 + 3] ?? 0;
      if (alpha < FAINT) continue;
      strongest = Math.max(strongest, alpha);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  if (strongest < INK) return null;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Ink with something that is none beside it, or the picture's own edge. */
function outlineOf({ data, width, height }: Pixels): readonly number[] {
  const isInk = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (data[(y * width + x) * 4 + 3] ?? 0) >= INK;
  const outline: number[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!isInk(x, y)) continue;
      if (isInk(x - 1, y) && isInk(x + 1, y) && isInk(x, y - 1) && isInk(x, y + 1)) continue;
      const at = (y * width + x) * 4;
      outline.push(luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
    }
  return outline;
}

const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

/** Source: WCAG 2.2, relative luminance. */
const luminance = (red: number, green: number, blue: number): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** True where too much of a logo's outline cannot be told from the colour (`#rrggbb`) that it lies on. */
export function isLost({ outline }: MarkInk, ground: string): boolean {
  const rgb = Number.parseInt(ground.slice(1), 16);
  const on = luminance((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
  const lost = outline.filter((ink) => (Math.max(ink, on) + 0.05) / (Math.min(ink, on) + 0.05) < LOST_BELOW);
  return lost.length > outline.length * LOST_SHARE;
}
