// What a cut out of a ShotTracker tape must know of the time before it, so that it shows what the whole tape shows there.
import type { Carries, Carry } from '../../tape/cut.ts';
import { OWN_TOPICS } from '../../tape/tape.ts';

/** Positions are latest values: these are for what smooths them. The first of all tells how far the provider's clock is from ours. */
const LOCATION_MS = 10_000;
/** A running clock is told from its ticks since it was started last. */
const CLOCK_MS = 60_000;
/** Totals of the game: the last says all, but what a period began with is told by the one before it. */
const SUMMARY: Carry = { lastMs: 5_000, turn: /"period"\s*:\s*"[^"]*"/ };

/** Of all other sources everything is carried: shots, corrections and the sequence are small. */
export const CARRIES: Carries = new Map<string, Carry | null>([
  ['shottracker/location', { lastMs: LOCATION_MS, first: true }],
  ['shottracker/clock', { lastMs: CLOCK_MS }],
  ['shottracker/broadcastsummary', SUMMARY],
  ['shottracker/control', null],
  ['shottracker/unknown', null],
  [`${OWN_TOPICS}show`, { lastMs: 0 }],
  [`${OWN_TOPICS}look`, { lastMs: 0 }],
  [`${OWN_TOPICS}cue`, null],
  [`${OWN_TOPICS}auto`, null],
  [`${OWN_TOPICS}refusal`, null],
  [`${OWN_TOPICS}fault`, null],
  [`${OWN_TOPICS}status`, null],
]);
