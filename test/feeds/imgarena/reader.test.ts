import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReader } from '../../../src/feeds/imgarena/reader.ts';
import { makeTapeTeller } from '../../../src/feeds/tape/tell.ts';
import { fold } from '../../../src/game/fold.ts';
import { type Game, noGame } from '../../../src/game/game.ts';
import type { Message } from '../../../src/game/message.ts';
import { AWAY, FIXTURE, HOME, imgWords, type Packet, TYPES } from '../../kit/img-words.ts';
import { makeListener } from '../../kit/listener.ts';

const HEARD_MS = Date.UTC(2026, 9, 1, 19);

function listen(gameId?: string) {
  const listener = makeListener();
  const reader = makeReader({ rules: 'fiba', to: listener, gameId });
  let heardMs = HEARD_MS;
  const hear = (packet: unknown) => {
    heardMs += 1000;
    return reader.hear(typeof packet === 'string' ? packet : JSON.stringify(packet), heardMs);
  };
  const game = (): Game =>
    listener.said.reduce((state, said, seq) => {
      const message = { ...said, seq } as Message;
      return message.kind === 'frame' ? state : fold(state, message);
    }, noGame);
  return { listener, hear, game };
}

const scoreOf = (game: Game) => [game.teams[HOME.id]?.score, game.teams[AWAY.id]?.score];

describe("the documents' own examples", () => {
  const TURNOVER = {
    fixtureAction: {
      actionId: 'aa5eb8c8-2f60-4a31-bd9b-6a0f38e4c5a1',
      clockTime: '08:02',
      fixtureActionSubType: 'Stolen',
      fixtureActionSubTypeId: 20001,
      fixtureActionType: 'Turnover',
      fixtureActionTypeId: 201,
      fixtureId: FIXTURE,
      fixtureSeqNum: 161,
      period: 1,
      player: { id: 'p-7', name: 'Jordan Marsh' },
      relatedFixtureActionIds: ['one', 'two'],
      sendType: 'Confirmed',
      sendTypeId: 5,
      team: AWAY,
      timelineSequence: 1.0000001178514968,
      timestamp: '2026-10-01T18:04:11.513Z',
    },
    fixtureSummary: {
      awayTeamScore: 11,
      collectionStatus: 'CollectingLive',
      currentClockState: 'stopped',
      currentClockTime: '00:00',
      currentPeriod: 1,
      currentStatus: 'Live',
      finished: false,
      homeTeamScore: 10,
      isHomeTeamInPossesion: true,
      isTied: false,
      periods: [{ id: 1, label: '1st quarter', type: 'Regular', end: null }],
    },
    traceId: 'eb8ee0f092bf0cda01a497cd072ffad9',
    version: 3,
  };

  it('a turnover gives the play, the player, the period and the score of the known side', () => {
    const { listener, hear, game } = listen(FIXTURE);
    hear(TURNOVER);
    expect(listener.faults).toEqual([]);
    expect(listener.of('play')).toMatchObject([
      { classification: 'TURNOVER', teamId: AWAY.id, playerId: 'p-7', period: 'Q1' },
    ]);
    expect(game()).toMatchObject({ period: 'Q1', awayId: AWAY.id, homeId: null });
    expect(scoreOf(game())).toEqual([undefined, 11]);
    expect(game().teams[AWAY.id]?.players['p-7']).toMatchObject({ firstName: 'Jordan', lastName: 'Marsh' });
  });

  it('the clock of the summary, which reads 00:00 at 08:02, is not told', () => {
    const { listener, hear } = listen();
    hear(TURNOVER);
    expect(listener.of('clock')).toEqual([]);
  });

  it('a 401 as printed, which is no JSON, is a refusal; a 400 a complaint', () => {
    const { listener, hear } = listen();
    expect(hear('{\n    The supplied authentication is invalid\n}').refusal).toMatch(
      /authentication is invalid/,
    );
    expect(hear("{\n    Request is missing required HTTP header 'Accept'\n}").refusal).toBeUndefined();
    expect(listener.codes()).toEqual(['provider-complains', 'provider-complains']);
    expect(listener.said).toEqual([]);
  });

  it('the statistics of a snooker match show the two names and that it is finished, without a Fault', () => {
    const team = (id: string, name: string) => ({
      team: { id, name },
      gameActionAggregates: [
        {
          action: 'Red',
          actionId: 301,
          actionAggregate: 84,
          subActionAggregates: [{ subAction: 'Bottom Left', subActionId: 30103, subActionAggregate: 64 }],
        },
        { action: 'Striker', actionId: 316, actionAggregate: 5, subActionAggregates: [] },
      ],
      periodActionAggregates: [
        {
          period: 5,
          aggregates: [{ action: 'Red', actionId: 301, actionAggregate: 9, subActionAggregates: [] }],
        },
      ],
      playerActionAggregates: [],
    });
    const { listener, hear, game } = listen(FIXTURE);
    const heard = hear({
      seqNum: 405,
      traceId: 'eb8ee0f092bf0cda01a497cd072ffad9',
      version: 2,
      finished: true,
      fixtureId: FIXTURE,
      timestamp: '2023-02-27T11:33:13.001313400Z',
      teamActionAggregates: [team(HOME.id, 'AS Test WST Team 1'), team(AWAY.id, 'AS Test WST Team 2')],
      advancedSportStatistics: { startingStriker: HOME.id, breaksStatistics: { breaks: [] } },
    });
    expect(heard).toEqual({ kind: 'data', isNew: true });
    expect(listener.faults).toEqual([]);
    expect(listener.heard[0]).toMatchObject({
      source: 'statistics',
      saidMs: Date.UTC(2023, 1, 27, 11, 33, 13, 1),
    });
    expect(game().teams[HOME.id]?.name).toBe('AS Test WST Team 1');
    expect(game()).toMatchObject({ period: 'FINAL', homeId: HOME.id, awayId: AWAY.id });
    expect(game().teams[HOME.id]).toMatchObject({ score: null, fouls: null, line: {} });
  });
});

