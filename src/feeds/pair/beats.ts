// What each provider says all the time while the clock runs, and how long it may be silent of it.
import type { Beats } from './lane-state.ts';

/** By whose words it speaks. Of a provider that is not named, each field is said when it changes. Milliseconds. */
const BEATS: Readonly<Record<string, Beats>> = {
  // Source: Live Data V2: `clock` twice a second; positions come many times a second. Assumed: three missed beats are a silence.
  shottracker: { clock: 1_500, positions: 1_500 },
};

export const beatsOf = (words: string): Beats => (Object.hasOwn(BEATS, words) ? (BEATS[words] ?? {}) : {});
