// An entry with its number on the tape: the order in which everything was heard, wherever it stands in the file.
import type { Entry } from './tape.ts';

/** `sequence` counts all entries of a tape from 1, modulo 2^32. */
export type Numbered = { readonly sequence: number; readonly entry: Entry };

/** Sorts a piece of a tape into the order in which it was heard; `after` is the number of the entry before it. */
export const inOrder = (numbered: readonly Numbered[], after: number): readonly Numbered[] =>
  [...numbered].sort((a, b) => ((a.sequence - after) >>> 0) - ((b.sequence - after) >>> 0));
