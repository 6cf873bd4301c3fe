// The show outlives the relay: kept in one file of the data folder, written whole or not at all, read at the start.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fault } from '../game/fault.ts';
import type { Catalogue, CatalogueEntry } from '../show/grant.ts';
import { emptyShow, type Layer, type Prepared, type Show, showSchema } from '../show/show.ts';

export const SHOW_FILE = 'show.json';

export interface ShowFile {
  /** The show as it was left; the empty show where there is none. A file that cannot be read is set aside. */
  load(): Promise<Show>;
  /** Keeps this show; of several in a row, the last. */
  save(show: Show): void;
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

/** The show's file in that folder. Its troubles become Faults; the show goes on without it. */
export function makeShowFile({ folder, catalogue, now, onFault }: ShowFileOptions): ShowFile {
  const file = join(folder, SHOW_FILE);
  let waiting: Show | null = null;
  let writing: Promise<void> | null = null;

  const setAside = async (why: string): Promise<void> => {
    const aside = `${file}.bad-${Math.round(now())}`;
    onFault(fault('show-file-unread', SHOW_FILE, 'the show as it was left', `${why}; set aside`));
    await rename(file, aside).catch(() => {});
  };

  const write = async (): Promise<void> => {
    while (waiting) {
      const text = JSON.stringify(waiting);
      waiting = null;
      await mkdir(folder, { recursive: true });
      await writeFile(`${file}.part`, text);
      await rename(`${file}.part`, file);
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
      waiting = show;
      writing ??= write()
        .catch((error) =>
          onFault(fault('show-file-unwritten', SHOW_FILE, 'a file that can be written', told(error))),
        )
        .finally(() => {
          writing = null;
        });
    },
    async settled() {
      await writing;
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
