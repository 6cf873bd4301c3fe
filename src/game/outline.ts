// What a whole game looked like along its time, in as little as draws it: for whoever wants to find an instant of it again.
import type { Period } from './period.ts';

/** `by`: whose it is. `points`: of a basket, else 0. */
export type OutlineEvent = {
  readonly atMs: number;
  readonly kind: 'basket' | 'foul' | 'timeout' | 'period';
  readonly by: 'home' | 'away' | null;
  readonly points: number;
  /** `3 HOM`, `Foul ASH`, `2ND`. */
  readonly words: string;
};

/** All instants are the recording's own, in milliseconds since 1970, rising. */
export type Outline = {
  /** What is known of it reaches up to here: it may still be read. */
  readonly readMs: number;
  readonly home: string;
  readonly away: string;
  readonly periods: readonly { readonly atMs: number; readonly period: Period }[];
  /** The score from each instant on at which it changed. */
  readonly scores: readonly { readonly atMs: number; readonly home: number; readonly away: number }[];
  readonly events: readonly OutlineEvent[];
  /** What the operator did while it was recorded. */
  readonly cues: readonly { readonly atMs: number; readonly words: string }[];
};

export const noOutline: Outline = {
  readMs: 0,
  home: '',
  away: '',
  periods: [],
  scores: [],
  events: [],
  cues: [],
};
