// What a box score picks: who, in which order, and nothing that was not said.
import { describe, expect, test } from 'vitest';
import { boxScore } from '../../../overlays/box-score/graphic.ts';
import type { BoxScoreOptions, Column } from '../../../overlays/box-score/view.ts';
import { noGame, type Team } from '../../../src/game/game.ts';
import type { Period } from '../../../src/game/period.ts';
import type { StatLine } from '../../../src/game/stat-line.ts';
import { aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';

const pick = (wish: MomentWish, options: Partial<BoxScoreOptions> = {}) =>
  boxScore.pick(aMoment(wish), boxScore.options.parse(options));

type Lines = Readonly<Record<string, StatLine>>;
const players = (lines: Lines): Pick<Team, 'players'> => ({
  players: Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, aPlayer(id, { line })])),
});
const ofHome = (lines: Lines, more: Partial<Team> = {}) =>
  pick({ home: { ...players(lines), ...more } }, { side: 'home' })?.tables[0];
const order = (lines: Lines, more: Partial<Team> = {}) =>
  ofHome(lines, more)?.rows.map(({ playerId }) => playerId);

describe('rows', () => {
  test('the top scorer is first', () => {
    expect(order({ 1: { points: 4 }, 2: { points: 21 }, 3: { points: 9 } })).toEqual(['2', '3', '1']);
  });

  test('of equals whoever is on the floor comes first, then the better rebounder, then the lower id', () => {
    const lines = { 10: { points: 4 }, 2: { points: 4 }, 3: { points: 4, rebounds: 1 }, 4: { points: 4 } };
    expect(order(lines, { onFloor: ['4'] })).toEqual(['4', '3', '2', '10']);
  });

  test('one whose points were not said comes after one who has none', () => {
    expect(order({ 1: { rebounds: 3 }, 2: { points: 0, fouls: 1 } })).toEqual(['2', '1']);
  });

  test('one who has not played is left out, one who only stands on the floor is not', () => {
    const lines = { 1: { points: 2 }, 2: { points: 0, fouls: 0 }, 3: {}, 4: {} };
    expect(order(lines, { onFloor: ['4'] })).toEqual(['1', '4']);
  });

  test('a fourteenth is left out: the one with the fewest points', () => {
    const lines = Object.fromEntries(Array.from({ length: 14 }, (_, n) => [n + 1, { points: n + 1 }]));
    expect(order(lines)).toHaveLength(13);
    expect(order(lines)).not.toContain('1');
  });
});

describe('names', () => {
  const named = (...names: readonly (readonly [string | null, string | null])[]) => ({
    players: Object.fromEntries(
      names.map(([firstName, lastName], n) => [
        n,
        aPlayer(String(n), { firstName, lastName, line: { points: 20 - n } }),
      ]),
    ),
  });
  const both = (team: Partial<Team>) =>
    pick({ home: team })
      ?.tables.find(({ side }) => side === 'home')
      ?.rows.map(({ names }) => names);

  test('side by side a surname stands alone, with the initial where two share it', () => {
    const team = named(['Marcus', 'Smith'], ['Luka', 'Dončić'], ['Ish', 'Smith'], [null, 'Nenê']);
    expect(both(team)).toEqual([['M. SMITH', 'SMITH'], ['DONČIĆ'], ['I. SMITH', 'SMITH'], ['NENÊ']]);
  });

  test('one team alone has room for all of the name', () => {
    const table = pick({ home: named(['Luka', 'Dončić']) }, { side: 'home' })?.tables[0];
    expect(table?.rows[0]?.names).toEqual(['LUKA DONČIĆ', 'L. DONČIĆ', 'DONČIĆ']);
  });
});

