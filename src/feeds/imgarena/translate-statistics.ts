// A statistics packet in our words: totals of teams and players, by game and by period, and the names of the teams.
import type { Rules } from '../../game/rules.ts';
import type { StatLine } from '../../game/stat-line.ts';
import { present } from '../fields.ts';
import type { Fact } from '../told.ts';
import { playedPeriod } from './periods.ts';
import { lineOf } from './stats.ts';
import type { StatisticsWords } from './words.ts';

export type StatisticsContext = {
  readonly rules: Rules;
  /** The actions have said which team is at home: their rosters stand. */
  readonly hasSides: boolean;
};

const isEmpty = (line: StatLine): boolean => Object.keys(line).length === 0;

type TeamWords = NonNullable<NonNullable<StatisticsWords['teamActionAggregates']>[number]>;

function statsOf(words: TeamWords, { rules }: StatisticsContext): readonly Fact[] {
  const whose = { kind: 'stats', from: 'summary', teamId: words.team.id } as const;
  const players = present(words.playerActionAggregates).flatMap((one) => {
    const line = lineOf(one.gameActionAggregates ?? one.actionAggregates ?? one.aggregates);
    return isEmpty(line) ? [] : [{ playerId: one.player.id, line }];
  });
  const team = lineOf(words.gameActionAggregates);
  const whole: Fact[] =
    isEmpty(team) && players.length === 0 ? [] : [{ ...whose, ...(isEmpty(team) ? {} : { team }), players }];
  const byPeriod = present(words.periodActionAggregates).flatMap(({ period: count, aggregates }) => {
    const period = playedPeriod(rules, count);
    const line = lineOf(aggregates);
    return period === null || isEmpty(line) ? [] : [{ ...whose, period, team: line, players: [] }];
  });
  return [...whole, ...byPeriod];
}

/** Assumed: the first team of a packet is at home, as long as no action has said which is. */
function rostersOf(teams: readonly TeamWords[]): readonly Fact[] {
  return teams.slice(0, 2).map(({ team }, index) => ({
    kind: 'roster',
    side: index === 0 ? 'home' : 'away',
    teamId: team.id,
    code: '',
    name: team.name ?? '',
    players: [],
  }));
}

/** The fact without the fouls of a period: where the actions tell of fouls they are counted from them. */
export function withoutPeriodFouls(fact: Fact): Fact {
  if (fact.kind !== 'stats' || fact.period === undefined || fact.team === undefined) return fact;
  const { fouls: _fouls, ...team } = fact.team;
  return { ...fact, team };
}

/** What the packet says. The end of the game is told only where no action speaks of the game at all: they own the period. */
export function translateStatistics(words: StatisticsWords, context: StatisticsContext): readonly Fact[] {
  const teams = present(words.teamActionAggregates);
  const ended: readonly Fact[] =
    words.finished === true && !context.hasSides ? [{ kind: 'period', period: 'FINAL' }] : [];
  return [
    ...(context.hasSides ? [] : rostersOf(teams)),
    ...teams.flatMap((team) => statsOf(team, context)),
    ...ended,
  ];
}
