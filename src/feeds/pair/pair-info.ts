// What there is to see of two feeds, read off their merger at an instant.
import { gameClockText, readClock } from '../../game/clock.ts';
import type { Anchor, Game } from '../../game/game.ts';
import { FIELDS, type Field, type Lane, type Owners, UNCHOSEN } from '../../game/owners.ts';
import type { FieldInfo, MatchInfo, PairInfo, Person } from '../../game/pair-info.ts';
import { rulesOf } from '../../game/rules.ts';
import { CLOCK_APART_MS, valueOf } from './agreement.ts';
import type { Merger } from './merger.ts';
import { isSame, proposed } from './who.ts';

const SECOND_MS = 1_000;
const CLOCK_RULES = rulesOf('nba');

/** Nothing but who owns what before the feeds were started. */
export function pairInfo(merger: Merger | null, owners: Owners, nowMs: number): Omit<PairInfo, 'feeds'> {
  if (merger === null) return { fields: [], match: null };
  return { fields: FIELDS.map((field) => fieldInfo(merger, owners, field, nowMs)), match: matchInfo(merger) };
}

function fieldInfo(merger: Merger, owners: Owners, field: Field, nowMs: number): FieldInfo {
  const { feed: wanted, falls } = owners[field] ?? UNCHOSEN;
  const owner = merger.owner(field);
  const said = (lane: Lane): string | null => saidBy(merger, lane, field, nowMs);
  return {
    field,
    owner,
    wanted,
    falls,
    main: said('main'),
    backup: said('backup'),
    ...apart(merger, field, nowMs),
    down: merger.lane(owner).downMs(field, nowMs) !== null,
    askedFor: merger.ask(field)?.to ?? null,
  };
}

const clockOf = (field: Field, game: Game): Anchor | null =>
  field === 'clock' ? game.clock : field === 'shotClock' ? game.shotClock : null;

/** A field as a person reads it; for what is no one figure, since when it is silent. */
function saidBy(merger: Merger, lane: Lane, field: Field, nowMs: number): string | null {
  const state = merger.lane(lane);
  const saidMs = state.saidMs(field);
  if (saidMs === undefined) return null;
  const clock = clockOf(field, state.game);
  if (clock) return gameClockText(CLOCK_RULES, readClock(clock, nowMs));
  const value = valueOf(field, state.game, merger.sides(lane));
  if (value !== null) return value;
  const ageS = Math.floor(Math.max(0, nowMs - saidMs) / SECOND_MS);
  return ageS < 2 ? 'speaks' : `${ageS} s ago`;
}

function apart(merger: Merger, field: Field, nowMs: number): Pick<FieldInfo, 'agree' | 'behindMs'> {
  const [main, backup] = [merger.lane('main'), merger.lane('backup')];
  const [one, other] = [clockOf(field, main.game), clockOf(field, backup.game)];
  if (one && other) {
    const apartMs = Math.round((readClock(other, nowMs) - readClock(one, nowMs)) / 100) * 100;
    // A clock that is behind reads more.
    return { agree: Math.abs(apartMs) <= CLOCK_APART_MS, behindMs: apartMs };
  }
  const [ours, theirs] = [main.past(field), backup.past(field)];
  if (!ours?.last || !theirs?.last) return { agree: null, behindMs: null };
  const both = [theirs.last, ours.last].find(
    (value) => ours.firstMs(value) !== null && theirs.firstMs(value) !== null,
  );
  const behindMs =
    both === undefined ? null : Math.round((theirs.firstMs(both) ?? 0) - (ours.firstMs(both) ?? 0));
  return { agree: ours.last === theirs.last, behindMs };
}

function matchInfo(merger: Merger): MatchInfo | null {
  const [main, backup] = [merger.lane('main').game, merger.lane('backup').game];
  const guess = proposed(main, backup);
  if (guess === null) return null;
  const same = isSame(main, backup);
  const known = merger.match;
  const table = merger.isMatched() && !same ? known : guess;
  const people = peopleOf(main);
  const row = (backupOne: Person, id: string | undefined, all: ReadonlyMap<string, Person>) => ({
    backup: backupOne,
    main: (id === undefined ? undefined : all.get(id)) ?? null,
  });
  const teams = teamsOf(main);
  return {
    same,
    confirmed: same || merger.isMatched(),
    proposed: table,
    teams: [...teamsOf(backup).values()].map((one) => row(one, table.teams[one.id], teams)),
    players: same ? [] : [...peopleOf(backup).values()].map((one) => row(one, table.players[one.id], people)),
    of: same ? [] : [...people.values()],
  };
}

const teamsOf = ({ homeId, awayId, teams }: Game): ReadonlyMap<string, Person> =>
  new Map(
    [homeId, awayId].flatMap((id) => {
      const team = id === null ? undefined : teams[id];
      return team ? [[team.id, { id: team.id, name: team.name || team.code }] as const] : [];
    }),
  );

const peopleOf = (game: Game): ReadonlyMap<string, Person> =>
  new Map(
    [...teamsOf(game).keys()].flatMap((teamId) =>
      Object.values(game.teams[teamId]?.players ?? {}).map((player) => [
        player.id,
        {
          id: player.id,
          name: [player.number, player.firstName, player.lastName].filter(Boolean).join(' ') || player.id,
        },
      ]),
    ),
  );
