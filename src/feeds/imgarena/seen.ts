// Which packets were heard before: a list that is told again from an earlier place says nothing new, but where it says otherwise than it did last.
import { createHash } from 'node:crypto';

/** So many packets are remembered; the oldest are forgotten first. A game has about a thousand. */
export const MAX_SEEN = 20_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What names the event of a packet in its list: a version of an action, a number of the statistics; null where nothing does. */
export function eventOf({ fixtureAction, seqNum }: Record<string, unknown>): string | null {
  if (typeof seqNum === 'number') return `statistics ${seqNum}`;
  if (!isObject(fixtureAction)) return null;
  const { actionId, fixtureSeqNum } = fixtureAction;
  return typeof actionId === 'string' && typeof fixtureSeqNum === 'number'
    ? `${fixtureSeqNum} ${actionId}`
    : null;
}

export type Seen = {
  /**
   * True the first time, and when the same event was told otherwise the last time. `event` names it; without a name a packet is its own.
   * The trace of a delivery is no part of what is said.
   */
  isNew(packet: object, event: string | null): boolean;
};

export function makeSeen(): Seen {
  const last = new Map<string, string>();
  return {
    isNew(packet, event) {
      const said = JSON.stringify({ ...packet, traceId: undefined });
      const print = createHash('sha1').update(said).digest('base64');
      const key = event ?? print;
      if (last.get(key) === print) return false;
      last.delete(key);
      last.set(key, print);
      if (last.size > MAX_SEEN)
        for (const oldest of last.keys()) {
          last.delete(oldest);
          break;
        }
      return true;
    },
  };
}
