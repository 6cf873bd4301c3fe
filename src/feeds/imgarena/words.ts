// The provider's words as its documents print them, read tolerantly: an id may be a number, a number a text, anything may be absent.
import { z } from 'zod';
import { flag, id, listOf, maybe, number, text, vitalId, vitalNumber, vitalText } from '../fields.ts';

const teamSchema = z.object({ id: vitalId, name: text, homeTeam: flag });
const playerSchema = z.object({ id: vitalId, name: text });

/** One action, in one of its versions. Source: live data scenarios, turnover. */
export const actionSchema = z.object({
  actionId: vitalId,
  fixtureId: id,
  fixtureSeqNum: number,
  fixtureActionType: text,
  fixtureActionTypeId: number,
  fixtureActionSubType: text,
  period: number,
  clockTime: text,
  timestamp: text,
  sendType: text,
  sendTypeId: number,
  team: maybe(teamSchema),
  player: maybe(playerSchema),
  metadata: z.unknown().optional(),
});
export type ActionWords = z.output<typeof actionSchema>;

/** The state of the game that comes with every action. The misspelt name is the provider's. */
export const summarySchema = z.object({
  homeTeamScore: number,
  awayTeamScore: number,
  currentPeriod: number,
  finished: flag,
  isHomeTeamInPossesion: flag,
  periods: listOf(z.object({ id: vitalNumber, type: text })),
});
export type SummaryWords = z.output<typeof summarySchema>;

export const actionPacketSchema = z.object({
  fixtureAction: maybe(actionSchema),
  fixtureSummary: maybe(summarySchema),
});

const aggregateSchema = z.object({
  action: vitalText,
  actionAggregate: vitalNumber,
  subActionAggregates: listOf(z.object({ subAction: vitalText, subActionAggregate: vitalNumber })),
});
const aggregates = listOf(aggregateSchema);
export type AggregateWords = z.output<typeof aggregateSchema>;

/** Assumed: a player's aggregates are built like his team's, under one of these names; no document prints one. */
const playerAggregatesSchema = z.object({
  player: playerSchema,
  gameActionAggregates: aggregates,
  actionAggregates: aggregates,
  aggregates,
});

/** What is counted so far, absolute. Source: Media - Live statistics. */
export const statisticsSchema = z.object({
  seqNum: number,
  finished: flag,
  fixtureId: id,
  timestamp: text,
  teamActionAggregates: listOf(
    z.object({
      team: z.object({ id: vitalId, name: text }),
      gameActionAggregates: aggregates,
      periodActionAggregates: listOf(z.object({ period: vitalNumber, aggregates })),
      playerActionAggregates: listOf(playerAggregatesSchema),
    }),
  ),
});
export type StatisticsWords = z.output<typeof statisticsSchema>;
