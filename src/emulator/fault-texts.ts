// What a fault makes of one text: cut off, of wrong types, with skewed stamps, with a wrong score. Pure; a text that cannot be read stays as it is.
import type { Source } from '../feeds/shottracker/sources.ts';
import { inside, parsed } from './line.ts';
import { restamped } from './restamp.ts';

/** The beginning of a text: `part` of it, 0 to 1, at least one character and never all. */
export const truncated = (text: string, part: number): string =>
  text.slice(0, Math.max(1, Math.min(text.length - 1, Math.floor(text.length * part))));

/** The text with its stamps moved by so many milliseconds. */
export const skewed = (text: string, ms: number): string => restamped(text, (atMs) => atMs + ms);

function mistyped(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return { value };
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.map(mistyped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mistyped(inner)]));
}

/** Every value inside the data is of another type, and so is the number in the sequence; type and source are as they were. */
export function wrongTypes(text: string): string {
  const message = parsed(text);
  if (typeof message !== 'object' || message === null || !('data' in message)) return text;
  const number = 'seq' in message ? { seq: mistyped(message.seq) } : {};
  return JSON.stringify({ ...message, ...number, data: mistyped(message.data) });
}

type Holder = Record<string, unknown>;
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

function raise(holder: unknown, key: string, points: number): void {
  if (!isHolder(holder)) return;
  const score = holder[key];
  if (typeof score === 'number') holder[key] = Math.max(0, score + points);
}

/** The text with every team's score too high by so many points: in summaries and in the play-by-play; others as they were. */
export function wrongScore(text: string, source: Source, points: number): string {
  if (source !== 'broadcastsummary' && source !== 'boxscorestatsv2') return text;
  const message = parsed(text);
  const data = inside(message, 'data');
  if (!isHolder(data)) return text;
  for (const part of ['stats', 'totalStats']) raise(data[part], 'TEAM_SCORE', points);
  for (const side of ['home', 'away']) raise(inside(inside(data.game_stats, side), 'team'), 'PTS', points);
  return JSON.stringify(message);
}
