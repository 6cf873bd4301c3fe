// What a game tells by its figures: suggestions for a graphics operator, each with the graphic that would tell it. Pure; a correction unsays what it unmakes.
import { visitBaskets } from './baskets.ts';
import { droughtOf, type FieldGoalClock, playedMs } from './field-goal-clock.ts';
import { away, type Game, home, type PlayerInGame, type Team } from './game.ts';
import { madeRows } from './hot-hand.ts';
import type { Rules } from './rules.ts';
import type { StatLine } from './stat-line.ts';
import { percentOf, reboundsOf } from './stat-word.ts';
import { zonePlace } from './zones.ts';

export const STORY_RULES = ['run', 'streak', 'zone', 'drought', 'night'] as const;
export type StoryRule = (typeof STORY_RULES)[number];

/**
 * `id` stays while the story lasts, whatever its figures become. `weight`: the heavier, the better; comparable between rules. `sinceMs`: the instant at which it
 * began to be one, null for not known. `graphic` and `options`: by the ids of the catalogue; whoever cues them has them checked there.
 */
export type Story = {
  readonly id: string;
  readonly rule: StoryRule;
  readonly words: string;
  readonly weight: number;
  readonly sinceMs: number | null;
  readonly graphic: string;
  readonly options: Readonly<Record<string, string>>;
};

/** What it takes to be a story. Points; makes; attempts, per cent and points of per cent; milliseconds of play; times the mean of the team-mates. */
export const LEAST = {
  run: 8,
  streak: 4,
  zone: { attempts: 5, percent: 60, above: 20 },
  droughtMs: 180_000,
  night: { times: 2.5, mates: 4, points: 18, rebounds: 10, assists: 8 },
} as const;

/** What stories are read from. `clock`: what the game clock says, null for nothing. */
export type Told = {
  readonly game: Game;
  readonly rules: Rules;
  readonly clock: { readonly remainingMs: number } | null;
  readonly fieldGoals: FieldGoalClock;
};

