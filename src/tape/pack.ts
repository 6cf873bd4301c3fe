// A tape that was recorded, packed: the same entries in the same order, in a fraction of the bytes, and quicker to seek in. It is packed while it is recorded.
import { arrange } from './arrange.ts';
import type { Piece } from './reader.ts';
import { ARRANGED_BYTES, makePackingWriter } from './rewrite.ts';
import { TAPE_VERSION } from './tape.ts';
import type { Schemas } from './writer.ts';
import type { Zstd } from './zstd.ts';

/** The packed bytes, a part at a time. @throws Error where the pieces are no whole tape: then what was given is none either. */
export async function* pack(
  pieces: AsyncIterable<Piece>,
  zstd: Zstd,
  schemas?: Schemas,
): AsyncGenerator<Uint8Array, void, void> {
  const writer = makePackingWriter(zstd, schemas, arrange);
  for await (const piece of pieces) {
    if (piece.kind === 'about') yield writer.begin({ ...piece.about, version: TAPE_VERSION });
    else if (piece.kind === 'teams') writer.teams(piece.teams);
    else if (piece.kind === 'entry') writer.add(piece.entry);
    else if (!piece.complete || piece.fault) throw new Error(piece.fault?.found ?? 'it was not ended');
    else yield writer.end();
    if (writer.pendingBytes >= ARRANGED_BYTES) yield writer.flush();
  }
}
