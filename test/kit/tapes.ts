// Tapes for tests: written to bytes, read from bytes.
import { pack } from '../../src/tape/pack.ts';
import { type Piece, readTape } from '../../src/tape/reader.ts';
import type { About, Entry } from '../../src/tape/tape.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';

export const ABOUT: About = {
  version: 1,
  feed: 'shottracker',
  words: 'shottracker',
  rules: 'ncaa-men',
  writer: 'courtside test',
  startedMs: 1_700_000_000_000,
};

export const entry = (heardMs: number, text: string, topic = 'shottracker/clock'): Entry => ({
  topic,
  text,
  heardMs,
  saidMs: heardMs - 40,
});

/** A tape of these entries, with a flush after every `each`. */
export async function tapeOf(
  entries: readonly Entry[],
  { each = 10, end = true, about = ABOUT } = {},
): Promise<Buffer> {
  const writer = makeTapeWriter(await loadZstd());
  const parts = [writer.begin(about)];
  entries.forEach((one, index) => {
    writer.add(one);
    if ((index + 1) % each === 0) parts.push(writer.flush());
  });
  parts.push(end ? writer.end() : writer.flush());
  return Buffer.concat(parts);
}

/** That tape, packed as the relay packs it. */
export async function packed(bytes: Uint8Array): Promise<Buffer> {
  const zstd = await loadZstd();
  const parts: Uint8Array[] = [];
  for await (const part of pack(readTape(inPieces(bytes), zstd), zstd)) parts.push(part);
  return Buffer.concat(parts);
}

/** The bytes in pieces of that size, as a file gives them. */
export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function piecesOf(bytes: Uint8Array, size?: number): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of readTape(inPieces(bytes, size), await loadZstd())) pieces.push(piece);
  return pieces;
}

export const entriesOf = (pieces: readonly Piece[]): readonly Entry[] =>
  pieces.flatMap((piece) => (piece.kind === 'entry' ? [piece.entry] : []));
