// What the texts of each stream look like, as JSON Schema: on every tape, for tools that know nothing of us.
import { z } from 'zod';
import { actionPacketSchema, statisticsSchema } from './words.ts';

/** By stream. Source: Media - Live statistics. */
export const STREAM_SCHEMAS: ReadonlyMap<string, object> = new Map(
  Object.entries({ actions: actionPacketSchema, statistics: statisticsSchema }).map(([stream, schema]) => [
    stream,
    { title: stream, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' }) },
  ]),
);
