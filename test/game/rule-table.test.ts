// The rule sets against a table written by hand from the rule books' sayings, independent of src/game/rules.
import { describe, expect, it } from 'vitest';
import { gameClockText, shotClockText } from '../../src/game/clock.ts';
import { periodLengthMs, RULE_SETS, type RuleSetName, rulesOf } from '../../src/game/rules.ts';

const pad = (n: number): string => String(n).padStart(2, '0');
const minutes = (seconds: number): string => `${Math.trunc(seconds / 60)}:${pad(seconds % 60)}`;
const tenths = (n: number): string => (n / 10).toFixed(1);

/** By hundredths of a second left, in whole numbers: what the board shows. */
type Board = (hundredths: number) => string;

const lastMinuteInTenths: Board = (h) =>
  h < 6_000 ? tenths(Math.trunc(h / 10)) : minutes(Math.trunc(h / 100));
const floored: Board = (h) => (h < 500 ? tenths(Math.trunc(h / 10)) : String(Math.trunc(h / 100)));
const ceiled: Board = (h) => (h <= 500 ? tenths(Math.ceil(h / 10)) : String(Math.ceil(h / 100)));

const TABLE: Readonly<
  Record<
    RuleSetName,
    {
      periods: string;
      minutes: number;
      overtime: number;
      full: number;
      short: number;
      game: Board;
      shot: Board;
    }
  >
> = {
  nba: {
    periods: 'Q1 Q2 Q3 Q4',
    minutes: 12,
    overtime: 5,
    full: 24,
    short: 14,
    game: lastMinuteInTenths,
    shot: floored,
  },
  wnba: {
    periods: 'Q1 Q2 Q3 Q4',
    minutes: 10,
    overtime: 5,
    full: 24,
    short: 14,
    game: lastMinuteInTenths,
    shot: floored,
  },
  'ncaa-men': {
    periods: 'H1 H2',
    minutes: 20,
    overtime: 5,
    full: 30,
    short: 20,
    game: lastMinuteInTenths,
    shot: ceiled,
  },
  'ncaa-women': {
    periods: 'Q1 Q2 Q3 Q4',
    minutes: 10,
    overtime: 5,
    full: 30,
    short: 20,
    game: lastMinuteInTenths,
    shot: ceiled,
  },
  fiba: {
    periods: 'Q1 Q2 Q3 Q4',
    minutes: 10,
    overtime: 5,
    full: 24,
    short: 14,
    game: lastMinuteInTenths,
    shot: ceiled,
  },
};

describe.each(RULE_SETS)('the rule set %s', (name) => {
  const rules = rulesOf(name);
  const row = TABLE[name];

  it('has the lengths of the table', () => {
    expect(rules.periods.join(' ')).toBe(row.periods);
    for (const period of rules.periods) expect(periodLengthMs(rules, period)).toBe(row.minutes * 60_000);
    expect(periodLengthMs(rules, 'OT2')).toBe(row.overtime * 60_000);
    expect(periodLengthMs(rules, 'HT')).toBe(0);
    expect([rules.shotClock.fullMs, rules.shotClock.shortMs]).toEqual([row.full * 1_000, row.short * 1_000]);
  });

  it('shows both clocks as the table does, at every hundredth of a second', () => {
    const wrong: string[] = [];
    for (let h = 0; h <= row.minutes * 6_000; h += 1) {
      const shown = gameClockText(rules, h * 10);
      if (shown !== row.game(h)) wrong.push(`game ${h}: ${shown}, not ${row.game(h)}`);
    }
    for (let h = 0; h <= row.full * 100; h += 1) {
      const shown = shotClockText(rules, h * 10);
      if (shown !== row.shot(h)) wrong.push(`shot ${h}: ${shown}, not ${row.shot(h)}`);
    }
    expect(wrong).toEqual([]);
  });
});
