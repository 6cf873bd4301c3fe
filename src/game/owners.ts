// Two feeds of one game: what is owned, by whom, and what an operator may decide of it. One owner a field, always.
import { z } from 'zod';

/** The feed that a show runs on, and the one that it falls back on. */
export const LANES = ['main', 'backup'] as const;
export const laneSchema = z.enum(LANES);
export type Lane = z.infer<typeof laneSchema>;
export const otherLane = (lane: Lane): Lane => (lane === 'main' ? 'backup' : 'main');

/**
 * What one feed owns at a time. `teams`: names, players and colours, and so by whose ids the game goes. `stats`: box scores and who is on the floor;
 * `zones`: zones and single shots; `fouls`: team fouls of the period.
 */
export const FIELDS = [
  'teams',
  'score',
  'period',
  'clock',
  'shotClock',
  'fouls',
  'possession',
  'stats',
  'zones',
  'positions',
  'plays',
] as const;
export const fieldSchema = z.enum(FIELDS);
export type Field = z.infer<typeof fieldSchema>;

/** Who owns a field now. `downMs`: since when that feed is not there, and nobody has taken over. */
export const ownedSchema = z.object({ feed: laneSchema, downMs: z.number().optional() });
export type Owned = z.infer<typeof ownedSchema>;

/** Whose a field should be, and whether it falls to the other (and comes back) by itself, or by the operator's hand alone. */
export const ownerChoiceSchema = z.object({ feed: laneSchema, falls: z.enum(['itself', 'hand']) });
export type OwnerChoice = z.infer<typeof ownerChoiceSchema>;

/** By field; one that is not named is main's, and falls by itself. */
export const ownersSchema = z.partialRecord(fieldSchema, ownerChoiceSchema);
export type Owners = z.infer<typeof ownersSchema>;
export const UNCHOSEN: OwnerChoice = { feed: 'main', falls: 'itself' };

const MOST_PLAYERS = 128;
const idsSchema = z.record(z.string().min(1).max(128), z.string().min(1).max(128));

/** Who is who: the backup's ids on the left, main's on the right. One that is not named is nobody whom main knows. */
export const matchSchema = z.object({
  teams: idsSchema.refine((ids) => Object.keys(ids).length <= 2, 'two teams at most'),
  players: idsSchema.refine((ids) => Object.keys(ids).length <= MOST_PLAYERS, 'a game has fewer players'),
});
export type Match = z.infer<typeof matchSchema>;
