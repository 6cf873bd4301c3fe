// A whole new tape from entries that are at hand: ended, with an index, in larger pieces than a recorder can afford.
import type { About, Entry, Teams } from './tape.ts';
import { makeTapeWriter, type Schemas } from './writer.ts';
import type { Zstd } from './zstd.ts';

/** A piece is packed when it is so large, in bytes: what repeats itself within it costs nothing, and it is still quick to seek in. */
export const CHUNK_BYTES = 1024 * 1024;

export type RewriteOptions = {
  readonly about: About;
  readonly teams?: Teams;
  readonly entries: Iterable<Entry> | AsyncIterable<Entry>;
  readonly zstd: Zstd;
  readonly schemas?: Schemas;
};

/** The bytes of that tape, a part at a time. */
export async function* rewrite({
  about,
  teams = {},
  entries,
  zstd,
  schemas,
}: RewriteOptions): AsyncGenerator<Uint8Array, void, void> {
  const hard = { ...zstd, compress: (bytes: Uint8Array) => zstd.compress(bytes, true) };
  const writer = makeTapeWriter(hard, schemas);
  yield writer.begin(about);
  if (Object.values(teams).some((team) => team !== undefined)) writer.teams(teams);
  for await (const entry of entries) {
    writer.add(entry);
    if (writer.pendingBytes >= CHUNK_BYTES) yield writer.flush();
  }
  yield writer.end();
}
