// What is asked for again: from where the list was whole, soon, less and less often, and not for ever.
import { describe, expect, test } from 'vitest';
import { ACCEPTED, ASKS, type Doubt, makeDoubts, SCORE_LAGS_MS } from '../../../src/feeds/imgarena/doubts.ts';
import { LONGEST_GAP, makeWhole } from '../../../src/feeds/imgarena/whole.ts';
import { makeManualTime } from '../../kit/manual-time.ts';

function rig() {
  const time = makeManualTime(0);
  const asked: { readonly atMs: number; readonly doubts: readonly Doubt[] }[] = [];
  const accepted: Doubt[] = [];
  const doubts = makeDoubts({
    time,
    ask: (about) => asked.push({ atMs: time.now(), doubts: about }),
    accept: (doubt) => accepted.push(doubt),
  });
  return { time, doubts, asked, accepted };
}

describe('a doubt', () => {
  test('is asked about after a second; settled before, it is not', () => {
    const { time, doubts, asked } = rig();
    doubts.raise('gap');
    time.advance(999);
    doubts.settle('gap');
    time.advance(10_000);
    expect(asked).toEqual([]);
    doubts.raise('gap');
    time.advance(1_000);
    expect(asked.map(({ doubts: about }) => about)).toEqual([['gap']]);
  });

  test('of the score is asked about when the summary has had time to follow', () => {
    const { time, doubts, asked } = rig();
    doubts.raise('score');
    time.advance(SCORE_LAGS_MS - 1);
    expect(asked).toEqual([]);
    time.advance(1);
    expect(asked.length).toBe(1);
  });

  test('that never ends is asked about seldom, then accepted, and in the end raised no more', () => {
    const { time, doubts, asked, accepted } = rig();
    for (let second = 0; second < 900; second += 1) {
      doubts.raise('gap');
      time.advance(1_000);
    }
    expect(accepted).toEqual(Array.from({ length: ACCEPTED }, () => 'gap'));
    expect(asked.length).toBe(ACCEPTED * ASKS);
    const waits = asked.slice(1).map(({ atMs }, nth) => atMs - (asked[nth]?.atMs ?? 0));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1_000);
    expect(doubts.raise('gap')).toBe(false);
  });
});

describe('a list', () => {
  const hear = (whole: ReturnType<typeof makeWhole>, seq: number, isDoubted = false): void =>
    whole.hear({ seq, isNew: true, isDoubted });

  test('is asked for from before the first number that was left out, until that has come', () => {
    const whole = makeWhole();
    for (const seq of [1, 2, 5, 6]) hear(whole, seq);
    expect([whole.hasGap, whole.position]).toEqual([true, 2]);
    hear(whole, 3);
    expect([whole.hasGap, whole.position]).toEqual([true, 2]);
    hear(whole, 4);
    expect([whole.hasGap, whole.position]).toEqual([false, 6]);
  });

  test('is asked for from before what is doubted, until it was told again to its end', () => {
    const whole = makeWhole();
    for (const seq of [1, 2]) hear(whole, seq);
    hear(whole, 3, true);
    hear(whole, 4);
    expect(whole.position).toBe(2);
    whole.resumed();
    hear(whole, 3);
    expect(whole.position).toBe(2);
    hear(whole, 4);
    expect(whole.position).toBe(4);
  });

  test('whose numbers begin anew has no gap', () => {
    const whole = makeWhole();
    hear(whole, 1);
    hear(whole, 2 + LONGEST_GAP);
    expect(whole.hasGap).toBe(false);
  });
});
