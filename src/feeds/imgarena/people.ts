// Who plays: teams, players, colours, and who is on the floor, from the actions that name them.
import type { Fact, FactOf } from '../told.ts';
import { type Action, lastStanding } from './action.ts';

export type Sides = { readonly homeId: string | null; readonly awayId: string | null };
type Named = FactOf<'roster'>['players'][number];
type Side = 'home' | 'away';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The ids of the two teams, as the actions say which is at home. */
export function sidesOf(actions: readonly Action[]): Sides {
  const find = (isHome: boolean) => actions.find(({ team }) => team?.homeTeam === isHome)?.team?.id ?? null;
  return { homeId: find(true), awayId: find(false) };
}

/** Assumed: a name is `First Last` or `Last, First`; one word is the last name. */
function namesOf(name: string | undefined): Pick<Named, 'firstName' | 'lastName'> {
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

type Listed = { readonly player: Named; readonly starts: boolean };

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
function lineupOf({ metadata, team }: Action, side: Side): readonly Listed[] {
  const told = metadataOf(metadata);
  const own = team?.homeTeam === (side === 'home') ? listedOf(told.players) : [];
  return [...own, ...listedOf(told[`${side}TeamPlayers`])];
}

/** Metadata come as an object, or as its text. */
function metadataOf(metadata: unknown): Record<string, unknown> {
  if (isObject(metadata)) return metadata;
  if (typeof metadata !== 'string') return {};
  try {
    const value: unknown = JSON.parse(metadata);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function rosterOf(actions: readonly Action[], side: Side): FactOf<'roster'> | null {
  const ours = actions.filter(({ team }) => team?.homeTeam === (side === 'home'));
  const team = [...ours].reverse().find(({ team: one }) => one?.name)?.team ?? ours.at(-1)?.team;
  if (!team) return null;
  const players = new Map<string, Named>();
  for (const { player } of ours)
    if (player)
      players.set(player.id, { id: player.id, ...namesOf(player.name), number: null, position: null });
  for (const action of actions)
    if (action.kind === 'lineup' && action.stands)
      for (const { player } of lineupOf(action, side)) players.set(player.id, player);
  const sorted = [...players.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { kind: 'roster', side, teamId: team.id, code: '', name: team.name ?? '', players: sorted };
}

/** `255, 242, 0` as `#fff200`. */
function colourOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const parts = value.split(',').map((part) => part.trim());
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return null;
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

function coloursOf(actions: readonly Action[], { homeId, awayId }: Sides): FactOf<'colours'> | null {
  const said = lastStanding(actions, ({ kind }) => kind === 'colours');
  if (said === undefined) return null;
  const metadata = metadataOf(said.metadata);
  const colours = (
    [
      ['homeTeamColour', homeId],
      ['awayTeamColour', awayId],
    ] as const
  ).flatMap(([key, teamId]) => {
    const colour = colourOf(metadata[key]);
    return colour === null || teamId === null ? [] : [{ teamId, colour }];
  });
  return colours.length === 0 ? null : { kind: 'colours', colours };
}

const ON_FLOOR = 5;

/** Starters, and who came and went since. Told only while it is five: a substitution is told in two halves. */
function floorOf(actions: readonly Action[], side: Side, teamId: string | null): FactOf<'lineup'> | null {
  if (teamId === null) return null;
  const on = new Set<string>();
  for (const action of actions) {
    if (!action.stands) continue;
    if (action.kind === 'lineup')
      for (const { player, starts } of lineupOf(action, side)) if (starts) on.add(player.id);
    if (action.team?.homeTeam !== (side === 'home') || !action.player) continue;
    if (action.kind === 'in') on.add(action.player.id);
    if (action.kind === 'out') on.delete(action.player.id);
  }
  return on.size === ON_FLOOR ? { kind: 'lineup', teamId, playerIds: [...on].sort() } : null;
}

/** Rosters, colours and line-ups, as far as they are known. `actions` in the order in which they happened. */
export function peopleOf(actions: readonly Action[]): readonly Fact[] {
  const sides = sidesOf(actions);
  return [
    rosterOf(actions, 'home'),
    rosterOf(actions, 'away'),
    coloursOf(actions, sides),
    floorOf(actions, 'home', sides.homeId),
    floorOf(actions, 'away', sides.awayId),
  ].filter((fact) => fact !== null);
}
