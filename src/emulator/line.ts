// One text of a game as it goes over the provider's wire, and what of it decides who gets it: its source, and its number in the sequence.
import { isSequenced, isSource, type Source } from '../feeds/shottracker/sources.ts';

/** `seq` is null where the source has no sequence, and where the text does not say it. `atMs`: when it was said here. */
export type Line = {
  readonly source: Source;
  readonly seq: number | null;
  readonly text: string;
  readonly atMs: number;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** JSON, or undefined where it is none. Never throws. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A key of what was parsed; undefined where it has none. */
export const inside = (value: unknown, key: string): unknown =>
  isObject(value) ? (Reflect.get(value, key) as unknown) : undefined;

/** The number of a text of a source that has a sequence. Text that cannot be read has none. */
export function seqOf(source: Source, text: string): number | null {
  if (!isSequenced(source)) return null;
  const seq = inside(parsed(text), 'seq');
  return typeof seq === 'number' && Number.isSafeInteger(seq) ? seq : null;
}

/** A text of that source as a Line; null where the provider has no such source. */
export const lineOf = (source: string, text: string, atMs: number): Line | null =>
  isSource(source) ? { source, seq: seqOf(source, text), text, atMs } : null;

/** The text of a message. Source: Live Data V2, Message shape. */
export const messageText = (source: Source, seq: number | null, data: unknown): string =>
  JSON.stringify({ type: 'data', source, ...(seq === null ? {} : { seq }), data });
