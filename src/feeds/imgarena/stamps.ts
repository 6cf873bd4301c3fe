// The provider's stamps on the relay's time line. A list of events begins with the past, so a stamp tells of the provider's clock only while it is close to ours.
import type { FeedOffset } from '../feed.ts';
import { makeOffset, STEP_MS } from '../offset.ts';

/** Assumed: the provider's clock and ours agree so far; what is older when it comes is history. Milliseconds. */
export const LIVE_MS = 30_000;
/** A stamp that lies further back is of a match that is played again: it was true when it arrived. Milliseconds. */
export const OLDEST_MS = 12 * 3_600_000;

export type Stamps = {
  /** Takes the stamp of a packet that has just come. */
  hear(stampMs: number | null, heardMs: number): void;
  /** The instant of a stamp, never later than `heardMs`. */
  place(stampMs: number | null, heardMs: number): number;
  /** Whether a stamp is of an instant that has not come yet. */
  isAhead(stampMs: number | null, heardMs: number): boolean;
  /** Whether it lies further back than stamps of late did when they were heard, and is none of the past. */
  isLate(stampMs: number | null, heardMs: number): boolean;
  /** Null before a stamp of the present was heard. */
  offset(): FeedOffset | null;
};

export function makeStamps(): Stamps {
  const offset = makeOffset();
  return {
    hear(stampMs, heardMs) {
      if (stampMs !== null && Math.abs(heardMs - stampMs) < LIVE_MS) offset.hear(stampMs, heardMs);
    },
    place(stampMs, heardMs) {
      if (stampMs === null || Math.abs(heardMs - stampMs) > OLDEST_MS) return heardMs;
      return Math.min(heardMs, offset.map(stampMs) ?? stampMs);
    },
    isAhead(stampMs, heardMs) {
      if (stampMs === null || Math.abs(heardMs - stampMs) > LIVE_MS) return false;
      const mappedMs = offset.map(stampMs);
      return mappedMs !== null && mappedMs - heardMs > STEP_MS;
    },
    isLate(stampMs, heardMs) {
      if (stampMs === null || Math.abs(heardMs - stampMs) > LIVE_MS) return false;
      const mappedMs = offset.map(stampMs);
      return mappedMs !== null && heardMs - mappedMs > STEP_MS;
    },
    offset() {
      const { offsetMs, errorMs } = offset;
      return offsetMs === null ? null : { offsetMs, errorMs };
    },
  };
}
