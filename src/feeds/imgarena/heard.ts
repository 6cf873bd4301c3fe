// What a reader says of one text that it took.
import type { Doubt } from './doubts.ts';

/**
 * What was heard. `isNew`: a packet that was not heard before; `isBroken`: less could be read of it than it holds; `seq`: its number in the stream;
 * `doubts`: what speaks for something being missing or wrong. `refusal`: the provider will not have our token, in its own words.
 */
export type Heard = {
  readonly kind: 'data' | 'control' | 'unknown';
  readonly isNew: boolean;
  readonly isBroken: boolean;
  readonly seq: number | undefined;
  readonly doubts: readonly Doubt[];
  readonly refusal?: string;
};

const NO_DATA = { isNew: false, isBroken: false, seq: undefined, doubts: [] } as const;
/** A heartbeat, or an answer to our token. */
export const CONTROL: Heard = { kind: 'control', ...NO_DATA };
/** It looks like a packet that was cut off. */
export const UNKNOWN: Heard = { kind: 'unknown', ...NO_DATA, isBroken: true, doubts: ['broken'] };
