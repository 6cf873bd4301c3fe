// What goes with a cue: who wishes it, for which state of the show, and under which key, so that it is done once.
import { z } from 'zod';

/** The longest key. Characters. */
const MAX_KEY_CHARS = 128;
export const keySchema = z.string().min(1).max(MAX_KEY_CHARS);

/**
 * Beside the fields of the cue itself. `by`: the operator's name. `role`: an observer's cues are refused. `ifRevision`: refused unless the show still is of that
 * revision. `id`: a key; the same one again is answered as before and done once.
 */
export const askedSchema = z.object({
  by: z.string().min(1).max(64).optional(),
  role: z.enum(['operator', 'observer']).optional(),
  /** The page that it comes from, as it named itself over its link: an observer's page is refused. */
  page: z.string().min(1).max(64).optional(),
  ifRevision: z.number().int().min(0).optional(),
  id: keySchema.optional(),
});
export type Asked = z.infer<typeof askedSchema>;
