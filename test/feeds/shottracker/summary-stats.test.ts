// Counts, kinds of possession and line-ups of a summary.
import { describe, expect, it } from 'vitest';
import { AT, player, read, summary, team } from './read-summary.ts';

describe('what is counted', () => {
  const line = (row: object) => read(summary({ team: team(row), players: [] })).of('stats')[0]?.team;

  it('every documented count has its place', () => {
    const row = {
      PTS: 80,
      FG: 30,
      FGA: 61,
      FG2: 20,
      FGA2: 35,
      FG3: 10,
      FGA3: 26,
      FT: 10,
      FTA: 12,
      REB: 33,
      OFFENSIVE_REB: 8,
      DEFENSIVE_REB: 25,
      AST: 19,
      STL: 6,
      TO: 11,
      LBTO: 6,
      DBTO: 5,
      BLK: 3,
      FL: 14,
      FLDN: 13,
      PPTS: 34,
      SECOND_CHANCE_POINTS: 9,
      POINTS_OFF_TURNOVER: 12,
      AST_TO_RATE: 1.7,
      PLUS_MINUS: -4,
      DIST: 512_345,
    };
    expect(line(row)).toEqual({
      points: 80,
      fieldGoalsMade: 30,
      fieldGoalsAttempted: 61,
      twosMade: 20,
      twosAttempted: 35,
      threesMade: 10,
      threesAttempted: 26,
      freeThrowsMade: 10,
      freeThrowsAttempted: 12,
      rebounds: 33,
      offensiveRebounds: 8,
      defensiveRebounds: 25,
      assists: 19,
      steals: 6,
      turnovers: 11,
      liveBallTurnovers: 6,
      deadBallTurnovers: 5,
      blocks: 3,
      fouls: 14,
      foulsDrawn: 13,
      paintPoints: 34,
      secondChancePoints: 9,
      pointsOffTurnovers: 12,
      assistsPerTurnover: 1.7,
      plusMinus: -4,
      distanceM: 5123.45,
    });
  });

  it.each([
    ['a number as text', { FG: '12' }, { fieldGoalsMade: 12 }],
    [
      'a fraction where the counts are missing',
      { FG_FRACTION: '7-15' },
      { fieldGoalsMade: 7, fieldGoalsAttempted: 15 },
    ],
    ['miles where there are no centimetres', { DIST_MILES: 2 }, { distanceM: 3218.688 }],
    ['a fraction that cannot be', { FG_FRACTION: '9/3' }, {}],
    ['unknown fields', { XYZ: { a: 1 } }, {}],
  ])('%s', (_, row, expected) => {
    expect(line({ PTS: undefined, ...row }) ?? {}).toEqual(expected);
  });

  it('a count of the wrong kind is absent and told with its path', () => {
    const { of, faults } = read(summary({ team: team({ AST: { a: 1 }, STL: 4 }), players: [] }));
    expect(of('stats')[0]?.team).toEqual({ points: 80, steals: 4 });
    expect(faults).toEqual([
      {
        code: 'bad-field',
        where: 'broadcastsummary.game_stats.home.team.AST',
        expected: 'a number',
        found: 'an object',
      },
    ]);
  });

  it('the row of player 0 fills in for the team, which outranks it', () => {
    const sum = player({ player_id: 0, PTS: 79, REB: 30 });
    expect(read(summary({ team: team(), players: [sum] })).of('stats')[0]?.team).toEqual({
      points: 80,
      rebounds: 30,
    });
  });

  it('players have lines of their own', () => {
    const { of } = read(summary({ team: team(), players: [player({ PTS: 17, PLUS_MINUS: -3 })] }));
    expect(of('stats')[0]?.players).toEqual([{ playerId: '7269', line: { points: 17, plusMinus: -3 } }]);
  });

  it.each([
    ['half_2_stats', 'H2'],
    ['quarter_3_stats', 'Q3'],
    ['ot_1_stats', 'OT1'],
    ['ot_2_stats', 'OT2'],
  ])('%s are the totals of %s', (part, period) => {
    const { of } = read({ at: AT, [part]: { home: { team: team({ FL: 3 }), players: [] } } });
    expect(of('stats')).toMatchObject([{ period, teamId: '481', team: { points: 80, fouls: 3 } }]);
    expect(of('score')).toEqual([]);
    expect(of('roster')).toEqual([]);
  });

  it('kinds of possession are told apart by the name before the ending', () => {
    const { of } = read(
      summary({
        team: team({
          OVERALL_PPP: 1.08,
          OVERALL_POSS: '74',
          OVERALL_FG: '47.5%',
          OVERALL_FG_FRACTION: '30/61',
          OVERALL_FG_VALUE: 30,
          OVERALL_FG_VALUE_ARROW: 1,
          OVERALL_PTS: 80,
          OVERALL_2PTM: 20,
          OVERALL_2PTA: 35,
          OVERALL_3PTM: 10,
          OVERALL_3PTA: 26,
          OVERALL_TO: 11,
          PT0_BR0_PPP: 0.9,
          AST_TO_RATE: 2,
          NOT_A_KIND_TO: 4,
        }),
        players: [],
      }),
    );
    expect(of('stats')[0]?.efficiency).toEqual([
      {
        type: 'OVERALL',
        pointsPerPossession: 1.08,
        possessions: 74,
        fieldGoalPercent: 47.5,
        fieldGoalFraction: '30/61',
        fieldGoalsMade: 30,
        fieldGoalArrow: 1,
        points: 80,
        twosMade: 20,
        twosAttempted: 35,
        threesMade: 10,
        threesAttempted: 26,
        turnovers: 11,
      },
      { type: 'PT0_BR0', pointsPerPossession: 0.9 },
    ]);
  });

  it('a possession count of the wrong kind is told with its path', () => {
    const { faults } = read(summary({ team: team({ TRANSITION_PPP: [] }), players: [] }));
    expect(faults).toMatchObject([
      {
        where: 'broadcastsummary.game_stats.home.team.TRANSITION_PPP',
        expected: 'a number',
        found: 'a list of 0',
      },
    ]);
  });

  it('the best line-ups are lines', () => {
    const lineup_stats = [
      { player_ids: [1, 2, '3', 4, 5], PLUS_MINUS: 7, TOTAL_POINTS_SCORED: 30, TOTAL_POINTS_ALLOWED: 23 },
    ];
    expect(read(summary({ team: team({ lineup_stats }), players: [] })).of('stats')[0]?.lineups).toEqual([
      { playerIds: ['1', '2', '3', '4', '5'], plusMinus: 7, pointsScored: 30, pointsAllowed: 23 },
    ]);
  });
});
