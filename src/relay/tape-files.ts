// Tapes as files of one folder: their names, and how they grow.
import { readSync } from 'node:fs';
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

/**
 * What is appended is safe from our own crash at once. From a pulled plug it is safe when the disk has said so: it is asked after every append, but never
 * waited for, and told at the next one where it could not. A disk that others keep busy takes seconds to answer.
 */
function fileSink(folder: string, file: string, handle: FileHandle): Sink {
  let syncing: Promise<void> | null = null;
  let failed: unknown = null;
  const sync = (): Promise<void> =>
    handle
      .datasync()
      .catch((error: unknown) => {
        failed = error;
      })
      .finally(() => {
        syncing = null;
      });
  return {
    file,
    path: join(folder, file),
    async append(bytes) {
      if (failed !== null) throw failed;
      await handle.appendFile(bytes);
      syncing ??= sync();
    },
    async close() {
      await syncing;
      await sync();
      await handle.close();
      if (failed !== null) throw failed;
    },
  };
}

/** What is left on that folder's disk for us, in bytes; null where the system does not say. */
export const freeBytesIn = (folder: string) => async (): Promise<number | null> => {
  const { bavail, bsize } = await statfs(folder);
  return bsize > 0 ? bavail * bsize : null;
};

/** An open file as a tape's bytes. */
export async function diskFile(handle: FileHandle): Promise<TapeFile> {
  const { size } = await handle.stat();
  const roomFor = (offset: number, length: number): Uint8Array =>
    new Uint8Array(Math.max(0, Math.min(length, size - offset)));
  return {
    size,
    readNow(offset, length) {
      const bytes = roomFor(offset, length);
      return bytes.subarray(0, readSync(handle.fd, bytes, 0, bytes.byteLength, offset));
    },
    async read(offset, length) {
      const bytes = roomFor(offset, length);
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
