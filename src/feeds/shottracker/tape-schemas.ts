// What each source's texts look like, as JSON Schema: on every tape, for tools that know nothing of us.
import { z } from 'zod';
import {
  boxScoreSchema,
  chartSchema,
  lineupStatsSchema,
  markerSchema,
  possessionStatsSchema,
  possessionsSchema,
} from './event-words.ts';
import { clockSchema, locationSchema } from './live-words.ts';
import type { Source } from './sources.ts';
import { summarySchema } from './summary-words.ts';

const DATA: Readonly<Record<Source, z.ZodType>> = {
  marker: markerSchema,
  boxscorestatsv2: boxScoreSchema,
  chart: chartSchema,
  possessions: possessionsSchema,
  possessionstats: possessionStatsSchema,
  lineupstats: lineupStatsSchema,
  broadcastsummary: summarySchema,
  location: locationSchema,
  clock: clockSchema,
};

/** By source. Source: Live Data V2, Message shape. */
export const SOURCE_SCHEMAS: ReadonlyMap<string, object> = new Map(
  Object.entries(DATA).map(([source, data]) => {
    const shape = z
      .looseObject({ type: z.string(), source: z.string(), seq: z.int(), data })
      .partial()
      .meta({ title: source });
    return [source, z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'ref' })];
  }),
);
