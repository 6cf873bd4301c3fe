// Seeded chance: the same seed gives the same game, here and tomorrow.

/** A source of chance. Each call moves it on. */
export type Chance = {
  /** In [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** True with that probability. */
  happens(probability: number): boolean;
  /** Normally distributed, cut off at two and a half deviations. */
  normal(mean: number, deviation: number): number;
  /** One of them, each as likely as its weight; the first when all weigh nothing. */
  pick<T>(from: readonly [T, ...T[]], weight?: (one: T) => number): T;
};

/** mulberry32: 32 bits of state, good enough for a game. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CUT_DEVIATIONS = 2.5;

/** Chance from a seed; only its low 32 bits count. */
export function chanceOf(seed: number): Chance {
  const next = generator(seed);
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    happens: (probability) => next() < probability,
    normal(mean, deviation) {
      const z = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return mean + deviation * Math.max(-CUT_DEVIATIONS, Math.min(CUT_DEVIATIONS, z));
    },
    pick(from, weight = () => 1) {
      let left = next() * from.reduce((sum, one) => sum + Math.max(0, weight(one)), 0);
      for (const one of from) {
        left -= Math.max(0, weight(one));
        if (left < 0) return one;
      }
      return from[0];
    },
  };
}
