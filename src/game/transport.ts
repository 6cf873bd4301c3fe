// How a recorded game is played: what can be asked of its player, and how that stands. Instants of the recording are milliseconds since 1970 as it was recorded.
import { z } from 'zod';
import { courseSchema } from './course.ts';

/** So many times as fast, forwards or (negative) backwards. */
export const RATES = { slowest: 0.1, fastest: 50 };
/** Before an event that is gone to, so that it is seen to happen. Milliseconds. */
export const EVENT_LEAD_MS = 2_000;
/** A step goes by pictures of this many a second where nobody says otherwise: tracking's own. */
export const STEP_FPS = 25;
/** The shortest loop. Milliseconds. */
export const SHORTEST_LOOP_MS = 200;

const rateSchema = z
  .number()
  .refine((rate) => Math.abs(rate) >= RATES.slowest && Math.abs(rate) <= RATES.fastest, {
    message: `${RATES.slowest} to ${RATES.fastest}, or as much below 0`,
  });
const instantSchema = z.number().min(0).describe("The recording's own time, milliseconds since 1970");

/** One order to the player. */
export const orderSchema = z.discriminatedUnion('do', [
  z
    .strictObject({ do: z.literal('play'), rate: rateSchema.optional() })
    .describe('On, at the rate that was set last or at this one'),
  z.strictObject({ do: z.literal('pause') }),
  z.strictObject({ do: z.literal('toggle') }).describe('Play or pause'),
  z.strictObject({ do: z.literal('rate'), rate: rateSchema }).describe('Negative: backwards'),
  z
    .strictObject({ do: z.literal('seek'), to: z.union([instantSchema, z.string().max(64)]) })
    .describe(
      'To an instant of the recording, or to one in words: "Q3 4:12" on the game clock, "+1:30" after its beginning, "-60s" before its end',
    ),
  z.strictObject({ do: z.literal('skip'), byMs: z.number() }).describe('So far on, or back'),
  z
    .strictObject({ do: z.literal('event'), by: z.union([z.literal(1), z.literal(-1)]) })
    .describe('To just before the next event, or the one before'),
  z
    .strictObject({
      do: z.literal('step'),
      frames: z.number().int().min(-250).max(250),
      fps: z.number().min(1).max(240).optional(),
    })
    .describe('Stands, so many pictures on or back'),
  z
    .strictObject({
      do: z.literal('mark'),
      which: z.enum(['in', 'out']),
      atMs: instantSchema.nullable().optional(),
    })
    .describe('Where it is now; or there; null takes it away'),
  z.strictObject({ do: z.literal('loop'), on: z.boolean() }).describe('Round and round between the marks'),
]);
export type Order = z.infer<typeof orderSchema>;

/** How the player stands. Its position is `gameAt(course, now) - offsetMs`. */
export const transportSchema = z.object({
  status: z.enum(['playing', 'paused', 'ended', 'reading']),
  /** At which it plays, or would. */
  rate: z.number(),
  course: courseSchema,
  /** The game's time less the recording's. */
  offsetMs: z.number(),
  /** Name of the file, and what it is in a sentence where that is known. */
  file: z.string(),
  what: z.string().optional(),
  fromMs: z.number(),
  toMs: z.number(),
  /** What is known of it reaches up to here. */
  readMs: z.number(),
  inMs: z.number().nullable(),
  outMs: z.number().nullable(),
  loop: z.boolean(),
});
export type TransportInfo = z.infer<typeof transportSchema>;
