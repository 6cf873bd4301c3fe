// The operator's values over the feed's: which fields can be overridden, and a Game with them applied. Each names where it came from.
import { z } from 'zod';
import { away, type Game, home, type Team } from '../game/game.ts';
import { colourSchema } from '../game/message.ts';
import { periodSchema } from '../game/period.ts';

const sides = ['home', 'away'] as const;
type Side = (typeof sides)[number];

/** The fields that can be overridden, with what each takes. `arrow` is the possession arrow. */
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
} as const;
export type OverrideField = keyof typeof OVERRIDES;

export const isOverrideField = (field: string): field is OverrideField => Object.hasOwn(OVERRIDES, field);

/** `sinceMs`: the relay's instant of the cue. */
export const overrideSchema = z.object({ value: z.unknown(), sinceMs: z.number() });
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
  return next;
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