/** All stories of a game at an instant, the best first. */
export function storiesOf(told: Told): readonly Story[] {
  const { game } = told;
  const sides = [
    { side: 'home', team: home(game), other: away(game) },
    { side: 'away', team: away(game), other: home(game) },
  ] as const;
  return sides
    .flatMap(({ side, team, other }): readonly Story[] =>
      team === null
        ? []
        : [
            ...run(game, team, other),
            ...streaks(game, team, side),
            ...zones(game, team, side),
            ...drought(told, team),
            ...nights(team, side),
          ],
    )
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

type Side = 'home' | 'away';

const nameOf = ({ number, lastName, firstName }: PlayerInGame): string =>
  [number === null ? '' : `#${number}`, lastName ?? firstName ?? ''].filter(Boolean).join(' ');

const playerLine = (side: Side, player: string, stats: string) =>
  ({ graphic: 'player-line', options: { side, player, stats } }) as const;

/** Points of one team while the other has none. */
function run({ plays }: Game, team: Team, other: Team | null): readonly Story[] {
  if (other === null) return [];
  let points = 0;
  let firstMs = 0;
  let firstId = '';
  let isEnded = false;
  visitBaskets(plays, (basket) => {
    isEnded = basket.teamId === other.id;
    if (basket.teamId !== team.id) return !isEnded;
    points += basket.points;
    firstMs = basket.atMs;
    firstId = basket.id;
    return true;
  });
  // Where no basket of the other's is known, the run is whole only when it has none at all.
  const isWhole = isEnded || (other.score === 0 && team.score === points);
  const rose = other.scoreChange;
  const isMissed = rose !== null && other.score !== null && rose.before < other.score && rose.atMs > firstMs;
  if (points < LEAST.run || !isWhole || isMissed) return [];
  return [
    {
      id: `run ${team.id} ${firstId}`,
      rule: 'run',
      words: `${team.code}: a ${points}-0 run`,
      weight: 40 + 3 * points,
      sinceMs: firstMs,
      graphic: 'team-comparison',
      options: { rows: 'all' },
    },
  ];
}

/** Makes in a row. */
function streaks({ shots }: Game, team: Team, side: Side): readonly Story[] {
  return [...madeRows(shots)].flatMap(([playerId, { count, first }]): readonly Story[] => {
    const player = team.players[playerId];
    if (!player || first.teamId !== team.id || count < LEAST.streak) return [];
    return [
      {
        id: `streak ${playerId} ${first.id}`,
        rule: 'streak',
        words: `${team.code} ${nameOf(player)}: ${count} makes in a row`,
        weight: 40 + 6 * count,
        sinceMs: first.atMs,
        ...playerLine(side, playerId, 'shooting'),
      },
    ];
  });
}

/** A zone from which one player hits far more than his team does. */
function zones({ shots }: Game, team: Team, side: Side): readonly Story[] {
  const usual = percentOf(team.line.fieldGoalsMade, team.line.fieldGoalsAttempted);
  if (usual === null) return [];
  return Object.values(team.players).flatMap((player) =>
    (player.zones.all?.zones ?? []).flatMap(({ zone, made, attempted }): readonly Story[] => {
      const percent = percentOf(made, attempted);
      const { attempts, percent: least, above } = LEAST.zone;
      if (percent === null || (attempted ?? 0) < attempts) return [];
      if (percent < least || percent - usual < above) return [];
      const own = Object.values(shots).filter((shot) => shot.playerId === player.id && shot.zone === zone);
      const place = (zonePlace(zone) ?? `zone ${zone}`).replaceAll('-', ' ');
      return [
        {
          id: `zone ${player.id} ${zone}`,
          rule: 'zone',
          words: `${team.code} ${nameOf(player)}: ${made} of ${attempted} from ${place}`,
          weight: 30 + (percent - usual) / 2 + 2 * (attempted ?? 0),
          sinceMs: own.length > 0 ? Math.max(...own.map(({ atMs }) => atMs)) : null,
          graphic: 'shot-chart',
          options: { side, player: player.id },
        },
      ];
    }),
  );
}

const minutesText = (ms: number): string => {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Time of play without a field goal. */
function drought({ game, rules, clock, fieldGoals }: Told, team: Team): readonly Story[] {
  const played = clock && playedMs(rules, game.period, clock.remainingMs);
  const found = played === null ? null : droughtOf(fieldGoals, game, team.id, played);
  if (!found || found.lastsMs < LEAST.droughtMs) return [];
  const { after, lastsMs, isWhole } = found;
  return [
    {
      id: `drought ${team.id} ${after ?? 'start'}`,
      rule: 'drought',
      words: `${team.code}: no field goal for ${isWhole ? '' : 'at least '}${minutesText(lastsMs)} of play`,
      weight: 30 + lastsMs / 6_000,
      sinceMs: null,
      graphic: 'team-comparison',
      options: { rows: 'shooting' },
    },
  ];
}

const COUNTS = {
  points: ({ points }) => points,
  rebounds: reboundsOf,
  assists: ({ assists }) => assists,
} as const satisfies Readonly<Record<string, (line: StatLine) => number | undefined>>;

/** A player far above what his team-mates have on average: of those of whom the feed counts it. */
function nights(team: Team, side: Side): readonly Story[] {
  const players = Object.values(team.players);
  return (Object.keys(COUNTS) as (keyof typeof COUNTS)[]).flatMap((what) =>
    players.flatMap((player): readonly Story[] => {
      const own = COUNTS[what](player.line);
      const others = players.flatMap((mate) => (mate === player ? [] : (COUNTS[what](mate.line) ?? [])));
      if (own === undefined || own < LEAST.night[what] || others.length < LEAST.night.mates) return [];
      const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
      if (own < LEAST.night.times * mean) return [];
      return [
        {
          id: `night ${player.id} ${what}`,
          rule: 'night',
          words: `${team.code} ${nameOf(player)}: ${own} ${what}, team-mates ${mean.toFixed(1)} on average`,
          weight: 35 + 1.2 * own,
          sinceMs: null,
          ...playerLine(side, player.id, what === 'points' ? 'scoring' : 'all-round'),
        },
      ];
    }),
  );
}
