// A tape on the disk is packed while it grows, into a file beside it; that takes its place when it is whole and holds as much.
import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { GistBlock } from '../../feeds/tape/gist.ts';
import { GistMaker } from '../../feeds/tape/gist-maker.ts';
import { PLAYABLE } from '../../feeds/tape/provider-reader.ts';
import type { RuleSetName } from '../../game/rules.ts';
import { openTape } from '../../tape/open.ts';
import { pack } from '../../tape/pack.ts';
import { type Piece, readTape } from '../../tape/reader.ts';
import { TAPE_EXTENSION } from '../../tape/tape.ts';
import { loadZstd, type Zstd } from '../../tape/zstd.ts';
import { TAPE_SCHEMAS } from '../tape-schemas.ts';
import { besideTape, gistKey, keepGist } from './gists.ts';
import { withFile } from './tape-disk.ts';

/** Ends the name of what is being packed. */
export const PACKING = '.packing';
/** What a relay that was killed has left behind is cleared away when nobody has touched it for so long, in milliseconds. */
const LEFT_MS = 60 * 60_000;
const PIECE_BYTES = 256 * 1024;

/** A file that grows: how far it can be read. */
export class Growth {
  #bytes = 0;
  #isOver = false;
  #wake = (): void => {};

  /** So many bytes are there. */
  grown(bytes: number): void {
    this.#bytes = Math.max(this.#bytes, bytes);
    this.#wake();
  }

  /** It will not grow any more: its end is the file's. */
  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** The bytes of that file as they come, up to its end. */
  async *bytesOf(path: string): AsyncGenerator<Uint8Array, void, void> {
    const handle = await open(path);
    try {
      for (let at = 0; ; ) {
        const isOver = this.#isOver;
        const end = isOver ? (await handle.stat()).size : this.#bytes;
        if (at < end) {
          const { bytesRead, buffer } = await handle.read({
            buffer: new Uint8Array(Math.min(PIECE_BYTES, end - at)),
            position: at,
          });
          at += bytesRead;
          yield buffer.subarray(0, bytesRead);
        } else if (isOver) return;
        else
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
            if (this.#isOver || this.#bytes > at) resolve();
          });
      }
    } finally {
      await handle.close();
    }
  }
}

async function clearLeft(folder: string): Promise<void> {
  // A tape was made in it just now: that is what its own stamp says.
  const { mtimeMs: nowMs } = await stat(folder);
  for (const name of await readdir(folder)) {
    if (!name.endsWith(TAPE_EXTENSION + PACKING)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (nowMs - mtimeMs > LEFT_MS) await rm(join(folder, name), { force: true });
  }
}

async function* watched(
  pieces: AsyncIterable<Piece>,
  watch: (piece: Piece) => void,
): AsyncGenerator<Piece, void, void> {
  for await (const piece of pieces) {
    watch(piece);
    yield piece;
  }
}

/** Finds out what a tape says while it is packed, so that any instant of it is shown at once when it is played. */
function makeGistBeside(zstd: Zstd) {
  const blocks: GistBlock[] = [];
  let rules: RuleSetName | null = null;
  let maker: GistMaker | null = null;
  return {
    hear(piece: Piece): void {
      if (piece.kind === 'about' && PLAYABLE.includes(piece.about.words)) {
        ({ rules } = piece.about);
        maker = new GistMaker({ about: piece.about, rules, zstd, onBlock: (block) => blocks.push(block) });
      } else if (piece.kind === 'entry') maker?.hear(piece.entry);
      else if (piece.kind === 'end') maker?.end(null);
    },
    async keep(path: string, mark: string): Promise<void> {
      const by = rules;
      if (by === null) return;
      const key = await withFile(path, (file) => gistKey(file, by, mark));
      await keepGist(besideTape(path), key, blocks);
    },
  };
}

const entriesIn = (path: string, zstd: Zstd): Promise<number | null> =>
  withFile(path, async (file) => {
    const tape = await openTape(file, zstd);
    return tape.about !== null && tape.indexed ? tape.entries : null;
  });

/** `mark`: of the program that makes gists; without one none is made. */
export type PackTapeOptions = { readonly signal?: AbortSignal; readonly mark?: string | null };

/**
 * Packs a tape that grows until its end, and puts the packed one in its place. Gives its size in bytes. @throws Error where that cannot be: the tape stands as
 * it was recorded then, and nothing else is left.
 */
export async function packTape(
  path: string,
  growth: Growth,
  { signal, mark = null }: PackTapeOptions = {},
): Promise<number> {
  const zstd = await loadZstd();
  const beside = path + PACKING;
  await clearLeft(dirname(path)).catch(() => {});
  try {
    let entries = 0;
    const gist = mark === null ? null : makeGistBeside(zstd);
    const pieces = watched(readTape(growth.bytesOf(path), zstd), (piece) => {
      if (piece.kind === 'entry') entries += 1;
      gist?.hear(piece);
    });
    const parts = pack(pieces, zstd, TAPE_SCHEMAS);
    await pipeline(parts, createWriteStream(beside, { flush: true }), { ...(signal && { signal }) });
    const there = await entriesIn(beside, zstd);
    if (there !== entries) throw new Error(`${basename(beside)} holds ${there} entries of ${entries}`);
    const { size } = await stat(beside);
    signal?.throwIfAborted();
    await rename(beside, path);
    if (mark !== null) await gist?.keep(path, mark);
    return size;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
