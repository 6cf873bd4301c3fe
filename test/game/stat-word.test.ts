// How counts are written for viewers.
import { expect, test } from 'vitest';
import {
  fractionText,
  measureText,
  percentOf,
  pointsPerPossession,
  possessionLabel,
  reboundsOf,
  signedText,
} from '../../src/game/stat-word.ts';

test.each([
  [12, 'count', '12'],
  [100, 'percent', '100.0%'],
  [47.25, 'percent', '47.3%'],
  [0, 'percent', '0.0%'],
  [1.075, 'ratio', '1.07'],
  [1, 'ratio', '1.00'],
] as const)('%d as %s reads %s', (value, measure, text) => {
  expect(measureText(value, measure)).toBe(text);
});

test.each([
  [1, 4, 25],
  [0, 4, 0],
  [0, 0, null],
  [undefined, 4, null],
  [1, undefined, null],
])('%s of %s is %s per cent', (made, attempted, percent) => {
  expect(percentOf(made, attempted)).toBe(percent);
});

test('a fraction needs both of its numbers', () => {
  expect([fractionText(0, 3), fractionText(undefined, 3), fractionText(1, undefined)]).toEqual([
    '0/3',
    null,
    null,
  ]);
});

test('only what is above nought has a plus', () => {
  expect([7, 0, -3].map(signedText)).toEqual(['+7', '0', '−3']);
});

test('rebounds are taken as said before they are added up', () => {
  expect(reboundsOf({ rebounds: 9, offensiveRebounds: 2, defensiveRebounds: 3 })).toBe(9);
  expect(reboundsOf({ offensiveRebounds: 2, defensiveRebounds: 3 })).toBe(5);
  expect(reboundsOf({ defensiveRebounds: 3 })).toBeUndefined();
});

test.each([
  [{ pointsPerPossession: 1.2, points: 9, possessions: 3 }, 1.2],
  [{ points: 9, possessions: 6 }, 1.5],
  [{ points: 9 }, null],
  [{ pointsPerPossession: 0, possessions: 0 }, null],
  [{}, null],
])('of %o it is %s points a possession', (said, expected) => {
  expect(pointsPerPossession({ type: 'X', ...said })).toBe(expected);
});

test.each([
  ['TRANSITION', 'Transition'],
  ['HALF_COURT', 'Half court'],
  ['PT0_BR0', 'No paint, no reversal'],
  ['PT1_BR0', 'Paint touch'],
  ['PT2_BR0', 'PT2 / BR0'],
  ['Pick and roll', 'Pick and roll'],
  ['', ''],
])('the possession type %s reads %s', (type, label) => {
  expect(possessionLabel(type)).toBe(label);
});
