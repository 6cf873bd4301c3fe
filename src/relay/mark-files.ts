// The logos in the folder of marks: which files are taken, and why others are not.
import { constants, type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fault } from '../game/fault.ts';
import { markFileSchema } from '../game/team-table.ts';

export const MARKS_FOLDER = 'marks';
/** Where they are served. */
export const MARKS_PATH = '/marks/';
/** The largest file, in bytes; the longest edge of a PNG, in pixels; the most files. */
export const MARK_BYTES = 2 * 1024 * 1024;
export const MARK_PIXELS = 4096;
export const MOST_MARKS = 512;

const HEAD_BYTES = 4096;
const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** True for bytes that begin as a PNG does, as far as its measures. */
export const beginsAsPng = (head: Buffer): boolean =>
  head.byteLength >= 24 && head.subarray(0, 8).equals(PNG_HEAD);

/** One logo. `address` changes with the file, so that a page knows a new one. */
export type MarkFile = { readonly file: string; readonly path: string; readonly address: string };

/** By file name in lower case. */
export type MarkFiles = ReadonlyMap<string, MarkFile>;

/** Opens a plain file, never what a link points at. */
const openPlain = (path: string): Promise<FileHandle> =>
  open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);

/** The bytes of a logo, or null when it is gone, has grown beyond the bound, or is no plain file. */
export async function readMark(path: string): Promise<Buffer | null> {
  const handle = await openPlain(path).catch(() => null);
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    if (size > MARK_BYTES) return null;
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

/** All files of the folder that can be served, each other one as a Fault. A folder that is not there holds none. */
export async function scanMarks(folder: string, onFault: (fault: Fault) => void): Promise<MarkFiles> {
  const found = new Map<string, MarkFile>();
  const names = await readdir(join(folder, MARKS_FOLDER)).catch((): string[] => []);
  for (const file of names.sort().filter((name) => !name.startsWith('.'))) {
    const where = `${MARKS_FOLDER}/${file}`;
    const wrong = (expected: string, why: string): void =>
      onFault(fault('mark-unread', where, expected, why));
    if (found.size >= MOST_MARKS) {
      wrong(`at most ${MOST_MARKS} files`, 'more');
      break;
    }
    if (!markFileSchema.safeParse(file).success) {
      wrong('a plain name that ends in .png or .svg', file);
      continue;
    }
    const path = join(folder, MARKS_FOLDER, file);
    const outcome = await inspect(path);
    if ('version' in outcome)
      found.set(file.toLowerCase(), {
        file,
        path,
        address: `${MARKS_PATH}${encodeURIComponent(file)}?v=${outcome.version}`,
      });
    else wrong(outcome.expected, outcome.found);
  }
  return found;
}

type Inspected = { readonly version: string } | { readonly expected: string; readonly found: string };

async function inspect(path: string): Promise<Inspected> {
  const about = await lstat(path).catch(() => null);
  if (!about?.isFile()) return { expected: 'a plain file', found: about ? 'a link or a folder' : 'none' };
  if (about.size > MARK_BYTES) return { expected: `at most ${MARK_BYTES} bytes`, found: `${about.size}` };
  const head = await headOf(path);
  const wrong = head === null ? { expected: 'a readable file', found: 'none' } : whatIsWrong(path, head);
  return wrong ?? { version: `${Math.round(about.mtimeMs).toString(36)}-${about.size.toString(36)}` };
}

async function headOf(path: string): Promise<Buffer | null> {
  const handle = await openPlain(path).catch(() => null);
  if (!handle) return null;
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

/** A file is what its ending says: a PNG that would not fill the memory of every page, or a document whose root is `svg`. */
function whatIsWrong(path: string, head: Buffer): { expected: string; found: string } | null {
  if (/\.svg$/i.test(path))
    return /<svg[\s>]/i.test(head.toString('utf8'))
      ? null
      : { expected: 'an SVG document', found: 'another' };
  const isPng = beginsAsPng(head);
  if (!isPng) return { expected: 'a PNG', found: 'other bytes' };
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)];
  if (width > 0 && height > 0 && Math.max(width, height) <= MARK_PIXELS) return null;
  return { expected: `at most ${MARK_PIXELS} pixels wide and high`, found: `${width} x ${height}` };
}
