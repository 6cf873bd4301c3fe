// The tapes at hand: those of the data folder and the sample that ships; what each is, and whether the rehearsal server can play it.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FaultError, fault, faultText } from '../../game/fault.ts';
import { headOf } from '../../tape/head.ts';
import { openIndexed } from '../../tape/open.ts';
import { readTape } from '../../tape/reader.ts';
import { type About, beginOf, TAPE_EXTENSION, type Teams } from '../../tape/tape.ts';
import { loadZstd } from '../../tape/zstd.ts';
import type { ShelvedTape } from '../../wire/tape-shelf.ts';
import { withFile } from './tape-disk.ts';

/** So many are listed at most: those that were written last. */
export const MOST_LISTED = 100;
/** Whose words the rehearsal server speaks. */
const SERVED = 'shottracker';
const PIECE_BYTES = 256 * 1024;

export type ShelfOptions = {
  /** Where tapes are recorded; one that is not there holds none. */
  readonly folder: string;
  /** The sample that ships, with its folder. */
  readonly sample: string | undefined;
};

export interface Shelf {
  /** The tape that was written last first, `MOST_LISTED` at most. */
  list(): Promise<readonly ShelvedTape[]>;
  /** Where a tape of that name lies. @throws FaultError where there is none, or it cannot be served, with why. */
  path(tape: string): Promise<string>;
}

const refused = (expected: string, found: string): FaultError =>
  new FaultError(fault('refused', 'tape', expected, found));

type Found = {
  readonly about: About;
  readonly teams: Teams;
  readonly beginMs: number;
  readonly lastMs: number | null;
};

/** What is on a tape: by its index, or, where it was not ended, as far as its beginning tells. A sentence where it cannot be read. */
async function lookInto(path: string): Promise<Found | string> {
  const zstd = await loadZstd();
  const whole = await withFile(path, (file) => openIndexed(file, zstd)).catch(() => null);
  if (whole) {
    const { about, teams, firstMs, lastMs } = whole;
    return { about, teams, lastMs, beginMs: beginOf(about, firstMs) };
  }
  const bytes = createReadStream(path, { highWaterMark: PIECE_BYTES });
  const head = await headOf(readTape(bytes, zstd));
  if (head.about !== null) return { ...head, teams: {}, lastMs: null };
  return `it cannot be read${head.fault ? `: ${faultText(head.fault)}` : ''}`;
}

/** What this server cannot say, another may. */
const troubleOf = ({ words }: About): string | null =>
  words === SERVED
    ? null
    : `it holds words of ${words}, and this server speaks as ShotTracker; courtside emulate --as ${words} --tape FILE serves it`;

async function shelved(path: string): Promise<ShelvedTape> {
  const { size, mtimeMs } = await stat(path);
  const file = { tape: basename(path), bytes: size, writtenMs: Math.round(mtimeMs) };
  const found = await lookInto(path);
  if (typeof found === 'string') {
    const nothing = { rules: null, home: null, away: null, game: null, what: null };
    return { ...file, ...nothing, beganMs: null, lastsMs: null, trouble: found };
  }
  const { about, teams, beginMs, lastMs } = found;
  return {
    ...file,
    beganMs: Math.round(beginMs),
    lastsMs: lastMs === null ? null : Math.max(0, Math.round(lastMs - beginMs)),
    rules: about.rules,
    home: teams.home ?? null,
    away: teams.away ?? null,
    game: about.game ?? null,
    what: about.what ?? null,
    trouble: troubleOf(about),
  };
}

/** A shelf of that folder. What was found out of a file holds until it is written again. */
export function makeShelf({ folder, sample }: ShelfOptions): Shelf {
  const known = new Map<string, ShelvedTape>();

  const look = async (path: string): Promise<ShelvedTape | null> => {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) return null;
    const before = known.get(path);
    if (before?.bytes === found.size && before.writtenMs === Math.round(found.mtimeMs)) return before;
    const one = await shelved(path).catch(() => null);
    if (one) known.set(path, one);
    else known.delete(path);
    return one;
  };

  /** Tapes of the folder stand before the sample of the same name. */
  const pathsOf = async (): Promise<readonly string[]> => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(TAPE_EXTENSION));
    const own = names.map((name) => join(folder, name));
    return sample === undefined || names.includes(basename(sample)) ? own : [...own, sample];
  };

  const newest = async (paths: readonly string[]): Promise<readonly string[]> => {
    const dated = await Promise.all(
      paths.map(async (path) => ({ path, ms: (await stat(path).catch(() => null))?.mtimeMs ?? 0 })),
    );
    const byDate = dated.sort((a, b) => b.ms - a.ms || a.path.localeCompare(b.path));
    return byDate.slice(0, MOST_LISTED).map(({ path }) => path);
  };

  return {
    async list() {
      const paths = await newest(await pathsOf());
      for (const path of known.keys()) if (!paths.includes(path)) known.delete(path);
      const tapes: ShelvedTape[] = [];
      // One after the other: the show has the machine.
      for (const path of paths) {
        const one = await look(path);
        if (one) tapes.push(one);
      }
      return tapes;
    },
    async path(tape) {
      // A name, never a way out of the folder.
      const isName = basename(tape) === tape && tape.endsWith(TAPE_EXTENSION);
      const isSample = sample !== undefined && basename(sample) === tape;
      for (const path of isName ? [join(folder, tape), ...(isSample ? [sample] : [])] : []) {
        const one = await look(path);
        if (one === null) continue;
        if (one.trouble !== null)
          throw refused('a tape that the rehearsal server can play', `${tape}: ${one.trouble}`);
        return path;
      }
      throw refused('a tape of the shelf: GET /api/v1/rehearsal/tapes lists them', `none called ${tape}`);
    },
  };
}
