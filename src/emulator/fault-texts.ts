// What a fault makes of one text: cut off, of wrong types, with skewed stamps, with a wrong score. Pure; a text that cannot be read stays as it is.
import type { Source } from '../feeds/shottracker/sources.ts';
import { inside, parsed } from './line.ts';
import { restamped } from './restamp.ts';

/** The beginning of a text: `part` of it, 0 to 1, at least one character and never all. */
export const truncated = (text: string, part: number): string =>
  text.slice(0, Math.max(1, Math.min(text.length - 1, Math.floor(text.length * part))));

/** The text with its stamps moved by so many milliseconds. */
export const skewed = (text: string, ms: number): string => restamped(text, (atMs) => atMs + ms);

type Holder = Record<string, unknown>;
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

function mistyped(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return { value };
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.map(mistyped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mistyped(inner)]));
}

/** The part of a message that is all values: ShotTracker's `data`, HudStats' `payload`. */
const BODIES = ['data', 'payload'] as const;
/** IMG Arena's packets have no such part: every value of theirs is of another type. */
const IS_PACKET = ['fixtureAction', 'teamActionAggregates'] as const;

/** Every value inside the message's body is of another type, and so is the number in the sequence; what else it says of itself is as it was. */
export function wrongTypes(text: string): string {
  const message = parsed(text);
  if (!isHolder(message)) return text;
  if (IS_PACKET.some((part) => part in message)) return JSON.stringify(mistyped(message));
  const body = BODIES.find((part) => part in message);
  if (body === undefined) return text;
  const number = 'seq' in message ? { seq: mistyped(message.seq) } : {};
  return JSON.stringify({ ...message, ...number, [body]: mistyped(message[body]) });
}

function raise(holder: unknown, key: string, points: number): void {
  if (!isHolder(holder)) return;
  const score = holder[key];
  if (typeof score === 'number') holder[key] = Math.max(0, score + points);
}

/** What the lines of other providers go by: their words are not of ShotTracker's sources. */
export const ANY_SOURCE = 'marker';

/** Where a provider tells points of the game, as ways into a message: HudStats' score, IMG Arena's summary beside each action. */
const SCORES: readonly (readonly [...parts: string[], key: string])[] = [
  ['payload', 'score', 'home', 'matchScore'],
  ['payload', 'score', 'away', 'matchScore'],
  ['fixtureSummary', 'homeTeamScore'],
  ['fixtureSummary', 'awayTeamScore'],
];

/** The text with every team's score too high by so many points: in summaries, in the play-by-play, and in other providers' words; others as they were. */
export function wrongScore(text: string, source: Source, points: number): string {
  // Most lines are none of these: they are not parsed.
  if (source !== 'broadcastsummary' && source !== 'boxscorestatsv2' && source !== ANY_SOURCE) return text;
  const message = parsed(text);
  if (!isHolder(message)) return text;
  if ('payload' in message || 'fixtureSummary' in message) {
    for (const way of SCORES) raise(way.slice(0, -1).reduce(inside, message), way.at(-1) ?? '', points);
    return JSON.stringify(message);
  }
  const data = inside(message, 'data');
  if (source === ANY_SOURCE || !isHolder(data)) return text;
  for (const part of ['stats', 'totalStats']) raise(data[part], 'TEAM_SCORE', points);
  for (const side of ['home', 'away']) raise(inside(inside(data.game_stats, side), 'team'), 'PTS', points);
  return JSON.stringify(message);
}
