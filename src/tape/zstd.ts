// The compression of tapes. It is WebAssembly, so it must be loaded once before it is used.
import * as wasmZstd from '@foxglove/wasm-zstd';

export type Zstd = {
  compress(bytes: Uint8Array): Uint8Array;
  /** @throws Error when the bytes are not zstd's, or another length comes out. */
  decompress(bytes: Uint8Array, length: number): Uint8Array;
};

/** Level 1: measured as small as the higher ones on tracking data, and faster. */
const LEVEL = 1;

/** Loads the compression. */
export async function loadZstd(): Promise<Zstd> {
  await wasmZstd.isLoaded;
  return {
    compress: (bytes) => wasmZstd.compress(bytes, LEVEL),
    decompress: (bytes, length) => wasmZstd.decompress(bytes, length),
  };
}
