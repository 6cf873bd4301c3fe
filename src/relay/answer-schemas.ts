// What the control API answers, as schemas: of how things stand, of the log, of fields, of a cue that is done.
import { z } from 'zod';
import { faultSchema } from '../game/fault.ts';
import { pairInfoSchema } from '../game/pair-info.ts';
import { countedFaultSchema, sourceInfoSchema } from '../wire/wire.ts';
import { stateFeedSchema } from './state.ts';

const figure = z.number().nullable();

/** What `GET /api/v1/health` answers. */
export const healthSchema = z.object({
  ok: z.boolean().describe('The feed is live, no output lags, and what should be recorded is'),
  pair: pairInfoSchema.optional().describe('Of two feeds: who owns what; absent where there is one'),
  feed: stateFeedSchema.extend({
    offset: z.object({ offsetMs: z.number(), errorMs: z.number() }).nullable(),
  }),
  outputs: z.array(
    z.object({
      name: z.string(),
      lagging: z.boolean().describe('It has missed its beats'),
      silentMs: z.number().describe('Since its last beat'),
      paintedRevision: figure,
      fps: figure,
      delayMs: figure,
      tally: z
        .enum(['program', 'preview', 'off'])
        .nullable()
        .describe('In its host, as that says; null where none does: then it is merely open'),
      renderer: z.string().nullable(),
      visible: z.boolean().nullable(),
      lateMs: figure,
      offsetMs: figure,
      offsetErrorMs: figure,
    }),
  ),
  tape: z
    .object({
      file: z.string(),
      bytes: z.number(),
      recording: z.boolean(),
      detail: z.string().optional(),
      freeBytes: z.number().optional().describe('Left on its disk'),
    })
    .nullable(),
  sources: z
    .array(sourceInfoSchema)
    .describe('What the feed says, by source; the rate is of the last five seconds'),
  relay: z.object({
    startedMs: z.number().describe('Milliseconds since 1970'),
    loopLagMs: z.number().describe('How late it got to its work at worst within ten seconds'),
    revision: z.number().int().describe('Of the show'),
  }),
  faults: z.array(countedFaultSchema).describe('The newest first'),
  version: z.string(),
});

/** What `GET /api/v1/log` answers. */
export const logSchema = z.object({
  entries: z.array(
    z.object({
      n: z.number().int(),
      atMs: z.number().describe('Relay time, milliseconds since 1970'),
      kind: z.enum(['cue', 'auto', 'refusal', 'fault', 'status']),
      period: z.string().nullable(),
      remainingMs: figure,
      clock: z.string().nullable(),
      by: z.string().nullable(),
      revision: z.number().int().nullable(),
      what: z.string(),
      times: z.number().int(),
      cue: z.unknown().optional(),
      fault: faultSchema.optional(),
    }),
  ),
});

const told = z.object({ value: z.unknown(), atMs: figure }).nullable();

/** What `GET /api/v1/fields` answers. */
export const fieldsSchema = z.object({
  at: z.number(),
  revision: z.number().int(),
  fields: z.record(
    z.string(),
    z.object({
      feed: told,
      derived: told,
      operator: z
        .object({
          value: z.unknown(),
          sinceMs: z.number(),
          until: z.literal('agrees').optional(),
          by: z.string().optional(),
        })
        .nullable(),
      shown: z.enum(['feed', 'derived', 'operator']).nullable(),
      agree: z.boolean(),
    }),
  ),
});

/** What a cue that is done is answered with. */
export const grantedSchema = z.object({
  revision: z.number().int(),
  kept: z.literal(false).optional().describe('The cue is done, and could not be written to the disk in time'),
});
