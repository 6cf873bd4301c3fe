// Who plays: teams, players, colours, and who is on the floor, from the actions that name them.
import type { Fact, FactOf } from '../told.ts';
import type { Action } from './action.ts';
import { lineupOf, metadataOf, type Named, namesOf, type Side } from './lineup.ts';
import type { Sides } from './sides.ts';

type Players = ReadonlyMap<string, Named>;

/** One team's. `team`: as it was named last. `listed` in a line-up, `named` in any other action. */
type Squad = {
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly listed: Players;
  readonly named: Players;
  readonly floor: ReadonlySet<string>;
};

/** `colours`: the last action that told them, where it stands. */
export type People = Readonly<Record<Side, Squad>> & { readonly colours: Action | null };

const NOBODY: Squad = { team: null, listed: new Map(), named: new Map(), floor: new Set() };
export const NO_PEOPLE: People = { home: NOBODY, away: NOBODY, colours: null };

const isSame = (one: Named, other: Named | undefined): boolean =>
  one.firstName === other?.firstName && one.lastName === other.lastName;

/** A name once told is not lost to an action without one. */
function teamAfter(before: Squad['team'], { id, name = '' }: NonNullable<Action['team']>): Squad['team'] {
  if (name === '' && before !== null && before.name !== '') return before;
  return before?.id === id && before.name === name ? before : { id, name };
}

function namedAfter(named: Players, { player }: Action): Players {
  if (!player) return named;
  const one = { id: player.id, ...namesOf(player.name), number: null, position: null };
  return isSame(one, named.get(one.id)) ? named : new Map(named).set(one.id, one);
}

/** A substitution is told in two halves. */
function floorAfter(floor: Squad['floor'], { kind, stands, player }: Action): Squad['floor'] {
  if (!stands || !player || (kind !== 'in' && kind !== 'out')) return floor;
  if (floor.has(player.id) === (kind === 'in')) return floor;
  return new Set(kind === 'in' ? [...floor, player.id] : [...floor].filter((id) => id !== player.id));
}

function listedAfter(squad: Squad, action: Action, side: Side): Squad {
  const listed = lineupOf(action, side);
  if (listed.length === 0) return squad;
  return {
    ...squad,
    listed: new Map([...squad.listed, ...listed.map(({ player }) => [player.id, player] as const)]),
    floor: new Set([...squad.floor, ...listed.flatMap(({ player, starts }) => (starts ? player.id : []))]),
  };
}

function squadAfter(before: Squad, action: Action, side: Side): Squad {
  const isLineup = action.kind === 'lineup' && action.stands;
  const squad = isLineup ? listedAfter(before, action, side) : before;
  if (action.team?.homeTeam !== (side === 'home')) return squad;
  const team = teamAfter(squad.team, action.team);
  const named = namedAfter(squad.named, action);
  const floor = floorAfter(squad.floor, action);
  const isNews = team !== squad.team || named !== squad.named || floor !== squad.floor;
  return isNews ? { ...squad, team, named, floor } : squad;
}

/** The people after one action more: the same object where it says nothing new of them. */
export function peopleAfter(before: People, action: Action): People {
  const home = squadAfter(before.home, action, 'home');
  const away = squadAfter(before.away, action, 'away');
  const colours = action.kind === 'colours' && action.stands ? action : before.colours;
  const isNews = home !== before.home || away !== before.away || colours !== before.colours;
  return isNews ? { home, away, colours } : before;
}

/** What a line-up says of a player goes before what other actions do. */
function rosterOf({ team, listed, named }: Squad, side: Side): FactOf<'roster'> | null {
  if (team === null) return null;
  const players = [...new Map([...named, ...listed]).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { kind: 'roster', side, teamId: team.id, code: '', name: team.name, players };
}

/** `255, 242, 0` as `#fff200`. */
function colourOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const parts = value.split(',').map((part) => part.trim());
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return null;
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

function coloursOf(said: Action | null, { homeId, awayId }: Sides): FactOf<'colours'> | null {
  if (said === null) return null;
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

/** Starters, and who came and went since. Told only while it is five. */
const onFloorOf = ({ floor }: Squad, teamId: string | null): FactOf<'lineup'> | null =>
  teamId !== null && floor.size === ON_FLOOR
    ? { kind: 'lineup', teamId, playerIds: [...floor].sort() }
    : null;

/** Rosters, colours and line-ups, as far as they are known. */
export function peopleFacts({ home, away, colours }: People, sides: Sides): readonly Fact[] {
  return [
    rosterOf(home, 'home'),
    rosterOf(away, 'away'),
    coloursOf(colours, sides),
    onFloorOf(home, sides.homeId),
    onFloorOf(away, sides.awayId),
  ].filter((fact) => fact !== null);
}
