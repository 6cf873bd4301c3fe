// Which of the pages that are connected are on air.
import type { OutputInfo } from './wire.ts';

/** Outputs with this prefix are the live pictures of operators' own pages: they count as air only where there is no other output. */
export const MONITOR_PREFIX = 'desk-';

/** The outputs that are on air: the program bus, without operators' own monitors where there are others. */
export function airOutputs(outputs: readonly OutputInfo[]): readonly OutputInfo[] {
  const programs = outputs.filter(({ role, bus }) => role === 'output' && bus === 'program');
  const others = programs.filter(({ name }) => !name.startsWith(MONITOR_PREFIX));
  return others.length > 0 ? others : programs;
}
