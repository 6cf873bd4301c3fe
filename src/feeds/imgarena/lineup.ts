// The names and line-ups that an action's words hold.
import type { FactOf } from '../told.ts';
import type { Action } from './action.ts';

/** A player as a roster names him. */
export type Named = FactOf<'roster'>['players'][number];
export type Side = 'home' | 'away';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Assumed: a name is `First Last` or `Last, First`; one word is the last name. */
export function namesOf(name: string | undefined): Pick<Named, 'firstName' | 'lastName'> {
  const [before = '', after] = (name ?? '').split(',').map((part) => part.trim());
  if (after !== undefined) return { firstName: after || null, lastName: before || null };
  const space = before.indexOf(' ');
  if (space < 0) return { firstName: null, lastName: before || null };
  return { firstName: before.slice(0, space), lastName: before.slice(space + 1) };
}

const textOf = (value: unknown, longest: number): string | null =>
  (typeof value === 'string' && value !== '' && value.length <= longest) || typeof value === 'number'
    ? String(value).slice(0, longest)
    : null;

/** Who is in a line-up. */
export type Listed = { readonly player: Named; readonly starts: boolean };

/** Assumed: a line-up lists players with `id` and `name`, and where they are known `shirtNumber`, `position` and `starter`. No document prints one. */
function listedOf(value: unknown): readonly Listed[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): readonly Listed[] => {
    if (!isObject(entry)) return [];
    const id = textOf(entry.id ?? entry.playerId, 128);
    if (id === null || id in Object.prototype) return [];
    const player = {
      id,
      ...namesOf(textOf(entry.name ?? entry.playerName, 200) ?? undefined),
      number: textOf(entry.shirtNumber ?? entry.number, 4),
      position: textOf(entry.position, 8),
    };
    return [{ player, starts: entry.starter === true || entry.starting === true }];
  });
}

/** Assumed: a line-up is of its action's team (`players`), or of both (`homeTeamPlayers`, `awayTeamPlayers`). */
export function lineupOf({ metadata, team }: Action, side: Side): readonly Listed[] {
  const told = metadataOf(metadata);
  const own = team?.homeTeam === (side === 'home') ? listedOf(told.players) : [];
  return [...own, ...listedOf(told[`${side}TeamPlayers`])];
}

/** Metadata come as an object, or as its text. */
export function metadataOf(metadata: unknown): Record<string, unknown> {
  if (isObject(metadata)) return metadata;
  if (typeof metadata !== 'string') return {};
  try {
    const value: unknown = JSON.parse(metadata);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
