// Which output the operator means, and how far behind live it plays. Pure.
import { DELAY_STEP_MS } from '../show/cue.ts';
import { instantOf, MAX_DELAY_MS, type Playhead } from '../show/playhead.ts';
import { playheadOf } from '../show/show.ts';
import { airOutputs } from '../wire/air-outputs.ts';
import type { DeskState } from './desk-state.ts';
import type { FrameRate } from './hand.ts';

/** The name that outputs have where nobody gave another. */
const USUAL = 'program';

/** The names that may be chosen: what is on air first, then what else plays behind live or is synced; at least one. */
export function outputNames({ heard }: DeskState): readonly string[] {
  const air = airOutputs(heard?.health.outputs ?? []).map(({ name }) => name);
  const show = heard?.show;
  const known = [...Object.keys(show?.playheads ?? {}), ...Object.keys(show?.syncs ?? {})];
  const names = [...new Set([...air, ...known])];
  return names.length > 0 ? names : [USUAL];
}

/** The output that keys and panels are about. */
export const outputInHand = (state: DeskState): string => {
  const { output } = state.hand;
  const names = outputNames(state);
  return output !== null && names.includes(output) ? output : (names[0] ?? USUAL);
};

/** The delay that an operator set for an output, in milliseconds; 0 is live. */
export const delaySet = (playhead: Playhead): number =>
  (playhead.kind === 'delayed' ? playhead : playhead.after).delayMs;

/** The instant in an output's picture, as far as the show tells: what a page's own buffer adds live is not in it. */
export const instantSeen = (state: DeskState, output: string, nowMs: number): number =>
  state.heard ? instantOf(playheadOf(state.heard.show, output), nowMs, 0) : nowMs;

/** Under what a delay that was asked for is kept until it stands. */
export const askedDelay = (output: string): string => `delay ${output}`;

/** The delay that is asked for, or set: what a nudge counts from. */
export function delayWanted({ asked, heard }: DeskState, output: string): number {
  const value = asked[askedDelay(output)]?.value;
  if (typeof value === 'number') return value;
  return heard ? delaySet(playheadOf(heard.show, output)) : 0;
}

/** A delay one step further, or one frame: to the next whole number of frames, so that no rounding adds up. In steps of what a delay can be. */
export function nudged(delayMs: number, by: 1 | -1, unit: 'step' | 'frame', fps: FrameRate): number {
  const unitMs = unit === 'step' ? DELAY_STEP_MS : 1_000 / fps;
  const units = by > 0 ? Math.floor(delayMs / unitMs + NEAR) + 1 : Math.ceil(delayMs / unitMs - NEAR) - 1;
  const steps = Math.round((units * unitMs) / DELAY_STEP_MS);
  return Math.min(MAX_DELAY_MS, Math.max(0, steps * DELAY_STEP_MS));
}

/** A delay so near to a whole number of frames stands for it: it was rounded to a step. Frames. */
const NEAR = 0.35;
