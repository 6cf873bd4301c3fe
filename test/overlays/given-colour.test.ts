// A colour that the operator gave reaches every graphic as his: no guard may move it.
import { describe, expect, it } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { aMoment, aPlayer } from '../kit/moments.ts';

const GIVEN = '#123456';
const more = {
  players: Object.fromEntries(
    ['1', '2', '3', '4', '7'].map((id) => [id, aPlayer(id, { line: { points: 4 } })]),
  ),
  line: { points: 4, rebounds: 2 },
  efficiency: [{ type: 'TRANSITION', possessions: 10, pointsPerPossession: 1 }],
  zones: {
    all: { zones: [{ zone: 1, display: '2/3', percent: '67%', colour: null }], makes: [], misses: [] },
  },
  lineups: [{ playerIds: ['1', '2', '3', '4', '7'], plusMinus: 3, pointsScored: 9, pointsAllowed: 6 }],
};
const team = { ...more, colour: GIVEN };

/** Every graphic that shows a team in a colour at all. */
const views = (fixed: boolean) =>
  [...graphics.values()].flatMap((graphic) => {
    const dressed = fixed ? { ...team, colourFixed: true as const } : team;
    const options = graphic.options.parse(graphic.id === 'player-line' ? { player: '7' } : {});
    const text = JSON.stringify(graphic.pick(aMoment({ home: dressed, away: more }), options));
    return text.includes(GIVEN) ? [{ id: graphic.id, text }] : [];
  });

describe('a colour that the operator gave', () => {
  it('is shown by the graphics that dress teams', () => {
    const ids = views(false).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['scorebug', 'player-dots', 'shot-chart', 'team-comparison']));
  });

  it.each(views(true))('comes to $id as fixed, wherever it stands', ({ text }) => {
    expect(text.replaceAll(`{"fixed":"${GIVEN}"}`, '')).not.toContain(GIVEN);
  });
});
