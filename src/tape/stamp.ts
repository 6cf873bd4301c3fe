// An instant as a tape keeps it: whole microseconds since 1970.

const US_PER_MS = 1000;
/** The year 2255: the last instant whose microseconds a number holds. */
const LAST_MS = 9e12;

/** Microseconds are as fine as our clocks are. A provider's stamp may be any number: what is no instant is written as the nearest one. */
export const microsOf = (ms: number): number =>
  Math.round(Math.min(Math.max(ms || 0, 0), LAST_MS) * US_PER_MS);

export const millisOf = (micros: number): number => micros / US_PER_MS;
