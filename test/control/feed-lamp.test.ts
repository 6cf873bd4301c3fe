import { describe, expect, test } from 'vitest';
import { feedLamp } from '../../src/control/feed-lamp.ts';
import { addressesOf, ageText, sizeText } from '../../src/control/words.ts';
import { GRAPHICS, health, NOW_MS } from './words.ts';

const { feed } = health();

describe('the lamp', () => {
  test.each([
    ['live', 'quiet', 'Live'],
    ['connecting', 'look', 'Connecting'],
    ['stale', 'look', 'Connected, unusable'],
    ['lost', 'lost', 'Gone'],
    ['ended', 'quiet', 'Ended'],
  ] as const)('of a feed that is %s', (status, attention, label) => {
    expect(feedLamp({ ...feed, status }, NOW_MS)).toMatchObject({ attention, label });
  });

  test.each([
    [null, 'nothing heard yet'],
    [NOW_MS - 1_900, 'heard now'],
    [NOW_MS + 300, 'heard now'],
    [NOW_MS - 64_000, 'heard 1 min 04 s ago'],
  ])('heard at %s says %s', (heardMs, age) => {
    expect(feedLamp({ ...feed, heardMs }, NOW_MS).age).toBe(age);
  });
});

test.each([
  [-5, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min 00 s'],
  [3_600_000, '1 h 00 min'],
])('%d ms is %s', (ms, text) => {
  expect(ageText(ms)).toBe(text);
});

test.each([
  [812, '812 B'],
  [43_210, '43 kB'],
  [12_345_678, '12.3 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test('addresses are those of the relay that served the page, one for each graphic', () => {
  const urls = addressesOf('http://10.0.0.7:4747', GRAPHICS).map(({ url }) => url);
  expect(urls.slice(0, 3)).toEqual([
    'http://10.0.0.7:4747/out?name=program',
    'http://10.0.0.7:4747/out?name=preview&bus=preview',
    'http://10.0.0.7:4747/out?name=scorebug&graphics=scorebug',
  ]);
  expect(urls).toHaveLength(2 + GRAPHICS.length);
});
