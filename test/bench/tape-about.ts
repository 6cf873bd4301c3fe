// What a tape that a bench has made says of itself.
import { type About, TAPE_VERSION } from '../../src/tape/tape.ts';

/** When it begins, in milliseconds since the epoch. */
export const START_MS = 1_700_000_000_000;

export const ABOUT: About = {
  version: TAPE_VERSION,
  feed: 'simulator',
  words: 'shottracker',
  rules: 'nba',
  writer: 'bench',
  startedMs: START_MS,
};
