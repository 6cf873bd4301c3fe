// Which packets were heard before: a list that is told again from an earlier place says nothing new.
import { createHash } from 'node:crypto';

/** So many packets are remembered; the oldest are forgotten first. A game has about a thousand. */
export const MAX_SEEN = 20_000;

export type Seen = {
  /** True the first time. The trace of a delivery is no part of what is said. */
  isNew(packet: object): boolean;
};

export function makeSeen(): Seen {
  const seen = new Set<string>();
  return {
    isNew(packet) {
      const said = JSON.stringify({ ...packet, traceId: undefined });
      const key = createHash('sha1').update(said).digest('base64');
      if (seen.has(key)) return false;
      seen.add(key);
      if (seen.size > MAX_SEEN)
        for (const oldest of seen) {
          seen.delete(oldest);
          break;
        }
      return true;
    },
  };
}
