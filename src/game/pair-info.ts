// What an operator sees of two feeds: who owns what, what each says, how far apart they are in time and in value, and what is to be decided.
import { z } from 'zod';
import { feedStatusSchema } from './message.ts';
import { fieldSchema, laneSchema, matchSchema } from './owners.ts';

const laneInfoSchema = z.object({
  lane: laneSchema,
  name: z.string(),
  status: feedStatusSchema,
  detail: z.string().optional(),
  heardMs: z.number().nullable(),
});

/**
 * One field in both feeds, as a person reads it. `agree`: null where it cannot be told. `behindMs`: how much later the backup said what both have said;
 * negative: main did. `askedFor`: the field would go there, and the two disagree.
 */
const fieldInfoSchema = z.object({
  field: fieldSchema,
  owner: laneSchema,
  wanted: laneSchema,
  falls: z.enum(['itself', 'hand']),
  main: z.string().nullable(),
  backup: z.string().nullable(),
  agree: z.boolean().nullable(),
  behindMs: z.number().nullable(),
  down: z.boolean(),
  askedFor: laneSchema.nullable(),
});
export type FieldInfo = z.infer<typeof fieldInfoSchema>;

const personSchema = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof personSchema>;
const pairOfPeople = z.object({ backup: personSchema, main: personSchema.nullable() });

/** Who is who: by the `same` ids, or by a table to be confirmed. `of`: whom a player of the backup may be. */
const matchInfoSchema = z.object({
  same: z.boolean(),
  confirmed: z.boolean(),
  proposed: matchSchema,
  teams: z.array(pairOfPeople),
  players: z.array(pairOfPeople),
  of: z.array(personSchema),
});
export type MatchInfo = z.infer<typeof matchInfoSchema>;

/** `match` is null while one of the two has not named both teams. */
export const pairInfoSchema = z.object({
  feeds: z.array(laneInfoSchema),
  fields: z.array(fieldInfoSchema),
  match: matchInfoSchema.nullable(),
});
export type PairInfo = z.infer<typeof pairInfoSchema>;
