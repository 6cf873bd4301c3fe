// A summary in the provider's words, as tests vary it, and what is read from it.

import { translate } from '../../../src/feeds/shottracker/translate.ts';
import type { Fact, FactOf } from '../../../src/feeds/told.ts';

const CONTEXT = { court: 'nba', gameClock: null } as const;
export const AT = 1_700_000_000_000;

export const read = (summary: object) => {
  const { told, faults } = translate('broadcastsummary', structuredClone(summary), CONTEXT);
  const facts: readonly Fact[] = told.map(({ fact }) => fact);
  const of = <K extends Fact['kind']>(kind: K): FactOf<K>[] =>
    facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
  return { told, faults, of };
};

export const team = (more: object = {}) => ({
  team_id: 481,
  consumer_code: 'LAL',
  team_name: 'Lakers',
  PTS: 80,
  ...more,
});
export const player = (more: object = {}) => ({
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
export const summary = (home: object, more: object = {}) => ({
  at: AT,
  at_formatted: 'x',
  period: 'Q2',
  reference: 'r',
  game_stats: { reference: 's', home, away: { team: { team_id: '493', PTS: 78 }, players: [] } },
  ...more,
});
