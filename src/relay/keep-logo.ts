// A logo that a feed gives the address of becomes a file in the folder of marks, where pages find it: no page asks anybody but the relay for a picture.
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { causeOf } from '../feeds/answer.ts';
import type { Timekeeper } from '../feeds/feed.ts';
import { type Fault, fault } from '../game/fault.ts';
import { markFileSchema, markStem } from '../game/team-table.ts';
import { beginsAsPng, MARK_BYTES, MARKS_FOLDER } from './mark-files.ts';

/** How long a logo is waited for, in milliseconds. */
const CALL_MS = 10_000;

export type LogoOptions = {
  /** The data folder. */
  readonly folder: string;
  readonly time: Timekeeper;
  readonly fetch: typeof fetch;
};

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The body as it comes, or null when there is more than a logo may have. */
async function bodyOf(response: Response): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > MARK_BYTES) {
      await reader?.cancel();
      return null;
    }
    pieces.push(part.value);
  }
  return Buffer.concat(pieces);
}

/**
 * Fetches a logo unless the team has one: the operator's own files stand. PNG from an https address only. Gives what went wrong, without the address; never rejects.
 */
export function makeLogoKeeper({ folder, time, fetch: call }: LogoOptions) {
  const fetched = async (address: URL): Promise<Buffer | string> => {
    const abort = new AbortController();
    const cancel = time.after(CALL_MS, () => abort.abort());
    try {
      const response = await call(address, { signal: abort.signal, redirect: 'error' });
      if (response.ok) return (await bodyOf(response)) ?? `more than ${MARK_BYTES} bytes`;
      await response.body?.cancel();
      return `status ${response.status}`;
    } catch (error) {
      return causeOf(error);
    } finally {
      cancel();
    }
  };

  return async (teamId: string, address: string): Promise<Fault | null> => {
    const stem = markStem(teamId);
    const file = `${stem}.png`;
    const wrong = (found: string): Fault =>
      fault('logo-unread', `${MARKS_FOLDER}/${file}`, 'a PNG at an https address', found);
    if (!markFileSchema.safeParse(file).success) return wrong('a team whose id makes no file name');
    const marks = join(folder, MARKS_FOLDER);
    if ((await isThere(join(marks, file))) || (await isThere(join(marks, `${stem}.svg`)))) return null;
    if (!URL.canParse(address) || new URL(address).protocol !== 'https:') return wrong('another address');
    const bytes = await fetched(new URL(address));
    if (typeof bytes === 'string') return wrong(bytes);
    if (!beginsAsPng(bytes)) return wrong('another kind of file');
    try {
      await mkdir(marks, { recursive: true });
      // Half a file is no logo: its name begins with a dot until it is whole.
      await writeFile(join(marks, `.${file}`), bytes);
      await rename(join(marks, `.${file}`), join(marks, file));
      return null;
    } catch (error) {
      return wrong(causeOf(error));
    }
  };
}