describe('corrections', () => {
  const words = imgWords();
  const basket = words.action('twoMade', { team: HOME, actionId: 'x' });
  const miss = words.action('twoMissed', { team: AWAY, actionId: 'other' });
  const version = (type: keyof typeof TYPES, sendType: string) =>
    words.action(type, { team: HOME, actionId: 'x', sendType });

  it.each([
    ['confirmed', [basket], 2, 1],
    ['pending', [version('twoMade', 'Pending')], 0, 0],
    ['cancelled', [basket, version('twoMade', 'Cancelled')], 0, 0],
    ['deleted', [basket, version('twoMade', 'Deleted')], 0, 0],
    ['restored', [basket, version('twoMade', 'Deleted'), version('twoMade', 'Updated')], 2, 1],
    ['of another type', [basket, version('threeMade', 'Updated')], 3, 1],
    ['no basket after all', [basket, version('twoMissed', 'Updated')], 0, 1],
    ['no throw after all', [basket, version('turnover', 'Updated')], 0, 0],
  ])('a basket that is %s counts so', (_, packets, points, shots) => {
    const { hear, game, listener } = listen();
    for (const packet of [miss, ...packets]) hear(packet);
    expect(scoreOf(game())).toEqual([points, 0]);
    expect(Object.keys(game().shots).filter((id) => id === 'x')).toHaveLength(shots);
    expect(listener.faults).toEqual([]);
  });

  it('a rebound that becomes another kind is taken back under its first word', () => {
    const { hear, listener } = listen();
    hear(words.action('defensive', { team: HOME, actionId: 'r' }));
    hear(words.action('offensive', { team: HOME, actionId: 'r', sendType: 'Updated' }));
    expect(listener.of('play').map(({ classification }) => classification)).toEqual([
      'DEFENSIVE_REBOUND',
      'DELETED_DEFENSIVE_REBOUND',
      'OFFENSIVE_REBOUND',
    ]);
  });

  it('a basket that becomes a three is one play, updated', () => {
    const { hear, listener } = listen();
    hear(basket);
    hear(version('threeMade', 'Updated'));
    expect(listener.of('play').map(({ classification }) => classification)).toEqual([
      'TWO_POINT_MAKE',
      'UPDATED_TWO_POINT_MAKE_TO_THREE_POINT_MAKE',
    ]);
  });

  const shape = fc.record({
    id: fc.integer({ min: 1, max: 6 }),
    type: fc.constantFrom('twoMade', 'threeMade', 'freeMade', 'twoMissed', 'foul', 'turnover' as const),
    sendType: fc.constantFrom('Confirmed', 'Updated', 'Cancelled', 'Deleted', 'Pending'),
    isHome: fc.boolean(),
    period: fc.integer({ min: 1, max: 2 }),
  });

  it('any order of versions gives the score, the fouls and the shots of the last version of each action', () => {
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 1, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (made, chance) => {
          const own = imgWords();
          const begin = [
            own.action('periodStart'),
            own.action('turnover', { team: HOME }),
            own.action('turnover', { team: AWAY }),
          ];
          const packets = made.map(({ id, type, sendType, isHome, period }) =>
            own.action(type, { actionId: `x${id}`, sendType, period, team: isHome ? HOME : AWAY }),
          );
          const end = [own.action('foul', { team: HOME }), own.action('twoMissed', { team: AWAY })];
          const shuffled = packets
            .map((packet) => ({ packet, key: chance.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ packet }) => packet);
          const outcome = (between: readonly Packet[]) => {
            const { hear, game } = listen();
            for (const packet of [...begin, ...between, ...end]) hear(packet);
            const { teams, shots } = game();
            const told = [HOME.id, AWAY.id].map((id) => [
              teams[id]?.score,
              teams[id]?.periodLines.Q1?.fouls,
              teams[id]?.periodLines.Q2?.fouls ?? 0,
            ]);
            return {
              told,
              shots: Object.fromEntries(
                Object.entries(shots).map(([id, { made: isIn, three, teamId }]) => [
                  id,
                  { isIn, three, teamId },
                ]),
              ),
            };
          };
          const last = new Map(packets.map((packet) => [packet.fixtureAction.actionId, packet]));
          expect(outcome(shuffled)).toEqual(outcome([...last.values()]));
        },
      ),
      { numRuns: 150, seed: 8 },
    );
  });
});

