// What a player's kind and rating are worth: probabilities and speeds, tuned so that whole games stay within a league's usual ranges.
import type { CastPlayer, Kind } from './cast.ts';

export type Skills = {
  /** Added to the chance that a shot goes in. */
  readonly rim: number;
  readonly mid: number;
  readonly three: number;
  /** The chance that a free throw goes in. */
  readonly freeThrow: number;
  /** How often he is the one who shoots, drives, takes a rebound, blocks: weights about 1. */
  readonly usage: number;
  readonly threes: number;
  readonly drives: number;
  readonly rebounds: number;
  readonly blocks: number;
  readonly steals: number;
  /** Fastest run in metres a second. */
  readonly sprint: number;
};

const KINDS: Readonly<Record<Kind, Skills>> = {
  point: {
    rim: -0.03,
    mid: 0.02,
    three: 0.01,
    freeThrow: 0.81,
    usage: 1.15,
    threes: 1,
    drives: 1.5,
    rebounds: 0.5,
    blocks: 0.2,
    steals: 1.5,
    sprint: 7.5,
  },
  shooter: {
    rim: -0.02,
    mid: 0.01,
    three: 0.03,
    freeThrow: 0.82,
    usage: 1.1,
    threes: 1.5,
    drives: 1,
    rebounds: 0.6,
    blocks: 0.3,
    steals: 1.1,
    sprint: 7.3,
  },
  wing: {
    rim: 0.01,
    mid: 0,
    three: 0,
    freeThrow: 0.77,
    usage: 1.1,
    threes: 1.1,
    drives: 1.2,
    rebounds: 0.9,
    blocks: 0.6,
    steals: 1.1,
    sprint: 7.3,
  },
  forward: {
    rim: 0.02,
    mid: 0,
    three: -0.02,
    freeThrow: 0.72,
    usage: 0.95,
    threes: 0.7,
    drives: 0.7,
    rebounds: 1.5,
    blocks: 1.1,
    steals: 0.7,
    sprint: 7,
  },
  big: {
    rim: 0.06,
    mid: -0.02,
    three: -0.07,
    freeThrow: 0.64,
    usage: 0.85,
    threes: 0.25,
    drives: 0.35,
    rebounds: 2,
    blocks: 2.2,
    steals: 0.5,
    sprint: 6.7,
  },
};

/** The skills of a player: his kind's, moved by his rating. */
export function skillsOf({ kind, rating }: CastPlayer): Skills {
  const base = KINDS[kind];
  return {
    ...base,
    rim: base.rim + 0.03 * rating,
    mid: base.mid + 0.03 * rating,
    three: base.three + 0.025 * rating,
    freeThrow: Math.min(0.93, base.freeThrow + 0.04 * rating),
    usage: base.usage * (1 + 0.35 * rating),
  };
}
