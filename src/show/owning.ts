// Cues about two feeds of one game: whose a field should be, whether it falls by itself, and who is who in the two.
import { z } from 'zod';
import { FIELDS, fieldSchema, laneSchema, matchSchema, type Owners, UNCHOSEN } from '../game/owners.ts';
import type { Granted } from './grant.ts';
import type { Show } from './show.ts';

/** `field`: one, or all of them. What is not named stays as it was. A feed that is named gets the field at once, whatever the two say. */
const ownerCueSchema = z.strictObject({
  cue: z.literal('owner'),
  field: z.union([fieldSchema, z.literal('all')]),
  feed: laneSchema.optional(),
  falls: z.enum(['itself', 'hand']).optional(),
});

/** The backup's ids on the left, main's on the right. Empty: nobody is known to be anybody. */
const matchCueSchema = z.strictObject({ cue: z.literal('match'), ...matchSchema.shape });

export const owningCues = [ownerCueSchema, matchCueSchema] as const;

/** A field, or all of them, given to a feed. */
export function giveTo(show: Show, { field, feed, falls }: z.infer<typeof ownerCueSchema>): Granted {
  const owners: Owners = { ...show.owners };
  for (const one of field === 'all' ? FIELDS : [field]) {
    const before = owners[one] ?? UNCHOSEN;
    owners[one] = { feed: feed ?? before.feed, falls: falls ?? before.falls };
  }
  return { show: { ...show, owners } };
}

/** Who is who from now on. */
export const matched = (show: Show, { teams, players }: z.infer<typeof matchCueSchema>): Granted => ({
  show: { ...show, match: { teams, players } },
});
