// A take that waits: what is in preview goes to air at the instant at which an event is seen on an output.
import { z } from 'zod';
import { COMING_KINDS } from './foresight.ts';

/** An event that is held, `heardMs` the relay's instant since when: it is taken on when the output plays `atMs`, and never before it was heard. */
const heldSchema = z.object({ id: z.string(), atMs: z.number(), heardMs: z.number() });

/**
 * `on`: the kind of event; `event`: that very one and no other, by its id. `held` is null while the feed has not told of one that is not seen yet. `fromMs`:
 * events up to that instant had been seen when it was armed.
 */
export const armedSchema = z.object({
  on: z.enum(COMING_KINDS),
  event: z.string().nullable(),
  output: z.string(),
  sinceMs: z.number(),
  fromMs: z.number(),
  by: z.string().optional(),
  held: heldSchema.nullable(),
});
export type Armed = z.infer<typeof armedSchema>;

export const armCueSchema = z.strictObject({
  cue: z.literal('arm'),
  on: z.enum(COMING_KINDS),
  /** This very event and no other; by the id that foresight gives it. */
  event: z.string().min(1).max(200).optional(),
  output: z.string().min(1).max(64).optional(),
});
export type ArmCue = z.infer<typeof armCueSchema>;
