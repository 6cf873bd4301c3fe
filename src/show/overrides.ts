// The operator's values over the feed's: which fields can be overridden, and a Game with them applied. Each names where it came from.
import { z } from 'zod';
import { away, type Game, home, type PlayerInGame, type Team } from '../game/game.ts';
import { colourSchema } from '../game/message.ts';
import { periodSchema } from '../game/period.ts';

const sides = ['home', 'away'] as const;
type Side = (typeof sides)[number];

/** No period is longer than this, in milliseconds. */
const MAX_CLOCK_MS = 3_600_000;

/** A clock as the operator set it: what it said at the instant `atMs` of the picture. Held, or running from there. */
export const setClockSchema = z.object({
  remainingMs: z.number().min(0).max(MAX_CLOCK_MS),
  running: z.boolean(),
  atMs: z.number(),
});
export type SetClock = z.infer<typeof setClockSchema>;

/** The fields that can be overridden, with what each takes. `arrow` is the possession arrow; a `shotClock` of null is off. */
export const OVERRIDES = {
  'home.score': z.number().int().min(0).max(999),
  'away.score': z.number().int().min(0).max(999),
  'home.fouls': z.number().int().min(0).max(99),
  'away.fouls': z.number().int().min(0).max(99),
  'home.timeouts': z.number().int().min(0).max(9),
  'away.timeouts': z.number().int().min(0).max(9),
  'home.name': z.string().max(80),
  'away.name': z.string().max(80),
  'home.code': z.string().max(8),
  'away.code': z.string().max(8),
  'home.colour': colourSchema,
  'away.colour': colourSchema,
  period: periodSchema,
  arrow: z.enum(sides).nullable(),
  clock: setClockSchema,
  shotClock: setClockSchema.nullable(),
} as const;
export type OverrideField = keyof typeof OVERRIDES;

const isOverrideField = (field: string): field is OverrideField => Object.hasOwn(OVERRIDES, field);

/**
 * Fields that each player has: `number.ID` is what he wears; `player.ID` is the id of the one who he really is, and whose name, number and position he then
 * shows (two that were swapped take two overrides). His stats stay where the feed keeps them.
 */
const PLAYER_OVERRIDES = {
  number: z.string().max(4).nullable(),
  player: z.string().min(1).max(128),
} as const;
const PLAYER_FIELD = /^(number|player)\.(.{1,128})$/s;

/** Whom and what a field of a player names; null for every other field. */
export function playerField(field: string): { readonly of: 'number' | 'player'; readonly id: string } | null {
  const [, of, id] = PLAYER_FIELD.exec(field) ?? [];
  return id === undefined ? null : { of: of as 'number' | 'player', id };
}

/** What a field takes; null when there is no such field. */
export function valueSchemaOf(field: string): z.ZodType | null {
  if (isOverrideField(field)) return OVERRIDES[field];
  const player = playerField(field);
  return player && PLAYER_OVERRIDES[player.of];
}

/** The most fields that are overridden at once. */
export const MOST_OVERRIDES = 128;

/** `sinceMs`: the relay's instant of the cue; `until`: released by itself when the feed agrees; `by`: who it was. */
export const overrideSchema = z.object({
  value: z.unknown(),
  sinceMs: z.number(),
  until: z.literal('agrees').optional(),
  by: z.string().optional(),
});
export type Override = z.infer<typeof overrideSchema>;

const TEAM_FIELDS = ['score', 'fouls', 'timeouts', 'name', 'code', 'colour'] as const;

/** The game as the operator wants it seen. The same object when nothing is overridden. */
export function withOverrides(game: Game, overrides: Readonly<Record<string, Override>>): Game {
  if (Object.keys(overrides).length === 0) return game;
  let next = game;
  for (const side of sides) next = withTeamOverrides(next, side, overrides);
  const period = overrides.period && OVERRIDES.period.safeParse(overrides.period.value);
  if (period?.success) next = { ...next, period: period.data };
  const arrow = overrides.arrow && OVERRIDES.arrow.safeParse(overrides.arrow.value);
  if (arrow?.success)
    next = { ...next, arrow: arrow.data === null ? null : arrow.data === 'home' ? next.homeId : next.awayId };
  return withSetClocks(withPlayerOverrides(next, overrides), overrides);
}

/** A clock as the operator set it; undefined where he has not, null where he turned it off. */
export function setClock(
  overrides: Readonly<Record<string, Override>>,
  field: 'clock' | 'shotClock',
): SetClock | null | undefined {
  const held = overrides[field];
  return held && OVERRIDES[field].safeParse(held.value).data;
}

function withSetClocks(game: Game, overrides: Readonly<Record<string, Override>>): Game {
  const clock = setClock(overrides, 'clock');
  const shotClock = setClock(overrides, 'shotClock');
  if (!clock && shotClock === undefined) return game;
  return {
    ...game,
    ...(clock ? { clock: { ...clock, resolutionMs: 1 } } : {}),
    ...(shotClock === undefined ? {} : { shotClock: shotClock && { ...shotClock, resolutionMs: 1 } }),
  };
}

/** Who somebody really is, by the game as the feed has it; then what he wears. */
function withPlayerOverrides(game: Game, overrides: Readonly<Record<string, Override>>): Game {
  const fields = Object.keys(overrides).filter((field) => playerField(field) !== null);
  if (fields.length === 0) return game;
  const players = Object.values(game.teams).flatMap((team) => Object.values(team.players));
  const seen = (player: PlayerInGame): PlayerInGame => {
    const is = PLAYER_OVERRIDES.player.safeParse(overrides[`player.${player.id}`]?.value);
    const other = is.success ? players.find(({ id }) => id === is.data) : undefined;
    const shown = other
      ? {
          number: other.number,
          firstName: other.firstName,
          lastName: other.lastName,
          position: other.position,
          code: other.code,
        }
      : {};
    const wears = overrides[`number.${other?.id ?? player.id}`] ?? overrides[`number.${player.id}`];
    const number = wears && PLAYER_OVERRIDES.number.safeParse(wears.value);
    return other || number?.success
      ? { ...player, ...shown, ...(number?.success ? { number: number.data } : {}) }
      : player;
  };
  const teams = Object.fromEntries(
    Object.entries(game.teams).map(([id, team]): [string, Team] => [
      id,
      {
        ...team,
        players: Object.fromEntries(Object.entries(team.players).map(([key, player]) => [key, seen(player)])),
      },
    ]),
  );
  return { ...game, teams };
}

function withTeamOverrides(game: Game, side: Side, overrides: Readonly<Record<string, Override>>): Game {
  const team = side === 'home' ? home(game) : away(game);
  if (!team) return game;
  const changed: Record<string, unknown> = {};
  for (const field of TEAM_FIELDS) {
    const held = overrides[`${side}.${field}`];
    if (!held) continue;
    const value = OVERRIDES[`${side}.${field}`].safeParse(held.value);
    if (!value.success) continue;
    changed[field] = value.data;
    if (field === 'colour') changed.colourFixed = true;
    if (field === 'score' && team.score !== null && team.score !== value.data)
      changed.scoreChange = { before: team.score, atMs: held.sinceMs };
    if (field === 'fouls' && team.fouls !== null && team.fouls !== value.data)
      changed.foulsChange = { before: team.fouls, atMs: held.sinceMs };
  }
  if (Object.keys(changed).length === 0) return game;
  return { ...game, teams: { ...game.teams, [team.id]: { ...team, ...changed } as Team } };
}
