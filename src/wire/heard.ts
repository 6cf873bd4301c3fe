// What passes between a relay and a provider, as a viewer of the feed is told it: the words beside what was made of them, and what was wrong with them.
import { z } from 'zod';
import { faultSchema } from '../game/fault.ts';

/** The words of one text that a viewer is told, in characters; what is longer is cut off there. */
export const WORDS_CHARS = 64 * 1024;

/** One text, as it came (`in`) or went (`out`), without secrets. `n` counts on without gaps: a gap in it was not told. */
export const heardSchema = z.object({
  n: z.number().int(),
  way: z.enum(['in', 'out']),
  /** Relay instant. */
  atMs: z.number(),
  source: z.string(),
  /** Length in characters before anything was cut off. */
  chars: z.number().int(),
  text: z.string(),
  /** The Messages that were made of it. */
  said: z.array(z.looseObject({ kind: z.string() })).readonly(),
  faults: z.array(faultSchema).readonly(),
});
export type Heard = Readonly<z.infer<typeof heardSchema>>;

/** What the socket of a viewer says: some of what was heard, in its order. `life` is another after the relay was started again: then `n` begins anew. */
export const heardBatchSchema = z.object({ life: z.number(), heard: z.array(heardSchema).readonly() });
export type HeardBatch = Readonly<z.infer<typeof heardBatchSchema>>;
