// The words of `broadcastsummary`: every field that is documented at the level game_stats, and the periods of the fuller levels.
// Source: Live Data V2, broadcastsummary.
import { z } from 'zod';
import type { Period } from '../../game/period.ts';
import { display, flag, id, listOf, maybe, number, shortText, text, vitalId } from '../fields.ts';
import { statShape } from './stat-words.ts';

const zoneSchema = z.object({
  DISPLAY: display,
  PCT_DISPLAY: display,
  R: number,
  G: number,
  B: number,
  /** Not documented: an entry that says which zone it is, is believed over its place in the list. */
  zone: number,
});
export type ZoneWords = z.output<typeof zoneSchema>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Assumed: a zone map is a list in the order of the zones; one keyed by their numbers is read too. */
const listByNumber = (value: unknown): unknown =>
  isRecord(value)
    ? Object.entries(value).map(([zone, entry]) => (isRecord(entry) ? { zone, ...entry } : entry))
    : value;
const zoneMapSchema = z.preprocess(listByNumber, listOf(zoneSchema));

/** Assumed: a place is `[x, y, peak, angle, depth, velocity]` or an object with `x` and `y`; both are read. */
const shotPlacesSchema = listOf(z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]));

const shotsShape = {
  shots: zoneMapSchema,
  cas_shots: zoneMapSchema,
  otd_shots: zoneMapSchema,
  shot_locations: maybe(z.object({ make: shotPlacesSchema, miss: shotPlacesSchema })),
};

const lineupSchema = z.object({
  player_ids: listOf(id),
  PLUS_MINUS: number,
  TOTAL_POINTS_SCORED: number,
  TOTAL_POINTS_ALLOWED: number,
});

/** Loose: the fields by kind of possession (`TRANSITION_PPP`) are named after kinds that no document lists. */
const teamRowSchema = z.looseObject({
  team_id: vitalId,
  consumer_code: shortText,
  team_name: text,
  ...statShape,
  ...shotsShape,
  lineup_stats: listOf(lineupSchema),
});
export type TeamRow = z.output<typeof teamRowSchema>;

const seasonSchema = z.object({ FT: number, FTA: number, FT_FRACTION: display, FT_PCT_DISPLAY: display });

const playerRowSchema = z.object({
  /** 0 is the team's own row. */
  player_id: vitalId,
  consumer_code: shortText,
  /** -1 on the team's row. Text where the provider tells "00" from "0". */
  jersey_number: shortText,
  first_name: text,
  last_name: text,
  position_abbr: shortText,
  sensor: shortText,
  on_the_floor: flag,
  ...statShape,
  ...shotsShape,
  season_stats: maybe(seasonSchema),
});
export type PlayerRow = z.output<typeof playerRowSchema>;

const sideSchema = z.object({ team: maybe(teamRowSchema), players: listOf(playerRowSchema) });
export type SideWords = z.output<typeof sideSchema>;

const statsSchema = maybe(
  z.object({ reference: shortText, home: maybe(sideSchema), away: maybe(sideSchema) }),
);
export type StatsWords = NonNullable<z.output<typeof statsSchema>>;

const PERIOD_PARTS = [
  ['half_1_stats', 'H1'],
  ['half_2_stats', 'H2'],
  ['quarter_1_stats', 'Q1'],
  ['quarter_2_stats', 'Q2'],
  ['quarter_3_stats', 'Q3'],
  ['quarter_4_stats', 'Q4'],
  ['ot_1_stats', 'OT1'],
  ['ot_2_stats', 'OT2'],
  ['ot_3_stats', 'OT3'],
  ['ot_4_stats', 'OT4'],
  ['ot_5_stats', 'OT5'],
  ['ot_6_stats', 'OT6'],
] as const satisfies readonly (readonly [string, Period])[];

export type SummaryPart = 'game_stats' | (typeof PERIOD_PARTS)[number][0];
/** Each part of a summary, and the period it counts; none for the whole game. */
export const SUMMARY_PARTS: readonly (readonly [SummaryPart, Period | undefined])[] = [
  ['game_stats', undefined],
  ...PERIOD_PARTS,
];

const partShape = Object.fromEntries(SUMMARY_PARTS.map(([part]) => [part, statsSchema])) as Record<
  SummaryPart,
  typeof statsSchema
>;

export const summarySchema = z.object({
  at: number,
  at_formatted: text,
  period: shortText,
  reference: shortText,
  ...partShape,
});
export type SummaryWords = z.output<typeof summarySchema>;
