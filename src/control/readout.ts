// What the feed says at one instant, as texts and figures for the operator: without overrides, so that he sees what he overrules.
import { away, type Game, home, type PlayerInGame, sideOf, type Team } from '../game/game.ts';
import type { Period } from '../game/period.ts';
import type { OverrideField } from '../show/overrides.ts';
import { markedBy, outageMs } from '../show/policy.ts';
import type { Show } from '../show/show.ts';
import type { Moment, Stale } from '../time/moment.ts';

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
  readonly shotRunning: boolean;
  readonly home: TeamReadout | null;
  readonly away: TeamReadout | null;
  readonly possession: Side | null;
  readonly arrow: Side | null;
  /** For how long no feed has spoken, in whole seconds; 0 while one does. And what the operator's policies make of it. */
  readonly outageS: number;
  readonly stale: Stale;
};

export const noReadout: Readout = {
  nowMs: 0,
  period: null,
  clock: null,
  running: false,
  shotClock: null,
  shotRunning: false,
  home: null,
  away: null,
  possession: null,
  arrow: null,
  outageS: 0,
  stale: {},
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
export function readMoment({ game, clock, shotClock }: Moment, nowMs: number, stale: Stale = {}): Readout {
  return {
    nowMs: Math.floor(nowMs / SECOND_MS) * SECOND_MS,
    period: game.period,
    clock: clock?.text ?? null,
    running: clock?.running ?? false,
    shotClock: shotClock?.text ?? null,
    shotRunning: shotClock?.running ?? false,
    home: teamReadout(home(game)),
    away: teamReadout(away(game)),
    possession: sideOf(game, game.possession?.teamId),
    arrow: sideOf(game, game.arrow ?? undefined),
    outageS: Math.floor(outageMs(game, nowMs) / SECOND_MS),
    stale,
  };
}

/** What is stale at a moment, by the operator's policies. */
export const staleAt = ({ game, atMs }: Pick<Moment, 'game' | 'atMs'>, show: Show | null): Stale =>
  (show && markedBy(show, game, atMs)) ?? {};

/** The same texts and figures: there is nothing to draw anew. */
export const isSame = <T extends object>(a: T, b: T): boolean => JSON.stringify(a) === JSON.stringify(b);

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

/** One player on a team's sheet, as the feed has him. */
export type SheetPlayer = { readonly id: string; readonly number: string; readonly name: string };

/** A team as the feed has it. */
export type TeamSheet = {
  readonly side: Side;
  readonly name: string;
  readonly code: string;
  readonly colour: string | null;
  readonly players: readonly SheetPlayer[];
};

const sheetPlayer = ({ id, number, firstName, lastName }: PlayerInGame): SheetPlayer => ({
  id,
  number: number ?? '',
  name: [firstName, lastName].filter(Boolean).join(' '),
});

/** Both teams' sheets, the guests first, players by number. */
export const teamSheets = (game: Game): readonly TeamSheet[] =>
  (['away', 'home'] as const).flatMap((side) => {
    const team = (side === 'home' ? home : away)(game);
    if (!team) return [];
    const players = Object.values(team.players)
      .map(sheetPlayer)
      .sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }) || a.id.localeCompare(b.id));
    return [{ side, name: team.name, code: team.code, colour: team.colour, players }];
  });
