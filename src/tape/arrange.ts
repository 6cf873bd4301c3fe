// Where the entries of a piece of a tape stand in the file: each source by itself, because like packs well with like, and of a source that says much and often
// most of it folded. What other tools show of such a source are the words that are left as they are: every so many.
import { fold } from './fold.ts';
import type { Numbered } from './numbered.ts';
import { FOLDED_TOPIC } from './tape.ts';

/** A source is folded from so many entries, and so many characters, in a piece on. */
const MANY_WORDS = 128;
const MUCH_CHARS = 256 * 1024;
/** Of a source that is folded each so-many-th entry stands as it came. */
export const PLAIN_EACH = 5;

/** A message of the file. */
export type Placed = Numbered & { readonly data?: Uint8Array };

/** The piece's entries as messages of the file. The times of those that are no fold span the times of all. */
export function arrange(numbered: readonly Numbered[]): readonly Placed[] {
  const bySource = new Map<string, Numbered[]>();
  for (const one of numbered) {
    const { topic } = one.entry;
    const source = bySource.get(topic) ?? [];
    bySource.set(topic, source);
    source.push(one);
  }
  return [...bySource.values()].flatMap((words) => {
    const chars = words.reduce((sum, { entry }) => sum + entry.text.length, 0);
    return words.length < MANY_WORDS || chars < MUCH_CHARS ? words : thinned(words);
  });
}

function thinned(words: readonly Numbered[]): readonly Placed[] {
  let [earliest, latest] = [words[0], words[0]];
  for (const word of words) {
    if (earliest && word.entry.heardMs < earliest.entry.heardMs) earliest = word;
    if (latest && word.entry.heardMs > latest.entry.heardMs) latest = word;
  }
  const isPlain = (word: Numbered, n: number): boolean =>
    n % PLAIN_EACH === 0 || word === earliest || word === latest;
  const { folds, rest } = fold(words.filter((word, n) => !isPlain(word, n)));
  const left = new Set(rest);
  return [
    ...words.filter((word, n) => isPlain(word, n) || left.has(word)),
    ...folds.map(({ first, data }) => ({ ...first, entry: { ...first.entry, topic: FOLDED_TOPIC }, data })),
  ];
}
