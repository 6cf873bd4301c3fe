// How the viewer keeps, searches and counts what was heard.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noWords, WORDS_KEPT, withMore } from '../../../src/control/workshop/words-line.ts';
import {
  isShown,
  nameOf,
  ratesOf,
  saidWords,
  seqOf,
  snippetOf,
} from '../../../src/control/workshop/words-view.ts';
import type { Heard } from '../../../src/wire/heard.ts';

const heard = (n: number, more: Partial<Heard> = {}): Heard => ({
  n,
  way: 'in',
  atMs: n * 100,
  source: 'clock',
  chars: 10,
  text: '0123456789',
  said: [],
  faults: [],
  ...more,
});
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => heard(from + at));

test('what is heard in any batches, some of it twice, is kept once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }), (cuts) => {
      let words = noWords;
      let upTo = 0;
      for (const cut of cuts) {
        // Each batch begins where it likes among what was told, and goes on a little.
        words = withMore(words, numbers(Math.max(1, upTo - cut), upTo + (cut % 7)));
        upTo += cut % 7;
      }
      expect(words.heard.map(({ n }) => n)).toEqual(Array.from({ length: upTo }, (_, at) => at + 1));
      expect(words).toMatchObject({ gone: 0, missed: 0 });
    }),
  );
});

test('what was never told is counted by the gap in the numbers', () => {
  const words = withMore(withMore(noWords, numbers(5, 9)), numbers(20, 21));
  expect(words.missed).toBe(10);
});

test('more texts than are kept let the oldest go, and are counted', () => {
  const words = withMore(noWords, numbers(1, WORDS_KEPT.texts + 5));
  expect(words.heard).toHaveLength(WORDS_KEPT.texts);
  expect(words.heard[0]?.n).toBe(6);
  expect(words.gone).toBe(5);
});

test('long texts let the oldest go before there are too many of them', () => {
  const text = 'x'.repeat(WORDS_KEPT.chars / 4);
  const words = withMore(
    noWords,
    [1, 2, 3, 4, 5, 6].map((n) => heard(n, { text })),
  );
  expect(words.heard.map(({ n }) => n)).toEqual([3, 4, 5, 6]);
});

test('rates are of the last five seconds, sizes of all that is kept', () => {
  const [clock] = ratesOf([heard(1, { chars: 30 }), ...numbers(101, 110)], 11_000);
  expect(clock).toMatchObject({
    source: 'clock',
    count: 11,
    perSecond: 2,
    charsPerSecond: 20,
    meanChars: 12,
  });
});

test('what we say is a source of its own', () => {
  expect(nameOf(heard(1, { way: 'out', source: 'ping' }))).toBe('→ ping');
});

test('a search looks into the words and into what was made of them, whatever the case', () => {
  const looking = { off: new Set<string>(), find: 'Q2', onlyFaults: false };
  expect(isShown(heard(1, { text: '{"period":"q2"}' }), looking)).toBe(true);
  expect(isShown(heard(1, { said: [{ kind: 'period', period: 'Q2' }] }), looking)).toBe(true);
  expect(isShown(heard(1), looking)).toBe(false);
});

test('a source that is off is not shown, nor what is well while only Faults are looked for', () => {
  const all = { off: new Set<string>(), find: '', onlyFaults: false };
  expect(isShown(heard(1), { ...all, off: new Set(['clock']) })).toBe(false);
  expect(isShown(heard(1), { ...all, onlyFaults: true })).toBe(false);
  const faults = [{ code: 'bad', where: 'x', expected: 'a', found: 'b' }];
  expect(isShown(heard(1, { faults }), { ...all, onlyFaults: true })).toBe(true);
});

test('a line shows what was found, wherever in the words it is', () => {
  const text = `${'a'.repeat(500)}NEEDLE${'b'.repeat(500)}`;
  const { before, found, after } = snippetOf(text, 'needle');
  expect(found).toBe('NEEDLE');
  expect(before.startsWith('…a')).toBe(true);
  expect(after.startsWith('b')).toBe(true);
});

test('what was made of words is counted by kind', () => {
  expect(saidWords(heard(1, { said: [{ kind: 'roster' }, { kind: 'score' }, { kind: 'roster' }] }))).toBe(
    'roster ×2, score',
  );
  expect(seqOf('{"type":"data","seq": 42}')).toBe('42');
  expect(seqOf('{}')).toBe('');
});