describe('the course of a game', () => {
  it("the score is the summary's, also where the throws count otherwise", () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(words.action('twoMade', { team: HOME }));
    hear(words.action('turnover', { team: AWAY }, { homeTeamScore: 12, awayTeamScore: 9 }));
    expect(scoreOf(game())).toEqual([12, 9]);
    hear(words.action('twoMade', { team: AWAY }, { homeTeamScore: 12, awayTeamScore: 8 }));
    expect(scoreOf(game())).toEqual([12, 8]);
  });

  it('the summary of a correction that bears the number of what it corrects is the newest', () => {
    const { hear, game } = listen();
    const words = imgWords();
    const basket = words.action('twoMade', { team: HOME }, { homeTeamScore: 2, awayTeamScore: 0 });
    hear(basket);
    hear(words.action('turnover', { team: AWAY }, { homeTeamScore: 2, awayTeamScore: 0 }));
    const deleted = { ...basket.fixtureAction, sendType: 'Deleted' };
    hear({ fixtureAction: deleted, fixtureSummary: { homeTeamScore: 0, awayTeamScore: 0 } });
    expect(scoreOf(game())).toEqual([0, 0]);
  });

  it("possession is the summary's while the game is played, and nobody's before", () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(words.action('turnover', { team: HOME }, { isHomeTeamInPossesion: false }));
    hear(words.action('turnover', { team: AWAY }, { isHomeTeamInPossesion: false }));
    expect(game().possession).toBeNull();
    hear(words.action('periodStart', {}, { isHomeTeamInPossesion: true }));
    expect(game().possession?.teamId).toBe(HOME.id);
  });

  it('a clock that starts begins its period, where nobody told of the start', () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(words.action('periodEnd', { period: 1 }));
    expect(game().period).toBe('END');
    hear(words.action('clockStart', { period: 2, clockTime: '10:00' }));
    expect(game().period).toBe('Q2');
  });

  it('the clock starts, stops and is adjusted by its own actions, from their stamps', () => {
    const { hear, listener } = listen();
    const words = imgWords(HEARD_MS);
    hear(words.action('clockStart', { clockTime: '10:00' }));
    hear(words.action('clockStop', { clockTime: '09:58' }));
    hear(words.action('clockAdjust', { clockTime: '09:59' }));
    expect(listener.of('clock').map(({ game }) => [game.remainingMs, game.running])).toEqual([
      [600_000, true],
      [598_000, false],
      [599_000, false],
    ]);
  });

  it('a stop of the clock that is deleted leaves it running since its start', () => {
    const { hear, listener } = listen();
    const words = imgWords(HEARD_MS);
    hear(words.action('clockStart', { clockTime: '10:00' }));
    hear(words.action('clockStop', { clockTime: '09:59', actionId: 's' }));
    hear(words.action('clockStop', { clockTime: '09:59', actionId: 's', sendType: 'Deleted' }));
    const last = listener.of('clock').at(-1);
    expect(last?.game).toEqual({ remainingMs: 598_000, running: true, resolutionMs: 1000 });
  });

  it('periods go from quarter to half-time, overtime and the end', () => {
    const { hear, listener } = listen();
    const words = imgWords();
    for (const period of [1, 2, 3, 4, 5]) {
      hear(words.action('periodStart', { period }));
      hear(words.action('periodEnd', { period }));
    }
    hear(words.action('matchEnd', { period: 5 }));
    expect(listener.of('period').map(({ period }) => period)).toEqual([
      'Q1',
      'END',
      'Q2',
      'HT',
      'Q3',
      'END',
      'Q4',
      'END',
      'OT1',
      'END',
      'FINAL',
    ]);
  });

  it('team fouls begin anew with a period, and are not told of a game in which none is collected', () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(words.action('periodStart', { team: HOME }));
    hear(words.action('turnover', { team: AWAY }));
    expect(game().teams[HOME.id]?.fouls).toBeNull();
    hear(words.action('foul', { team: HOME }));
    hear(words.action('foul', { team: HOME, actionId: 'f' }));
    expect([game().teams[HOME.id]?.fouls, game().teams[AWAY.id]?.fouls]).toEqual([2, 0]);
    hear(words.action('foul', { team: HOME, actionId: 'f', sendType: 'Deleted' }));
    expect(game().teams[HOME.id]?.fouls).toBe(1);
    hear(words.action('periodStart', { period: 2 }));
    expect(game().teams[HOME.id]?.fouls).toBe(0);
  });

  it('colours, the five on the floor and timeouts are told; four on the floor are not', () => {
    const { hear, game, listener } = listen();
    const words = imgWords();
    const players = [1, 2, 3, 4, 5, 6].map((n) => ({
      id: `p${n}`,
      name: `A B${n}`,
      shirtNumber: n,
      starter: n < 6,
    }));
    hear(words.action('turnover', { team: AWAY }));
    hear(
      words.action('colours', { metadata: { homeTeamColour: '0, 38, 255', awayTeamColour: '255, 242, 0' } }),
    );
    hear(words.action('lineup', { team: HOME, metadata: { players } }));
    hear(words.action('subOut', { team: HOME, player: { id: 'p1', name: 'A B1' } }));
    hear(words.action('subIn', { team: HOME, player: { id: 'p6', name: 'A B6' } }));
    hear(words.action('timeout', { team: AWAY }));
    expect(game().teams[HOME.id]).toMatchObject({
      colour: '#0026ff',
      onFloor: ['p2', 'p3', 'p4', 'p5', 'p6'],
    });
    expect(game().teams[HOME.id]?.players.p6).toMatchObject({ number: '6', lastName: 'B6' });
    expect(listener.of('lineup').map(({ playerIds }) => playerIds.length)).toEqual([5, 5]);
    expect(listener.of('play').at(-1)).toMatchObject({ classification: 'TIMEOUT', teamId: AWAY.id });
  });
});

