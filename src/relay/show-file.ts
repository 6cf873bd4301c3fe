// The show outlives the relay: kept in one file of the data folder, written whole or not at all, read at the start.
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import { firstWrong } from '../game/wrong-shape.ts';
import type { Catalogue, CatalogueEntry } from '../show/grant.ts';
import { emptyShow, type Layer, type Prepared, type Show, showSchema } from '../show/show.ts';
import { type Done, doneSchema } from './answered.ts';
import { replaceFile } from './durable-file.ts';

export const SHOW_FILE = 'show.json';

/** The show, and the cues with a key that made it what it is: what was kept is never done twice. */
export type KeptShow = { readonly show: Show; readonly done: readonly Done[] };

const fileSchema = showSchema.extend({ done: z.array(doneSchema).default([]) });

export interface ShowFile {
  /** The show as it was left; the empty show where there is none. A file that cannot be read is set aside. */
  load(): Promise<KeptShow>;
  /** Keeps this show; of several in a row, the last. True when it, or a later one, is on the disk for good; false when it cannot be. Never rejects. */
  save(kept: KeptShow): Promise<boolean>;
  /** Resolves when all is written that was given to `save`. */
  settled(): Promise<void>;
}

export type ShowFileOptions = {
  readonly folder: string;
  readonly catalogue: Catalogue;
  readonly now: () => number;
  readonly onFault: (fault: Fault) => void;
};

const NOTHING_KEPT: KeptShow = { show: emptyShow, done: [] };

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The show's file in that folder. Its troubles become Faults; the show goes on without it. */
export function makeShowFile({ folder, catalogue, now, onFault }: ShowFileOptions): ShowFile {
  const file = join(folder, SHOW_FILE);
  let waiting: KeptShow | null = null;
  /** The write that goes on, and the one after it. */
  let writing: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;

  const setAside = async (why: string): Promise<void> => {
    const aside = `${file}.bad-${Math.round(now())}`;
    onFault(fault('show-file-unread', SHOW_FILE, 'the show as it was left', `${why}; set aside`));
    await rename(file, aside).catch(() => {});
  };

  const write = async (): Promise<boolean> => {
    const text = JSON.stringify({ ...waiting?.show, done: waiting?.done });
    waiting = null;
    try {
      await replaceFile(folder, SHOW_FILE, text);
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
      if (text === null) return NOTHING_KEPT;
      try {
        const json: unknown = JSON.parse(text);
        const read = fileSchema.safeParse(json);
        if (read.success) {
          const { done, ...show } = read.data;
          return { show: known(show, catalogue, onFault), done };
        }
        const { where, expected, found } = firstWrong(json, read.error, 'all of it');
        await setAside(`${where}: ${found}, not ${expected}`);
      } catch (error) {
        await setAside(told(error));
      }
      return NOTHING_KEPT;
    },
    save(kept) {
      // One write at a time: what comes meanwhile waits for the next one, and all that wait share it.
      waiting = kept;
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
