// What speaks for something of a stream being missing or wrong: then its list is asked for again, soon at first, then less often, and in the end not for this any more.
import { makeAsking } from '../asking.ts';
import type { Timekeeper } from '../feed.ts';

/**
 * `gap`: numbers were left out. `broken`: words that could not be read. `twice`: words that came again on one connection, perhaps in the place of others.
 * `other`: words of the other stream are missing. `unanswered`: the list was asked for again, and nothing has come. `ahead`: a stamp of the future. `late`: one that lies too far back. `score`: the summary and the throws do not come to the same.
 */
export type Doubt = 'gap' | 'broken' | 'twice' | 'other' | 'unanswered' | 'ahead' | 'late' | 'score';

/** Asked so often in a row without an end, it is the provider's own way: then this much of it is accepted. */
export const ASKS = 8;
/** A stamp that lies far back may be so: more asking would not tell. With the waits between it has been asked seven seconds later. */
export const LATE_ASKS = 3;
/** What was accepted so often is no doubt any more, for as long as we listen. */
export const ACCEPTED = 3;
/** The summary may lag behind the throws: it is given so long. Milliseconds. */
export const SCORE_LAGS_MS = 3_000;
/** Without this doubt for so long it is over, and the next is a new one. Milliseconds. */
const OVER_MS = 10_000;

export type Doubts = {
  /** Something speaks for it. False once it is known to be the provider's own way. */
  raise(doubt: Doubt): boolean;
  /** Nothing speaks for it any more. */
  settle(doubt: Doubt): void;
  stop(): void;
};

type Known = { asks: number; accepted: number; raisedMs: number };

export type DoubtsOptions = {
  readonly time: Timekeeper;
  /** Asks for the list again, for these. */
  readonly ask: (doubts: readonly Doubt[]) => void;
  /** It will not be asked for this any more: what was told is taken as it is. */
  readonly accept: (doubt: Doubt) => void;
};

/** Doubts about one stream. */
export function makeDoubts({ time, ask, accept }: DoubtsOptions): Doubts {
  const asking = makeAsking();
  const known = new Map<Doubt, Known>();
  /** When each that is open is to be asked about. */
  const open = new Map<Doubt, number>();
  let cancel = (): void => undefined;

  const of = (doubt: Doubt): Known => {
    const found = known.get(doubt) ?? { asks: 0, accepted: 0, raisedMs: Number.NEGATIVE_INFINITY };
    known.set(doubt, found);
    return found;
  };
  const wait = (): void => {
    cancel();
    if (open.size === 0) return;
    cancel = time.after(Math.max(0, Math.min(...open.values()) - time.now()), askNow);
  };
  const askNow = (): void => {
    const nowMs = time.now();
    const due = [...open].flatMap(([doubt, dueMs]) => (dueMs > nowMs ? [] : [doubt]));
    for (const doubt of due) {
      open.delete(doubt);
      const one = of(doubt);
      one.asks += 1;
      if (one.asks < (doubt === 'late' ? LATE_ASKS : ASKS)) continue;
      one.asks = 0;
      one.accepted += 1;
      accept(doubt);
    }
    wait();
    asking.asked(nowMs);
    ask(due);
  };

  return {
    raise(doubt) {
      const one = of(doubt);
      const nowMs = time.now();
      if (one.accepted >= ACCEPTED) return false;
      if (nowMs - one.raisedMs > OVER_MS) one.asks = 0;
      one.raisedMs = nowMs;
      if (open.has(doubt)) return true;
      const waitMs = Math.max(asking.waitMs(nowMs), doubt === 'score' ? SCORE_LAGS_MS : 0);
      open.set(doubt, nowMs + waitMs);
      wait();
      return true;
    },
    settle(doubt) {
      if (open.delete(doubt)) wait();
    },
    stop() {
      cancel();
      open.clear();
    },
  };
}
