import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/feeds/shottracker/sources.ts';
import { translate } from '../../../src/feeds/shottracker/translate.ts';

const CONTEXT = { court: 'nba', gameClock: null } as const;
const T = 1_663_870_491_879;

const read = (source: Source, data: object) => {
  const { told, faults } = translate(source, structuredClone(data), CONTEXT);
  return { told, facts: told.map(({ fact }) => fact), faults };
};

describe('marker', () => {
  const jerseys = (data: object) => read('marker', { t: T, gameId: 'g', status: 'JERSEY_COLOR', data });
  const worn = { team1Id: 481, team1JerseyColor: '#F2C230', team2Id: '493', team2JerseyColor: '2F6FED' };

  it('jersey colours are colours, whatever their spelling', () => {
    expect(jerseys(worn).told).toEqual([
      {
        saidMs: T,
        fact: {
          kind: 'colours',
          colours: [
            { teamId: '481', colour: '#f2c230' },
            { teamId: '493', colour: '#2f6fed' },
          ],
        },
      },
    ]);
  });

  it('a colour that is none changes nothing and is told', () => {
    const { facts, faults } = jerseys({ ...worn, team2JerseyColor: 'sky' });
    expect(facts).toEqual([]);
    expect(faults).toMatchObject([{ where: 'marker.data.team2JerseyColor', found: '"sky"' }]);
  });

  it('a status of a line-up that names a team and players is a line-up', () => {
    const data = { teamId: 481, players: [7, { pid: 8 }, { playerId: '9' }, null, {}] };
    expect(read('marker', { t: T, status: 'LINEUP_STATUS', data }).facts).toEqual([
      { kind: 'lineup', teamId: '481', playerIds: ['7', '8', '9'] },
    ]);
  });

  it.each([
    ['an unknown status', { t: T, status: 'SOMETHING', data: { a: 1 } }],
    ['a line-up without players', { t: T, status: 'LINEUP_STATUS', data: { ok: true } }],
    ['no payload', { t: T, status: 'LINEUP_STATUS', data: null }],
  ])('%s is passed by without a fault', (_, data) => {
    expect(read('marker', data)).toEqual({ told: [], facts: [], faults: [] });
  });
});

describe('boxscorestatsv2', () => {
  const row = (more: object = {}) => ({
    classification: 'THREE_POINT_MAKE',
    act: 'PLAYER',
    eid: 'e1',
    tid: '552',
    st: 'GAME_ROUND',
    t: T,
    gid: 'g',
    stats: { FG: 1, PTS: 3, TEAM_SCORE: 41 },
    totalStats: { FG: 5, FGA: 9, PTS: 13 },
    pid: '7269',
    prd: 'Q2',
    px: 100,
    py: -2_000,
    ...more,
  });
  const facts = (more: object = {}) => read('boxscorestatsv2', row(more)).facts;

  it('a row is a play, the totals after it, and the score', () => {
    expect(facts()).toEqual([
      {
        kind: 'play',
        id: 'e1',
        classification: 'THREE_POINT_MAKE',
        teamId: '552',
        playerId: '7269',
        period: 'Q2',
        xMm: 100,
        yMm: -2_000,
      },
      {
        kind: 'stats',
        from: 'event',
        teamId: '552',
        players: [{ playerId: '7269', line: { points: 13, fieldGoalsMade: 5, fieldGoalsAttempted: 9 } }],
      },
      { kind: 'score', from: 'event', scores: [{ teamId: '552', points: 41 }] },
    ]);
  });

  it('without totals the stats are the totals', () => {
    expect(facts({ totalStats: null })[1]).toMatchObject({
      players: [{ playerId: '7269', line: { fieldGoalsMade: 1, points: 3 } }],
    });
  });

  it.each([
    ['act TEAM', { act: 'TEAM' }],
    ['no player', { pid: null }],
    ['player 0', { pid: 0 }],
  ])('a row with %s counts for the team', (_, more) => {
    expect(facts(more)[1]).toMatchObject({ team: { points: 13 }, players: [] });
    expect(facts(more)[0]).not.toHaveProperty('playerId');
  });

  it('a correction with lower totals is passed on as it is', () => {
    const corrected = facts({
      classification: 'UPDATED_THREE_POINT_MAKE_TO_MISS',
      totalStats: { PTS: 10, TEAM_SCORE: 38 },
    });
    expect(corrected).toMatchObject([
      { kind: 'play', classification: 'UPDATED_THREE_POINT_MAKE_TO_MISS' },
      { kind: 'stats', players: [{ line: { points: 10 } }] },
      { kind: 'score', scores: [{ points: 38 }] },
    ]);
  });

  it('a deleted shot goes from the chart', () => {
    expect(facts({ classification: 'DELETED_THREE_POINT_MAKE' }).at(-1)).toEqual({
      kind: 'shot',
      id: 'e1',
      teamId: '552',
      playerId: '7269',
      made: true,
      three: true,
      deleted: true,
      attributes: [],
    });
  });

  it.each([-1, 2.5])('a team score of %d is told and is none', (TEAM_SCORE) => {
    const { facts: all, faults } = read('boxscorestatsv2', row({ totalStats: { PTS: 1, TEAM_SCORE } }));
    expect(all.some(({ kind }) => kind === 'score')).toBe(false);
    expect(faults).toMatchObject([{ where: 'boxscorestatsv2.totalStats.TEAM_SCORE' }]);
  });

  it('a row without an event id is none', () => {
    const { facts: all, faults } = read('boxscorestatsv2', row({ eid: undefined }));
    expect(all).toEqual([]);
    expect(faults).toMatchObject([{ where: 'boxscorestatsv2.eid', expected: 'an id', found: 'nothing' }]);
  });
});

