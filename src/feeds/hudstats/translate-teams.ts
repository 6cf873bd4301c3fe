// `teams` in our words: who plays on which side, by what names, and who is on the floor.
import type { Player } from '../../game/message.ts';
import { present } from '../fields.ts';
import type { Fact } from '../told.ts';
import { SIDES, type Side, sideOf, type TeamIds } from './sides.ts';
import type { TeamsWords, TeamWords } from './words.ts';

/** Assumed: a line-up of at most so many is who is on the floor; a longer one is the squad, and says nothing of the floor. */
const ON_FLOOR = 5;

/** Assumed: the last word of a name is the family's. A gamer's one word is his whole name. */
function named(name: string | undefined): Pick<Player, 'firstName' | 'lastName'> {
  const words = (name ?? '').split(/\s+/).filter((word) => word !== '');
  const last = words.pop();
  return { firstName: words.length === 0 ? null : words.join(' '), lastName: last ?? null };
}

function playersOf({ lineup }: TeamWords, side: Side, all: TeamsWords['players']): Player[] {
  const inLineup = new Set(present(lineup));
  const isOurs = (id: string, team: string | undefined): boolean =>
    team === undefined ? inLineup.has(id) : sideOf(team) === side;
  return Object.entries(all ?? {}).flatMap(([key, player]) => {
    const id = player?.id ?? key;
    if (player === undefined || id === '' || id.length > 128 || id in Object.prototype) return [];
    if (!isOurs(id, player.team)) return [];
    return [{ id, number: null, position: null, ...named(player.name) }];
  });
}

function teamFacts(team: TeamWords, side: Side, all: TeamsWords['players']): Fact[] {
  const floor = present(team.lineup);
  const players = playersOf(team, side, all);
  const roster: Fact = { kind: 'roster', teamId: team.id, side, code: '', name: team.name ?? '', players };
  const isOnFloor = floor.length > 0 && floor.length <= ON_FLOOR;
  return isOnFloor ? [roster, { kind: 'lineup', teamId: team.id, playerIds: [...floor] }] : [roster];
}

/** What `teams` says. `ids` where it names both teams, apart. The provider gives no short name: `code` is empty. */
export function translateTeams(teams: TeamsWords): {
  readonly ids: TeamIds | null;
  readonly facts: readonly Fact[];
} {
  const { home, away, players } = teams;
  const ids = home && away && home.id !== away.id ? { home: home.id, away: away.id } : null;
  const facts = SIDES.flatMap((side) => {
    const team = teams[side];
    return ids === null || team === undefined ? [] : teamFacts(team, side, players);
  });
  return { ids, facts };
}
