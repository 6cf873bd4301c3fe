// Fouls of each period, counted from the actions.
import type { Rules } from '../../game/rules.ts';
import type { Fact } from '../told.ts';
import type { Action } from './action.ts';
import { playedPeriod } from './periods.ts';
import type { Sides } from './sides.ts';

/** `isTold`: a foul was told of, standing or not. `counts`: by the period's number, and in it by team. */
export type Fouls = {
  readonly isTold: boolean;
  readonly counts: ReadonlyMap<number, ReadonlyMap<string, number>>;
};

export const NO_FOULS: Fouls = { isTold: false, counts: new Map() };
const NONE: ReadonlyMap<string, number> = new Map();

/** Assumed: a foul in attack counts for the team but under the rules of the NBA and the WNBA; one of the bench or the coach for none. */
const countsForTeam = (subType: string, { name }: Rules): boolean =>
  !/coach|bench/i.test(subType) && !((name === 'nba' || name === 'wnba') && /offensive|charg/i.test(subType));

/** The fouls after one action more: a period is known of as soon as anything of it is told. */
export function foulsAfter(before: Fouls, action: Action, rules: Rules): Fouls {
  const { kind, stands, period, team, subType } = action;
  const isFoul = kind === 'foul';
  const isTold = before.isTold || isFoul;
  const own = period === undefined ? undefined : before.counts.get(period);
  const isCounted = isFoul && stands && team && countsForTeam(subType, rules);
  if (period === undefined || !(stands || isFoul) || (own !== undefined && !isCounted))
    return isTold === before.isTold ? before : { ...before, isTold };
  const count = isCounted ? new Map(own).set(team.id, (own?.get(team.id) ?? 0) + 1) : (own ?? NONE);
  return { isTold, counts: new Map(before.counts).set(period, count) };
}

/** Fouls of every period so far. Nothing before the first foul was ever told: this game may have none collected. */
export function foulFacts({ isTold, counts }: Fouls, { homeId, awayId }: Sides, rules: Rules): Fact[] {
  if (!isTold) return [];
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([count, byTeam]) => {
      const period = playedPeriod(rules, count);
      if (period === null) return [];
      return [homeId, awayId].flatMap((teamId): readonly Fact[] => {
        if (teamId === null) return [];
        const team = { fouls: byTeam.get(teamId) ?? 0 };
        return [{ kind: 'stats', from: 'summary', teamId, period, team, players: [] }];
      });
    });
}
