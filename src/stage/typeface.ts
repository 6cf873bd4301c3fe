// A face as a canvas draws it: its font value and the few measures that layout needs. In units; nothing here touches the renderer.
import { nearestWeight } from './font-families.ts';
import { fontOf } from './fonts.ts';
import type { TextFace } from './stage-kit.ts';
import type { Theme } from './theme.ts';

export type Typeface = {
  readonly font: string;
  /** The same face at another size. */
  readonly fontAt: (sizePx: number) => string;
  readonly sizePx: number;
  readonly spacing: number;
  /** Height of a flat capital above the baseline, in units. */
  readonly capHeight: number;
  /** From the middle of the capitals down to the baseline, in whole units: stems end on a pixel's edge. */
  readonly baseline: number;
  /** Room that any glyph may need above and below the middle of the capitals, in whole units. */
  readonly reach: number;
};

export type Context = CanvasRenderingContext2D;

/** Room above capitals for accents (Ž, Å) and below the baseline for tails, as parts of the size. */
const ACCENT = 0.32;

/** Sets a context to draw and measure a typeface in units, whatever its scale. */
export function useTypeface(context: Context, { font, spacing }: Pick<Typeface, 'font' | 'spacing'>): void {
  context.font = font;
  context.letterSpacing = `${spacing}px`;
  context.textRendering = 'geometricPrecision';
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
}

/** Measures a face. Its fonts must have been loaded. */
export function measureTypeface(context: Context, face: TextFace, theme: Theme): Typeface {
  const { family, heavier, scale, spacing: looser } = theme.font[face.family];
  const sizePx = Math.round(face.sizePx * scale);
  const spacing = (face.spacing ?? 0) + sizePx * looser;
  const weight = nearestWeight(family, face.weight + heavier);
  const fontAt = (size: number): string => fontOf(family, weight, size);
  const font = fontAt(sizePx);
  const capHeight = capHeightOf(context, fontAt, sizePx);
  const baseline = Math.round(capHeight / 2);
  return {
    font,
    fontAt,
    sizePx,
    spacing,
    capHeight,
    baseline,
    reach: Math.ceil(capHeight / 2 + sizePx * ACCENT),
  };
}

/** Measured large: Chromium rounds the extent of ink to whole pixels. */
function capHeightOf(context: Context, fontAt: Typeface['fontAt'], sizePx: number): number {
  const large = 1000;
  useTypeface(context, { font: fontAt(large), spacing: 0 });
  return (context.measureText('H').actualBoundingBoxAscent * sizePx) / large;
}
