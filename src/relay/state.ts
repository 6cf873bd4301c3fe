// The public JSON of one instant (`GET /api/v1/state`): what is true, as graphics would show it. A field that is not known is null.
import { away, type Game, home, sideOf, type Team } from '../game/game.ts';
import type { Period } from '../game/period.ts';
import { SeenMoment } from '../show/seen-moment.ts';
import type { Moment, SampledBody } from '../time/moment.ts';
import type { FeedInfo } from '../wire/wire.ts';
import type { Standing } from './standing.ts';

type Side = 'home' | 'away';
type Place = { readonly xMm: number; readonly yMm: number; readonly zMm: number };

export type StateTeam = {
  readonly id: string;
  readonly name: string | null;
  readonly code: string | null;
  readonly score: number | null;
  readonly colour: string | null;
  readonly fouls: number | null;
};

export type StateBody = Place & {
  readonly id: string;
  /** Null for a team that is neither. */
  readonly side: Side | null;
  /** As worn, `"00"` is not `"0"`. */
  readonly number: string | null;
};

/** Of now, whatever instant was asked for. `ageMs`: since the feed last spoke. */
export type StateFeed = {
  readonly name: string;
  readonly status: FeedInfo['status'];
  readonly ageMs: number | null;
  readonly capabilities: readonly string[];
};

export type State = {
  readonly at: number;
  readonly revision: number;
  readonly period: Period | null;
  readonly clock: { readonly remainingMs: number; readonly running: boolean; readonly text: string } | null;
  /** Null while nothing was said of it; `on` is false while it is off: then it has no figures. */
  readonly shotClock: {
    readonly remainingMs: number | null;
    readonly text: string | null;
    readonly on: boolean;
  } | null;
  readonly home: StateTeam | null;
  readonly away: StateTeam | null;
  readonly bodies: readonly StateBody[];
  readonly ball: Place | null;
  readonly feed: StateFeed;
};

/** Positions are given to the millimetre and clocks to the millisecond: more would be noise. */
const place = ({ xMm, yMm, zMm }: SampledBody): Place => ({
  xMm: Math.round(xMm),
  yMm: Math.round(yMm),
  zMm: Math.round(zMm),
});

const team = (known: Team | null): StateTeam | null =>
  known && {
    id: known.id,
    name: known.name || null,
    code: known.code || null,
    score: known.score,
    colour: known.colour,
    fouls: known.fouls,
  };

function shotClock({ clock, shotClock: shot }: Moment): State['shotClock'] {
  if (shot) return { remainingMs: Math.round(shot.remainingMs), text: shot.text, on: true };
  return clock && { remainingMs: null, text: null, on: false };
}

const body = (game: Game, sampled: SampledBody): StateBody => ({
  id: sampled.id,
  side: sampled.teamId === null ? null : sideOf(game, sampled.teamId),
  number: (sampled.teamId === null ? null : game.teams[sampled.teamId]?.players[sampled.id]?.number) ?? null,
  ...place(sampled),
});

export function stateFeed({ name, status, heardMs, capabilities }: FeedInfo, nowMs: number): StateFeed {
  return {
    name,
    status,
    ageMs: heardMs === null ? null : Math.max(0, Math.round(nowMs - heardMs)),
    capabilities,
  };
}

/** The state at that instant of the relay's time line, with the operator's overrides of now. */
export function stateAt(standing: Standing, atMs: number): State {
  const show = standing.show();
  const moment = new SeenMoment().of(standing.moment(atMs), show);
  const { game, clock } = moment;
  return {
    at: Math.round(atMs),
    revision: show.revision,
    period: game.period,
    clock: clock && { remainingMs: Math.round(clock.remainingMs), running: clock.running, text: clock.text },
    shotClock: shotClock(moment),
    home: team(home(game)),
    away: team(away(game)),
    bodies: moment.bodies.slice(0, moment.bodyCount).map((sampled) => body(game, sampled)),
    ball: moment.ball && place(moment.ball),
    feed: stateFeed(standing.feed(), standing.now()),
  };
}
