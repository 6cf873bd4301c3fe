// The words of the six sources that share a sequence. Source: Live Data V2; fields that only the REST siblings print are marked so.
import { z } from 'zod';
import { flag, id, listOf, maybe, number, shortText, vitalColour, vitalId, vitalText } from '../fields.ts';
import { statShape } from './stat-words.ts';

export const markerSchema = z.object({
  t: number,
  gameId: id,
  status: vitalText,
  data: maybe(z.record(z.string(), z.unknown())),
});
export type MarkerWords = z.output<typeof markerSchema>;

/** What a JERSEY_COLOR marker carries. */
export const jerseysSchema = z.object({
  facilityId: id,
  courtId: id,
  team1Id: vitalId,
  team1JerseyColor: vitalColour,
  team2Id: vitalId,
  team2JerseyColor: vitalColour,
});

/** Assumed: what a marker about a line-up carries; no document says. Players are ids, or objects that hold one. */
export const lineupMarkerSchema = z.object({
  teamId: id,
  tid: id,
  players: listOf(z.unknown()),
  playerIds: listOf(z.unknown()),
  lineup: listOf(z.unknown()),
  lineupPlayers: listOf(z.unknown()),
});

const boxStatsSchema = maybe(z.object({ ...statShape, TEAM_SCORE: number }));

export const boxScoreSchema = z.object({
  classification: vitalText,
  act: shortText,
  eid: vitalId,
  tid: id,
  st: shortText,
  sid: id,
  t: number,
  gid: id,
  stats: boxStatsSchema,
  totalStats: boxStatsSchema,
  v: number,
  pid: id,
  prd: shortText,
  px: number,
  py: number,
  hex: number,
  hey: number,
});
export type BoxScoreWords = z.output<typeof boxScoreSchema>;

export const chartSchema = z.object({
  eid: vitalId,
  t: number,
  pid: id,
  tid: vitalId,
  sid: id,
  gid: id,
  st: shortText,
  is3: flag,
  pts: number,
  px: number,
  py: number,
  pz: number,
  hx: number,
  hy: number,
  hz: number,
  /** REST sibling: the place as seen from the hoop. */
  hsx: number,
  hsy: number,
  s: shortText,
  z: number,
  az: number,
  /** Centimetres. */
  d: number,
  attributes: listOf(shortText),
  players: listOf(id),
  shotDefenders: listOf(id),
  prd: shortText,
  /** Not documented here: some corrections name themselves. */
  classification: shortText,
});
export type ChartWords = z.output<typeof chartSchema>;

const anything = z.unknown().optional();

export const possessionsSchema = z.object({
  state: shortText,
  possession: z.object({
    supervision: shortText,
    startTimestamp: number,
    teamId: vitalId,
    sessionId: id,
    gameId: id,
    lineupPlayers: listOf(id),
    opponentLineupPlayers: listOf(id),
    possessions: anything,
    stats: anything,
    responseView: anything,
  }),
});
export type PossessionsWords = z.output<typeof possessionsSchema>;

const possessionGroupSchema = z.object({
  type: vitalText,
  POSS: number,
  POSS_PCT: number,
  PTS: number,
  PPP: number,
  '2PTM': number,
  '2PTA': number,
  '2PT_PCT': number,
  '3PTM': number,
  '3PTA': number,
  '3PT_PCT': number,
  TO: number,
  TO_PCT: number,
  EFG: number,
});
export type PossessionGroup = z.output<typeof possessionGroupSchema>;

export const possessionStatsSchema = z.object({
  t: number,
  scope: shortText,
  gid: id,
  sid: id,
  st: shortText,
  tid: vitalId,
  summary: listOf(possessionGroupSchema),
});
export type PossessionStatsWords = z.output<typeof possessionStatsSchema>;

export const lineupStatsSchema = z.object({
  /** Not documented; read where it is there. */
  t: number,
  tid: vitalId,
  sid: id,
  gid: id,
  stats: maybe(
    z.object({
      FG_RATE: number,
      REB_RATE: number,
      TOTAL_POINTS_SCORED: number,
      TOTAL_POINTS_ALLOWED: number,
      TOTAL_TURNOVERS: number,
      PPP: number,
      OPPP: number,
      PLUS_MINUS: number,
    }),
  ),
  players: listOf(id),
});
export type LineupStatsWords = z.output<typeof lineupStatsSchema>;
