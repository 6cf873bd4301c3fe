// Which actions came with a stamp that lies too far back: they were held up, were entered late, or the provider's clock is off. Which it is tells the list, asked again.
import type { Stamps } from './stamps.ts';

/** What comes closer after another on a new connection is the list that is told again: it is old, not late. Milliseconds. */
export const BURST_MS = 200;
/** So many are doubted at a time. */
const MAX_LATE = 500;

export type Late = {
  /** Takes one action's packet. True while its stamp is doubted: the action has borne no other since it came late. */
  hear(packet: { id: string; stampMs: number | null; heardMs: number; isNew: boolean }): boolean;
  /** A stamp is doubted. */
  isDoubted(): boolean;
  /** What comes is the list told again: it says nothing of the provider's clock. */
  isToldAgain(): boolean;
  /** A new connection: it begins with what was told before. */
  resumed(): void;
  /** Stamps lie so far back: none is doubted until one does not. */
  accept(): void;
};

export function makeLate(stamps: Stamps): Late {
  /** The stamp of each that is doubted. */
  const doubted = new Map<string, number>();
  let isCatchingUp = true;
  let isUsual = false;
  let connections = 0;
  let lastMs: number | null = null;
  return {
    hear({ id, stampMs, heardMs, isNew }) {
      if (lastMs !== null && heardMs - lastMs > BURST_MS) isCatchingUp = false;
      lastMs = heardMs;
      if (doubted.has(id)) {
        if (doubted.get(id) === stampMs) return true;
        doubted.delete(id);
        return false;
      }
      if (!isNew || isCatchingUp || stampMs === null) return false;
      const isLate = stamps.isLate(stampMs, heardMs);
      if (!isLate) isUsual = false;
      if (!isLate || isUsual || doubted.size >= MAX_LATE) return false;
      doubted.set(id, stampMs);
      return true;
    },
    isDoubted: () => doubted.size > 0,
    isToldAgain: () => isCatchingUp && connections > 1,
    resumed() {
      connections += 1;
      isCatchingUp = true;
      lastMs = null;
    },
    accept() {
      doubted.clear();
      isUsual = true;
    },
  };
}
