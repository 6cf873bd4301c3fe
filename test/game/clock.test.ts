import { describe, expect, it } from 'vitest';
import { gameClockText, readClock, shotClockText } from '../../src/game/clock.ts';
import { RULE_SETS, rulesOf } from '../../src/game/rules.ts';

describe('a clock anchor', () => {
  const anchor = { atMs: 1_000, remainingMs: 5_000, running: true, resolutionMs: 100 };

  it('falls with time while it runs, and never below zero', () => {
    expect([readClock(anchor, 1_000), readClock(anchor, 3_500), readClock(anchor, 99_000)]).toEqual([
      5_000, 2_500, 0,
    ]);
  });

  it('says what it said while it stands, and before it was said', () => {
    expect(readClock({ ...anchor, running: false }, 99_000)).toBe(5_000);
    expect(readClock(anchor, 0)).toBe(5_000);
  });
});

describe('the figures of a clock', () => {
  it.each([
    ['nba', 720_000, '12:00'],
    ['nba', 719_999, '11:59'],
    ['nba', 600_000, '10:00'],
    ['nba', 60_000, '1:00'],
    ['nba', 59_999, '59.9'],
    ['nba', 59_900, '59.9'],
    ['nba', 59_899.9999, '59.9'],
    ['nba', 100, '0.1'],
    ['nba', 99, '0.0'],
    ['nba', 0, '0.0'],
    ['ncaa-men', 1_200_000, '20:00'],
  ] as const)('of the game under %s at %d ms are %s', (name, ms, text) => {
    expect(gameClockText(rulesOf(name), ms)).toBe(text);
  });

  it.each([
    ['nba', 24_000, '24'],
    ['nba', 23_999, '23'],
    ['nba', 5_000, '5'],
    ['nba', 4_999, '4.9'],
    ['nba', 0, '0.0'],
    ['ncaa-men', 30_000, '30'],
    ['ncaa-men', 29_001, '30'],
    ['ncaa-men', 29_000, '29'],
    ['ncaa-men', 5_001, '6'],
    ['ncaa-men', 5_000, '5.0'],
    ['ncaa-men', 1, '0.1'],
  ] as const)('of possession under %s at %d ms are %s', (name, ms, text) => {
    expect(shotClockText(rulesOf(name), ms)).toBe(text);
  });

  it.each(RULE_SETS)('count down under %s without skipping or repeating out of order', (name) => {
    const rules = rulesOf(name);
    for (const [text, fromMs] of [
      [gameClockText, 130_000],
      [shotClockText, rules.shotClock.fullMs],
    ] as const) {
      const seen: string[] = [];
      for (let ms = fromMs; ms >= 0; ms -= 10) {
        const shown = text(rules, ms);
        if (seen[seen.length - 1] !== shown) seen.push(shown);
      }
      expect(new Set(seen).size).toBe(seen.length);
      const values = seen.map((shown) => {
        const [first = '0', second] = shown.split(':');
        return second === undefined ? Number(first) : Number(first) * 60 + Number(second);
      });
      for (let i = 1; i < values.length; i += 1) {
        const step = (values[i - 1] as number) - (values[i] as number);
        expect({ at: seen[i], step: step < 1.001 && step > 0 }).toEqual({ at: seen[i], step: true });
      }
    }
  });
});
