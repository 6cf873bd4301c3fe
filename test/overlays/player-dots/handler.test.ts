// Who has the ball, of the team that is in possession.
import { expect, test } from 'vitest';
import { Handler } from '../../../overlays/player-dots/handler.ts';
import { Tenths } from '../../../src/stage/tenths.ts';
import type { Moment } from '../../../src/time/moment.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aBody, aMoment } from '../../kit/moments.ts';
import { inTime } from '../../kit/past.ts';

const at = (ballY: number, zMm = 900) =>
  aMoment({
    bodies: [aBody('h1', HOME_ID, 0, 0), aBody('h2', HOME_ID, 0, 3_000), aBody('a1', AWAY_ID, 0, 300)],
    ball: aBody('ball', null, 0, ballY, { zMm }),
  });
/** Two of one team, near each other. */
const near = (ballY: number) =>
  aMoment({
    bodies: [aBody('h1', HOME_ID, 0, 0), aBody('h2', HOME_ID, 0, 1_600)],
    ball: aBody('ball', null, 0, ballY),
  });

/** Each of these for half a second, up to the end of the last. */
function handlerAfter(moments: readonly Moment[], teamId: string | null): Handler {
  const tenths = new Tenths(30);
  const momentAt = (atMs: number): Moment => {
    const moment = moments[Math.max(0, Math.min(moments.length - 1, Math.floor(atMs / 500)))] as Moment;
    return { ...moment, atMs };
  };
  const now = inTime(momentAt, moments.length * 500 - 1);
  tenths.look(now);
  const handler = new Handler();
  handler.follow(now, tenths, teamId);
  return handler;
}
const after = (moments: readonly Moment[], teamId: string | null) => handlerAfter(moments, teamId).id;

test('is the nearest of that team, though one of the other is nearer', () => {
  expect(after([at(300)], HOME_ID)).toBe('h1');
  expect(after([at(300)], AWAY_ID)).toBe('a1');
});

test('is nobody while the feed says no possession, nobody is in reach, or the ball is not seen', () => {
  expect(after([at(0)], null)).toBeNull();
  expect(after([at(1_500)], HOME_ID)).toBeNull();
  expect(after([aMoment({ bodies: [aBody('h1', HOME_ID, 0, 0)] })], HOME_ID)).toBeNull();
});

test('is nobody while the ball is in the air', () => {
  expect(after([at(0), at(0, 3_200)], HOME_ID)).toBeNull();
});

test('keeps the ball through a dribble that swings away from him', () => {
  expect(after([at(0), at(1_300)], HOME_ID)).toBe('h1');
  expect(after([at(1_300)], HOME_ID)).toBeNull();
});

test('hands it to a team-mate only when that one is clearly nearer', () => {
  expect(after([near(0), near(900)], HOME_ID)).toBe('h1');
  expect(after([near(0), near(1_200)], HOME_ID)).toBe('h2');
  expect(after([near(900)], HOME_ID)).toBe('h2');
});

test('has had it since he took it, to a tenth of a second', () => {
  expect(handlerAfter([at(0)], HOME_ID).sinceMs).toBe(Number.NEGATIVE_INFINITY);
  expect(handlerAfter([near(0), near(1_200)], HOME_ID).sinceMs).toBe(400);
});
