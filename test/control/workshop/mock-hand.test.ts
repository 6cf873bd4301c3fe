// What a press on the mock game's page means.
import { expect, test } from 'vitest';
import {
  boardMs,
  boardText,
  emptyMockHand,
  entryWords,
  playerInHand,
  pointsAt,
  shotOf,
  whoWords,
} from '../../../src/control/workshop/mock-hand.ts';
import { mockGame, player } from './mock-views.ts';

test.each([
  [0, 7_300, 3],
  [0, 7_200, 2],
  [6_800, 0, 3],
  [6_600, 0, 2],
] as const)('a shot from %i mm right, %i mm out counts %i in the NBA', (xMm, yMm, points) => {
  expect(pointsAt({ xMm, yMm }, 'nba')).toBe(points);
});

test.each([
  ['5:30', 330_000],
  ['0:07', 7_000],
  ['12', 12_000],
  ['12.5', 12_500],
  ['5.30', 330_000],
  ['', null],
  ['5:3', null],
  ['x', null],
])('a clock set to "%s" is %s ms', (text, ms) => {
  expect(boardMs(text)).toBe(ms);
});

test.each([
  [600_000, '10:00'],
  [59_900, '59.9'],
  [60_000, '1:00'],
  [0, '0.0'],
])('%i ms stand as %s on the board', (ms, text) => {
  expect(boardText(ms)).toBe(text);
});

test('the first on the floor is in hand until somebody is chosen', () => {
  const game = mockGame();
  expect(playerInHand(game, emptyMockHand)?.id).toBe(1);
  expect(playerInHand(game, { ...emptyMockHand, playerId: 2 })?.id).toBe(2);
  expect(playerInHand(game, { ...emptyMockHand, side: 'away' })?.id).toBe(11);
});

test('who was chosen and has gone out stays in hand for what he did before', () => {
  const game = mockGame({ home: [player(1), { ...player(2), onFloor: false }] });
  expect(playerInHand(game, { ...emptyMockHand, playerId: 2 })?.id).toBe(2);
});

test('without a place there is no shot', () => {
  expect(shotOf(emptyMockHand, 1, true)).toBeNull();
  expect(shotOf({ ...emptyMockHand, place: { xMm: 10, yMm: 20 } }, 1, true)).toEqual({
    kind: 'shot',
    side: 'home',
    playerId: 1,
    xMm: 10,
    yMm: 20,
    made: true,
  });
});

test('an entry is told by what it was and who did it', () => {
  const game = mockGame();
  const shot = { kind: 'shot', side: 'away', playerId: 11, xMm: 0, yMm: 8_000, made: false } as const;
  expect(entryWords(shot, 'nba')).toBe('3 points missed');
  expect(whoWords(game, { entry: shot })).toBe('11 Player11');
  const swap = { kind: 'substitution', side: 'home', outId: 1, inId: 2 } as const;
  expect(whoWords(game, { entry: swap })).toBe('2 Player2 for 1 Player1');
  expect(whoWords(game, { entry: { kind: 'timeout', side: 'away' } })).toBe('Away');
});
