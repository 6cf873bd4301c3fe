// Which stream a packet is of.
import type { Stream } from './address.ts';

/** A JSON object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By what it holds, not by the address it came from: the pages print one address for both streams. */
export function streamOf(packet: Record<string, unknown>): Stream | null {
  if ('fixtureAction' in packet || 'fixtureSummary' in packet) return 'actions';
  const isStatistics = 'teamActionAggregates' in packet || ('seqNum' in packet && 'fixtureId' in packet);
  return isStatistics ? 'statistics' : null;
}
