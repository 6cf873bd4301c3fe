// The nine sources of Live Data V2, and which of them share one sequence. Source: Live Data V2, Sources.

/** Whose messages carry the shared sequence number. */
export const SEQUENCED = [
  'marker',
  'boxscorestatsv2',
  'chart',
  'possessions',
  'possessionstats',
  'lineupstats',
] as const;
/** Whose messages are the latest value, whenever they come. */
export const UNSEQUENCED = ['broadcastsummary', 'location', 'clock'] as const;

export const SOURCES = [...SEQUENCED, ...UNSEQUENCED] as const;
export type Source = (typeof SOURCES)[number];

const KNOWN: ReadonlySet<string> = new Set(SOURCES);
const NUMBERED: ReadonlySet<string> = new Set(SEQUENCED);

export const isSource = (name: string): name is Source => KNOWN.has(name);
export const isSequenced = (source: Source): boolean => NUMBERED.has(source);
