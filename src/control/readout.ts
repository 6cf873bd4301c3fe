// What the feed says at one instant, as texts and figures for the operator: without overrides, so that he sees what he overrules.
import { away, type Game, home, sideOf, type Team } from '../game/game.ts';
import type { Period } from '../game/period.ts';
import type { OverrideField } from '../show/overrides.ts';
import type { Moment } from '../time/moment.ts';

export type Side = 'home' | 'away';

export type TeamReadout = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly colour: string | null;
  readonly score: number | null;
  readonly fouls: number | null;
  readonly timeouts: number | null;
};

/** Null is what the feed has not said. `nowMs`: the relay's instant, to the second. */
export type Readout = {
  readonly nowMs: number;
  readonly period: Period | null;
  readonly clock: string | null;
  readonly running: boolean;
  readonly shotClock: string | null;
  readonly home: TeamReadout | null;
  readonly away: TeamReadout | null;
  readonly possession: Side | null;
  readonly arrow: Side | null;
};

export const noReadout: Readout = {
  nowMs: 0,
  period: null,
  clock: null,
  running: false,
  shotClock: null,
  home: null,
  away: null,
  possession: null,
  arrow: null,
};

const SECOND_MS = 1000;

const teamReadout = (team: Team | null): TeamReadout | null =>
  team && {
    id: team.id,
    name: team.name,
    code: team.code,
    colour: team.colour,
    score: team.score,
    fouls: team.fouls,
    timeouts: team.timeouts,
  };

/** Reads a moment; the instant is cut to whole seconds, so that a page has nothing to draw when nothing is new. */
export function readMoment({ game, clock, shotClock }: Moment, nowMs: number): Readout {
  return {
    nowMs: Math.floor(nowMs / SECOND_MS) * SECOND_MS,
    period: game.period,
    clock: clock?.text ?? null,
    running: clock?.running ?? false,
    shotClock: shotClock?.text ?? null,
    home: teamReadout(home(game)),
    away: teamReadout(away(game)),
    possession: sideOf(game, game.possession?.teamId),
    arrow: sideOf(game, game.arrow ?? undefined),
  };
}

/** The same texts and figures: there is nothing to draw anew. */
export const isSame = <T extends Readout | readonly PlayerChoice[]>(a: T, b: T): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What the feed says of a field that can be overridden; null where it says nothing. */
export function feedValue(readout: Readout, field: OverrideField): unknown {
  if (field === 'period') return readout.period;
  if (field === 'arrow') return readout.arrow;
  const [side, name] = field.split('.') as [Side, keyof TeamReadout];
  return readout[side]?.[name] ?? null;
}

/** A player as the form of a graphic offers him. */
export type PlayerChoice = { readonly id: string; readonly label: string };

/** All players of both teams, by team and number. */
export const playersOf = (game: Game): readonly PlayerChoice[] =>
  [away(game), home(game)].flatMap((team) =>
    Object.values(team?.players ?? {})
      .map(({ id, number, firstName, lastName }) => ({
        id,
        label: [team?.code, number, firstName, lastName].filter(Boolean).join(' '),
      }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
  );
