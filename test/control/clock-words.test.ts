import { expect, test } from 'vitest';
import { clockTyped } from '../../src/control/clock-words.ts';

test.each([
  ['4:32', 272_000],
  ['12:00', 720_000],
  [':45', 45_000],
  ['0:09.3', 9_300],
  ['32.4', 32_400],
  ['32,4', 32_400],
  ['12', 12_000],
  [' 7:05 ', 425_000],
])('%s is a clock', (text, ms) => {
  expect(clockTyped(text)).toBe(ms);
});

test.each(['', '4:60', '4:5', '32.44', '-1', '4:32:10', 'four', '1e3'])('%j is none', (text) => {
  expect(clockTyped(text)).toBeNull();
});
