// All figures of one face in one texture, each in the middle of its cell: what makes a clock that never jitters, alike in WebGL and Canvas.
import { Rectangle, Texture } from 'pixi.js';
import { canvasTexture } from './canvas-texture.ts';
import { type Context, type Typeface, useTypeface } from './typeface.ts';

/** What an atlas holds; anything else is drawn as a blank digit's cell. */
const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const GLYPHS = [...DIGITS, ':', '.', '-', '+', '/', '%'];

export type Cell = {
  /** Null for a blank. */
  readonly texture: Texture | null;
  /** How far the next cell lies, in whole units. */
  readonly width: number;
};

export type FigureAtlas = {
  readonly cellOf: (character: string) => Cell;
  /** Widest cell: a digit's. Whole units. */
  readonly digitWidth: number;
  /** Height of every glyph's picture; its middle is the middle of the figures. */
  readonly height: number;
  /** How far a glyph's picture reaches beyond its cell on each side. */
  readonly overhang: number;
  dispose(): void;
};

type Ink = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly advance: number;
};

/** Keeps neighbours in the texture from bleeding into each other when sampled between pixels. */
const OVERHANG = 4;

/** Text is measured this many times larger: Chromium rounds the extent of ink to whole pixels. */
const MAGNIFIED = 16;

function inkOf(context: Context, glyph: string): Ink {
  const measured = context.measureText(glyph);
  return {
    left: -measured.actualBoundingBoxLeft / MAGNIFIED,
    right: measured.actualBoundingBoxRight / MAGNIFIED,
    top: -measured.actualBoundingBoxAscent / MAGNIFIED,
    bottom: measured.actualBoundingBoxDescent / MAGNIFIED,
    advance: measured.width / MAGNIFIED,
  };
}

/** A point needs less room than a digit; its ink and the air that keeps it apart. */
const pointWidth = (ink: Ink, sizePx: number): number => Math.ceil(ink.right - ink.left + sizePx * 0.1);

export type FigureAtlasOptions = {
  readonly document: Document;
  readonly typeface: Typeface;
  readonly resolution: number;
  /** A context to measure with. */
  readonly measure: Context;
};

/** Draws the atlas of a face, in white. Its fonts must have been loaded. */
export function makeFigureAtlas({
  document,
  typeface,
  resolution,
  measure,
}: FigureAtlasOptions): FigureAtlas {
  const plain = { font: typeface.font, spacing: 0 };
  useTypeface(measure, { ...plain, font: typeface.fontAt(typeface.sizePx * MAGNIFIED) });
  const inks = GLYPHS.map((glyph) => inkOf(measure, glyph));
  // As wide as the widest digit wants, and not a unit more: a 1 in its cell stands alone enough.
  const widest = Math.max(...inks.slice(0, DIGITS.length).map(({ advance }) => advance));
  const digitWidth = Math.floor(widest) + Math.round(typeface.spacing);
  const widths = GLYPHS.map((glyph, index) => {
    const ink = inks[index] as Ink;
    if (glyph === ':' || glyph === '.') return pointWidth(ink, typeface.sizePx);
    return glyph === '/' || glyph === '%' ? Math.ceil(ink.advance) : digitWidth;
  });
  const height = typeface.reach * 2;
  const lefts: number[] = [];
  let total = 0;
  for (const width of widths) {
    lefts.push(total);
    total += width + OVERHANG * 2;
  }
  const sheet = canvasTexture(document, {
    width: total,
    height,
    resolution,
    draw: (context) => {
      useTypeface(context, plain);
      context.fillStyle = '#ffffff';
      GLYPHS.forEach((glyph, index) => {
        const ink = inks[index] as Ink;
        const centre = (lefts[index] ?? 0) + OVERHANG + (widths[index] ?? 0) / 2;
        // The colon is made for small letters: among figures it belongs in their middle. A dash too.
        const raised = glyph === ':' || glyph === '-' || glyph === '+';
        const y = raised ? typeface.reach - (ink.top + ink.bottom) / 2 : typeface.reach + typeface.baseline;
        context.fillText(glyph, centre - (ink.left + ink.right) / 2, y);
      });
    },
  });
  const cells = new Map<string, Cell>(
    GLYPHS.map((glyph, index) => {
      const width = widths[index] ?? 0;
      const frame = new Rectangle(lefts[index] ?? 0, 0, width + OVERHANG * 2, height);
      return [glyph, { width, texture: new Texture({ source: sheet.source, frame }) }];
    }),
  );
  const blank: Cell = { texture: null, width: digitWidth };
  return {
    cellOf: (character) => cells.get(character) ?? blank,
    digitWidth,
    height,
    overhang: OVERHANG,
    dispose: () => {
      for (const { texture } of cells.values()) texture?.destroy();
      cells.clear();
      sheet.destroy(true);
    },
  };
}
