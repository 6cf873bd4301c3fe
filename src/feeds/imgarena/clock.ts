// What the game clock reads, as its own actions say it.
import type { Action } from './action.ts';

/** A reading of the clock that stands, and the provider's stamp of it. */
export type ClockTold = {
  readonly remainingMs: number;
  readonly resolutionMs: number;
  readonly running: boolean;
  readonly stampMs: number | null;
};

/** `told` is null before the first reading. */
export type Clock = { readonly running: boolean; readonly told: ClockTold | null };

export const NO_CLOCK: Clock = { running: false, told: null };

/** A start or a stop without a reading: what the clock said before, run on to the stamp where there is one. */
function without(told: ClockTold, running: boolean, stampMs: number | null): ClockTold {
  const goneMs = told.running && told.stampMs !== null && stampMs !== null ? stampMs - told.stampMs : 0;
  return { ...told, running, stampMs, remainingMs: Math.max(0, told.remainingMs - Math.max(0, goneMs)) };
}

/**
 * The clock after one action more. Assumed: the summary's clock is not kept up (the documents' example reads 00:00 at 08:02), and the stamp of such
 * an action is the instant of its reading.
 */
export function clockAfter(before: Clock, { kind, stands, clock, stampMs }: Action): Clock {
  if (!stands) return before;
  let { running } = before;
  if (kind === 'clock-start') running = true;
  else if (kind === 'clock-stop' || kind === 'period-start' || kind === 'period-end') running = false;
  else if (kind !== 'clock-adjust') return before;
  if (clock !== null) return { running, told: { ...clock, running, stampMs } };
  const { told } = before;
  const isNews = told !== null && told.running !== running;
  return { running, told: isNews ? without(told, running, stampMs) : told };
}
