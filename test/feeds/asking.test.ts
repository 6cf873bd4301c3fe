import { describe, expect, it } from 'vitest';
import { makeAsking, SELDOM_MS } from '../../src/feeds/asking.ts';

/** The instants at which it asks when something is always missing, up to `untilMs`. */
function askedUntil(untilMs: number): readonly number[] {
  const asking = makeAsking();
  const asked: number[] = [];
  for (let nowMs = asking.waitMs(0); nowMs <= untilMs; nowMs += asking.waitMs(nowMs)) {
    asking.asked(nowMs);
    asked.push(nowMs);
  }
  return asked;
}

describe('asking for what is missing', () => {
  it('is soon at first, then less often', () => {
    expect(askedUntil(11_000)).toEqual([1_000, 3_000, 7_000, 11_000]);
  });

  it('is no storm, however long something is missing', () => {
    const hour = askedUntil(3_600_000);
    expect(hour.length).toBeLessThan(3_600_000 / SELDOM_MS + 10);
    expect(hour.slice(10).every((atMs, index) => atMs - (hour[index + 9] ?? 0) === SELDOM_MS)).toBe(true);
  });

  it('is soon again after a time in which nothing was missing', () => {
    const asking = makeAsking();
    for (let ask = 0; ask < 20; ask += 1) asking.asked(ask);
    expect(asking.waitMs(20)).toBe(SELDOM_MS);
    expect(asking.waitMs(120_000)).toBe(1_000);
  });
});
