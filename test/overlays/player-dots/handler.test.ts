// Who has the ball, of the team that is in possession.
import { expect, test } from 'vitest';
import { Handler } from '../../../overlays/player-dots/handler.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aBody, aMoment } from '../../kit/moments.ts';

const at = (ballY: number, zMm = 900) =>
  aMoment({
    bodies: [aBody('h1', HOME_ID, 0, 0), aBody('h2', HOME_ID, 0, 3_000), aBody('a1', AWAY_ID, 0, 300)],
    ball: aBody('ball', null, 0, ballY, { zMm }),
  });

test('is the nearest of that team, though one of the other is nearer', () => {
  expect(new Handler().follow(at(300), HOME_ID)).toBe('h1');
  expect(new Handler().follow(at(300), AWAY_ID)).toBe('a1');
});

test('is nobody while the feed says no possession, nobody is in reach, or the ball is not seen', () => {
  expect(new Handler().follow(at(0), null)).toBeNull();
  expect(new Handler().follow(at(1_500), HOME_ID)).toBeNull();
  expect(new Handler().follow(aMoment({ bodies: [aBody('h1', HOME_ID, 0, 0)] }), HOME_ID)).toBeNull();
});

test('is nobody while the ball is in the air', () => {
  const handler = new Handler();
  handler.follow(at(0), HOME_ID);
  expect(handler.follow(at(0, 3_200), HOME_ID)).toBeNull();
});

test('keeps the ball through a dribble that swings away from him', () => {
  const handler = new Handler();
  handler.follow(at(0), HOME_ID);
  expect(handler.follow(at(1_300), HOME_ID)).toBe('h1');
  expect(new Handler().follow(at(1_300), HOME_ID)).toBeNull();
});

test('hands it to a team-mate only when that one is clearly nearer', () => {
  const handler = new Handler();
  const near = (ballY: number) =>
    aMoment({
      bodies: [aBody('h1', HOME_ID, 0, 0), aBody('h2', HOME_ID, 0, 1_600)],
      ball: aBody('ball', null, 0, ballY),
    });
  handler.follow(near(0), HOME_ID);
  expect(handler.follow(near(900), HOME_ID)).toBe('h1');
  expect(handler.follow(near(1_200), HOME_ID)).toBe('h2');
  expect(new Handler().follow(near(900), HOME_ID)).toBe('h2');
});
