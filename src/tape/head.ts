// The beginning of a tape: what it is and when its first entry was heard, had at once, however long it is and whether or not it was ended.
import type { Fault } from '../game/fault.ts';
import type { Piece } from './reader.ts';
import { type About, beginOf } from './tape.ts';

export type TapeHead = {
  readonly about: About;
  /** Where it begins to play, milliseconds since 1970 in its own time. */
  readonly beginMs: number;
};

/** Reads no further than to the first entry. Where it is no tape of ours, what was found instead. */
export async function headOf(
  pieces: AsyncIterable<Piece>,
): Promise<TapeHead | { readonly about: null; readonly fault: Fault | null }> {
  let about: About | null = null;
  let fault: Fault | null = null;
  for await (const piece of pieces) {
    if (piece.kind === 'about') about = piece.about;
    if (piece.kind === 'end') fault = piece.fault ?? null;
    if (piece.kind === 'entry' && about) return { about, beginMs: beginOf(about, piece.entry.heardMs) };
  }
  return about ? { about, beginMs: beginOf(about, about.startedMs) } : { about, fault };
}
