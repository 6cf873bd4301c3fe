// Zone maps and places of shots of a summary.
import { describe, expect, it } from 'vitest';
import { player, read, summary, team } from './read-summary.ts';

describe('zone maps', () => {
  const zone = (more: object = {}) => ({ DISPLAY: '3/7', PCT_DISPLAY: '43%', R: 214, G: 40, B: 9, ...more });
  const zones = (row: object) => read(summary({ team: team(row), players: [] })).of('zones');

  it("the feed's text and colour are passed on as they are", () => {
    expect(zones({ shots: [zone(), zone({ DISPLAY: '0-2', PCT_DISPLAY: '0.0 %' })] })).toEqual([
      {
        kind: 'zones',
        teamId: '481',
        shotType: 'all',
        zones: [
          { zone: 1, display: '3/7', percent: '43%', colour: '#d62809', made: 3, attempted: 7 },
          { zone: 2, display: '0-2', percent: '0.0 %', colour: '#d62809', made: 0, attempted: 2 },
        ],
      },
    ]);
  });

  it.each([
    ['a text that is no fraction', { DISPLAY: '43%' }, { display: '43%', percent: '43%', colour: '#d62809' }],
    ['a number', { DISPLAY: 4 }, { display: '4', percent: '43%', colour: '#d62809' }],
    ['no colour', { R: null }, { display: '3/7', percent: '43%', colour: null, made: 3, attempted: 7 }],
  ])('%s', (_, more, expected) => {
    expect(zones({ shots: [zone(more)] })[0]?.zones).toEqual([{ zone: 1, ...expected }]);
  });

  it('a colour beyond 255 is none, and told', () => {
    const { of, faults } = read(summary({ team: team({ shots: [zone({ R: 256 })] }), players: [] }));
    expect(of('zones')[0]?.zones[0]?.colour).toBeNull();
    expect(faults[0]).toMatchObject({
      where: 'broadcastsummary.game_stats.home.team.shots[0]',
      found: '256, 40, 9',
    });
  });

  it('an entry that is missing does not move those behind it', () => {
    expect(zones({ shots: [zone(), null, 'x', zone()] })[0]?.zones.map((one) => one.zone)).toEqual([1, 4]);
  });

  it('entries beyond the 14th are told and passed by', () => {
    const { of, faults } = read(
      summary({ team: team({ shots: Array.from({ length: 15 }, () => zone()) }), players: [] }),
    );
    expect(of('zones')[0]?.zones).toHaveLength(14);
    expect(faults[0]?.where).toBe('broadcastsummary.game_stats.home.team.shots[14]');
  });

  it('a map keyed by zone numbers is read', () => {
    expect(
      zones({ shots: { 8: zone(), 2: zone() } })[0]
        ?.zones.map((one) => one.zone)
        .sort(),
    ).toEqual([2, 8]);
  });

  it('catch-and-shoot and off the dribble are maps of their own, of players too', () => {
    const row = { cas_shots: [zone()], otd_shots: [zone()] };
    const { of } = read(summary({ team: team(row), players: [player({ shots: [zone()] })] }));
    expect(of('zones').map(({ shotType, playerId }) => [shotType, playerId])).toEqual([
      ['catch-and-shoot', undefined],
      ['off-the-dribble', undefined],
      ['all', '7269'],
    ]);
  });

  it('places of shots are read from lists and from objects', () => {
    const shot_locations = { make: [[100, 2_000, 4_400, 45, 0, 7], { x: '-50', y: 30 }], miss: [] };
    expect(zones({ shot_locations })[0]).toMatchObject({
      shotType: 'all',
      makes: [
        { xMm: 100, yMm: 2_000 },
        { xMm: -50, yMm: 30 },
      ],
      misses: [],
    });
  });

  it('a place that cannot be read is told and left out', () => {
    const { of, faults } = read(
      summary({ team: team({ shot_locations: { make: [[1], [1, 2]] } }), players: [] }),
    );
    expect(of('zones')[0]?.makes).toEqual([{ xMm: 1, yMm: 2 }]);
    expect(faults).toMatchObject([
      { where: 'broadcastsummary.game_stats.home.team.shot_locations.make[0]', found: '1, nothing' },
    ]);
  });
});
