// The scorer's table: which period it is, what the clocks say, and whether they run.
import type { Period } from '../../game/period.ts';
import { periodLengthMs, type Rules } from '../../game/rules.ts';

export type Table = {
  period: Period;
  gameMs: number;
  running: boolean;
  shotMs: number;
  /** Off when less is left to play than it would show. */
  shotOn: boolean;
  /** The shot clock waits for a team to have the ball, also while the game clock runs. */
  shotRuns: boolean;
};

/** The table before the game. */
export const tableBefore = (rules: Rules): Table => ({
  period: 'PRE',
  gameMs: rules.periodMs,
  running: false,
  shotMs: rules.shotClock.fullMs,
  shotOn: false,
  shotRuns: false,
});

/** Gives the shot clock that much, or turns it off when the period has less. */
export function setShotClock(table: Table, shotMs: number): void {
  table.shotOn = table.gameMs > shotMs;
  table.shotMs = table.shotOn ? shotMs : 0;
}

/** Sets the clocks for a period that is about to begin. */
export function beginPeriod(table: Table, rules: Rules, period: Period): void {
  table.period = period;
  table.gameMs = periodLengthMs(rules, period);
  table.running = false;
  table.shotRuns = false;
  setShotClock(table, rules.shotClock.fullMs);
}

export function startClock(table: Table): void {
  table.running = table.gameMs > 0;
  table.shotRuns = table.running;
}

export function stopClock(table: Table): void {
  table.running = false;
  table.shotRuns = false;
}

/** Lets both clocks run on by one step; they stop at zero. */
export function runTable(table: Table, stepMs: number): void {
  if (!table.running) return;
  table.gameMs = Math.max(0, table.gameMs - stepMs);
  if (table.shotOn && table.shotRuns) table.shotMs = Math.max(0, table.shotMs - stepMs);
  // A period that ends first turns the shot clock off.
  if (table.shotOn && table.shotMs > table.gameMs) table.shotOn = false;
  if (table.gameMs === 0) stopClock(table);
}
