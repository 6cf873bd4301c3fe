// What a player line picks: whose, which figures, and nothing that was not said.
import { describe, expect, test } from 'vitest';
import { playerLine } from '../../../overlays/player-line/graphic.ts';
import type { PlayerLineOptions } from '../../../overlays/player-line/view.ts';
import { noGame } from '../../../src/game/game.ts';
import type { StatLine } from '../../../src/game/stat-line.ts';
import { aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';

const FULL: StatLine = {
  points: 24,
  rebounds: 8,
  assists: 5,
  fieldGoalsMade: 9,
  fieldGoalsAttempted: 17,
  threesMade: 2,
  threesAttempted: 6,
  freeThrowsMade: 4,
  freeThrowsAttempted: 4,
  fouls: 2,
  plusMinus: 12,
};
const withLine = (line: StatLine): MomentWish => ({ home: { players: { 7: aPlayer('7', { line }) } } });
const pick = (wish: MomentWish, options: Partial<PlayerLineOptions> = {}) =>
  playerLine.pick(aMoment(wish), playerLine.options.parse({ player: '7', ...options }));
const words = (wish: MomentWish, options: Partial<PlayerLineOptions> = {}) =>
  pick(wish, options)?.stats.map(({ label, text }) => `${label} ${text}`);

test.each([
  ['all-round', ['PTS 24', 'REB 8', 'AST 5', 'FG 9/17', 'FOULS 2', '+/- +12']],
  ['scoring', ['PTS 24', 'FG 9/17', '3PT 2/6', 'FT 4/4', '+/- +12']],
  ['shooting', ['FG 9/17', 'FG% 52.9%', '3PT 2/6', '3PT% 33.3%', 'FT 4/4', 'FT% 100.0%']],
] as const)('the %s figures stand in their order', (stats, expected) => {
  expect(words(withLine(FULL), { stats })).toEqual(expected);
});

describe('what was not said is not shown', () => {
  test.each<readonly [string, StatLine, Partial<PlayerLineOptions>, readonly string[]]>([
    ['an absent count', { points: 3, assists: 0 }, {}, ['PTS 3', 'AST 0']],
    ['half a fraction', { points: 3, fieldGoalsMade: 1 }, { stats: 'scoring' }, ['PTS 3']],
    [
      'a percentage of no attempts',
      { fieldGoalsMade: 0, fieldGoalsAttempted: 0 },
      { stats: 'shooting' },
      ['FG 0/0'],
    ],
    ['all rebounds, where one kind is not known', { points: 1, offensiveRebounds: 2 }, {}, ['PTS 1']],
    ['rebounds as said by their kinds', { offensiveRebounds: 2, defensiveRebounds: 3 }, {}, ['REB 5']],
  ])('%s', (_, line, options, expected) => {
    expect(words(withLine(line), options)).toEqual(expected);
  });
});

describe('there is nothing to show', () => {
  test.each<readonly [string, MomentWish, Partial<PlayerLineOptions>]>([
    ['before any game', { game: noGame }, {}],
    ['for a player that the team does not have', withLine(FULL), { player: '8' }],
    ['for a player of the other team', withLine(FULL), { side: 'away' }],
    ['for one of whom nothing is counted', withLine({}), {}],
    ['where nobody’s points are known', withLine({ rebounds: 3 }), { player: '' }],
  ])('%s', (_, wish, options) => {
    expect(pick(wish, options)).toBeNull();
  });
});

describe('with no player named, it is the one who has scored most', () => {
  const players = (points: Readonly<Record<string, number>>): MomentWish => ({
    home: {
      players: Object.fromEntries(
        Object.entries(points).map(([id, count]) => [id, aPlayer(id, { line: { points: count } })]),
      ),
    },
  });

  test.each([
    [{ 4: 10, 5: 22, 6: 3 }, '5'],
    [{ 4: 0, 5: 0 }, '4'],
    [{ 6: 12, 5: 12, 4: 2 }, '5'],
  ])('of %o: %s', (points, expected) => {
    expect(pick(players(points), { player: '' })?.playerId).toBe(expected);
  });
});

test.each([
  [{ number: '00' }, '00'],
  [{ number: null }, 'BOS'],
])('worn %o, the panel says %s', (more, expected) => {
  const wish = { home: { players: { 7: aPlayer('7', { line: FULL, ...more }) } } };
  expect(pick(wish)?.panel).toBe(expected);
});

test('a negative plus-minus has its sign, an even one none', () => {
  expect(words(withLine({ plusMinus: -3 }))).toEqual(['+/- −3']);
  expect(words(withLine({ plusMinus: 0 }))).toEqual(['+/- 0']);
});

test('it is plain data, equal for equal moments', () => {
  expect(structuredClone(pick(withLine(FULL)))).toEqual(pick(withLine(FULL)));
});