describe('statistics', () => {
  const count = (action: string, actionAggregate: number) => ({
    action,
    actionAggregate,
    subActionAggregates: [],
  });
  const packet = (seqNum: number, made: number) => ({
    seqNum,
    fixtureId: FIXTURE,
    teamActionAggregates: [
      {
        team: { id: HOME.id, name: HOME.name },
        gameActionAggregates: [
          count('2PT Made', made),
          count('2PT Missed', 3),
          count('3PT Made', 1),
          count('3PT Made Percentage', 33),
          count('2PT Made in the Paint', 2),
          count('Turnover', 4),
          count('Offensive Rebound', 2),
        ],
        periodActionAggregates: [{ period: 2, aggregates: [count('Foul', 3)] }],
        playerActionAggregates: [
          { player: { id: 'p1', name: 'A B' }, gameActionAggregates: [count('Assists', 5)] },
        ],
      },
    ],
  });

  it('counts of team, period and player become lines; what is not counted is absent', () => {
    const { hear, game } = listen();
    hear(packet(1, 5));
    const team = game().teams[HOME.id];
    expect(team?.line).toEqual({
      points: 13,
      twosMade: 5,
      twosAttempted: 8,
      threesMade: 1,
      threesAttempted: 1,
      fieldGoalsMade: 6,
      fieldGoalsAttempted: 9,
      turnovers: 4,
      offensiveRebounds: 2,
    });
    expect(team?.periodLines).toEqual({ Q2: { fouls: 3 } });
    expect(team?.players.p1?.line).toEqual({ assists: 5 });
  });

  it('an older packet than the last changes nothing', () => {
    const { hear, game } = listen();
    hear(packet(7, 6));
    hear(packet(6, 5));
    expect(game().teams[HOME.id]?.line.twosMade).toBe(6);
  });

  it('numbers that begin anew are followed where the stamp is newer', () => {
    const { hear, game } = listen();
    const at = (ms: number) => ({ timestamp: new Date(HEARD_MS + ms).toISOString() });
    hear({ ...packet(7, 6), ...at(0) });
    hear({ ...packet(1, 4), ...at(-1) });
    expect(game().teams[HOME.id]?.line.twosMade).toBe(6);
    hear({ ...packet(1, 7), ...at(1) });
    expect(game().teams[HOME.id]?.line.twosMade).toBe(7);
  });

  it('a count that is listed no more is none', () => {
    const { hear, game } = listen();
    hear(packet(1, 5));
    const { teamActionAggregates, ...rest } = packet(2, 5);
    const [team] = teamActionAggregates;
    const without = team?.gameActionAggregates.filter(({ action }) => action !== 'Turnover');
    hear({ ...rest, teamActionAggregates: [{ ...team, gameActionAggregates: without }] });
    expect(game().teams[HOME.id]?.line).toMatchObject({ turnovers: 0, twosMade: 5 });
  });

  it('fouls of a period are counted from the actions once these tell of fouls', () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(packet(1, 5));
    expect(game().teams[HOME.id]?.periodLines.Q2?.fouls).toBe(3);
    hear(words.action('periodStart', { period: 2, team: HOME }));
    hear(words.action('foul', { period: 2, team: HOME }));
    hear(packet(2, 5));
    expect(game().teams[HOME.id]?.periodLines.Q2?.fouls).toBe(1);
  });
});

