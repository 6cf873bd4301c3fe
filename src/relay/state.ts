// The public JSON of one instant (`GET /api/v1/state`): what is true, as graphics would show it. A field that is not known is null.
import { z } from 'zod';
import { away, type Game, home, sideOf, type Team } from '../game/game.ts';
import { feedStatusSchema } from '../game/message.ts';
import { type Period, periodSchema } from '../game/period.ts';
import { SeenMoment } from '../show/seen-moment.ts';
import type { Moment, SampledBody } from '../time/moment.ts';
import type { FeedInfo } from '../wire/wire.ts';
import type { Standing } from './standing.ts';

const placeSchema = z.object({ xMm: z.number(), yMm: z.number(), zMm: z.number() });
type Place = z.infer<typeof placeSchema>;

const teamSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  score: z.number().nullable(),
  colour: z.string().nullable(),
  fouls: z.number().nullable(),
});
export type StateTeam = z.infer<typeof teamSchema>;

const bodySchema = placeSchema.extend({
  id: z.string(),
  side: z.enum(['home', 'away']).nullable().describe('Null for a team that is neither'),
  number: z.string().nullable().describe('As worn: "00" is not "0"'),
});
export type StateBody = z.infer<typeof bodySchema>;

export const stateFeedSchema = z.object({
  name: z.string(),
  status: feedStatusSchema,
  ageMs: z.number().nullable().describe('Since the feed last spoke'),
  capabilities: z.array(z.string()),
});
/** Of now, whatever instant was asked for. */
export type StateFeed = z.infer<typeof stateFeedSchema>;

/** What `GET /api/v1/state` answers. */
export const stateSchema = z.object({
  at: z.number(),
  revision: z.number().int(),
  period: z.custom<Period>((value) => periodSchema.safeParse(value).success).nullable(),
  clock: z.object({ remainingMs: z.number(), running: z.boolean(), text: z.string() }).nullable(),
  shotClock: z
    .object({ remainingMs: z.number().nullable(), text: z.string().nullable(), on: z.boolean() })
    .nullable()
    .describe('Null while nothing was said of it; while it is not on it has no figures'),
  home: teamSchema.nullable(),
  away: teamSchema.nullable(),
  bodies: z.array(bodySchema),
  ball: placeSchema.nullable(),
  feed: stateFeedSchema,
});
export type State = z.infer<typeof stateSchema>;

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
    capabilities: [...capabilities],
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
    feed: stateFeed(standing.feed(), standing.gameNow()),
  };
}
