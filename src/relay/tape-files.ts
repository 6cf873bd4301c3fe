// Tapes as files of one folder: their names, and how they grow.
import { type FileHandle, mkdir, open, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { TAPE_EXTENSION } from '../tape/tape.ts';
import type { TapeFile } from '../tape/tape-file.ts';
import type { Sink } from './recorder.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-03_19-30-05.mcap`, in the machine's own time: what a person looks for. */
export function tapeName(startedMs: number): string {
  const at = new Date(startedMs);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}_${two(at.getHours())}-${two(at.getMinutes())}-${two(at.getSeconds())}${TAPE_EXTENSION}`;
}

/** Opens tapes in a folder, which is made when it is not there. An existing file is never written over: the name gets a number. */
export const sinksIn =
  (folder: string) =>
  async (name: string): Promise<Sink> => {
    await mkdir(folder, { recursive: true });
    for (let nth = 1; ; nth += 1) {
      const file = nth === 1 ? name : name.replace(TAPE_EXTENSION, `_${nth}${TAPE_EXTENSION}`);
      const handle = await open(join(folder, file), 'wx').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return null;
        throw error;
      });
      if (handle) return fileSink(folder, file, handle);
    }
  };

const fileSink = (folder: string, file: string, handle: FileHandle): Sink => ({
  file,
  path: join(folder, file),
  async append(bytes) {
    await handle.appendFile(bytes);
    // Without it a second is safe from our own crash, but not from a pulled plug.
    await handle.datasync();
  },
  close: () => handle.close(),
});

/** What is left on that folder's disk for us, in bytes; null where the system does not say. */
export const freeBytesIn = (folder: string) => async (): Promise<number | null> => {
  const { bavail, bsize } = await statfs(folder);
  return bsize > 0 ? bavail * bsize : null;
};

/** An open file as a tape's bytes. */
export async function diskFile(handle: FileHandle): Promise<TapeFile> {
  const { size } = await handle.stat();
  return {
    size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let at = 0;
      while (at < bytes.byteLength) {
        const { bytesRead } = await handle.read(bytes, at, bytes.byteLength - at, offset + at);
        if (bytesRead === 0) break;
        at += bytesRead;
      }
      return bytes.subarray(0, at);
    },
  };
}
