// Who plays, the period and the score, as a summary says them.
import { describe, expect, it } from 'vitest';
import { AT, player, read, summary, team } from './read-summary.ts';

describe('who plays', () => {
  it('a side is a roster without the row that sums the team', () => {
    const { of } = read(
      summary({ team: team(), players: [player({ player_id: 0, jersey_number: -1 }), player()] }),
    );
    expect(of('roster')[0]).toEqual({
      kind: 'roster',
      teamId: '481',
      side: 'home',
      code: 'LAL',
      name: 'Lakers',
      players: [
        { id: '7269', number: '23', firstName: 'Ann', lastName: 'Bell', position: 'G', code: 'p7269' },
      ],
    });
  });

  it.each([
    ['00', '00'],
    [0, '0'],
    [-1, null],
    ['', null],
    [null, null],
    ['12345', '1234'],
  ])('the jersey %j is worn as %j', (jersey_number, worn) => {
    const { of } = read(summary({ team: team(), players: [player({ jersey_number })] }));
    expect(of('roster')[0]?.players[0]?.number).toBe(worn);
  });

  it('names lose control characters and marks of direction', () => {
    const { of } = read(summary({ team: team({ team_name: 'A\u202eB\u0007C' }), players: [] }));
    expect(of('roster')[0]?.name).toBe('ABC');
  });

  it('who is on the floor is a line-up', () => {
    const players = [player(), player({ player_id: 2, on_the_floor: false }), player({ player_id: 3 })];
    expect(read(summary({ team: team(), players })).of('lineup')).toEqual([
      { kind: 'lineup', teamId: '481', playerIds: ['7269', '3'] },
    ]);
  });

  it('nobody is said to be on the floor where no row says', () => {
    const players = [player({ on_the_floor: undefined })];
    expect(read(summary({ team: team(), players })).of('lineup')).toEqual([]);
  });

  it('a row without an id is dropped and told, the others stay', () => {
    const { of, faults } = read(summary({ team: team(), players: [player({ player_id: null }), player()] }));
    expect(of('roster')[0]?.players.map(({ id }) => id)).toEqual(['7269']);
    expect(faults).toEqual([
      {
        code: 'bad-field',
        where: 'broadcastsummary.game_stats.home.players[0].player_id',
        expected: 'an id',
        found: 'null',
      },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('the id %s is none', (team_id) => {
    const { of, faults } = read(summary({ team: team({ team_id }), players: [] }));
    expect(of('roster').map(({ side }) => side)).toEqual(['away']);
    expect(faults.map(({ code }) => code)).toContain('bad-field');
  });
});

describe('the period', () => {
  it.each([
    ['PRE', 'PRE'],
    ['H1', 'H1'],
    ['H2', 'H2'],
    ['Q1', 'Q1'],
    ['Q4', 'Q4'],
    ['HT', 'HT'],
    ['OT', 'OT1'],
    ['OT1', 'OT1'],
    ['OT2', 'OT2'],
    ['OT_3', 'OT3'],
    ['2OT', 'OT2'],
    ['ot 2', 'OT2'],
    ['END', 'END'],
    ['COMPLETED', 'FINAL'],
    ['TP', 'TEST'],
  ])('%s is %s', (word, period) => {
    expect(read({ at: AT, period: word }).of('period')).toEqual([{ kind: 'period', period }]);
  });

  it.each(['Q5', 'OT0', 'H3', 'soon'])('%s is told and is none', (period) => {
    const { of, faults } = read({ at: AT, period });
    expect(of('period')).toEqual([]);
    expect(faults[0]).toMatchObject({ code: 'unknown-period', where: 'broadcastsummary.period' });
  });
});

describe('the score', () => {
  it('is that of both teams, stamped with the time of the file', () => {
    const { told } = read(summary({ team: team(), players: [] }));
    expect(told.find(({ fact }) => fact.kind === 'score')).toEqual({
      saidMs: AT,
      fact: {
        kind: 'score',
        from: 'summary',
        scores: [
          { teamId: '481', points: 80 },
          { teamId: '493', points: 78 },
        ],
      },
    });
  });

  it.each([null, undefined])('points that are %s are absent, not zero', (PTS) => {
    const { of, faults } = read(summary({ team: team({ PTS }), players: [] }));
    expect(of('score')[0]?.scores).toEqual([{ teamId: '493', points: 78 }]);
    expect(faults).toEqual([]);
  });

  it.each([-2, 1.5, 'many'])('points that are %s are told and are none', (PTS) => {
    const { of, faults } = read(summary({ team: team({ PTS }), players: [] }));
    expect(of('score')[0]?.scores).toEqual([{ teamId: '493', points: 78 }]);
    expect(faults[0]).toMatchObject({ where: 'broadcastsummary.game_stats.home.team.PTS' });
  });
});
