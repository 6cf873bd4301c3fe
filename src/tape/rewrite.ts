// A whole new tape from entries that are at hand: ended, with an index, in larger pieces than a recorder can afford.
import type { About, Entry, Teams } from './tape.ts';
import { type Arrange, makeTapeWriter, type Schemas, type TapeWriter } from './writer.ts';
import type { Zstd } from './zstd.ts';

/** A piece is packed when it is so large, in bytes: what repeats itself within it costs nothing, and it is still quick to seek in. */
export const CHUNK_BYTES = 1024 * 1024;

/** What a piece holds where it is arranged, in bytes of entries: some thirty seconds of a game. */
export const ARRANGED_BYTES = 3 * 1024 * 1024;

export type RewriteOptions = {
  readonly about: About;
  readonly teams?: Teams;
  readonly entries: Iterable<Entry> | AsyncIterable<Entry>;
  readonly zstd: Zstd;
  readonly schemas?: Schemas;
};

/** A writer that packs as well as can be. */
export const makePackingWriter = (zstd: Zstd, schemas?: Schemas, arrange?: Arrange): TapeWriter =>
  makeTapeWriter({ ...zstd, compress: (bytes) => zstd.compress(bytes, true) }, schemas, arrange);

/** The bytes of that tape, a part at a time. */
export async function* rewrite({
  about,
  teams = {},
  entries,
  zstd,
  schemas,
}: RewriteOptions): AsyncGenerator<Uint8Array, void, void> {
  const writer = makePackingWriter(zstd, schemas);
  yield writer.begin(about);
  if (Object.values(teams).some((team) => team !== undefined)) writer.teams(teams);
  for await (const entry of entries) {
    writer.add(entry);
    if (writer.pendingBytes >= CHUNK_BYTES) yield writer.flush();
  }
  yield writer.end();
}
