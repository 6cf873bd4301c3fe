// All figures of one face in one texture, each in the middle of its cell: what makes a clock that never jitters, alike in WebGL and Canvas. On a 2D canvas,
// where a tint costs a picture of every figure in every colour, each colour has a texture of its own.
import { Rectangle, Texture } from 'pixi.js';
import { canvasTexture } from './canvas-texture.ts';
import { type Context, type Typeface, useTypeface } from './typeface.ts';

/** What an atlas holds; anything else is drawn as a blank digit's cell. */
const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const MINUS = '\u2212';
const GLYPHS = [...DIGITS, ':', '.', '-', MINUS, '+', '/', '%'];

export type Cell = {
  /** Null for a blank. */
  readonly texture: Texture | null;
  /** How far the next cell lies, in whole units. */
  readonly width: number;
};

/** The figures in one colour: sprites of them are tinted so. */
export type FigureSheet = { readonly cellOf: (character: string) => Cell; readonly tint: string };

export type FigureAtlas = {
  /** In that colour, `#rrggbb`: made when it is first asked for, and kept. */
  readonly sheetIn: (colour: string) => FigureSheet;
  /** How far the next cell lies from a character's, in whole units. */
  readonly widthOf: (character: string) => number;
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
  /** The renderer's tints cost nothing: one sheet in white serves all colours. */
  readonly tints: boolean;
};

const WHITE = '#ffffff';

/** Draws the atlas of a face. Its fonts must have been loaded. */
export function makeFigureAtlas({
  document,
  typeface,
  resolution,
  measure,
  tints,
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
    // A hyphen stands between figures; signs stand before them, in a column.
    return ['/', '%', '-'].includes(glyph) ? Math.ceil(ink.advance) : digitWidth;
  });
  const height = typeface.reach * 2;
  const lefts: number[] = [];
  let total = 0;
  for (const width of widths) {
    lefts.push(total);
    total += width + OVERHANG * 2;
  }
  const drawIn =
    (colour: string) =>
    (context: Context): void => {
      useTypeface(context, plain);
      context.fillStyle = colour;
      GLYPHS.forEach((glyph, index) => {
        const ink = inks[index] as Ink;
        const centre = (lefts[index] ?? 0) + OVERHANG + (widths[index] ?? 0) / 2;
        // The colon is made for small letters: among figures it belongs in their middle. A dash too.
        const raised = [':', '-', MINUS, '+'].includes(glyph);
        const y = raised ? typeface.reach - (ink.top + ink.bottom) / 2 : typeface.reach + typeface.baseline;
        context.fillText(glyph, centre - (ink.left + ink.right) / 2, y);
      });
    };
  const blank: Cell = { texture: null, width: digitWidth };
  const sheets = new Map<string, { readonly whole: Texture; readonly cells: ReadonlyMap<string, Cell> }>();
  const made = (colour: string) => {
    const whole = canvasTexture(document, { width: total, height, resolution, draw: drawIn(colour) });
    const cells = new Map<string, Cell>(
      GLYPHS.map((glyph, index) => {
        const width = widths[index] ?? 0;
        const frame = new Rectangle(lefts[index] ?? 0, 0, width + OVERHANG * 2, height);
        return [glyph, { width, texture: new Texture({ source: whole.source, frame }) }];
      }),
    );
    const sheet = { whole, cells };
    sheets.set(colour, sheet);
    return sheet;
  };
  const sheetIn = (colour: string): FigureSheet => {
    const painted = tints ? WHITE : colour;
    const { cells } = sheets.get(painted) ?? made(painted);
    return { cellOf: (character) => cells.get(character) ?? blank, tint: tints ? colour : WHITE };
  };
  const byGlyph = new Map(GLYPHS.map((glyph, index) => [glyph, widths[index] ?? 0]));
  return {
    sheetIn,
    widthOf: (character) => byGlyph.get(character) ?? digitWidth,
    digitWidth,
    height,
    overhang: OVERHANG,
    dispose: () => {
      for (const { whole, cells } of sheets.values()) {
        for (const { texture } of cells.values()) texture?.destroy();
        whole.destroy(true);
      }
      sheets.clear();
    },
  };
}
