// How much of a stream's list was heard without a gap: where it is asked for again.

/** A jump by more than this is no gap: the numbers began anew, or are not counted by one. */
export const LONGEST_GAP = 500;

export type Whole = {
  /**
   * A packet was heard, and could be read. Assumed: the numbers of a stream rise by one; a correction may bear a number again.
   * `seq` undefined: it bears none.
   */
  hear(seq: number | undefined, isNew: boolean): void;
  /** What is missing is not missed any more. */
  accept(): void;
  /** Numbers were left out. */
  readonly hasGap: boolean;
  /** How many events of the list were heard before the first that was not. */
  readonly position: number;
};

export function makeWhole(): Whole {
  const missing = new Set<number>();
  let newest: number | null = null;
  let heard = 0;
  /** Of the numbers above the first missing one: they do not count yet. */
  let position = 0;

  const count = (): void => {
    heard += 1;
  };
  const settle = (): void => {
    if (missing.size === 0) position = heard;
  };

  return {
    get hasGap() {
      return missing.size > 0;
    },
    get position() {
      return position;
    },
    accept() {
      missing.clear();
      settle();
    },
    hear(seq, isNew) {
      if (seq === undefined) {
        // What is told twice is one event of the list: to ask for too early a place is harmless, for too late a one loses.
        if (isNew) count();
      } else if (newest === null || seq > newest) {
        const from = newest ?? seq - 1;
        if (seq - from <= LONGEST_GAP) for (let nth = from + 1; nth < seq; nth += 1) missing.add(nth);
        newest = seq;
        count();
      } else if (missing.delete(seq)) count();
      settle();
    },
  };
}
