import { describe, expect, it } from 'vitest';
import { FIXTURE, HOME, imgWords } from '../../kit/img-words.ts';
import { HEARD_MS, listen } from './read-words.ts';

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
