// What a cue of this page carries besides what was wished: what the next press must count from, and the instant of a press that is timed.
import type { Cue } from '../show/cue.ts';
import { askedDelay } from './output-in-hand.ts';

/** The field that a cue sets to a value, and the value: what the next step counts from until the relay's show says it. Null where there is none. */
export function askedBy(cue: Cue): { readonly field: string; readonly value: unknown } | null {
  if (cue.cue === 'override' && cue.add === undefined) return { field: cue.field, value: cue.value };
  return cue.cue === 'delay' ? { field: askedDelay(cue.output), value: cue.delayMs } : null;
}

/** A press of guided sync is of the instant at which it was made, not of that at which the relay hears of it. Null: the relay's clock is not known here. */
export const timed = (cue: Cue, relayMs: number | null): Cue =>
  cue.cue === 'sync' && cue.step.step === 'press' && relayMs !== null
    ? { ...cue, step: { ...cue.step, pressedMs: relayMs } }
    : cue;
