// A tape's bytes, wherever they are: asked for by place, so that nobody needs to have all of them at hand.

/** Whoever opens a tape brings this: a file, or bytes in memory. */
export interface TapeFile {
  /** In bytes. */
  readonly size: number;
  /** The bytes from a place on: so many, or as many as there are. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The same at once, for what is small: who plays a tape shows an instant of it in the turn in which it is asked for. */
  readNow(offset: number, length: number): Uint8Array;
}

/** Read in pieces of this, in bytes. */
const PIECE_BYTES = 256 * 1024;

/** Bytes that are in memory. */
export const memoryFile = (bytes: Uint8Array): TapeFile => ({
  size: bytes.byteLength,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  readNow: (offset, length) => bytes.subarray(offset, offset + length),
});

/** All of it in order, a piece at a time. */
export async function* piecesOf(file: TapeFile): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < file.size; at += PIECE_BYTES)
    yield file.read(at, Math.min(PIECE_BYTES, file.size - at));
}
