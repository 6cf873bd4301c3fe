import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ASKS, MAX_MISSING, MAX_VAIN, makeSequence } from '../../../src/feeds/shottracker/sequence.ts';

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

  it('what an answer passes over is asked for again, and given up after so many', () => {
    const { sequence } = take(1, 2, 5);
    for (let asks = 1; asks <= MAX_ASKS; asks += 1) {
      expect([sequence.worthResuming, sequence.resumeFrom]).toEqual([true, asks === 1 ? 2 : 3]);
      sequence.resumed();
      sequence.take(3, undefined);
      const { lost } = sequence.take(5, undefined);
      expect(lost).toEqual(asks === MAX_ASKS ? { from: 4, to: 4 } : undefined);
    }
    expect([sequence.worthResuming, sequence.resumeFrom]).toEqual([false, 5]);
  });

  it('an answer that breaks off before it comes to what is missing does not count', () => {
    const { sequence } = take(1, 3, 5);
    for (let asks = 0; asks < MAX_ASKS + 1; asks += 1) {
      expect(sequence.resumed()).toBeUndefined();
      sequence.take(1, undefined);
    }
    expect(sequence.resumeFrom).toBe(1);
  });

  it('what was given up is taken when it comes all the same', () => {
    const { sequence } = take(1, 3);
    for (let asks = 0; asks < MAX_ASKS; asks += 1) {
      sequence.resumed();
      sequence.take(3, undefined);
    }
    expect(sequence.worthResuming).toBe(false);
    expect(sequence.take(2, undefined)).toEqual({ verdict: 'late' });
  });

  it('where asking brought nothing again and again, later gaps are natural, until one closes by itself', () => {
    const sequence = makeSequence();
    for (let at = 1; at < 2 * MAX_VAIN; at += 2) {
      sequence.take(at, undefined);
      sequence.resumed();
      sequence.take(at, undefined);
    }
    sequence.take(100, undefined);
    sequence.resumed();
    sequence.take(100, undefined);
    expect([sequence.worthResuming, sequence.resumeFrom]).toEqual([false, 100]);
    sequence.take(50, undefined);
    expect(sequence.worthResuming).toBe(true);
  });

  it('where asking helped, a later gap is asked for too', () => {
    const { sequence } = take(1, 3);
    sequence.resumed();
    sequence.take(2, undefined);
    sequence.take(6, undefined);
    expect([sequence.worthResuming, sequence.resumeFrom]).toEqual([true, 3]);
  });

  it('what could not be read is asked for, once, unless the next number shows that it had none', () => {
    const { sequence } = take(1);
    sequence.unread();
    expect([sequence.worthResuming, sequence.resumeFrom]).toEqual([true, 1]);
    sequence.resumed();
    expect(sequence.worthResuming).toBe(false);
    sequence.unread();
    sequence.take(2, undefined);
    expect(sequence.worthResuming).toBe(false);
  });

  it('words that cannot be read do not have it ask without end', () => {
    const { sequence } = take(1);
    let asked = 0;
    for (let words = 0; words < 1_000; words += 1) {
      sequence.unread();
      if (sequence.worthResuming) asked += 1;
      sequence.resumed();
    }
    expect(asked).toBeLessThan(30);
  });

  it('a leap of millions is remembered in part only', () => {
    const { sequence } = take(1, 5_000_000);
    expect(sequence.resumeFrom).toBe(5_000_000 - MAX_MISSING - 1);
  });
});
