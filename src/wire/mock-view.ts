// The mock game as a page shows it: its table, both teams, what was entered, and where clients attach.
import { z } from 'zod';
import { entrySchema } from './mock-orders.ts';

const side = z.enum(['home', 'away']);

const playerSchema = z.object({
  id: z.number(),
  number: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  position: z.string(),
  onFloor: z.boolean(),
  points: z.number(),
  fouls: z.number(),
});
export type MockPlayer = Readonly<z.infer<typeof playerSchema>>;

const teamSchema = z.object({
  side,
  id: z.number(),
  code: z.string(),
  name: z.string(),
  colour: z.string(),
  score: z.number(),
  fouls: z.number(),
  players: z.array(playerSchema).readonly(),
});
export type MockTeam = Readonly<z.infer<typeof teamSchema>>;

const tableSchema = z.object({
  period: z.string(),
  remainingMs: z.number(),
  running: z.boolean(),
  /** Null: off. */
  shotMs: z.number().nullable(),
});
export type MockTable = Readonly<z.infer<typeof tableSchema>>;

/** What was entered, and what stood on the board then. */
const enteredSchema = z.object({
  id: z.number(),
  entry: entrySchema,
  mark: z.object({ period: z.string(), gameMs: z.number() }),
});
export type MockEntered = Readonly<z.infer<typeof enteredSchema>>;

const gameSchema = z.object({
  id: z.string(),
  over: z.boolean(),
  rules: z.string(),
  table: tableSchema,
  /** Home first. */
  teams: z.array(teamSchema).readonly(),
  /** The oldest first. */
  entries: z.array(enteredSchema).readonly(),
  /** For the signed call that gives a token; and a whole address to listen at, with a token of its own. */
  subscribePath: z.string(),
  webSocketPath: z.string(),
});
export type MockGameView = Readonly<z.infer<typeof gameSchema>>;

/** `game` is null before the first. */
export const mockViewSchema = z.object({ game: gameSchema.nullable() });
export type MockView = Readonly<z.infer<typeof mockViewSchema>>;
