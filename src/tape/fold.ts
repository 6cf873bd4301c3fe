// Texts of one source folded into one: what they all say once, and of each numeral how its course changes from one to the next. Positions of moving bodies
// take a quarter of what they take as texts, however hard those are packed. Unfolded, every byte is what it was.
import type { Numbered } from './numbered.ts';
import { framed, GAP, type Notation, notationOf, numeralOf, valueOf } from './numerals.ts';
import { microsOf, millisOf } from './stamp.ts';
import {
  MAX_VARINT,
  makeVarintReader,
  makeVarintWriter,
  type VarintReader,
  type VarintWriter,
} from './varints.ts';

/** Rises with every change of how a fold is written. */
const FOLD_VERSION = 1;
/** Fewer are not worth it. */
const MIN_WORDS = 8;
/** What a fold may hold when it is unfolded, in characters: a small file cannot fill the memory. */
const MAX_UNFOLDED = 64 * 1024 * 1024;
const SHORTEST = 8;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const PLAIN: Notation = { decimals: 0, isShortest: false };

type Course = { readonly notation: Notation; readonly values: Float64Array };

/** The first, and how much more or less each differs from the one before it than that did: even motion is zeros. */
function changesOf(values: Float64Array): Float64Array {
  let [last, step] = [0, 0];
  return values.map((value, n) => {
    const change = value - last - step;
    step = n === 0 ? 0 : value - last;
    last = value;
    return change;
  });
}

function writeCourse(to: VarintWriter, { notation, values }: Course): void {
  to.count(notation.decimals + (notation.isShortest ? SHORTEST : 0));
  for (const change of changesOf(values)) to.signed(change);
}

function readCourse(from: VarintReader, length: number): Course {
  const head = from.count();
  const notation = { decimals: head % SHORTEST, isShortest: head >= SHORTEST };
  let [last, step] = [0, 0];
  const values = new Float64Array(length);
  for (let n = 0; n < length; n += 1) {
    const change = from.signed();
    step = n === 0 ? 0 : step + change;
    last += n === 0 ? change : step;
    values[n] = last;
  }
  return { notation, values };
}

/** One fold of texts whose frames are alike; null where a course cannot be written exactly. */
function folded(frame: string, words: readonly Numbered[], numerals: readonly (readonly string[])[]) {
  const courses: Course[] = [
    { notation: PLAIN, values: Float64Array.from(words, ({ sequence }) => sequence) },
    { notation: PLAIN, values: Float64Array.from(words, ({ entry }) => microsOf(entry.heardMs)) },
    { notation: PLAIN, values: Float64Array.from(words, ({ entry }) => microsOf(entry.saidMs)) },
  ];
  for (let place = 0; place < (numerals[0]?.length ?? 0); place += 1) {
    const column = numerals.map((each) => each[place] ?? '');
    const notation = notationOf(column);
    courses.push({ notation, values: Float64Array.from(column, (numeral) => valueOf(numeral, notation)) });
  }
  const isExact = (change: number): boolean => Math.abs(change) <= MAX_VARINT / 2;
  if (!courses.every(({ values }) => changesOf(values).every(isExact))) return null;
  const to = makeVarintWriter();
  to.count(FOLD_VERSION);
  to.bytes(ENCODER.encode(words[0]?.entry.topic ?? ''));
  to.bytes(ENCODER.encode(frame));
  to.count(words.length);
  for (const course of courses) writeCourse(to, course);
  return to.taken();
}

/** What a source said, folded, and what of it cannot be: bytes that are no text, frames that hardly repeat themselves. */
export function fold(words: readonly Numbered[]): {
  readonly folds: readonly { readonly first: Numbered; readonly data: Uint8Array }[];
  readonly rest: readonly Numbered[];
} {
  const alike = new Map<string, { words: Numbered[]; numerals: (readonly string[])[] }>();
  const rest: Numbered[] = [];
  for (const word of words) {
    const parts = word.entry.bytes === undefined ? framed(word.entry.text) : null;
    if (parts === null) {
      rest.push(word);
      continue;
    }
    const group = alike.get(parts.frame) ?? { words: [], numerals: [] };
    alike.set(parts.frame, group);
    group.words.push(word);
    group.numerals.push(parts.numerals);
  }
  const folds: { first: Numbered; data: Uint8Array }[] = [];
  for (const [frame, group] of alike) {
    const [first] = group.words;
    const data = group.words.length < MIN_WORDS ? null : folded(frame, group.words, group.numerals);
    if (data && first && isSame(unfold(data), group.words)) folds.push({ first, data });
    else rest.push(...group.words);
  }
  return { folds, rest };
}

const isSame = (found: readonly Numbered[], words: readonly Numbered[]): boolean =>
  found.every(({ sequence, entry }, n) => {
    const word = words[n];
    return (
      word !== undefined &&
      sequence === word.sequence &&
      entry.text === word.entry.text &&
      microsOf(entry.heardMs) === microsOf(word.entry.heardMs) &&
      microsOf(entry.saidMs) === microsOf(word.entry.saidMs)
    );
  });

/** Whose entries they are. @throws Error where the bytes are no fold. */
export function topicOfFold(data: Uint8Array): string {
  const from = makeVarintReader(data);
  from.count();
  return DECODER.decode(from.bytes());
}

/**
 * The entries of a fold, of those heard at such instants; of all by default. @throws Error where the bytes are no fold, or would unfold beyond the bound.
 */
export function unfold(
  data: Uint8Array,
  isWanted: (heardMs: number) => boolean = () => true,
): readonly Numbered[] {
  const from = makeVarintReader(data);
  const version = from.count();
  if (version !== FOLD_VERSION) throw new Error(`a fold of version ${version}`);
  const topic = DECODER.decode(from.bytes());
  const between = DECODER.decode(from.bytes()).split(GAP);
  const length = from.count();
  // Every numeral takes a byte at least.
  if (length * between.length > data.length) throw new Error(`a fold of ${length}`);
  const [sequences, heards, saids, ...places] = Array.from({ length: between.length + 2 }, () =>
    readCourse(from, length),
  );
  if (!from.isOver) throw new Error('a fold with more behind it');
  const heardMs = Array.from(heards?.values ?? [], millisOf);
  const wanted = [...heardMs.keys()].filter((n) => isWanted(heardMs[n] ?? 0));
  const texts = textsOf(between, places, wanted);
  return wanted.map((n, nth) => ({
    sequence: sequences?.values[n] ?? 0,
    entry: {
      topic,
      text: texts[nth] ?? '',
      heardMs: heardMs[n] ?? 0,
      saidMs: millisOf(saids?.values[n] ?? 0),
    },
  }));
}

/** Most places hold the same numeral in text after text. */
function textsOf(
  between: readonly string[],
  places: readonly Course[],
  wanted: readonly number[],
): readonly string[] {
  const texts = wanted.map(() => between[0] ?? '');
  let unfolded = 0;
  for (const [place, { notation, values }] of places.entries()) {
    const after = between[place + 1] ?? '';
    let [last, piece] = [Number.NaN, ''];
    for (const [nth, n] of wanted.entries()) {
      const value = values[n] ?? 0;
      if (value !== last) piece = numeralOf(value, notation) + after;
      last = value;
      unfolded += piece.length;
      texts[nth] += piece;
    }
    if (unfolded > MAX_UNFOLDED) throw new Error('a fold beyond the bound');
  }
  return texts;
}
