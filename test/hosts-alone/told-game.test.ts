// A game as a host tells it: field by field, said again and again, with clocks that run on between.
import { describe, expect, test } from 'vitest';
import { away, home } from '../../src/game/game.ts';
import { clockMs, NOTHING_TOLD, type Told } from '../../src/hosts/alone/told.ts';
import { readMessages, ToldGame } from '../../src/hosts/alone/told-game.ts';

const T = 1_700_000_000_000;
const told = (more: Partial<Told>): Told => ({ ...NOTHING_TOLD, ...more });
const FULL = told({
  homeName: 'Boston',
  awayCode: 'LAL',
  homeScore: 10,
  awayScore: 8,
  period: 'Q2',
  clock: '5:00',
  shotClock: '20',
});

describe('what is told', () => {
  test('is two teams, their score, the period and the clocks', () => {
    const game = new ToldGame();
    game.tell(FULL, T);
    const moment = game.at(T + 1);
    expect(home(moment.game)).toMatchObject({ name: 'Boston', code: 'BOS', score: 10 });
    expect(away(moment.game)).toMatchObject({ name: 'AWAY', code: 'LAL', score: 8 });
    expect(moment.game.period).toBe('Q2');
    expect([moment.clock?.text, moment.shotClock?.text]).toEqual(['5:00', '20']);
  });

  test('is nothing at all where nothing was said', () => {
    const game = new ToldGame();
    game.tell(NOTHING_TOLD, T);
    const moment = game.at(T + 1);
    expect([home(moment.game), away(moment.game), moment.clock, moment.game.period]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('is a change of score that can be celebrated, and none where the same is said again', () => {
    const game = new ToldGame();
    game.tell(FULL, T);
    game.tell({ ...FULL, homeScore: 13 }, T + 1_000);
    game.tell({ ...FULL, homeScore: 13, homeFouls: 3 }, T + 9_000);
    expect(home(game.at(T + 9_001).game)).toMatchObject({
      score: 13,
      fouls: 3,
      scoreChange: { before: 10, atMs: T + 1_000 },
    });
    expect(home(game.at(T + 500).game)?.score).toBe(10);
  });
});

describe('a clock', () => {
  test('runs on while its fields are said again, and stops where it is', () => {
    const game = new ToldGame();
    game.tell({ ...FULL, clockRunning: true }, T);
    game.tell({ ...FULL, clockRunning: true, homeScore: 12 }, T + 4_000);
    expect(game.at(T + 10_000).clock?.text).toBe('4:50');
    game.tell({ ...FULL, clockRunning: false }, T + 10_000);
    expect(game.at(T + 60_000).clock?.text).toBe('4:50');
    game.tell({ ...FULL, clockRunning: true }, T + 60_000);
    expect(game.at(T + 70_000).clock?.text).toBe('4:40');
    game.tell({ ...FULL, clock: '3:00', clockRunning: true }, T + 70_000);
    expect(game.at(T + 71_500).clock?.text).toBe('2:58');
  });

  test.each([
    ['7:07', 427_000],
    ['59.9', 59_900],
    ['24', 24_000],
    [' 0:00 ', 0],
    ['', null],
    ['now', null],
    ['1:2:3', null],
  ])('%o is %o ms', (text, ms) => {
    expect(clockMs(text)).toBe(ms);
  });
});

test('messages are read one by one, at the instant of their telling where they name none', () => {
  const text = JSON.stringify([
    { kind: 'period', period: 'Q4' },
    { kind: 'period', period: 'Q9' },
    { kind: 'nonsense' },
    null,
    { kind: 'period', period: 'OT1', atMs: 5 },
  ]);
  expect(readMessages(text, T)).toEqual([
    { kind: 'period', period: 'Q4', seq: 0, atMs: T, heardMs: T },
    { kind: 'period', period: 'OT1', seq: 4, atMs: 5, heardMs: T },
  ]);
  expect(readMessages('{"kind":', T)).toEqual([]);
});