describe('possessions', () => {
  it('say who has the ball since when', () => {
    const { told } = read('possessions', {
      state: 'SAVED',
      possession: {
        startTimestamp: T,
        teamId: 552,
        gameId: 'g',
        lineupPlayers: [1],
        possessions: [{ a: 1 }],
      },
    });
    expect(told).toEqual([{ saidMs: T, fact: { kind: 'possession', teamId: '552', startedAtMs: T } }]);
  });

  it('without a possession say nothing', () => {
    const { told, faults } = read('possessions', { state: 'SAVED' });
    expect(told).toEqual([]);
    expect(faults).toMatchObject([{ where: 'possessions.possession' }]);
  });
});

it('possessionstats are how well a team does by kind of possession', () => {
  const group = {
    type: 'OVERALL',
    POSS: 74,
    POSS_PCT: 100,
    PTS: 80,
    PPP: 1.08,
    '2PTM': 20,
    '2PTA': 35,
    '2PT_PCT': 57.1,
    '3PTM': 10,
    '3PTA': 26,
    '3PT_PCT': 38.5,
    TO: 11,
    TO_PCT: 14.9,
    EFG: 57.4,
  };
  const { told } = read('possessionstats', {
    t: T,
    scope: 'SESSION',
    gid: 'g',
    tid: 552,
    summary: [group, null],
  });
  expect(told).toEqual([
    {
      saidMs: T,
      narrow: true,
      fact: {
        kind: 'stats',
        from: 'event',
        teamId: '552',
        players: [],
        efficiency: [
          {
            type: 'OVERALL',
            possessions: 74,
            possessionPercent: 100,
            points: 80,
            pointsPerPossession: 1.08,
            twosMade: 20,
            twosAttempted: 35,
            twoPercent: 57.1,
            threesMade: 10,
            threesAttempted: 26,
            threePercent: 38.5,
            turnovers: 11,
            turnoverPercent: 14.9,
            effectiveFieldGoalPercent: 57.4,
          },
        ],
      },
    },
  ]);
});

it('lineupstats are one line-up', () => {
  const stats = {
    FG_RATE: 0.5,
    REB_RATE: 0.6,
    TOTAL_POINTS_SCORED: 20,
    TOTAL_POINTS_ALLOWED: 18,
    TOTAL_TURNOVERS: 2,
    PPP: 1.1,
    OPPP: 0.9,
    PLUS_MINUS: 2,
  };
  expect(read('lineupstats', { tid: 552, gid: 'g', stats, players: [1, '2', 3] }).facts).toEqual([
    {
      kind: 'stats',
      from: 'event',
      teamId: '552',
      players: [],
      lineups: [
        {
          playerIds: ['1', '2', '3'],
          plusMinus: 2,
          pointsScored: 20,
          pointsAllowed: 18,
          pointsPerPossession: 1.1,
          opponentPointsPerPossession: 0.9,
          turnovers: 2,
          fieldGoalRate: 0.5,
          reboundRate: 0.6,
        },
      ],
    },
  ]);
});
