// How much of a stream's list was heard without a gap or a doubt: where it is asked for again.

/** A jump by more than this is no gap: the numbers began anew, or are not counted by one. */
export const LONGEST_GAP = 500;

/** A packet that was heard and could be read. */
export type Counted = {
  /** Its number; undefined where it bears none. Assumed: the numbers of a stream rise by one; a correction may bear a number again. */
  readonly seq: number | undefined;
  readonly isNew: boolean;
  /** It may be wrong: the list is asked for again from before it. */
  readonly isDoubted: boolean;
};

export type Whole = {
  hear(packet: Counted): void;
  /** A new connection tells the list from `position` on. */
  resumed(): void;
  /** What is missing or doubted is taken as it is. */
  accept(): void;
  /** Numbers were left out. */
  readonly hasGap: boolean;
  /** How many events of the list were heard before the first that is missing or doubted. */
  readonly position: number;
};

export function makeWhole(): Whole {
  const missing = new Set<number>();
  let newest: number | null = null;
  let heard = 0;
  let position = 0;
  /** Something that is doubted has not been told again. `isRetold`: this connection was made after it. */
  let doubt: { isRetold: boolean } | null = null;

  const settle = (): void => {
    if (missing.size === 0 && doubt === null) position = heard;
  };
  const count = (seq: number | undefined, isNew: boolean): void => {
    if (seq === undefined) {
      // What is told twice is one event of the list: to ask for too early a place is harmless, for too late a one loses.
      if (isNew) heard += 1;
    } else if (newest === null || seq > newest) {
      const from = newest ?? seq - 1;
      if (seq - from <= LONGEST_GAP) for (let nth = from + 1; nth < seq; nth += 1) missing.add(nth);
      newest = seq;
      heard += 1;
    } else if (missing.delete(seq)) heard += 1;
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
      doubt = null;
      settle();
    },
    resumed() {
      if (doubt !== null) doubt.isRetold = true;
    },
    hear({ seq, isNew, isDoubted }) {
      if (isDoubted) doubt = { isRetold: false };
      else if (doubt?.isRetold === true && (seq === undefined || newest === null || seq >= newest))
        doubt = null;
      count(seq, isNew);
      settle();
    },
  };
}
