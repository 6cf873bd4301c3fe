// What the player dots show: who may be on the floor, and how.
import { expect, test } from 'vitest';
import { playerDots } from '../../../overlays/player-dots/graphic.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aMoment, aPlayer } from '../../kit/moments.ts';

const options = playerDots.options.parse({});

test('every option has a default', () => {
  expect(options).toEqual({
    view: 'auto',
    seenFrom: 'camera side',
    names: 'number',
    trails: true,
    showBall: true,
    position: 'left',
  });
});

test('both teams are known by side, number as worn and surname in capitals', () => {
  const moment = aMoment({
    home: { players: { a: aPlayer('a', { number: '00', lastName: 'Dončić' }) } },
    away: { players: { b: aPlayer('b', { number: null, lastName: null }) } },
  });
  expect(playerDots.pick(moment, options)?.players).toEqual([
    { id: 'a', side: 'home', number: '00', surname: 'DONČIĆ' },
    { id: 'b', side: 'away', number: '', surname: '' },
  ]);
});

test('the court is the rule set’s', () => {
  expect(playerDots.pick(aMoment({ rules: 'fiba' }), options)?.court).toBe('fiba');
  expect(playerDots.pick(aMoment({ rules: 'ncaa-men' }), options)?.court).toBe('ncaa');
});

test('a game without teams is a floor without names, not nothing', () => {
  const view = playerDots.pick(aMoment({ game: { homeId: null, awayId: null, teams: {} } }), options);
  expect(view).toMatchObject({ players: [], homeId: null, awayColour: null, homeCode: '' });
});

test('places are no part of what is picked', () => {
  const there = playerDots.pick(aMoment({ bodies: [] }), options);
  const here = playerDots.pick(
    aMoment({
      bodies: [{ id: 'a', teamId: HOME_ID, xMm: 1, yMm: 2, zMm: 0, speedMps: 0, ageMs: 0, presence: 1 }],
    }),
    options,
  );
  expect(here).toEqual(there);
  expect(here?.awayId).toBe(AWAY_ID);
});
