// The rule by which a line of text fits a width: a shorter form first, then a little smaller, then cut.

/** The smallest that a text is scaled to, as a part of its size; but never below the size that a label is read at, in units. */
export const SMALLEST = 0.85;
const LEAST_SIZE = 20;

/** The smallest part of its size that a text of that size may be scaled to. */
export const smallestOf = (sizePx: number): number => Math.min(1, Math.max(SMALLEST, LEAST_SIZE / sizePx));

export type Fit = {
  readonly text: string;
  /** 0.85 to 1. */
  readonly scale: number;
};

/**
 * The first candidate that fits at full size; else the last one scaled to at least `smallest`; else that one cut with an ellipsis. Empty where there are no
 * candidates. `widthOf` measures at full size.
 */
export function fitText(
  candidates: readonly string[],
  maxWidth: number,
  widthOf: (text: string) => number,
  smallest: number = SMALLEST,
): Fit {
  for (const text of candidates) if (widthOf(text) <= maxWidth) return { text, scale: 1 };
  const last = candidates.at(-1);
  if (last === undefined) return { text: '', scale: 1 };
  const scale = maxWidth / Math.max(1, widthOf(last));
  if (scale >= smallest) return { text: last, scale };
  return { text: cut(last, maxWidth / smallest, widthOf), scale: smallest };
}

function cut(text: string, maxWidth: number, widthOf: (text: string) => number): string {
  // By characters as people count them: half of one would be drawn as a box.
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  while (letters.length > 0) {
    letters.pop();
    const shorter = `${letters.join('').trimEnd()}…`;
    if (widthOf(shorter) <= maxWidth) return shorter;
  }
  return '…';
}
