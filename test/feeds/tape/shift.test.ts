// A tape's messages as if they were said now: every instant moves, every figure stays.
import { expect, test } from 'vitest';
import { makeShift, shifted } from '../../../src/feeds/tape/shift.ts';
import type { Said } from '../../../src/game/message.ts';
import { body } from '../../kit/messages.ts';

const shift = makeShift(1_000, 500_000, 2);

test('an instant of the tape lies half as far from its start when it is played twice as fast', () => {
  expect([shift(1_000), shift(3_000), shift(0)]).toEqual([500_000, 501_000, 499_500]);
});

test("a frame moves with every body's own stamp and the ball's", () => {
  const frame: Said = {
    kind: 'frame',
    atMs: 3_000,
    heardMs: 3_100,
    bodies: [body('7', 2_980, 5, 6)],
    ball: body('b', 2_990, 1, 2),
  };
  expect(shifted(frame, shift)).toEqual({
    kind: 'frame',
    atMs: 501_000,
    heardMs: 501_050,
    bodies: [body('7', 500_990, 5, 6)],
    ball: body('b', 500_995, 1, 2),
  });
});

test('a possession began when it began', () => {
  const possession: Said = {
    kind: 'possession',
    atMs: 3_000,
    heardMs: 3_000,
    teamId: '1',
    startedAtMs: 1_000,
  };
  expect(shifted(possession, shift)).toMatchObject({ atMs: 501_000, startedAtMs: 500_000 });
});

test('a clock keeps its figures', () => {
  const game = { remainingMs: 60_000, running: true, resolutionMs: 100 };
  const clock: Said = { kind: 'clock', witness: 'official', atMs: 3_000, heardMs: 3_000, game, shot: null };
  expect(shifted(clock, shift)).toMatchObject({ atMs: 501_000, game, shot: null });
});
