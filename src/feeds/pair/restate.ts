// What a feed says of a field now, said whole: how a field that changes hands goes on, from one instant to the next.
import { readClock } from '../../game/clock.ts';
import type { Anchor, Game, Team } from '../../game/game.ts';
import type { ClockSaid, Said } from '../../game/message.ts';
import type { Field } from '../../game/owners.ts';
import type { StatLine } from '../../game/stat-line.ts';
import type { Owns } from './parts.ts';

type Unstamped<S> = S extends Said ? Omit<S, 'atMs' | 'heardMs'> : never;

/** A clock as it reads at an instant. */
const readAt = (anchor: Anchor, atMs: number): ClockSaid => ({
  remainingMs: readClock(anchor, atMs),
  running: anchor.running,
  resolutionMs: anchor.resolutionMs,
});

const sidesOf = ({ homeId, awayId, teams }: Game): readonly (readonly ['home' | 'away', Team])[] =>
  (
    [
      ['home', homeId],
      ['away', awayId],
    ] as const
  ).flatMap(([side, id]) => {
    const team = id === null ? undefined : teams[id];
    return team ? [[side, team] as const] : [];
  });

const isEmpty = (line: object): boolean => Object.keys(line).length === 0;

function teams(game: Game): readonly Unstamped<Said>[] {
  const rosters = sidesOf(game).map(([side, { id, code, name, players }]) => ({
    kind: 'roster' as const,
    teamId: id,
    side,
    code,
    name,
    players: Object.values(players).map((player) => ({
      id: player.id,
      number: player.number,
      firstName: player.firstName,
      lastName: player.lastName,
      position: player.position,
      ...(player.code === undefined ? {} : { code: player.code }),
    })),
  }));
  const colours = sidesOf(game).flatMap(([, { id, colour }]) =>
    colour === null ? [] : [{ teamId: id, colour }],
  );
  return colours.length === 0 ? rosters : [...rosters, { kind: 'colours', colours }];
}

function score(game: Game): readonly Unstamped<Said>[] {
  const scores = Object.values(game.teams).flatMap(({ id, score: points }) =>
    points === null ? [] : [{ teamId: id, points }],
  );
  // As a summary: who of the two is right has been decided, and no other word of either outranks it.
  return scores.length === 0 ? [] : [{ kind: 'score', from: 'summary', scores }];
}

function fouls(game: Game): readonly Unstamped<Said>[] {
  const { played } = game;
  if (played === null) return [];
  return Object.values(game.teams).flatMap(({ id, fouls: count }) =>
    count === null ? [] : [periodFouls(id, played, count)],
  );
}

const periodFouls = (teamId: string, period: NonNullable<Game['played']>, count: number) => ({
  kind: 'stats' as const,
  teamId,
  period,
  from: 'summary' as const,
  team: { fouls: count },
  players: [],
});

const withoutFouls = (line: StatLine, owns: Owns): StatLine => {
  if (owns('fouls')) return line;
  const { fouls: _fouls, ...rest } = line;
  return rest;
};

function stats(game: Game, owns: Owns): readonly Unstamped<Said>[] {
  return Object.values(game.teams).flatMap((team): readonly Unstamped<Said>[] => {
    const { id, line, players, periodLines, onFloor } = team;
    const rows = Object.values(players).flatMap((player) =>
      isEmpty(player.line) ? [] : [{ playerId: player.id, line: player.line }],
    );
    const base = { kind: 'stats', teamId: id, from: 'summary' } as const;
    const whole = {
      ...base,
      team: withoutFouls(line, owns),
      players: rows,
      ...(team.efficiency.length > 0 ? { efficiency: [...team.efficiency] } : {}),
      ...(team.lineups.length > 0 ? { lineups: [...team.lineups] } : {}),
    };
    const periods = Object.entries(periodLines).map(([period, own]) => ({
      ...base,
      period: period as keyof typeof periodLines,
      team: withoutFouls(own ?? {}, owns),
      players: [],
    }));
    const five = onFloor.length > 0 ? [{ kind: 'lineup' as const, teamId: id, playerIds: [...onFloor] }] : [];
    return [...periods, whole, ...five];
  });
}

/** Zone maps of a team and of its players. */
function zones(game: Game): readonly Unstamped<Said>[] {
  const maps = Object.values(game.teams).flatMap(({ id, players, zones: ofTeam, periodZones }) => [
    { teamId: id, maps: ofTeam },
    ...Object.values(players).map((player) => ({ teamId: id, playerId: player.id, maps: player.zones })),
    ...Object.entries(periodZones).map(([period, own]) => ({
      teamId: id,
      period: period as keyof typeof periodZones,
      maps: own ?? {},
    })),
  ]);
  const said = maps.flatMap(({ maps: byType, ...whose }) =>
    Object.entries(byType).map(([type, map]) => ({
      kind: 'zones' as const,
      ...whose,
      shotType: type as keyof typeof byType,
      zones: [...map.zones],
      makes: [...map.makes],
      misses: [...map.misses],
    })),
  );
  const shots = Object.values(game.shots).map(({ atMs: _atMs, ...shot }) => ({
    ...shot,
    kind: 'shot' as const,
    deleted: false,
  }));
  return [...said, ...shots];
}

/** The shots of one game that the other does not have, taken away. */
export const withoutShotsOf = (left: Game, taken: Game): readonly Unstamped<Said>[] =>
  Object.values(left.shots)
    .filter(({ id }) => !Object.hasOwn(taken.shots, id))
    .map(({ atMs: _atMs, ...shot }) => ({ ...shot, kind: 'shot', deleted: true }));

/** Both clocks in one word, as far as they are owned: `clock` is the game whose clock it is. */
export function clocks(
  atMs: number,
  { clock, shot }: { readonly clock: Game; readonly shot: Game | null },
): readonly Unstamped<Said>[] {
  if (clock.clock === null) return [];
  const shotClock = shot?.shotClock;
  return [
    {
      kind: 'clock',
      witness: 'official',
      game: readAt(clock.clock, atMs),
      ...(shotClock === undefined ? {} : { shot: shotClock && readAt(shotClock, atMs) }),
    },
  ];
}

/** What this game says of a field; nothing of clocks (see `clocks`), nor of what is only news or comes by itself. */
export function restate(field: Field, game: Game, owns: Owns): readonly Unstamped<Said>[] {
  switch (field) {
    case 'teams':
      return teams(game);
    case 'score':
      return score(game);
    case 'period':
      return game.period === null ? [] : [{ kind: 'period', period: game.period }];
    case 'fouls':
      return fouls(game);
    case 'possession':
      return game.possession
        ? [
            {
              kind: 'possession',
              teamId: game.possession.teamId,
              startedAtMs: game.possession.sinceMs,
            },
          ]
        : [];
    case 'stats':
      return stats(game, owns);
    case 'zones':
      return zones(game);
    case 'clock':
    case 'shotClock':
    case 'positions':
    case 'plays':
      return [];
    default: {
      const never: never = field;
      return never;
    }
  }
}
