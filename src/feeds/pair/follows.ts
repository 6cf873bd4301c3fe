// Whether a field may go from one feed to the other without a jump between two truths.
import type { Field } from '../../game/owners.ts';
import { BEHIND_MS, CLOCK_APART_MS, clocksApartMs } from './agreement.ts';
import type { LaneState } from './lane-state.ts';

/** True where the other feed says what this one said last, or said so and has gone on from there. `atMs`: when this one was last to be believed. */
export function follows(field: Field, from: LaneState, to: LaneState, atMs: number): boolean {
  if (field === 'clock') {
    const apartMs = clocksApartMs(from.clockAt(atMs), to.clockAt(atMs), atMs);
    return apartMs === null || Math.abs(apartMs) <= CLOCK_APART_MS;
  }
  const [before, after] = [from.past(field), to.past(field)];
  const value = before?.last ?? null;
  if (before === null || after === null || value === null || after.last === null) return true;
  return after.last === value || after.stoodSince(value, (before.firstMs(value) ?? atMs) - BEHIND_MS);
}
