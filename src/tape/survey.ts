// What there is on a tape, told without keeping any of it.
import type { Fault } from '../game/fault.ts';
import type { Piece } from './reader.ts';
import type { About, Teams } from './tape.ts';

export type Survey = {
  /** Null when it is not a tape of ours. */
  readonly about: About | null;
  /** Empty where nobody said. */
  readonly teams: Teams;
  /** Entries by topic, in the order of their first. */
  readonly topics: ReadonlyMap<string, number>;
  readonly entries: number;
  /** Of the first and the last entry; 0 when there is none. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Ended by its writer; a tape that is not is still a tape. */
  readonly complete: boolean;
  /** Where it could not be read on. */
  readonly fault: Fault | null;
};

/** Reads all pieces once. */
export async function surveyOf(pieces: AsyncIterable<Piece>): Promise<Survey> {
  const topics = new Map<string, number>();
  let about: About | null = null;
  let teams: Teams = {};
  let [entries, firstMs, lastMs] = [0, Number.POSITIVE_INFINITY, 0];
  let complete = false;
  let fault: Fault | null = null;
  for await (const piece of pieces) {
    if (piece.kind === 'about') about = piece.about;
    else if (piece.kind === 'teams') teams = piece.teams;
    else if (piece.kind === 'end') {
      complete = piece.complete;
      fault = piece.fault ?? null;
    } else {
      const { topic, heardMs } = piece.entry;
      topics.set(topic, (topics.get(topic) ?? 0) + 1);
      entries += 1;
      firstMs = Math.min(firstMs, heardMs);
      lastMs = Math.max(lastMs, heardMs);
    }
  }
  return { about, teams, topics, entries, firstMs: entries === 0 ? 0 : firstMs, lastMs, complete, fault };
}