describe('figures', () => {
  const LINE: StatLine = {
    points: 12,
    rebounds: 3,
    assists: 0,
    steals: 1,
    blocks: 2,
    turnovers: 4,
    fouls: 2,
    plusMinus: 7,
    fieldGoalsMade: 5,
    fieldGoalsAttempted: 9,
    threesMade: 1,
    threesAttempted: 4,
    freeThrowsMade: 1,
    freeThrowsAttempted: 2,
  };
  const row = (line: StatLine) => ofHome({ 1: line, 2: LINE })?.rows.find(({ playerId }) => playerId === '1');
  const texts = (line: StatLine) => row(line)?.cells.map(({ text }) => text);

  test('stand in their columns', () => {
    const view = pick({ home: players({ 1: LINE }) }, { side: 'home' });
    expect(view?.columns.map((column, n) => `${column} ${view.tables[0]?.rows[0]?.cells[n]?.text}`)).toEqual([
      'PTS 12',
      'REB 3',
      'AST 0',
      'STL 1',
      'BLK 2',
      'TO 4',
      'FG 5/9',
      '3PT 1/4',
      'FT 1/2',
      'FL 2',
      '+/- +7',
    ]);
  });

  test('what was not said is blank, and nought is nought', () => {
    expect(texts({ points: 2, assists: 0, fieldGoalsMade: 1 })).toEqual([
      '2',
      '',
      '0',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
  });

  test.each<readonly [string, MomentWish, Partial<BoxScoreOptions>, readonly Column[]]>([
    [
      'side by side',
      { home: players({ 1: LINE }) },
      {},
      ['PTS', 'REB', 'AST', 'FG', '3PT', 'FT', 'FL', '+/-'],
    ],
    [
      'with nothing but points and fouls said',
      { home: players({ 1: { points: 2, fouls: 1 } }) },
      {},
      ['PTS', 'FL'],
    ],
  ])('a column of which nothing is known is not there: %s', (_, wish, options, columns) => {
    expect(pick(wish, options)?.columns).toEqual(columns);
  });

  test('totals are the team’s own, never a sum of ours', () => {
    const table = ofHome({ 1: { points: 9, assists: 2 } }, { line: { points: 10 } });
    expect(table?.totals).toEqual(['10', '']);
  });
});

describe('leaders', () => {
  const leaders = (lines: Lines) =>
    ofHome(lines)?.rows.flatMap(({ playerId, cells }) =>
      cells.some(({ leads }) => leads) ? [playerId] : [],
    );

  test.each<readonly [string, Lines, readonly string[]]>([
    ['who has the most', { 1: { rebounds: 8 }, 2: { rebounds: 3 } }, ['1']],
    ['two who share it', { 1: { rebounds: 8 }, 2: { rebounds: 8 }, 3: { rebounds: 1 } }, ['1', '2']],
    ['not three', { 1: { rebounds: 8 }, 2: { rebounds: 8 }, 3: { rebounds: 8 } }, []],
    ['nobody with none', { 1: { rebounds: 0, fouls: 1 } }, []],
    ['nobody in fouls and turnovers', { 1: { fouls: 5, turnovers: 4 }, 2: { fouls: 1 } }, []],
  ])('%s', (_, lines, expected) => {
    expect(leaders(lines)).toEqual(expected);
  });
});

describe('the parts of the game', () => {
  const periods = (home: Team['periodLines'], away: Team['periodLines'] = {}) =>
    pick({
      home: { ...players({ 1: { points: 2 } }), periodLines: home },
      away: { periodLines: away },
    })?.tables.map((table) => table.periods.map(({ label, text }) => `${label} ${text}`));

  test('stand in their order, in both tables, blank where one was not said', () => {
    const away = { Q1: { points: 20 } };
    expect(periods({ OT1: { points: 5 }, Q2: { points: 0 }, Q1: { points: 24 } }, away)).toEqual([
      ['1ST 20', '2ND ', 'OT '],
      ['1ST 24', '2ND 0', 'OT 5'],
    ]);
  });

  test('halves are left out where quarters are told', () => {
    expect(periods({ H1: { points: 44 }, Q1: { points: 24 }, Q2: { points: 20 } })?.[1]).toEqual([
      '1ST 24',
      '2ND 20',
    ]);
  });

  test.each<readonly [Period | null, string]>([
    ['HT', 'HALF-TIME'],
    ['FINAL', 'FINAL'],
    ['Q3', '3RD QUARTER'],
    ['H2', '2ND HALF'],
    ['OT1', 'OVERTIME'],
    ['OT3', 'OVERTIME 3'],
    ['END', 'END OF PERIOD'],
    ['PRE', ''],
    ['TEST', ''],
    [null, ''],
  ])('%s is called “%s”', (period, when) => {
    expect(pick({ game: { period }, home: players({ 1: { points: 2 } }) })?.when).toBe(when);
  });
});

test('the visitors stand at the left, and each alone where one is asked for', () => {
  const wish = { home: players({ 1: { points: 2 } }), away: players({ 2: { points: 4 } }) };
  const sides = (side: BoxScoreOptions['side']) => pick(wish, { side })?.tables.map((table) => table.side);
  expect(sides('both')).toEqual(['away', 'home']);
  expect(sides('home')).toEqual(['home']);
  expect(sides('away')).toEqual(['away']);
});

test('a score that was not said is blank', () => {
  expect(ofHome({ 1: { points: 2 } }, { score: null })?.score).toBe('');
});

test.each<readonly [string, MomentWish, Partial<BoxScoreOptions>]>([
  ['before any game', { game: noGame }, {}],
  ['while nothing is counted', { home: players({ 1: {} }) }, {}],
  ['for the team of which nothing is counted', { home: players({ 1: { points: 2 } }) }, { side: 'away' }],
])('there is nothing to show %s', (_, wish, options) => {
  expect(pick(wish, options)).toBeNull();
});
