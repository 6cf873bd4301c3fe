// Tapes on the disk: opened by their names, written whole or not at all, never over one that is there unless told to.
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { faultText } from '../../game/fault.ts';
import { type OpenTape, openTape } from '../../tape/open.ts';
import type { TapeFile } from '../../tape/tape-file.ts';
import type { Zstd } from '../../tape/zstd.ts';
import { diskFile } from '../tape-files.ts';

/** Runs with a file open, and closes it. @throws Error when it cannot be opened. */
export async function withFile<T>(path: string, run: (file: TapeFile) => Promise<T>): Promise<T> {
  const handle = await open(path);
  try {
    return await run(await diskFile(handle));
  } finally {
    await handle.close();
  }
}

/** Runs with a tape open. @throws Error when nothing of it can be read, with why. */
export const withTape = <T>(path: string, zstd: Zstd, run: (tape: OpenTape) => Promise<T>): Promise<T> =>
  withFile(path, async (file) => {
    const tape = await openTape(file, zstd);
    if (tape.about !== null) return run(tape);
    throw new Error(
      `${path} is not a tape that can be read${tape.fault ? `: ${faultText(tape.fault)}` : ''}`,
    );
  });

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Writes a file out of parts, beside its place first; gives its size in bytes. @throws Error when there is one of that name and `force` is not said, or when
 * the disk does not take it: then nothing is left of it.
 */
export async function writeWhole(
  path: string,
  parts: AsyncIterable<Uint8Array | string>,
  { force = false } = {},
): Promise<number> {
  if (!force && (await isThere(path))) throw new Error(`${path} is there already: --force writes over it`);
  const beside = `${path}.part`;
  const handle = await open(beside, 'w');
  try {
    const size = await append(handle, parts);
    await handle.sync();
    await handle.close();
    await rename(beside, path);
    return size;
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(beside, { force: true });
    throw error;
  }
}

async function append(handle: FileHandle, parts: AsyncIterable<Uint8Array | string>): Promise<number> {
  let size = 0;
  for await (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    await handle.appendFile(bytes);
    size += bytes.byteLength;
  }
  return size;
}
