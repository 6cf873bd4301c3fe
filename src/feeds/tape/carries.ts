// What a cut out of a tape must know of the time before it, by provider, so that it shows what the whole tape shows there.
import type { Carries, Carry } from '../../tape/cut.ts';
import { BACKUP_TOPICS, OWN_TOPICS } from '../../tape/tape.ts';
import { makeWidening } from '../hudstats/widening.ts';

/** Positions are latest values: these are for what is drawn of the seconds before (trails, cameras, smoothing). The first of all tells how far the provider's clock is from ours. */
const LOCATION_MS = 15_000;
/** In so long enough is seen of ten players to guess by (`EXTENT_SAMPLES`). */
const GUESSED_MS = 60_000;
/** A running clock is told from its ticks since it was started last. */
const CLOCK_MS = 60_000;
/** Totals of the game: the last says all, but what a period began with is told by the one before it. */
const SUMMARY: Carry = { lastMs: 5_000, turn: /"period"\s*:\s*"[^"]*"/ };

const SHOTTRACKER: readonly (readonly [source: string, carry: Carry | null])[] = [
  ['location', { lastMs: LOCATION_MS, first: true }],
  ['clock', { lastMs: CLOCK_MS }],
  ['broadcastsummary', SUMMARY],
  ['control', null],
  ['unknown', null],
];

/** Positions and the clock come together; where nobody has said where the court lies it is guessed from all that was seen, and from how much. What nobody can read yet is left out. What was cut off is carried: it may have been a foul, and says that none is counted. */
const HUDSTATS: readonly (readonly [channel: string, carry: Carry | null])[] = [
  ['in-game', { lastMs: GUESSED_MS, first: true, keeps: makeWidening }],
  ['outbound-messages', null],
];

/** Each packet of statistics holds all of them; those of the minute before tell which figures a line has. Actions add up to the game: all are carried. */
const IMGARENA: readonly (readonly [stream: string, carry: Carry | null])[] = [
  ['statistics', { lastMs: 60_000, first: true }],
  ['control', null],
  ['unknown', null],
];

const PROVIDERS = { shottracker: SHOTTRACKER, hudstats: HUDSTATS, imgarena: IMGARENA };

/** Of all other sources everything is carried: shots, corrections and the sequence are small. What is said by the second of two feeds is carried as the first's is. */
export const CARRIES: Carries = new Map<string, Carry | null>([
  ...Object.entries(PROVIDERS).flatMap(([provider, sources]) =>
    ['', BACKUP_TOPICS].flatMap((feed) =>
      sources.map(([source, carry]) => [`${feed}${provider}/${source}`, carry] as const),
    ),
  ),
  [`${OWN_TOPICS}show`, { lastMs: 0 }],
  [`${OWN_TOPICS}look`, { lastMs: 0 }],
  [`${OWN_TOPICS}cue`, null],
  [`${OWN_TOPICS}auto`, null],
  [`${OWN_TOPICS}refusal`, null],
  [`${OWN_TOPICS}fault`, null],
  [`${OWN_TOPICS}status`, null],
]);
