// What is known of teams before any feed speaks: codes, names, colours and logos by the provider's team id, and a Game that says them.
import { z } from 'zod';
import type { Game, Team } from './game.ts';
import { colourSchema } from './message.ts';

/** A logo's file: a plain name in the folder of marks, PNG or SVG. */
export const markFileSchema = z
  .string()
  .max(128)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._()&+-]*\.(png|svg)$/iu, 'a file name that ends in .png or .svg');

/** What is said of one team; what is absent is the feed's. `colour` is what the team wears: the guard of jersey colours may still move it. */
export const teamEntrySchema = z.strictObject({
  code: z.string().min(1).max(8).optional(),
  name: z.string().min(1).max(80).optional(),
  colour: colourSchema.optional(),
  logo: markFileSchema.optional(),
});
export type TeamEntry = z.infer<typeof teamEntrySchema>;

/** The customer's document: by the provider's id of the team, at most 1,000. */
export const teamsSchema = z
  .record(z.string().min(1).max(128), teamEntrySchema)
  .refine((teams) => Object.keys(teams).length <= 1_000, 'at most 1000 teams');

/** `teams` by id. `marks`: the address of each logo that there is, by its file name in lower case. */
export type TeamTable = {
  readonly teams: Readonly<Record<string, TeamEntry>>;
  readonly marks: Readonly<Record<string, string>>;
};

export const noTeams: TeamTable = { teams: {}, marks: {} };

/** A team's logo: the file that was looked for, and its address where there is one. */
export type MarkFound = { readonly file: string | null; readonly address: string | null };

const own = <V>(values: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** A team's id as the name of its logo: what no plain name has becomes `_`. */
export const markStem = (id: string): string => id.replace(/[^\p{L}\p{N} ._()&+-]/gu, '_');

/** The logo of a team: the file that its entry names, and no other; else `ID.svg` or `ID.png` (see `markStem`), else the same by its code. */
export function markOf({ teams, marks }: TeamTable, { id, code }: Pick<Team, 'id' | 'code'>): MarkFound {
  const named = own(teams, id)?.logo;
  if (named !== undefined) return { file: named, address: own(marks, named.toLowerCase()) ?? null };
  for (const stem of [markStem(id), code.trim()])
    for (const ending of ['svg', 'png']) {
      const file = `${stem}.${ending}`;
      const address = own(marks, file.toLowerCase());
      if (stem !== '' && address !== undefined) return { file, address };
    }
  return { file: null, address: null };
}

/** The game with each team as the table has it. The same object when the table says nothing of them. */
export function withTeams(game: Game, table: TeamTable): Game {
  if (table === noTeams) return game;
  let teams: Record<string, Team> | null = null;
  for (const team of Object.values(game.teams)) {
    const next = withEntry(team, table);
    if (next === team) continue;
    teams ??= { ...game.teams };
    teams[team.id] = next;
  }
  return teams ? { ...game, teams } : game;
}

function withEntry(team: Team, table: TeamTable): Team {
  const { code, name, colour } = own(table.teams, team.id) ?? {};
  const { address } = markOf(table, { id: team.id, code: code ?? team.code });
  if (code === undefined && name === undefined && colour === undefined && address === null) return team;
  return {
    ...team,
    code: code ?? team.code,
    name: name ?? team.name,
    colour: colour ?? team.colour,
    ...(address === null ? {} : { mark: address }),
  };
}
