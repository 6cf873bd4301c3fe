// What the line-ups card picks: the two best fives, whole or not at all.
import { expect, test } from 'vitest';
import { topLineups } from '../../../overlays/top-lineups/graphic.ts';
import type { LineupsOptions } from '../../../overlays/top-lineups/view.ts';
import { noGame, type PlayerInGame, type Team } from '../../../src/game/game.ts';
import type { LineupLine } from '../../../src/game/stat-line.ts';
import { aMoment, aPlayer } from '../../kit/moments.ts';

const IDS = ['1', '2', '3', '4', '5', '6'];
const players = (more: Readonly<Record<string, Partial<PlayerInGame>>> = {}): Team['players'] =>
  Object.fromEntries(IDS.map((id) => [id, aPlayer(id, more[id] ?? {})]));
const FIVE = IDS.slice(0, 5);
const OTHERS = IDS.slice(1);
const line = (plusMinus: number | undefined, more: Partial<LineupLine> = {}): LineupLine => ({
  playerIds: FIVE,
  ...(plusMinus === undefined ? {} : { plusMinus }),
  ...more,
});
const pick = (
  lineups: readonly LineupLine[],
  team: Partial<Team> = {},
  options: Partial<LineupsOptions> = {},
) =>
  topLineups.pick(
    aMoment({ home: { lineups, players: players(), ...team } }),
    topLineups.options.parse(options),
  );
const sums = (lineups: readonly LineupLine[]) => pick(lineups)?.lineups.map(({ plusMinus }) => plusMinus);

test('the two best stand first, by plus-minus, then by points', () => {
  expect(sums([line(3), line(-9), line(12)])).toEqual(['+12', '+3']);
  const equals = pick([
    line(5, { pointsScored: 10, pointsAllowed: 5 }),
    line(5, { pointsScored: 20, pointsAllowed: 15 }),
  ]);
  expect(equals?.lineups.map(({ points }) => points)).toEqual(['20-15', '10-5']);
});

test('five players are told by number and surname, as the feed orders them', () => {
  const view = pick([line(1, { playerIds: ['5', '1', '2', '3', '4'] })], {
    players: players({ 5: { number: '00', lastName: 'Caldwell-Pope' }, 1: { number: null } }),
  });
  expect(view?.lineups[0]?.players.slice(0, 2)).toEqual([
    { number: '00', name: 'CALDWELL-POPE' },
    { number: '', name: 'LAST1' },
  ]);
});

test('a plus-minus that was not said is what was scored less what was allowed', () => {
  expect(sums([line(undefined, { pointsScored: 9, pointsAllowed: 12 })])).toEqual(['−3']);
  expect(pick([line(undefined, { pointsScored: 9 })])).toBeNull();
});

test('points are told only where both are known', () => {
  expect(pick([line(3, { pointsScored: 9 })])?.lineups[0]?.points).toBeNull();
});

test.each<readonly [string, LineupLine, Partial<Team>]>([
  ['of four', line(9, { playerIds: FIVE.slice(1) }), {}],
  ['with a player nobody knows', line(9, { playerIds: [...FIVE.slice(1), '99'] }), {}],
  ['with a player without a name', line(9), { players: players({ 1: { firstName: null, lastName: null } }) }],
])('a line-up %s is passed by', (_, broken, team) => {
  const whole = line(2, { playerIds: OTHERS });
  expect(pick([broken, whole], team)?.lineups.map(({ plusMinus }) => plusMinus)).toEqual(['+2']);
});

test('there is nothing to show before a game, and where no line-up was told', () => {
  expect(topLineups.pick(aMoment({ game: noGame }), topLineups.options.parse({}))).toBeNull();
  expect(pick([])).toBeNull();
  expect(pick([line(3)], {}, { side: 'away' })).toBeNull();
});

test('it is plain data, equal for equal moments, and leaves the feed’s order alone', () => {
  const told = Object.freeze([line(3), line(12)]);
  expect(structuredClone(pick(told))).toEqual(pick(told));
});
