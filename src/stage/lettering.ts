// How one line is written in a face: from which end, with what air between its letters, each word by itself, and mended where a font has drawn a letter wrongly.
import { type Context, type Typeface, useTypeface } from './typeface.ts';

/** Scripts that run from right to left. Their letters are joined, or nearly: no air is put between them. */
const FROM_RIGHT = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}`;
const HAS_JOINED = new RegExp(`[${FROM_RIGHT}]`, 'u');
/** The first letter says it for the line, as in any browser. Source: UAX 9, P2. */
const BEGINS_RIGHT = new RegExp(String.raw`^\P{L}*[${FROM_RIGHT}]`, 'u');

/** Source: @fontsource/barlow-condensed 5: its Ø has a fifth too much air after it, from 500 to 700. It is given as much as before it. */
const UNEVEN = /^[Øø]$/u;
/** A word is written by itself: only newer Chromiums than 127 kern the end of one with the space after it. */
const PARTS = /( +|[Øø])/u;

type Piece = { readonly text: string; readonly width: number };

function evenWidth(context: Context, letter: string): number {
  const { actualBoundingBoxLeft, actualBoundingBoxRight } = context.measureText(letter);
  return actualBoundingBoxRight - actualBoundingBoxLeft;
}

/** Sets the context for a line, and gives what of it is drawn in one go. */
function piecesOf(context: Context, typeface: Typeface, text: string): readonly Piece[] {
  const isJoined = HAS_JOINED.test(text);
  const spacing = isJoined ? 0 : typeface.spacing;
  useTypeface(context, { font: typeface.font, spacing });
  context.direction = BEGINS_RIGHT.test(text) ? 'rtl' : 'ltr';
  const whole = (part: string): Piece => ({ text: part, width: context.measureText(part).width });
  if (isJoined) return [whole(text)];
  return text
    .split(PARTS)
    .filter((part) => part !== '')
    .map((part) => {
      if (!UNEVEN.test(part)) return whole(part);
      // Measured large: Chromium rounds the extent of ink to whole pixels.
      useTypeface(context, { font: typeface.fontAt(LARGE), spacing: 0 });
      const width = (evenWidth(context, part) * typeface.sizePx) / LARGE + spacing;
      useTypeface(context, { font: typeface.font, spacing });
      return { text: part, width };
    });
}

const LARGE = 1000;

/** Width of a line at full size, in units; 0 for none. */
export function lineWidth(context: Context, typeface: Typeface, text: string): number {
  if (text === '') return 0;
  const all = piecesOf(context, typeface, text).reduce((sum, { width }) => sum + width, 0);
  // The air after the last letter belongs to no one.
  return HAS_JOINED.test(text) ? all : all - typeface.spacing;
}

/** How far a line reaches above or below the middle of capitals, in whole units: at least as far as the face's own letters do. */
export function lineReach(context: Context, typeface: Typeface, text: string): number {
  piecesOf(context, typeface, text);
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = context.measureText(text);
  const { baseline, reach } = typeface;
  return Math.max(reach, Math.ceil(above - baseline) + 1, Math.ceil(below + baseline) + 1);
}

/** Writes a line from 0, 0: its left end, its baseline. */
export function writeLine(context: Context, typeface: Typeface, text: string): void {
  let x = 0;
  for (const piece of piecesOf(context, typeface, text)) {
    context.fillText(piece.text, x, 0);
    x += piece.width;
  }
}
