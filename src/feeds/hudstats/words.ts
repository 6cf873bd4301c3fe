// The words of HudStats LiveData as they may come. What its documents leave open is tolerated: ids and numbers in either form, anything absent or null.
// Source: HudStats LiveData, Channel responses and Incidents.
import { z } from 'zod';
import {
  flag,
  id,
  listOf,
  maybe,
  number,
  shortText,
  text,
  vitalId,
  vitalNumber,
  vitalText,
} from '../fields.ts';

/** The common response; a greeting has nothing but its version. `payload` stays as it came: each channel has its own. */
export const responseSchema = z.object({
  version: shortText,
  status: shortText,
  publishedAt: number,
  id,
  channel: shortText,
  action: shortText,
  fixture: id,
  payload: z.unknown().optional(),
});

/** What every payload says beside its own (which is absent before there is any): of which sport, from whom, and whether it was played before. */
export const marksSchema = z.object({
  sportName: shortText,
  sourceData: shortText,
  replay: flag,
  message: text,
});
export type Marks = z.output<typeof marksSchema>;

const teamSchema = z.object({ id: vitalId, name: text, lineup: listOf(vitalId), logo: text });
export type TeamWords = z.output<typeof teamSchema>;

const playerSchema = z.object({ id, name: text, team: shortText });

/** `fulltimeStatistics` is sport specific and not documented: it stays on the tape. */
export const teamsSchema = z.object({
  teams: maybe(
    z.object({
      home: maybe(teamSchema),
      away: maybe(teamSchema),
      players: maybe(z.record(z.string(), maybe(playerSchema))),
    }),
  ),
});
export type TeamsWords = NonNullable<z.output<typeof teamsSchema>['teams']>;

const sideScoreSchema = z.object({ matchScore: number, fixtureScore: number });

/** The document prints `home` twice and no `away`: words without an `away` say nothing of either. */
export const scoreSchema = z.object({
  score: maybe(
    z.object({
      home: sideScoreSchema,
      away: sideScoreSchema,
      currentMatchNumber: number,
      matchEnded: flag,
      fixtureEnded: flag,
    }),
  ),
});
export type ScoreWords = NonNullable<z.output<typeof scoreSchema>['score']>;

const bodySchema = z.object({
  id: vitalId,
  team: shortText,
  position: maybe(z.object({ x: vitalNumber, y: vitalNumber, z: number })),
});

/** `sportSpecific` and `stats` are not documented for basketball: they stay on the tape. */
export const inGameSchema = z.object({
  inGame: maybe(z.object({ time: number, paused: flag, players: listOf(bodySchema) })),
});
export type InGameWords = NonNullable<z.output<typeof inGameSchema>['inGame']>;

/** Before the first there is none. `value` of a period may be a number or a text. */
export const incidentSchema = z.object({
  incident: maybe(
    z.object({
      name: vitalText,
      time: number,
      period: maybe(z.object({ type: shortText, value: shortText })),
      payload: maybe(z.object({ team: shortText, type: shortText, 'timeout-number': number })),
    }),
  ),
});
export type IncidentWords = NonNullable<z.output<typeof incidentSchema>['incident']>;
