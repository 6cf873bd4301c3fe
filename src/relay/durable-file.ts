// A file that is replaced is replaced whole, and lasts: after a crash or a pulled plug there is the old one or the new one.
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a whole file, and waits until the disk has it. */
async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename last. A system that cannot do that to a folder has done it already. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Puts this text in the place of that file; the folder is made when it is not there. @throws Error of the disk; the old file stands then. */
export async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeDurably(`${file}.part`, text);
  await rename(`${file}.part`, file);
  await syncFolder(folder);
}
