import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_MISSING, makeSequence } from '../../../src/feeds/shottracker/sequence.ts';

const take = (...numbers: number[]) => {
  const sequence = makeSequence();
  return { sequence, taken: numbers.map((seq) => sequence.take(seq, undefined)) };
};

describe('what is new', () => {
  it('the first number is, wherever it starts', () => {
    expect(take(500).taken).toEqual([{ verdict: 'fresh' }]);
  });

  it('a number that was heard before is old', () => {
    expect(take(1, 2, 2, 1).taken.map(({ verdict }) => verdict)).toEqual(['fresh', 'fresh', 'old', 'old']);
  });

  it('a gap is told once, and what fills it is late', () => {
    const { taken } = take(1, 4, 3, 2, 3);
    expect(taken).toEqual([
      { verdict: 'fresh' },
      { verdict: 'fresh', gap: { from: 2, to: 3 } },
      { verdict: 'late' },
      { verdict: 'late' },
      { verdict: 'old' },
    ]);
  });

  it('in whatever order numbers come, each is taken once', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 120 });
    fc.assert(
      fc.property(numbers, (heard) => {
        const { taken } = take(1, ...heard);
        const accepted = [1, ...heard].filter((_, index) => taken[index]?.verdict !== 'old');
        return new Set(accepted).size === accepted.length && new Set([1, ...heard]).size === accepted.length;
      }),
      { seed: 5 },
    );
  });

  it('a low number on a message newer than any is a sequence begun anew', () => {
    const sequence = makeSequence();
    for (let seq = 100; seq < 110; seq += 1) sequence.take(seq, seq * 1_000);
    expect(sequence.take(1, 300_000)).toEqual({ verdict: 'fresh', restarted: true });
    expect(sequence.take(2, 300_001)).toEqual({ verdict: 'fresh' });
    expect(sequence.resumeFrom).toBe(2);
  });

  it('a replay from the beginning is old, however long', () => {
    const sequence = makeSequence();
    for (let seq = 1; seq <= 50; seq += 1) sequence.take(seq, seq * 1_000);
    const verdicts = Array.from({ length: 50 }, (_, i) => sequence.take(i + 1, (i + 1) * 1_000).verdict);
    expect(new Set(verdicts)).toEqual(new Set(['old']));
  });
});

describe('from where to resume', () => {
  it('before the first number from nowhere', () => {
    expect(makeSequence().resumeFrom).toBeNull();
  });

  it('from the last number, where nothing is missing', () => {
    expect(take(1, 2, 3).sequence.resumeFrom).toBe(3);
  });

  it('from before what is missing', () => {
    expect(take(1, 2, 5, 6, 9).sequence.resumeFrom).toBe(2);
  });

  it('what is missing is asked for once', () => {
    const { sequence } = take(1, 2, 5);
    expect(sequence.worthResuming).toBe(true);
    sequence.resumed();
    expect([sequence.worthResuming, sequence.resumeFrom]).toEqual([false, 5]);
  });

  it('where asking brought nothing, later gaps are natural', () => {
    const { sequence } = take(1, 3);
    sequence.resumed();
    sequence.take(6, undefined);
    expect([sequence.worthResuming, sequence.resumeFrom]).toEqual([false, 6]);
  });

  it('where asking helped, a later gap is asked for too', () => {
    const { sequence } = take(1, 3);
    sequence.resumed();
    sequence.take(2, undefined);
    sequence.take(6, undefined);
    expect([sequence.worthResuming, sequence.resumeFrom]).toEqual([true, 3]);
  });

  it('a leap of millions is remembered in part only', () => {
    const { sequence } = take(1, 5_000_000);
    expect(sequence.resumeFrom).toBe(5_000_000 - MAX_MISSING - 1);
  });
});
