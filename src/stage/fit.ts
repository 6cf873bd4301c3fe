// The rule by which a line of text fits a width: a shorter form first, then a little smaller, then cut.

/** The smallest that a text is scaled to, as a part of its size (LOOK.md, Type). */
export const SMALLEST = 0.85;

export type Fit = {
  readonly text: string;
  /** 0.85 to 1. */
  readonly scale: number;
};

/**
 * The first candidate that fits at full size; else the last one scaled to at least 85 %; else that one cut with an ellipsis. Empty where there are no
 * candidates. `widthOf` measures at full size.
 */
export function fitText(
  candidates: readonly string[],
  maxWidth: number,
  widthOf: (text: string) => number,
): Fit {
  for (const text of candidates) if (widthOf(text) <= maxWidth) return { text, scale: 1 };
  const last = candidates.at(-1);
  if (last === undefined) return { text: '', scale: 1 };
  const scale = maxWidth / Math.max(1, widthOf(last));
  if (scale >= SMALLEST) return { text: last, scale };
  return { text: cut(last, maxWidth / SMALLEST, widthOf), scale: SMALLEST };
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