describe('a list that begins with the past', () => {
  it('its actions bear the instants at which they happened, also when the statistics came first', () => {
    const { hear, listener } = listen();
    const beginMs = HEARD_MS - 3_600_000;
    const words = imgWords(beginMs);
    hear({ seqNum: 9, timestamp: new Date(HEARD_MS + 1000).toISOString(), teamActionAggregates: [] });
    hear(words.action('twoMade', { team: HOME }));
    hear(words.action('twoMade', { team: HOME }));
    expect(listener.of('shot').map(({ atMs }) => atMs - beginMs)).toEqual([1000, 2000]);
  });

  it('a match of another year is told as it arrives', () => {
    const { hear, listener } = listen();
    hear(imgWords(Date.UTC(2023, 1, 27)).action('twoMade', { team: HOME }));
    expect(listener.of('shot')[0]?.atMs).toBe(HEARD_MS + 1000);
  });

  it('a correction holds later than what it corrects, though it bears its stamp', () => {
    const { hear, listener } = listen();
    const words = imgWords(HEARD_MS - 60_000);
    const timestamp = new Date(HEARD_MS - 59_000).toISOString();
    hear(words.action('twoMade', { team: HOME, actionId: 'x', timestamp }));
    hear(words.action('twoMade', { team: HOME }));
    hear(words.action('twoMade', { team: HOME, actionId: 'x', timestamp, sendType: 'Deleted' }));
    const [, second, third] = listener.of('score').map(({ atMs }) => atMs);
    expect(third).toBeGreaterThanOrEqual(second ?? Number.NaN);
  });

  it('played back off a tape it ends in the same game', () => {
    const { hear, listener, game } = listen();
    const words = imgWords();
    for (const type of ['periodStart', 'twoMade', 'foul', 'threeMade'] as const)
      hear(words.action(type, { team: HOME }));
    const teller = makeTapeTeller({
      version: 1,
      feed: 'imgarena',
      words: 'imgarena',
      rules: 'fiba',
      writer: 'test',
      startedMs: HEARD_MS,
    });
    const facts = listener.heard.flatMap(({ source, text, heardMs }) =>
      teller.tell({ topic: `imgarena/${source}`, text, heardMs, saidMs: heardMs }),
    );
    const played = facts.reduce((state, fact) => (fact.kind === 'frame' ? state : fold(state, fact)), noGame);
    expect(played.teams[HOME.id]).toEqual(game().teams[HOME.id]);
    expect(played.teams[HOME.id]).toMatchObject({ score: 5, fouls: 1 });
  });
});

