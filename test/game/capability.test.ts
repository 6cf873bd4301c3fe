import { expect, test } from 'vitest';
import { givenBy } from '../../src/game/capability.ts';
import { body, messages } from '../kit/messages.ts';

const say = messages();

test('a clock says the shot clock where it says that it is off, and not where it says nothing of it', () => {
  expect(givenBy(say.clock(0, 1_000, true))).toEqual(['clock']);
  expect(givenBy(say.clock(0, 1_000, true, { shot: null }))).toEqual(['clock', 'shot-clock']);
});

test('figures of a player are statistics; team fouls alone are none', () => {
  expect(givenBy(say.stats(0, { players: [{ playerId: '1', line: { points: 2 } }] }))).toEqual(['stats']);
  expect(givenBy(say.stats(0, { team: { fouls: 3 } }))).toEqual(['fouls']);
});

test('an empty frame gives no positions', () => {
  expect(givenBy(say.frame(0, []))).toEqual([]);
  expect(givenBy(say.frame(0, [body('1', 0, 0, 0)], body('b', 0, 0, 0)))).toEqual(['positions', 'ball']);
});

test('a shot gives its place only where it has one', () => {
  expect(givenBy(say.shot(0, 's'))).toEqual([]);
  expect(givenBy(say.shot(0, 's', { xMm: 1, yMm: 2 }))).toEqual(['shot-places']);
  expect(givenBy(say.shot(0, 's', { xMm: 1, yMm: 2, deleted: true }))).toEqual([]);
});
