import { expect, it } from 'vitest';
import { makeBackoff } from '../../src/feeds/backoff.ts';
import { seeded } from '../kit/random.ts';

it('the ceiling of the waits doubles up to five seconds and stays there', () => {
  const backoff = makeBackoff({ random: () => 1 });
  expect(Array.from({ length: 7 }, () => backoff.next())).toEqual([500, 1000, 2000, 4000, 5000, 5000, 5000]);
});

it('no wait is shorter than the least', () => {
  const backoff = makeBackoff({ random: () => 0 });
  expect(Array.from({ length: 4 }, () => backoff.next())).toEqual([250, 250, 250, 250]);
});

it('after a success the waits are short again', () => {
  const backoff = makeBackoff({ random: () => 1 });
  for (let i = 0; i < 10; i += 1) backoff.next();
  backoff.reset();
  expect(backoff.next()).toBe(500);
});

it('two clients that failed at once do not come back at once', () => {
  const [one, other] = [makeBackoff({ random: seeded(1) }), makeBackoff({ random: seeded(2) })];
  const waits = Array.from({ length: 5 }, () => [one.next(), other.next()] as const);
  expect(waits.every(([a, b]) => Math.abs(a - b) > 1)).toBe(true);
});
