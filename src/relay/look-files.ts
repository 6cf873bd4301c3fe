// The customer's own documents of the look: themes, and what is said of teams. Each is taken whole, or told what is wrong with it and left out.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fault } from '../game/fault.ts';
import { type TeamTable, teamsSchema } from '../game/team-table.ts';
import { wrongsIn } from '../game/wrong-shape.ts';
import type { ThemeDocument } from '../wire/look.ts';

export const TEAMS_FILE = 'teams.json';
export const THEMES_FOLDER = 'themes';
/** The largest document, in bytes: all themes go whole to every page. */
export const THEME_BYTES = 32 * 1024;
export const TEAMS_BYTES = 256 * 1024;
export const MOST_THEMES = 32;
/** Told of one document at once. */
const MOST_FAULTS = 8;

/** A theme, or all that is wrong with its document. */
export type ReadTheme = (
  document: unknown,
) =>
  | { readonly theme: ThemeDocument; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly theme?: never };

/** The themes that are built in, the first of which stands in for one that cannot be had; and how another is read. */
export type Themes = { readonly builtIn: readonly ThemeDocument[]; readonly read: ReadTheme };

type OnFault = (fault: Fault) => void;

/** The document in a file; `bad` and a Fault when it cannot be read, `none` when there is no file. */
async function readJson(
  path: string,
  { where, most, onFault }: { readonly where: string; readonly most: number; readonly onFault: OnFault },
): Promise<{ readonly document: unknown } | 'bad' | 'none'> {
  const wrong = (expected: string, found: string): 'bad' => {
    onFault(fault('document-unread', where, expected, found));
    return 'bad';
  };
  try {
    const { size } = await stat(path);
    if (size > most) return wrong(`at most ${most} bytes`, `${size}`);
    const text = await readFile(path, 'utf8');
    return { document: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    return wrong('JSON', error instanceof Error ? error.message : String(error));
  }
}

/** By file name. */
export type ThemeFiles = ReadonlyMap<string, ThemeDocument>;

/** The themes of that folder. A document that has gone bad stands as it was when it was last right (`kept`). */
export async function readThemes(
  folder: string,
  { builtIn, read }: Themes,
  kept: ThemeFiles,
  onFault: OnFault,
): Promise<ThemeFiles> {
  const names = await readdir(join(folder, THEMES_FOLDER)).catch((): string[] => []);
  const found = new Map<string, ThemeDocument>();
  const owners = new Map(builtIn.map(({ id }) => [id, 'the built-in one']));
  for (const file of names.filter((name) => /^[^.].*\.json$/i.test(name)).sort()) {
    const where = `${THEMES_FOLDER}/${file}`;
    if (found.size >= MOST_THEMES) {
      onFault(fault('theme-unread', where, `at most ${MOST_THEMES} themes`, 'more'));
      break;
    }
    const theme =
      (await readTheme(join(folder, THEMES_FOLDER, file), where, read, onFault)) ?? kept.get(file);
    if (!theme) continue;
    const owner = owners.get(theme.id);
    if (owner === undefined) {
      owners.set(theme.id, file);
      found.set(file, theme);
    } else
      onFault(fault('theme-unread', `${where}: id`, 'an id of its own', `${theme.id}, as ${owner} has it`));
  }
  return found;
}

async function readTheme(
  path: string,
  where: string,
  read: ReadTheme,
  onFault: OnFault,
): Promise<ThemeDocument | null> {
  const json = await readJson(path, { where, most: THEME_BYTES, onFault });
  if (typeof json === 'string') return null;
  const { theme, faults = [] } = read(json.document);
  for (const told of faults.slice(0, MOST_FAULTS))
    onFault({ ...told, where: `${where}: ${told.where}`.slice(0, 300) });
  return theme ?? null;
}

/** What the document says of teams; what it said when it was last right (`kept`) while it is wrong; nothing where there is none. */
export async function readTeams(
  folder: string,
  kept: TeamTable['teams'],
  onFault: OnFault,
): Promise<TeamTable['teams']> {
  const json = await readJson(join(folder, TEAMS_FILE), { where: TEAMS_FILE, most: TEAMS_BYTES, onFault });
  if (json === 'none') return {};
  if (json === 'bad') return kept;
  const parsed = teamsSchema.safeParse(json.document);
  if (parsed.success) return parsed.data;
  for (const { where, expected, found } of wrongsIn(json.document, parsed.error, '').slice(0, MOST_FAULTS))
    onFault(fault('teams-invalid', where === '' ? TEAMS_FILE : `${TEAMS_FILE}: ${where}`, expected, found));
  return kept;
}
