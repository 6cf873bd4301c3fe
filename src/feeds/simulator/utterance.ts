// Something to be said: its source, when, and its text once the stamps are known.
import type { Source } from '../shottracker/sources.ts';
import type { Data } from './words-events.ts';

/** Instants as they are told: simulated time in, milliseconds since 1970 out. */
export type StampOf = (simMs: number) => number;

/** Something to be said. Its text is made when it is asked for; the same stamps give the same text. */
export type Utterance = {
  readonly source: Source;
  /** Simulated time at which it is said. */
  readonly simMs: number;
  readonly text: (stampOf: StampOf) => string;
};

/** Keys of stamps inside what is told. */
const STAMPS: ReadonlySet<string> = new Set(['t', 'startTimestamp', 'timestamp']);

/** JSON of a message, its stamps mapped. `seq` is null where the source has no sequence. */
export function textOf(source: Source, data: Data, seq: number | null, stampOf: StampOf): string {
  const head = { type: 'data', source, ...(seq === null ? {} : { seq }) };
  return JSON.stringify({ ...head, data }, (key, value: unknown) =>
    typeof value === 'number' && STAMPS.has(key) ? stampOf(value) : value,
  );
}
