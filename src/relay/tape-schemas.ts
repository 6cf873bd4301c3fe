// The JSON Schema of everything that is recorded: the provider's sources, and what we tell beside them.
import { z } from 'zod';
import { CHANNEL_SCHEMAS } from '../feeds/hudstats/tape-schemas.ts';
import { STREAM_SCHEMAS } from '../feeds/imgarena/tape-schemas.ts';
import { SOURCE_SCHEMAS } from '../feeds/shottracker/tape-schemas.ts';
import { faultSchema } from '../game/fault.ts';
import { feedStatusSchema } from '../game/message.ts';
import { laneSchema } from '../game/owners.ts';
import { showSchema } from '../show/show.ts';
import { type Note, OWN_TOPICS } from '../tape/tape.ts';
import type { Schemas } from '../tape/writer.ts';

const game = z.object({
  period: z.string().nullable(),
  remainingMs: z.number().nullable(),
  clock: z.string().nullable(),
});
const by = z.string().nullable();

const NOTES: Readonly<Record<Note, z.ZodType>> = {
  cue: z.looseObject({ cue: z.string(), revision: z.number(), by, game }),
  refusal: z.looseObject({ cue: z.string(), by, fault: faultSchema, game }),
  auto: z.looseObject({ is: z.string(), revision: z.number(), game }),
  fault: faultSchema.extend({ game }),
  status: z.object({ status: feedStatusSchema, detail: z.string().optional() }),
  lane: z.object({ lane: laneSchema, status: feedStatusSchema, detail: z.string().optional() }),
  show: showSchema,
  look: z.looseObject({ themes: z.array(z.unknown()), table: z.unknown() }),
};

const jsonSchema = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });

/** By topic. */
export const TAPE_SCHEMAS: Schemas = new Map([
  ...[...SOURCE_SCHEMAS].map(([source, schema]): [string, object] => [`shottracker/${source}`, schema]),
  ...[...CHANNEL_SCHEMAS].map(([channel, schema]): [string, object] => [`hudstats/${channel}`, schema]),
  ...[...STREAM_SCHEMAS].map(([stream, schema]): [string, object] => [`imgarena/${stream}`, schema]),
  ...Object.entries(NOTES).map(([note, schema]): [string, object] => [
    `${OWN_TOPICS}${note}`,
    jsonSchema(schema),
  ]),
]);
