// A tape as lines of JSON and back, nothing lost: first what it is, then an entry a line.
import { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import { firstWrong, type WrongShape } from '../game/wrong-shape.ts';
import { type About, aboutSchema, type Entry, type Teams, teamsSchema } from './tape.ts';

const MAX_TOPIC = 200;

const headSchema = z.object({ tape: aboutSchema, teams: teamsSchema.default({}) });

/** `base64`: the bytes where they are no text. */
const entrySchema = z.object({
  topic: z.string().min(1).max(MAX_TOPIC),
  heardMs: z.number(),
  saidMs: z.number(),
  text: z.string(),
  base64: z.base64().optional(),
});

/** The first line. */
export const headLine = (about: About, teams: Teams): string => JSON.stringify({ tape: about, teams });

/** The line of an entry. */
export const entryLine = ({ bytes, ...entry }: Entry): string =>
  JSON.stringify(bytes ? { ...entry, base64: btoa(String.fromCharCode(...bytes)) } : entry);

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/** A line that cannot be read: where, and why. */
export class LineError extends Error {
  override readonly name = 'LineError';
  readonly fault: Fault;

  constructor(line: number, expected: string, found: string) {
    super(`line ${line}: expected ${expected}, found ${found}`);
    this.fault = fault('line-unread', `line ${line}`, expected, found);
  }
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LineError(line, 'JSON', JSON.stringify(text.slice(0, 40)));
  }
}

function wrongLine(line: number, expected: string, json: unknown, error: WrongShape): LineError {
  const wrong = firstWrong(json, error, 'the line');
  return new LineError(line, expected, `${wrong.where}: ${wrong.found}, not ${wrong.expected}`);
}

/** What the tape is, from the first line. @throws LineError when that is no such line. */
export function readHead(text: string): { readonly about: About; readonly teams: Teams } {
  const json = parsed(text, 1);
  const read = headSchema.safeParse(json);
  if (read.success) return { about: read.data.tape, teams: read.data.teams };
  throw wrongLine(1, 'what the tape is', json, read.error);
}

/** The entry of a line. @throws LineError when it is none. */
export function readEntry(text: string, line: number): Entry {
  const json = parsed(text, line);
  const read = entrySchema.safeParse(json);
  if (!read.success) throw wrongLine(line, 'an entry', json, read.error);
  const { base64, ...entry } = read.data;
  return base64 === undefined ? entry : { ...entry, bytes: bytesOf(base64) };
}
