// Where a value comes from: for each field that can be overridden, what the feed says, what follows from other things it says, and what the operator says; each with its age.
import { away, type Game, home, type Team } from '../game/game.ts';
import { saidOf } from '../game/said.ts';
import { agrees, fieldValue, type Said } from './field-value.ts';
import { OVERRIDES, type Override } from './overrides.ts';

/** A value, and the instant at which it was last said; null for the instant when nobody knows it. */
export type ToldValue = { readonly value: unknown; readonly atMs: number | null };

/** `shown`: whose value is on air. `agree`: the feed says at this instant what the operator says. */
export type Provenance = {
  readonly feed: ToldValue | null;
  readonly derived: ToldValue | null;
  readonly operator: Override | null;
  readonly shown: 'feed' | 'derived' | 'operator' | null;
  readonly agree: boolean;
};

/** Under what the feed's own word for a field is kept. Null: no feed has one. */
function saidUnder(field: string, team: Team | null): string | null {
  const name = field.split('.')[1];
  if (field === 'period' || field === 'clock' || field === 'shotClock') return field;
  if (!team) return null;
  if (name === 'score') return saidOf('score', team.id);
  if (name === 'fouls') return saidOf('stats', team.id);
  if (name === 'colour') return saidOf('colour', team.id);
  return name === 'name' || name === 'code' ? saidOf('roster', team.id) : null;
}

const teamOf = (game: Game, field: string): Team | null =>
  field.startsWith('home.') ? home(game) : field.startsWith('away.') ? away(game) : null;

/** The points and fouls of the players, added up; null where one of them is not known. */
function added(team: Team, name: 'points' | 'fouls'): number | null {
  const lines = Object.values(team.players).map(({ line }) => line[name]);
  const known = lines.filter((value) => value !== undefined);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/**
 * What follows from other things that the feed says. Score: the team's points in the box score, else its players' added up. Fouls of this period are
 * always derived, from totals, unless the feed gives the period's own line.
 */
function derivedValue(game: Game, field: string, team: Team | null): ToldValue | null {
  const name = field.split('.')[1];
  if (!team || (name !== 'score' && name !== 'fouls')) return null;
  const atMs = game.said[saidOf('stats', team.id)] ?? null;
  if (name === 'score') {
    const value = team.line.points ?? added(team, 'points');
    return value === null ? null : { value, atMs };
  }
  const ownLine = game.period !== null && team.periodLines[game.period]?.fouls !== undefined;
  return ownLine || team.fouls === null ? null : { value: team.fouls, atMs };
}

/** One field, by a Moment without overrides. */
export function provenanceOf(
  said: Said,
  overrides: Readonly<Record<string, Override>>,
  field: string,
): Provenance {
  const { game } = said;
  const team = teamOf(game, field);
  const value = fieldValue(said, field);
  const derived = derivedValue(game, field, team);
  const isDerived = field.endsWith('.fouls') && derived !== null;
  const under = saidUnder(field, team);
  const feed =
    value === null || isDerived ? null : { value, atMs: under === null ? null : (game.said[under] ?? null) };
  const operator = (Object.hasOwn(overrides, field) ? overrides[field] : undefined) ?? null;
  return {
    feed,
    derived,
    operator,
    shown: operator ? 'operator' : feed ? 'feed' : isDerived ? 'derived' : null,
    agree: operator !== null && agrees(said, field, operator.value),
  };
}

/** Every field that can be overridden, and the players' that are; by field. */
export const provenance = (
  said: Said,
  overrides: Readonly<Record<string, Override>>,
): Readonly<Record<string, Provenance>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(OVERRIDES), ...Object.keys(overrides)])].map((field) => [
      field,
      provenanceOf(said, overrides, field),
    ]),
  );
