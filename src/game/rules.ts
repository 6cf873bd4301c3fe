// What the rule books say of time, fouls and lines, as data: one row a rule set.
import type { Period } from './period.ts';

export type RuleSetName = 'nba' | 'wnba' | 'ncaa-men' | 'ncaa-women' | 'fiba';
export const RULE_SETS: readonly RuleSetName[] = ['nba', 'wnba', 'ncaa-men', 'ncaa-women', 'fiba'];

/** How a clock is cut to what is shown: `floor` shows 0:59 at 59.9 s, `ceil` shows 1:00. */
export type Rounding = 'floor' | 'ceil';

export type Rules = {
  readonly name: RuleSetName;
  /** Played periods without overtime, in order. */
  readonly periods: readonly Period[];
  readonly periodMs: number;
  readonly overtimeMs: number;
  readonly gameClock: { readonly rounding: Rounding; readonly tenthsBelowMs: number };
  readonly shotClock: {
    readonly fullMs: number;
    /** After an offensive rebound and the like. */
    readonly shortMs: number;
    readonly rounding: Rounding;
    /** Tenths below this; 0 for none. */
    readonly tenthsBelowMs: number;
    /** Switched off when a new shot clock would be longer than what is left of the period. A display that is mirrored is never hidden for it. */
    readonly offAboveGameClock: boolean;
  };
  /** The other team shoots from this team foul of a period on; `double` where a second threshold gives two throws. */
  readonly bonus: { readonly at: number; readonly double: number | null };
  readonly court: 'nba' | 'ncaa' | 'fiba';
};

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const MINUTE_MS = 60_000;

/** Sources: reference table A3 of the design notes; cells whose rule book could not be read are marked `Assumed:`. */
const SETS: Readonly<Record<RuleSetName, Rules>> = {
  nba: {
    name: 'nba',
    periods: QUARTERS,
    periodMs: 12 * MINUTE_MS,
    overtimeMs: 5 * MINUTE_MS,
    // Assumed: floor above a minute, tenths in the last minute of each period.
    gameClock: { rounding: 'floor', tenthsBelowMs: MINUTE_MS },
    // Source: NBA Rule 7; tenths in the last five seconds from 2011-12, floored (a violation reads :15 at half a second gone).
    // Source for off: "24 seconds or less left: shall not function", NBA Rule 7 (older text).
    shotClock: {
      fullMs: 24_000,
      shortMs: 14_000,
      rounding: 'floor',
      tenthsBelowMs: 5_000,
      offAboveGameClock: true,
    },
    // Source: NBA Rule 12 B: the fifth team foul of a period.
    bonus: { at: 5, double: null },
    court: 'nba',
  },
  wnba: {
    name: 'wnba',
    periods: QUARTERS,
    periodMs: 10 * MINUTE_MS,
    overtimeMs: 5 * MINUTE_MS,
    // Assumed: as the NBA.
    gameClock: { rounding: 'floor', tenthsBelowMs: MINUTE_MS },
    // Assumed: tenths in the last five seconds, floored, and off, as the NBA.
    shotClock: {
      fullMs: 24_000,
      shortMs: 14_000,
      rounding: 'floor',
      tenthsBelowMs: 5_000,
      offAboveGameClock: true,
    },
    bonus: { at: 5, double: null },
    // Assumed: the arc of the WNBA is FIBA's (6.75 m) on an NBA floor: the NCAA row has just that.
    court: 'ncaa',
  },
  'ncaa-men': {
    name: 'ncaa-men',
    periods: ['H1', 'H2'],
    periodMs: 20 * MINUTE_MS,
    overtimeMs: 5 * MINUTE_MS,
    // Assumed: tenths in the last minute where the clock is fitted for it (casebook A.R. 33 speaks of it).
    gameClock: { rounding: 'floor', tenthsBelowMs: MINUTE_MS },
    // Source: officiating.com 2007: shows 30 from 30.0 to 29.1. Assumed: tenths below five seconds, ceiled too; off when
    // the game clock is shorter on a new control.
    shotClock: {
      fullMs: 30_000,
      shortMs: 20_000,
      rounding: 'ceil',
      tenthsBelowMs: 5_000,
      offAboveGameClock: true,
    },
    // Source: NCAA men, one-and-one at the seventh, two at the tenth foul of a half.
    bonus: { at: 7, double: 10 },
    court: 'ncaa',
  },
  'ncaa-women': {
    name: 'ncaa-women',
    periods: QUARTERS,
    periodMs: 10 * MINUTE_MS,
    overtimeMs: 5 * MINUTE_MS,
    // Assumed: as the men.
    gameClock: { rounding: 'floor', tenthsBelowMs: MINUTE_MS },
    shotClock: {
      fullMs: 30_000,
      shortMs: 20_000,
      rounding: 'ceil',
      tenthsBelowMs: 5_000,
      offAboveGameClock: true,
    },
    // Source: NCAA women, the fifth team foul of a quarter.
    bonus: { at: 5, double: null },
    court: 'ncaa',
  },
  fiba: {
    name: 'fiba',
    periods: QUARTERS,
    periodMs: 10 * MINUTE_MS,
    overtimeMs: 5 * MINUTE_MS,
    // Assumed: tenths in the last minute of each period.
    gameClock: { rounding: 'floor', tenthsBelowMs: MINUTE_MS },
    // Assumed: ceiled (24 is shown for the first second), tenths in the last five seconds; off with less than 14 s on a new control (Art. 50, recalled).
    shotClock: {
      fullMs: 24_000,
      shortMs: 14_000,
      rounding: 'ceil',
      tenthsBelowMs: 5_000,
      offAboveGameClock: true,
    },
    // Source: FIBA Art. 41: after the fourth team foul of a quarter.
    bonus: { at: 5, double: null },
    court: 'fiba',
  },
};

/** The rule set of that name. */
export const rulesOf = (name: RuleSetName): Rules => SETS[name];

/** How long a played period lasts under these rules, in milliseconds; 0 for what is not played. */
export function periodLengthMs(rules: Rules, period: Period): number {
  if (period.startsWith('OT')) return rules.overtimeMs;
  return /^(Q|H\d)/.test(period) ? rules.periodMs : 0;
}
