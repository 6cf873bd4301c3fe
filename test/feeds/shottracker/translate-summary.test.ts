import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/feeds/shottracker/translate.ts';
import type { Fact, FactOf } from '../../../src/feeds/told.ts';

const CONTEXT = { court: 'nba', gameClock: null } as const;
const AT = 1_700_000_000_000;

const read = (summary: object) => {
  const { told, faults } = translate('broadcastsummary', structuredClone(summary), CONTEXT);
  const facts: readonly Fact[] = told.map(({ fact }) => fact);
  const of = <K extends Fact['kind']>(kind: K): FactOf<K>[] =>
    facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
  return { told, faults, of };
};

const team = (more: object = {}) => ({
  team_id: 481,
  consumer_code: 'LAL',
  team_name: 'Lakers',
  PTS: 80,
  ...more,
});
const player = (more: object = {}) => ({
  player_id: 7269,
  consumer_code: 'p7269',
  jersey_number: 23,
  first_name: 'Ann',
  last_name: 'Bell',
  position_abbr: 'G',
  sensor: 65575,
  on_the_floor: true,
  ...more,
});
const summary = (home: object, more: object = {}) => ({
  at: AT,
  at_formatted: 'x',
  period: 'Q2',
  reference: 'r',
  game_stats: { reference: 's', home, away: { team: { team_id: '493', PTS: 78 }, players: [] } },
  ...more,
});

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
