// Who is who in two feeds of one game: by the same ids, else as an operator has confirmed it; and what there is to confirm.
import { away, type Game, home, type PlayerInGame, type Team } from '../../game/game.ts';
import type { Match } from '../../game/owners.ts';

const NOBODY: Match = { teams: {}, players: {} };

const sides = (game: Game): readonly [Team | null, Team | null] => [home(game), away(game)];

/** Both feeds call both teams by the same ids. */
export function isSame(main: Game, backup: Game): boolean {
  const [host, guest] = sides(backup);
  return host !== null && guest !== null && host.id === main.homeId && guest.id === main.awayId;
}

/** True when a confirmed match names both teams of both feeds, as they are now. */
export function isConfirmed(main: Game, backup: Game, { teams }: Match): boolean {
  const ids = [backup.homeId, backup.awayId];
  const named = ids.map((id) => (id === null ? undefined : teams[id]));
  return (
    named[0] !== named[1] &&
    named.every((id) => id !== undefined && (id === main.homeId || id === main.awayId))
  );
}

const plain = (text: string | null): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** How surely two players are one: the number counts, and the last name; the first tells brothers apart. */
function likeness(one: PlayerInGame, other: PlayerInGame): number {
  const isNumber = one.number !== null && one.number === other.number;
  const isOther = one.number !== null && other.number !== null && !isNumber;
  const last = plain(one.lastName);
  const isName = last !== '' && last === plain(other.lastName);
  const isFirst = isName && plain(one.firstName)[0] === plain(other.firstName)[0];
  return (isNumber ? 2 : 0) + (isName ? 3 : 0) + (isFirst ? 1 : 0) - (isOther ? 2 : 0);
}

/** Less is a guess, and left to the operator. */
const LIKE_ENOUGH = 2;

function playersOf(main: Team, backup: Team): Record<string, string> {
  const pairs = Object.values(backup.players).flatMap((one) =>
    Object.values(main.players).map((other) => ({ one, other, like: likeness(one, other) })),
  );
  pairs.sort((a, b) => b.like - a.like);
  const found: Record<string, string> = {};
  const taken = new Set<string>();
  for (const { one, other, like } of pairs) {
    if (like < LIKE_ENOUGH || Object.hasOwn(found, one.id) || taken.has(other.id)) continue;
    found[one.id] = other.id;
    taken.add(other.id);
  }
  return found;
}

/** True when the names say that the sides are the other way round. */
function isSwapped(main: readonly [Team, Team], backup: readonly [Team, Team]): boolean {
  const [host, guest] = main.map(({ name }) => plain(name));
  const [ours, theirs] = backup.map(({ name }) => plain(name));
  return host !== '' && guest !== '' && host === theirs && guest === ours;
}

/** Who is who, as far as sides, names and numbers tell; for the operator to confirm. Null while either feed has not named both teams. */
export function proposed(main: Game, backup: Game): Match | null {
  const [host, guest] = sides(main);
  const [ours, theirs] = sides(backup);
  if (!host || !guest || !ours || !theirs) return null;
  const pairs = isSwapped([host, guest], [ours, theirs])
    ? ([
        [guest, ours],
        [host, theirs],
      ] as const)
    : ([
        [host, ours],
        [guest, theirs],
      ] as const);
  return pairs.reduce<Match>(
    ({ teams, players }, [one, other]) => ({
      teams: { ...teams, [other.id]: one.id },
      players: { ...players, ...playersOf(one, other) },
    }),
    NOBODY,
  );
}
