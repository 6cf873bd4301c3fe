// How one line is written in a face: from which end, with what air between its letters, each word by itself, other scripts as large as they look beside capitals, and mended where a font has drawn a letter wrongly.
import { type Context, type Typeface, useTypeface } from './typeface.ts';

/** Scripts that run from right to left. Their letters are joined, or nearly: no air is put between them. */
const FROM_RIGHT = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}`;
const HAS_JOINED = new RegExp(`[${FROM_RIGHT}]`, 'u');
/** The first letter says it for the line, as in any browser. Source: UAX 9, P2. */
const BEGINS_RIGHT = new RegExp(String.raw`^\P{L}*[${FROM_RIGHT}]`, 'u');

/** Source: @fontsource/barlow-condensed 5: its Ø has a fifth too much air after it, from 500 to 700. It is given as much as before it. */
const UNEVEN = /^[Øø]$/u;
/** Scripts whose letters fill their whole square. */
const SQUARE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
const IS_SQUARE = new RegExp(`^[${SQUARE}]`, 'u');
/** A word is written by itself: only newer Chromiums than 127 kern the end of one with the space after it. */
const PARTS = new RegExp(`( +|[Øø]|[${SQUARE}][${SQUARE}ー・]*)`, 'u');

/** Beside capitals of their size these are large: `part` of it is enough. `middle`: of their ink above the baseline, as a part of their own size; it stands where that of capitals is. */
type Beside = { readonly part: number; readonly middle: number };
const IN_SQUARES: Beside = { part: 0.88, middle: 0.38 };
/** An alef with its hamza reaches three times as far up as a yeh does down. */
const ARABIC: Beside = { part: 0.74, middle: 0.325 };
const HAS_ARABIC = /\p{Script=Arabic}/u;
/** At this size all strokes are read; none is set smaller than it for its neighbours' sake. Units. */
const STROKES_READ = 24;

/** At this size ink is measured: Chromium rounds its extent to whole pixels. */
const LARGE = 1000;

/** `y`: of its baseline, below the line's own. */
type Piece = { readonly text: string; readonly width: number; readonly font: string; readonly y: number };

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
  const { font } = typeface;
  const whole = (part: string): Piece => ({ text: part, width: context.measureText(part).width, font, y: 0 });
  const beside = (part: string, script: Beside): Piece => {
    const sizePx = Math.max(script.part * typeface.sizePx, Math.min(typeface.sizePx, STROKES_READ));
    const own = typeface.fontAt(sizePx);
    useTypeface(context, { font: own, spacing });
    const { width } = context.measureText(part);
    useTypeface(context, { font, spacing });
    return { text: part, width, font: own, y: Math.round(script.middle * sizePx) - typeface.baseline };
  };
  if (HAS_ARABIC.test(text)) return [beside(text, ARABIC)];
  if (isJoined) return [whole(text)];
  return text
    .split(PARTS)
    .filter((part) => part !== '')
    .map((part) => {
      if (IS_SQUARE.test(part)) return beside(part, IN_SQUARES);
      if (!UNEVEN.test(part)) return whole(part);
      useTypeface(context, { font: typeface.fontAt(LARGE), spacing: 0 });
      const width = (evenWidth(context, part) * typeface.sizePx) / LARGE + spacing;
      useTypeface(context, { font: typeface.font, spacing });
      return { text: part, width, font, y: 0 };
    });
}

/** Width of a line at full size, in units; 0 for none. */
export function lineWidth(context: Context, typeface: Typeface, text: string): number {
  if (text === '') return 0;
  const all = piecesOf(context, typeface, text).reduce((sum, { width }) => sum + width, 0);
  // The air after the last letter belongs to no one.
  return HAS_JOINED.test(text) ? all : all - typeface.spacing;
}

/** How far a line reaches above or below the middle of capitals, in whole units: at least as far as the face's own letters do. */
export function lineReach(context: Context, typeface: Typeface, text: string): number {
  const { above, below } = lineInk(context, typeface, text);
  return Math.max(typeface.reach, above + 1, below + 1);
}

/** How far the ink of a line reaches above and below the middle of capitals, in whole units. */
export function lineInk(context: Context, typeface: Typeface, text: string) {
  let [ascent, descent] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const piece of piecesOf(context, typeface, text)) {
    context.font = piece.font;
    const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(piece.text);
    ascent = Math.max(ascent, actualBoundingBoxAscent - piece.y);
    descent = Math.max(descent, actualBoundingBoxDescent + piece.y);
  }
  return { above: Math.ceil(ascent - typeface.baseline), below: Math.ceil(descent + typeface.baseline) };
}

/** Writes a line from 0, 0: its left end, its baseline. */
export function writeLine(context: Context, typeface: Typeface, text: string): void {
  let x = 0;
  for (const piece of piecesOf(context, typeface, text)) {
    context.font = piece.font;
    context.fillText(piece.text, x, piece.y);
    x += piece.width;
  }
}
