// Who shoots free throws for team fouls: read from the other team's count by the rule set.
import type { Rules } from './rules.ts';

/** `double`: past the second threshold, where the rules have one (NCAA men: two throws instead of one-and-one). */
export type Bonus = 'bonus' | 'double';

/** What a team is in when the other has that many fouls in the period; null for nothing, and where the count is not known. */
export function bonusOf({ bonus }: Rules, otherTeamFouls: number | null): Bonus | null {
  if (otherTeamFouls === null || otherTeamFouls < bonus.at) return null;
  return bonus.double !== null && otherTeamFouls >= bonus.double ? 'double' : 'bonus';
}
