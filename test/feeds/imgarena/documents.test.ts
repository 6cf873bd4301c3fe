import { describe, expect, it } from 'vitest';
import { AWAY, FIXTURE, HOME } from '../../kit/img-words.ts';
import { listen, scoreOf } from './read-words.ts';

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
    expect(heard).toMatchObject({ kind: 'data', isNew: true, isBroken: false, doubts: [] });
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
