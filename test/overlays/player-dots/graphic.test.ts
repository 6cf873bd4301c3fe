// What the player dots show: who may be on the floor, and how.
import { describe, expect, test } from 'vitest';
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
    possession: true,
    selectedPlayer: '',
    hotHand: '3 in a row',
    position: 'left',
  });
});

test('both teams are known by side, number as worn and surname in capitals', () => {
  const moment = aMoment({
    home: { players: { a: aPlayer('a', { number: '00', lastName: 'Dončić' }) } },
    away: { players: { b: aPlayer('b', { number: null, lastName: null }) } },
  });
  expect(playerDots.pick(moment, options)?.players).toEqual([
    { id: 'a', side: 'home', number: '00', surname: 'DONČIĆ', hot: false },
    { id: 'b', side: 'away', number: '', surname: '', hot: false },
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

describe('who has the ball', () => {
  const pick = (teamId: string | null, chosen = options) =>
    playerDots.pick(
      aMoment({ game: { possession: teamId === null ? null : { teamId, sinceMs: 0 } } }),
      chosen,
    )?.possession;

  test('is said by side, as the feed says it', () => {
    expect(pick(HOME_ID)).toBe('home');
    expect(pick(AWAY_ID)).toBe('away');
  });

  test('is not said where the feed does not, or nobody wants to see it', () => {
    expect(pick(null)).toBeNull();
    expect(pick('strangers')).toBeNull();
    expect(pick(HOME_ID, { ...options, possession: false })).toBeNull();
  });
});

describe('who stands out', () => {
  const moment = aMoment({
    home: {
      players: { a: aPlayer('a', { number: '7', lastName: 'Bell' }), c: aPlayer('c', { number: '0' }) },
    },
    away: { players: { b: aPlayer('b', { number: '7', lastName: 'Winters' }) } },
  });

  test.each([
    ['b', 'b'],
    ['home 7', 'a'],
    [' AWAY #7 ', 'b'],
    ['h0', 'c'],
    ['home 00', null],
    ['home 8', null],
    ['7', null],
    ['', null],
  ])('“%s” is %s', (selectedPlayer, id) => {
    expect(playerDots.pick(moment, { ...options, selectedPlayer })?.selected).toBe(id);
  });

  test('is named at the panel’s head', () => {
    expect(playerDots.pick(moment, { ...options, selectedPlayer: 'b' })?.note).toBe('#7 WINTERS');
  });
});

describe('who is hot', () => {
  const shots = (...made: readonly boolean[]) =>
    Object.fromEntries(
      made.map((each, i) => {
        // Names that a record would put in another order than that of the shots.
        const id = String(900 - i);
        return [
          id,
          { id, atMs: i, teamId: HOME_ID, playerId: 'a', made: each, three: false, attributes: [] },
        ];
      }),
    );
  const view = (made: readonly boolean[], hotHand = options.hotHand) =>
    playerDots.pick(
      aMoment({
        home: { players: { a: aPlayer('a', { number: '7', lastName: 'Bell' }) } },
        game: { shots: shots(...made) },
      }),
      { ...options, hotHand },
    );

  test.each([
    [[true, true], false],
    [[false, true, true, true], true],
    [[true, true, true, false], false],
    [[true, true, true, false, true, true], false],
  ])('after %j: %s', (made, hot) => {
    expect(view(made)?.players[0]?.hot).toBe(hot);
  });

  test('depends on how many in a row are asked for', () => {
    const made = [true, true, true, true];
    expect(view(made, '4 in a row')?.players[0]?.hot).toBe(true);
    expect(view(made, '5 in a row')?.players[0]?.hot).toBe(false);
    expect(view(made, 'off')?.players[0]?.hot).toBe(false);
  });

  test('is told at the panel’s head with his row', () => {
    expect(view([true, true, true, true])).toMatchObject({ note: '#7 BELL · 4 STRAIGHT', isNoteHot: true });
    expect(view([true])).toMatchObject({ note: '', isNoteHot: false });
  });
});
