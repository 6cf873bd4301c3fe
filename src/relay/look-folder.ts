// How things look, as the data folder has it: read at the start, and again whenever a file of it has changed. Nothing in it can stop a show.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Timekeeper } from '../feeds/feed.ts';
import type { Fault } from '../game/fault.ts';
import { type Look, noLook } from '../wire/look.ts';
import {
  readTeams,
  readThemes,
  TEAMS_FILE,
  THEMES_FOLDER,
  type ThemeFiles,
  type Themes,
} from './look-files.ts';
import { MARKS_FOLDER, type MarkFiles, scanMarks } from './mark-files.ts';

/** How often the folder is looked at, in milliseconds: a watched folder would not tell of a network drive. */
export const LOOK_EVERY_MS = 2_000;

export interface LookFolder {
  /** Reads it all, and goes on looking until it is stopped. */
  start(): Promise<void>;
  look(): Look;
  /** Where the logo of that file name lies; null for all that is none. */
  mark(file: string): string | null;
  /** May be called twice. */
  stop(): void;
}

export type LookFolderOptions = {
  readonly folder: string;
  readonly themes: Themes;
  readonly time: Timekeeper;
  readonly onFault: (fault: Fault) => void;
  /** Called when something has changed. */
  readonly onLook: () => void;
};

/** A look that is never read from anywhere. */
export const fixedLook = (look: Look = noLook): LookFolder => ({
  start: () => Promise.resolve(),
  look: () => look,
  mark: () => null,
  stop: () => {},
});

/** The look of that folder. */
export const makeLookFolder = (options: LookFolderOptions): LookFolder => new ReadFolder(options);

class ReadFolder implements LookFolder {
  readonly #options: LookFolderOptions;
  #themes: ThemeFiles = new Map();
  #marks: MarkFiles = new Map();
  #look: Look;
  /** Names, sizes and times of all files when they were last read. */
  #seen = '';
  #stopped = false;
  #cancel = (): void => {};

  constructor(options: LookFolderOptions) {
    this.#options = options;
    this.#look = { ...noLook, themes: options.themes.builtIn };
  }

  look(): Look {
    return this.#look;
  }

  mark(file: string): string | null {
    return this.#marks.get(file.toLowerCase())?.path ?? null;
  }

  async start(): Promise<void> {
    await this.#read();
    this.#waitForNext();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  #waitForNext(): void {
    if (this.#stopped) return;
    this.#cancel = this.#options.time.after(LOOK_EVERY_MS, () => {
      void this.#read().finally(() => this.#waitForNext());
    });
  }

  async #read(): Promise<void> {
    const { folder, themes, onFault, onLook } = this.#options;
    const seen = await stampOf(folder);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#themes = await readThemes(folder, themes, this.#themes, onFault);
    this.#marks = await scanMarks(folder, onFault);
    const teams = await readTeams(folder, this.#look.table.teams, onFault);
    const look: Look = {
      themes: [...themes.builtIn, ...this.#themes.values()],
      table: {
        teams,
        marks: Object.fromEntries([...this.#marks].map(([name, { address }]) => [name, address])),
      },
    };
    if (this.#stopped || JSON.stringify(look) === JSON.stringify(this.#look)) return;
    this.#look = look;
    onLook();
  }
}

/** Changes with every file that is added, removed, renamed or written. */
async function stampOf(folder: string): Promise<string> {
  const within = async (name: string): Promise<readonly string[]> =>
    (await readdir(join(folder, name)).catch((): string[] => [])).map((file) => join(name, file));
  const files = [TEAMS_FILE, ...(await within(THEMES_FOLDER)), ...(await within(MARKS_FOLDER))];
  const stamps = await Promise.all(
    files.map(async (file) => {
      const about = await stat(join(folder, file)).catch(() => null);
      return about && `${file} ${about.size} ${about.mtimeMs}`;
    }),
  );
  return stamps.join('\n');
}
