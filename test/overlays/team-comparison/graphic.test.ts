// What a team comparison picks: rows that both teams have, who leads in them, and how long their bars are.
import { describe, expect, test } from 'vitest';
import { teamComparison } from '../../../overlays/team-comparison/graphic.ts';
import type { ComparisonOptions } from '../../../overlays/team-comparison/view.ts';
import { noGame } from '../../../src/game/game.ts';
import type { StatLine } from '../../../src/game/stat-line.ts';
import { aMoment, type MomentWish } from '../../kit/moments.ts';

const FULL: StatLine = {
  fieldGoalsMade: 30,
  fieldGoalsAttempted: 63,
  twosMade: 19,
  twosAttempted: 34,
  threesMade: 11,
  threesAttempted: 29,
  freeThrowsMade: 17,
  freeThrowsAttempted: 17,
  rebounds: 41,
  offensiveRebounds: 9,
  assists: 22,
  steals: 7,
  turnovers: 9,
  paintPoints: 38,
  secondChancePoints: 12,
  pointsOffTurnovers: 15,
};
const lines = (homeLine: StatLine, awayLine: StatLine = homeLine): MomentWish => ({
  home: { line: homeLine },
  away: { line: awayLine },
});
const pick = (wish: MomentWish, options: Partial<ComparisonOptions> = {}) =>
  teamComparison.pick(aMoment(wish), teamComparison.options.parse(options));
const rows = (wish: MomentWish, options: Partial<ComparisonOptions> = {}) => pick(wish, options)?.rows ?? [];

test.each([
  [
    'all',
    ['fieldGoals', 'threes', 'freeThrows', 'rebounds', 'assists', 'turnovers', 'paint', 'secondChance'],
  ],
  ['shooting', ['fieldGoals', 'twos', 'threes', 'freeThrows', 'paint']],
  ['ball control', ['rebounds', 'offensiveRebounds', 'assists', 'steals', 'turnovers', 'offTurnovers']],
] as const)('the rows of %s stand in their order', (preset, keys) => {
  expect(rows(lines(FULL), { rows: preset }).map(({ key }) => key)).toEqual(keys);
});

describe('a row that only one team has is left out', () => {
  test.each<readonly [string, StatLine]>([
    ['a count that was not said', { turnovers: 3 }],
    ['a percentage of half a fraction', { turnovers: 3, threesMade: 2 }],
    ['a percentage of no attempts', { turnovers: 3, freeThrowsMade: 0, freeThrowsAttempted: 0 }],
  ])('%s', (_, away) => {
    expect(rows(lines(FULL, away)).map(({ key }) => key)).toEqual(['turnovers']);
  });

  test('but none at all is', () => {
    expect(rows(lines({ assists: 0 }))).toMatchObject([{ key: 'assists', home: 0, away: 0, lead: null }]);
  });
});

test.each<readonly [string, StatLine, StatLine, 'home' | 'away' | null]>([
  ['more assists', { assists: 5 }, { assists: 4 }, 'home'],
  ['fewer assists', { assists: 3 }, { assists: 4 }, 'away'],
  ['as many', { assists: 4 }, { assists: 4 }, null],
  ['more turnovers', { turnovers: 5 }, { turnovers: 4 }, 'away'],
  ['fewer turnovers', { turnovers: 3 }, { turnovers: 4 }, 'home'],
  [
    'a percentage that reads the same',
    { threesMade: 3333, threesAttempted: 10_000 },
    { threesMade: 1, threesAttempted: 3 },
    null,
  ],
])('with %s, the lead is told', (_, homeLine, awayLine, lead) => {
  expect(rows(lines(homeLine, awayLine))[0]?.lead).toBe(lead);
});

test('both bars of a row share one scale, and none is longer than whole', () => {
  const [few] = rows(lines({ rebounds: 2 }, { rebounds: 1 }));
  expect((few?.home ?? 1) / (few?.full ?? 1)).toBeLessThan(0.1);
  const [many] = rows(lines({ rebounds: 188 }, { rebounds: 94 }));
  expect([many?.home, many?.away, many?.full]).toEqual([188, 94, 188]);
  const [percent] = rows(lines({ threesMade: 1, threesAttempted: 4 }));
  expect([percent?.home, percent?.full]).toEqual([25, 100]);
});

test('a period has its own counts, and its own words', () => {
  const wish: MomentWish = {
    home: { line: FULL, periodLines: { Q3: { assists: 5 } } },
    away: { line: FULL, periodLines: { Q3: { assists: 6 } } },
  };
  expect(pick(wish, { period: 'Q3' })).toMatchObject({
    subtitle: '3RD QUARTER',
    rows: [{ key: 'assists', home: 5, away: 6 }],
  });
  expect(pick(wish, { period: 'Q2' })).toBeNull();
});

test.each([
  ['Q3', 'SINCE TIP-OFF'],
  ['FINAL', 'FULL GAME'],
] as const)('in %s the whole game reads %s', (period, words) => {
  expect(pick({ ...lines(FULL), game: { period } })?.subtitle).toBe(words);
});

test('there is nothing to show before a game, of one team, or where nothing is counted', () => {
  expect(pick({ game: noGame })).toBeNull();
  expect(pick({ ...lines(FULL), game: { awayId: null } })).toBeNull();
  expect(pick(lines({}))).toBeNull();
});

test('it is plain data, equal for equal moments', () => {
  expect(structuredClone(pick(lines(FULL)))).toEqual(pick(lines(FULL)));
});
