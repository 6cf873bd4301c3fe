// Whatever stands in the provider's words, what is said of them are Messages, and what cannot be used is told.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { broken, GOOD } from './broken-words.ts';
import { envelope, hearAll, problems, RUNS } from './odd-words.ts';

const KINDS = [
  'clock',
  'colours',
  'frame',
  'lineup',
  'period',
  'play',
  'possession',
  'roster',
  'score',
  'shot',
  'stats',
  'zones',
];

it('whatever stands in the data of a source, nothing is said that is no Message', () => {
  fc.assert(
    fc.property(fc.array(envelope, { minLength: 1, maxLength: 6 }), (messages) => {
      const texts = messages.map((one) => JSON.stringify(one));
      expect(problems(hearAll(texts), texts.length)).toEqual([]);
    }),
    RUNS,
  );
});

it('whatever text comes, it goes to the tape and is either used or told', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
      const all = hearAll([text]);
      expect(problems(all, 1)).toEqual([]);
      if (all.results[0] === null) expect(all.faults).not.toEqual([]);
    }),
    RUNS,
  );
});

it('whatever is broken in good messages, what is said are Messages, of every kind', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.array(broken, { minLength: 1, maxLength: 6 }), (texts) => {
      const all = hearAll(texts);
      for (const { kind } of all.said) kinds.add(kind);
      expect(problems(all, texts.length)).toEqual([]);
    }),
    RUNS,
  );
  expect([...kinds].sort()).toEqual(KINDS);
});

it('a message cut off anywhere is a Fault, and the next one is read', () => {
  fc.assert(
    fc.property(fc.constantFrom(...GOOD), fc.double({ min: 0, max: 1, noNaN: true }), (message, share) => {
      const text = JSON.stringify({ type: 'data', ...message });
      const all = hearAll([text.slice(0, Math.floor(share * (text.length - 1))), text]);
      expect(all.results[0]).toBeNull();
      expect(all.codes()).toContain('not-json');
      expect(all.said.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

it('a message with one character changed never throws, and never says what is no Message', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...GOOD),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (message, at, other) => {
        const text = JSON.stringify({ type: 'data', ...message });
        const index = at % text.length;
        expect(problems(hearAll([text.slice(0, index) + other + text.slice(index + 1)]), 1)).toEqual([]);
      },
    ),
    RUNS,
  );
});
