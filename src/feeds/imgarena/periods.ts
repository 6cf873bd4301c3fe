// The provider counts periods from 1; which part of the game a number is, is said by the rules.
import type { Period } from '../../game/period.ts';
import type { Rules } from '../../game/rules.ts';

const OVERTIMES = 99;

/** The period of that number. Assumed: numbers go on through overtime. Null for no number of a period. */
export function playedPeriod(rules: Rules, count: number | undefined): Period | null {
  if (count === undefined || !Number.isInteger(count) || count < 1) return null;
  const regular = rules.periods[count - 1];
  if (regular !== undefined) return regular;
  const overtime = count - rules.periods.length;
  return overtime <= OVERTIMES ? `OT${overtime}` : null;
}

/** What comes when the period of that number has ended: half-time in the middle, else the end of a period. */
export const afterPeriod = (rules: Rules, count: number | undefined): Period =>
  count === rules.periods.length / 2 ? 'HT' : 'END';
