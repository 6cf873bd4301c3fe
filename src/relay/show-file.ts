// The show outlives the relay: kept in one file of the data folder, written whole or not at all, read at the start.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fault } from '../game/fault.ts';
import type { Catalogue, CatalogueEntry } from '../show/grant.ts';
import { emptyShow, type Layer, type Prepared, type Show, showSchema } from '../show/show.ts';

export const SHOW_FILE = 'show.json';

export interface ShowFile {
  /** The show as it was left; the empty show where there is none. A file that cannot be read is set aside. */
  load(): Promise<Show>;
  /** Keeps this show; of several in a row, the last. True when it, or a later one, is on the disk for good; false when it cannot be. Never rejects. */
  save(show: Show): Promise<boolean>;
  /** Resolves when all is written that was given to `save`. */
  settled(): Promise<void>;
}

export type ShowFileOptions = {
  readonly folder: string;
  readonly catalogue: Catalogue;
  readonly now: () => number;
  readonly onFault: (fault: Fault) => void;
};

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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

/** The show's file in that folder. Its troubles become Faults; the show goes on without it. */
export function makeShowFile({ folder, catalogue, now, onFault }: ShowFileOptions): ShowFile {
  const file = join(folder, SHOW_FILE);
  let waiting: Show | null = null;
  /** The write that goes on, and the one after it. */
  let writing: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;

  const setAside = async (why: string): Promise<void> => {
    const aside = `${file}.bad-${Math.round(now())}`;
    onFault(fault('show-file-unread', SHOW_FILE, 'the show as it was left', `${why}; set aside`));
    await rename(file, aside).catch(() => {});
  };

  const write = async (): Promise<boolean> => {
    const text = JSON.stringify(waiting);
    waiting = null;
    try {
      await mkdir(folder, { recursive: true });
      await writeDurably(`${file}.part`, text);
      await rename(`${file}.part`, file);
      await syncFolder(folder);
      return true;
    } catch (error) {
      onFault(fault('show-file-unwritten', SHOW_FILE, 'a file that can be written', told(error)));
      return false;
    }
  };

  return {
    async load() {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT')
          onFault(fault('show-file-unread', SHOW_FILE, 'a readable file', told(error)));
        return null;
      });
      if (text === null) return emptyShow;
      try {
        const read = showSchema.safeParse(JSON.parse(text));
        if (read.success) return known(read.data, catalogue, onFault);
        await setAside(read.error.issues[0]?.message ?? 'another shape');
      } catch (error) {
        await setAside(told(error));
      }
      return emptyShow;
    },
    save(show) {
      // One write at a time: what comes meanwhile waits for the next one, and all that wait share it.
      waiting = show;
      next ??= (writing ?? Promise.resolve(true)).then(() => {
        writing = next;
        next = null;
        return write();
      });
      return next;
    },
    async settled() {
      await (next ?? writing);
    },
  };
}

/** The most options that a graphic may have lost since the show was kept. */
const MOST_LOST = 64;

/** Options as this version has them: one that it does not know, or does not take, is left out and told. */
function optionsOf(
  { graphic, options }: Prepared,
  entry: CatalogueEntry,
  onFault: (fault: Fault) => void,
): Prepared['options'] {
  const left = { ...options };
  for (let lost = 0; lost < MOST_LOST; lost += 1) {
    const parsed = entry.parse(left);
    if (!('fault' in parsed)) return parsed.options;
    const name = parsed.fault.where.split('.')[1] ?? '';
    onFault(fault('option-unknown', SHOW_FILE, `an option of ${graphic} in this version`, name));
    if (!Object.hasOwn(left, name)) break;
    delete left[name];
  }
  return left;
}

/** Takes off what is not in the catalogue any more: no page could draw it. */
function known(show: Show, catalogue: Catalogue, onFault: (fault: Fault) => void): Show {
  const keep = <P extends Prepared | null>(prepared: P): P | null => {
    if (prepared === null) return null;
    const entry = catalogue.get(prepared.graphic);
    if (entry) return { ...prepared, options: optionsOf(prepared, entry, onFault) };
    onFault(fault('graphic-unknown', SHOW_FILE, 'a graphic of this version', prepared.graphic));
    return null;
  };
  const layers = Object.entries(show.layers).map(([name, { program, preview }]): [string, Layer] => [
    name,
    { program: keep(program), preview: keep(preview), leaving: null },
  ]);
  return { ...show, layers: Object.fromEntries(layers) };
}
