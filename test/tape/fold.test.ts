// Folded texts are what they were, byte for byte, whatever they are; what cannot be folded is left as it is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, unfold } from '../../src/tape/fold.ts';
import { inOrder, type Numbered } from '../../src/tape/numbered.ts';
import { framed, GAP, notationOf, numeralOf, valueOf } from '../../src/tape/numerals.ts';
import { MAX_VARINT, makeVarintReader, makeVarintWriter } from '../../src/tape/varints.ts';

const START_MS = 1_700_000_000_000;

const wordOf = (text: string, n: number): Numbered => ({
  sequence: n + 1,
  entry: {
    topic: 'shottracker/location',
    text,
    heardMs: START_MS + n * 40 + 0.125,
    saidMs: START_MS + n * 40,
  },
});

/** Everything that a fold and its rest hold, in order. */
const back = (words: readonly Numbered[]): readonly Numbered[] => {
  const { folds, rest } = fold(words);
  return inOrder([...rest, ...folds.flatMap(({ data }) => unfold(data))], 1);
};

const numeral = fc.oneof(
  fc.integer({ min: -20_000, max: 20_000 }).map(String),
  fc.double({ min: -9, max: 9, noNaN: true }).map((value) => value.toFixed(2)),
  fc.double({ min: -9, max: 9, noNaN: true }).map((value) => String(Math.round(value * 100) / 100)),
  fc.double({ noNaN: true }).map(String),
  fc.constantFrom('-0', '-0.00', '007', '1.', '.5', '1e21', '12345678901234567890', '1.0000000000001', '--3'),
);

test('whatever numerals stand in like texts, they are unfolded as they came', () => {
  const texts = fc.array(fc.tuple(numeral, numeral, numeral), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(texts, (all) => {
      const words = all.map(([x, y, z], n) => wordOf(`{"x":${x},"y":[${y}],"ž":"${z}"}`, n));
      expect(back(words)).toEqual(words);
    }),
    { numRuns: 300 },
  );
});

test('texts of any kind are unfolded as they came', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 25 }), (texts) => {
      const words = texts.map(wordOf);
      expect(back(words)).toEqual(words);
    }),
    { numRuns: 60 },
  );
});

test('positions are folded to a fraction, and all of them', () => {
  const words = Array.from({ length: 200 }, (_, n) =>
    wordOf(`{"t":${START_MS + n * 40},"x":${-400 + n * 7},"speed":${(n * 0.05).toFixed(2)},"scms":24000}`, n),
  );
  const { folds, rest } = fold(words);
  expect(rest).toEqual([]);
  expect(folds).toHaveLength(1);
  const chars = words.reduce((sum, { entry }) => sum + entry.text.length, 0);
  expect(folds[0]?.data.length).toBeLessThan(chars / 4);
});

test('bytes that are no text, and a text with the mark of a gap in it, are left as they are', () => {
  const bytes = {
    ...wordOf('\ufffd', 3),
    entry: { ...wordOf('\ufffd', 3).entry, bytes: Uint8Array.of(0xff) },
  };
  const words = [bytes, ...Array.from({ length: 20 }, (_, n) => wordOf(`{"a":"${GAP}","n":${n}}`, n + 4))];
  expect(fold(words)).toEqual({ folds: [], rest: words });
});

test('a stamp that no course can hold exactly is left as it is', () => {
  const far = Array.from({ length: 20 }, (_, n) => {
    const word = wordOf(`{"n":${n}}`, n);
    return { ...word, entry: { ...word.entry, saidMs: n % 2 ? 9e12 : 0 } };
  });
  expect(back(far)).toEqual(far);
});

test('bytes that are no fold are refused, and never unfold to more than they can hold', () => {
  const words = Array.from({ length: 30 }, (_, n) => wordOf(`{"x":${n}}`, n));
  const [whole] = fold(words).folds;
  const data = whole?.data ?? new Uint8Array();
  fc.assert(
    fc.property(
      fc.nat(data.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      (at, flip, isCut) => {
        const broken = isCut ? data.subarray(0, at) : data.slice();
        if (!isCut) broken[at] = (broken[at] ?? 0) ^ flip;
        try {
          const chars = unfold(broken).reduce((sum, { entry }) => sum + entry.text.length, 0);
          expect(chars).toBeLessThan(64 * 1024 * 1024);
        } catch (error) {
          if (error instanceof Error && error.name === 'AssertionError') throw error;
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  [['1', '2', '-3'], { decimals: 0, isShortest: false }],
  [['1.50', '2.00'], { decimals: 2, isShortest: false }],
  [['1.5', '2', '-0.25'], { decimals: 2, isShortest: true }],
])('numerals %j are written in one notation', (numerals, notation) => {
  expect(notationOf(numerals)).toEqual(notation);
  expect(numerals.map((one) => numeralOf(valueOf(one, notation), notation))).toEqual(numerals);
});

test('a text is its frame and its numerals', () => {
  expect(framed('{"x":-12,"v":0.50,"n":"-0"}')).toEqual({
    frame: `{"x":${GAP},"v":${GAP},"n":"-${GAP}"}`,
    numerals: ['-12', '0.50', '0'],
  });
});

test('whole numbers are written and read back', () => {
  const some = fc.array(fc.integer({ min: -MAX_VARINT / 2 + 1, max: MAX_VARINT / 2 - 1 }));
  fc.assert(
    fc.property(some, (values) => {
      const to = makeVarintWriter();
      for (const value of values) to.signed(value);
      const from = makeVarintReader(to.taken());
      expect(values.map(() => from.signed())).toEqual(values);
      expect(from.isOver).toBe(true);
    }),
  );
});
