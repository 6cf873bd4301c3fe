// What the rule books say beyond clocks and lines, as the simulated game needs it: one row a rule set.
import type { Period } from '../../game/period.ts';
import { overtimeNumber } from '../../game/period.ts';
import type { RuleSetName, Rules } from '../../game/rules.ts';

/** Late stretch of a period in which a made basket stops the clock: the last `ms`, in the last regular period and overtime, and in others if `everyMs`. */
type BasketStop = { readonly lastMs: number; readonly everyMs: number };

export type Law = {
  /** With this personal foul a player is out. */
  readonly foulsOut: number;
  readonly timeouts: number;
  readonly basketStop: BasketStop;
  /** Overtime begins with a jump ball, or by the arrow. */
  readonly overtimeJump: boolean;
  /** How long after a team gets the ball in its front court it would like to shoot, on average, in milliseconds. Tuned to the league's usual pace. */
  readonly tempoMs: number;
  /** How often the ball is lost, and a foul called, in one move: fewer attacks, no fewer whistles. Tuned like the tempo. */
  readonly mishaps: number;
  readonly whistles: number;
};

const MINUTE_MS = 60_000;

const LAWS: Readonly<Record<RuleSetName, Law>> = {
  // Source: NBA Rules 5 and 12. The clock stops on a basket in the last minute of a period, the last two of the fourth and of overtime.
  nba: {
    foulsOut: 6,
    timeouts: 7,
    basketStop: { lastMs: 2 * MINUTE_MS, everyMs: MINUTE_MS },
    overtimeJump: true,
    tempoMs: 8_900,
    mishaps: 1,
    whistles: 1.05,
  },
  // Assumed: as the NBA, with fewer timeouts.
  wnba: {
    foulsOut: 6,
    timeouts: 5,
    basketStop: { lastMs: MINUTE_MS, everyMs: MINUTE_MS },
    overtimeJump: true,
    tempoMs: 13_000,
    mishaps: 1.15,
    whistles: 1.55,
  },
  // Source: NCAA men, rules 5 and 10: the last minute of the second half and of overtime.
  'ncaa-men': {
    foulsOut: 5,
    timeouts: 4,
    basketStop: { lastMs: MINUTE_MS, everyMs: 0 },
    overtimeJump: true,
    tempoMs: 14_200,
    mishaps: 1.12,
    whistles: 1.55,
  },
  // Source: NCAA women: the last minute of the fourth quarter and of overtime.
  'ncaa-women': {
    foulsOut: 5,
    timeouts: 4,
    basketStop: { lastMs: MINUTE_MS, everyMs: 0 },
    overtimeJump: true,
    tempoMs: 13_000,
    mishaps: 1.12,
    whistles: 1.55,
  },
  // Source: FIBA Art. 40, 49.2: the last two minutes of the fourth quarter and of overtime; the arrow decides after the opening tip.
  fiba: {
    foulsOut: 5,
    timeouts: 5,
    basketStop: { lastMs: 2 * MINUTE_MS, everyMs: 0 },
    overtimeJump: false,
    tempoMs: 13_000,
    mishaps: 1.12,
    whistles: 1.55,
  },
};

/** The law of that rule set. */
export const lawOf = (name: RuleSetName): Law => LAWS[name];

/** True in the period after which the game may be over: the last regular one, and each overtime. */
export const isLastPeriod = (rules: Rules, period: Period): boolean =>
  overtimeNumber(period) > 0 || period === rules.periods[rules.periods.length - 1];

/** Whether a basket made with that much left stops the clock. */
export function basketStopsClock(rules: Rules, period: Period, remainingMs: number): boolean {
  const { lastMs, everyMs } = lawOf(rules.name).basketStop;
  return remainingMs <= (isLastPeriod(rules, period) ? lastMs : everyMs);
}

/** What a common foul earns: nothing, two throws, or one with a second if it goes in. `teamFouls` counts this one. */
export function bonusThrows({ bonus }: Rules, teamFouls: number): 'none' | 'one-and-one' | 'two' {
  if (teamFouls < bonus.at) return 'none';
  return bonus.double !== null && teamFouls < bonus.double ? 'one-and-one' : 'two';
}

/** True in the second half and later: the teams have changed ends. */
export function endsChanged(rules: Rules, period: Period): boolean {
  const at = rules.periods.indexOf(period);
  return overtimeNumber(period) > 0 || at >= rules.periods.length / 2;
}