describe('whatever comes', () => {
  it('a packet of another fixture says nothing but a Fault', () => {
    const { hear, listener } = listen('another');
    hear(imgWords().action('twoMade', { team: HOME }));
    expect(listener.codes()).toEqual(['other-game']);
    expect(listener.said).toEqual([]);
    expect(listener.heard).toHaveLength(1);
  });

  it.each([
    '{"status":401}',
    '401 Unauthorized',
    '{"message":"Token expired"}',
    '{"authenticated":false}',
    'Access denied',
  ])('%s is a refusal', (text) => {
    const { hear, listener } = listen();
    expect(hear(text).refusal).toBe(text);
    expect(listener.codes()).toEqual(['provider-complains']);
  });

  it('what cannot be opened is kept for the tape, and told', () => {
    const { hear, listener } = listen();
    const deep = `{"fixtureAction":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    for (const text of ['{"fixtureAction":', '<html>', deep]) expect(hear(text).kind).toBe('unknown');
    expect(listener.codes()).toEqual(['not-json', 'not-json', 'too-large']);
    expect(listener.heard.map(({ source }) => source)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('a packet that comes twice is told once, though its trace differs', () => {
    const { hear, listener } = listen();
    const one = imgWords().action('twoMade', { team: HOME });
    expect(hear({ ...one, traceId: 'a' }).isNew).toBe(true);
    const told = listener.said.length;
    expect(hear({ ...one, traceId: 'b' }).isNew).toBe(false);
    expect(listener.said).toHaveLength(told);
  });

  it('a bad field is told with where, expected and found, and the rest counts', () => {
    const { hear, listener } = listen();
    hear(imgWords().action('twoMade', { team: HOME, period: 'first', clockTime: 'soon' }));
    expect(listener.faults).toEqual([
      { code: 'bad-field', where: 'actions.fixtureAction.period', expected: 'a number', found: '"first"' },
      {
        code: 'bad-field',
        where: 'actions.fixtureAction.clockTime',
        expected: 'a clock such as 08:02',
        found: 'soon',
      },
    ]);
    expect(listener.of('shot')).toHaveLength(1);
  });

  it('heartbeats of any form are no Fault', () => {
    const { hear, listener } = listen();
    const beats = ['heartbeat', '', '{}', '{"type":"heartbeat","count":401}', '"ping"', '17', '{"seqNum":5}'];
    for (const beat of [...beats, '{"authorised":true}', '{"error":null,"tokenExpired":false}'])
      expect(hear(beat).kind).toBe('control');
    expect(listener.faults).toEqual([]);
  });

  it('any JSON gives Messages or Faults, never an exception', () => {
    const keys = [
      'fixtureAction',
      'fixtureSummary',
      'teamActionAggregates',
      'seqNum',
      'actionId',
      'team',
      'player',
      'metadata',
      'id',
      'period',
      '__proto__',
    ];
    const inner = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(
          null,
          true,
          -1,
          1.5,
          1e300,
          '',
          'Foul',
          '2PT Made',
          '08:02',
          'Deleted',
          'constructor',
        ),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom(...keys, 'fixtureActionType', 'homeTeam', 'players', 'clockTime'),
          tie('any'),
          { maxKeys: 8 },
        ),
      ),
    }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys.slice(0, 4)), inner.any), { maxLength: 6 }),
        (parts) => {
          const { hear, listener } = listen();
          for (const [key, value] of parts) hear({ [key]: value });
          expect(listener.heard).toHaveLength(parts.length);
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });
});
