// Who sits at a desk, as its page says over its link: the relay then holds the page to it, whatever its cues say of themselves.
import { z } from 'zod';

/** An `observer` changes nothing. */
const ROLES = ['operator', 'observer'] as const;

/** The header in which a page sends that name with all else that it posts; header names have no case. */
export const PAGE_HEADER = 'courtside-page';

/** `page`: a name that the page made up for itself and sends with its cues. `who`: the operator's own name; empty for nobody's. */
export const seatSchema = z.object({
  page: z.string().min(1).max(64),
  role: z.enum(ROLES),
  who: z.string().max(64),
});
export type Seat = z.infer<typeof seatSchema>;
