// The tapes that a relay has at hand, as its pages list them: what each is, and why one cannot be served by the rehearsal server.
import { z } from 'zod';
import { RULE_SETS } from '../game/rules.ts';

/** One tape of the shelf. What nobody has said of it is null. */
export const shelvedTapeSchema = z.object({
  /** Its name: that of its file, without a folder. */
  tape: z.string(),
  bytes: z.number().int(),
  /** When its file was written last, milliseconds since 1970. */
  writtenMs: z.number(),
  /** When it begins, milliseconds since 1970, and for how long it plays; not known of a tape that was not ended. */
  beganMs: z.number().nullable(),
  lastsMs: z.number().nullable(),
  rules: z.enum(RULE_SETS).nullable(),
  /** `RIV Riverton Herons` */
  home: z.string().nullable(),
  away: z.string().nullable(),
  /** The provider's id of its game. */
  game: z.string().nullable(),
  /** A sentence: `a simulated game`. */
  what: z.string().nullable(),
  /** Why the rehearsal server cannot play it: `it holds words of …`; null where it can. */
  trouble: z.string().nullable(),
});
export type ShelvedTape = Readonly<z.infer<typeof shelvedTapeSchema>>;

/** What `GET /api/v1/rehearsal/tapes` answers: the tape that was written last comes first. */
export const shelfSchema = z.object({ tapes: z.array(shelvedTapeSchema).readonly() });
