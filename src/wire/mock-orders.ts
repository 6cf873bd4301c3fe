// What a hand may order of a mock game: to begin it, to enter what happens, to correct it, to work its clock. Everything that comes over HTTP is read here.
import { z } from 'zod';
import { RULE_SETS, type RuleSetName } from '../game/rules.ts';

const side = z.enum(['home', 'away']);
const playerId = z.number().int();
const by = { side, playerId };

/** The furthest places that can be shot from, as seen from the hoop. Millimetres. */
const xMm = z.number().min(-7_650).max(7_650);
const yMm = z.number().min(-1_610).max(27_050);

/** What one player did, told by its kind alone. */
export const DEEDS = [
  'assist',
  'offensive-rebound',
  'defensive-rebound',
  'steal',
  'block',
  'turnover',
  'foul',
] as const;

/** Something that happened. A shot's place is seen from its hoop: +x right, +y to mid-court; whether it counts three follows from it. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shot'), ...by, xMm, yMm, made: z.boolean() }),
  z.strictObject({ kind: z.literal('free-throw'), ...by, made: z.boolean() }),
  z.strictObject({ kind: z.enum(DEEDS), ...by }),
  z.strictObject({ kind: z.literal('timeout'), side }),
  z.strictObject({ kind: z.literal('substitution'), side, outId: playerId, inId: playerId }),
]);
export type Entry = z.infer<typeof entrySchema>;

const text = z.string().trim().min(1).max(60);
const playerSchema = z.strictObject({
  id: z.number().int().min(1).max(2_000_000_000),
  number: z.string().regex(/^\d{1,2}$/),
  firstName: text,
  lastName: text,
  position: z.enum(['G', 'F', 'C']).default('G'),
});

/** A team of one's own; the first five start. */
export const teamSchema = z.strictObject({
  id: z.number().int().min(1).max(2_000_000_000),
  code: z.string().trim().min(1).max(5),
  name: text,
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  players: z.array(playerSchema).min(5).max(20),
});
export type TeamGiven = z.infer<typeof teamSchema>;

const rulesSchema = z.enum(RULE_SETS as readonly [RuleSetName, ...RuleSetName[]]);

export const startSchema = z.strictObject({
  do: z.literal('start'),
  /** Minutes of play, shared among the periods; `full`: as the rules have it. */
  minutes: z.union([z.literal(2), z.literal(5), z.literal(10), z.literal('full')]).default('full'),
  rules: rulesSchema.default('nba'),
  home: teamSchema.optional(),
  away: teamSchema.optional(),
});
export type Start = z.infer<typeof startSchema>;

const id = z.number().int().min(1);

/** An order to a game that has begun. */
export const playOrderSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('enter'), entry: entrySchema }),
  z.strictObject({ do: z.literal('edit'), id, entry: entrySchema }),
  z.strictObject({ do: z.literal('delete'), id }),
  z.strictObject({
    do: z.literal('clock'),
    running: z.boolean().optional(),
    remainingMs: z.number().min(0).max(3_600_000).optional(),
    /** Null switches the shot clock off. */
    shotMs: z.number().min(0).max(60_000).nullable().optional(),
  }),
  z.strictObject({ do: z.literal('period') }),
  z.strictObject({ do: z.literal('end') }),
]);
export type PlayOrder = z.infer<typeof playOrderSchema>;

export const mockOrderSchema = z.union([startSchema, playOrderSchema]);
