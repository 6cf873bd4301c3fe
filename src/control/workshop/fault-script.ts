// A script of faults made of a seed: the same seed, the same trouble. Pure.

/** A step as the rehearsal server runs it. */
export type FaultStep = {
  readonly atMs: number;
  readonly forMs: number;
  readonly fault: string;
  readonly source: string;
};

export type ScriptWish = {
  readonly seed: number;
  readonly minutes: number;
  readonly faults: readonly string[];
  readonly sources: readonly string[];
};

const MINUTE_MS = 60_000;
/** So much lies between two faults on average, in milliseconds; each lasts this long at least and at most. */
const EVERY_MS = 15_000;
const LEAST_MS = 2_000;
const MOST_MS = 10_000;

/** Numbers from 0 to 1, the same for the same seed. Source: mulberry32. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One fault after another, on one source or on all, with quiet in between. */
export function faultScript({ seed, minutes, faults, sources }: ScriptWish): readonly FaultStep[] {
  const chance = chanceOf(seed);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const steps: FaultStep[] = [];
  for (let atMs = EVERY_MS * chance(); atMs < minutes * MINUTE_MS; atMs += 2 * EVERY_MS * chance()) {
    const fault = oneOf(faults);
    const source = fault === 'cut' ? 'all' : oneOf(['all', ...sources]);
    if (fault === undefined || source === undefined) break;
    const forMs = LEAST_MS + chance() * (MOST_MS - LEAST_MS);
    steps.push({ atMs: Math.round(atMs), forMs: Math.round(forMs), fault, source });
    atMs += forMs;
  }
  return steps;
}
