// What a list of things adds up to, kept while the list grows and is mended: a change costs what comes after it, never the whole list.

/** A sum is kept after so many things: a change is added up from the one before it. */
export const KEPT_EVERY = 32;

export type Refold<T, S> = {
  /** What they add up to. */
  sum(things: readonly T[]): S;
  /** The things from this place on are others, or stand elsewhere. */
  changed(from: number): void;
  /** How many things were added so far, over again or not: what all of it has cost. */
  readonly steps: number;
};

/** `step` must be pure, and must not change the sum that it is given. */
export function makeRefold<T, S>(first: S, step: (sum: S, thing: T) => S): Refold<T, S> {
  /** After 0, 32, 64, ... things. */
  const kept: S[] = [first];
  let sum = first;
  let count = 0;
  let steps = 0;
  return {
    get steps() {
      return steps;
    },
    changed(from) {
      if (from >= count) return;
      const last = Math.floor(from / KEPT_EVERY);
      kept.length = last + 1;
      sum = kept[last] as S;
      count = last * KEPT_EVERY;
    },
    sum(things) {
      for (; count < things.length; steps += 1) {
        sum = step(sum, things[count] as T);
        count += 1;
        if (count % KEPT_EVERY === 0) kept.push(sum);
      }
      return sum;
    },
  };
}
