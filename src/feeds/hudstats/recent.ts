// Which incidents were heard of late: the one that a state tells is among them, or it was missed.
import type { IncidentWords } from './words.ts';

/** Incidents that are remembered. */
const KEPT = 64;
/** News may overtake the state that tells of them: the state's incident is waited for so long. Milliseconds. */
export const OVERTAKEN_MS = 1_500;

/** An incident that only a state has told so far. */
type Waiting<T> = {
  readonly key: string;
  readonly words: IncidentWords;
  readonly heardMs: number;
  readonly more: T;
};

export type Recent<T> = {
  /** An incident was told by itself. */
  news(words: IncidentWords): void;
  /** A state tells the last incident: true where it is known. Else it waits, with what more is known of it. */
  knows(words: IncidentWords, heardMs: number, more: T): boolean;
  /** What has waited in vain up to an instant; null for nothing. From then on it is known. */
  missed(nowMs: number): Waiting<T> | null;
  /** Nothing was heard yet. */
  readonly isEmpty: boolean;
};

export function makeRecent<T>(): Recent<T> {
  const known = new Set<string>();
  let waiting: Waiting<T> | null = null;
  const keep = (key: string): void => {
    known.delete(key);
    known.add(key);
    for (const oldest of known) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
  };
  return {
    get isEmpty() {
      return known.size === 0;
    },
    news(words) {
      const key = JSON.stringify(words);
      keep(key);
      if (waiting?.key === key) waiting = null;
    },
    knows(words, heardMs, more) {
      const key = JSON.stringify(words);
      if (known.has(key)) {
        waiting = null;
        return true;
      }
      waiting = { key, words, heardMs: waiting?.heardMs ?? heardMs, more };
      return false;
    },
    missed(nowMs) {
      const late = waiting;
      if (late === null || nowMs - late.heardMs < OVERTAKEN_MS) return null;
      keep(late.key);
      waiting = null;
      return late;
    },
  };
}
