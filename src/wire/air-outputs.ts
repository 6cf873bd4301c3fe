// Which of the pages that are connected are on air, and which of those a graphic's lamp waits for.
import type { OutputInfo } from './wire.ts';

/** Outputs with this prefix are the live pictures of operators' own pages: they count as air only where there is no other output. */
export const MONITOR_PREFIX = 'desk-';

/** The outputs that are on air: the program bus, without operators' own monitors where there are others. */
export function airOutputs(outputs: readonly OutputInfo[]): readonly OutputInfo[] {
  const programs = outputs.filter(({ role, bus }) => role === 'output' && bus === 'program');
  const others = programs.filter(({ name }) => !name.startsWith(MONITOR_PREFIX));
  return others.length > 0 ? others : programs;
}

/**
 * The outputs on air by what their hosts say. `shown`: on program in their host, or in one that tells nothing: what is not known counts. `elsewhere`: their
 * host has them in preview or nowhere, so nobody sees them.
 */
export function byTally(outputs: readonly OutputInfo[]): {
  readonly shown: readonly OutputInfo[];
  readonly elsewhere: readonly OutputInfo[];
} {
  const air = airOutputs(outputs);
  const isShown = ({ tally }: OutputInfo): boolean => tally === undefined || tally.state === 'program';
  return { shown: air.filter(isShown), elsewhere: air.filter((output) => !isShown(output)) };
}
