// Everything a feed can say about a game, in one form for all providers. What a provider does not say is absent, never zero.
//
// Ids are strings, also where a provider writes numbers. Lengths are millimetres, instants are milliseconds since 1970 on the relay's time
// line. Positions are in the court's frame: origin at the centre, x across the width, y along the length, z up (feeds/NOTES 1.5).
import { z } from 'zod';
import { fieldSchema, ownedSchema } from './owners.ts';
import { periodSchema } from './period.ts';
import { efficiencySchema, lineupLineSchema, statLineSchema } from './stat-line.ts';

const id = z.string().min(1).max(128);
const name = z.string().max(200);
/** `#rrggbb`, lower case. */
export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/);
const mm = z.number().finite();
const instant = z.number().finite();

/**
 * `seq`: the relay's own number, rising by one a message, the order in which it heard them. `atMs`: when it was true.
 * `heardMs`: when the relay heard it.
 */
const base = { seq: z.number().int(), atMs: instant, heardMs: instant };

const message = <const Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...base, ...shape });

export const playerSchema = z.object({
  id,
  /** As worn: `"00"` is not `"0"`. Null when the player wears none, or it is not known. */
  number: z.string().max(4).nullable(),
  firstName: name.nullable(),
  lastName: name.nullable(),
  /** `C`, `G`, `F` or the provider's own abbreviation. */
  position: z.string().max(8).nullable(),
  code: z.string().max(64).nullable().optional(),
});
export type Player = z.infer<typeof playerSchema>;

/** Which side a team is, its names and its players. A later one replaces names and adds or changes players; nobody is removed. */
export const rosterSchema = message('roster', {
  teamId: id,
  side: z.enum(['home', 'away']),
  code: z.string().max(64),
  name,
  players: z.array(playerSchema),
});

/** What the teams wear now. */
export const coloursSchema = message('colours', {
  colours: z.array(z.object({ teamId: id, colour: colourSchema })),
});

export const periodMessageSchema = message('period', { period: periodSchema });

/** A clock as said: truncated to `resolutionMs` by its source (1000 for whole seconds), so the truth lies in [remaining, remaining + resolution). */
export const clockSaidSchema = z.object({
  remainingMs: z.number().min(0),
  running: z.boolean(),
  resolutionMs: z.number().positive(),
});
export type ClockSaid = z.infer<typeof clockSaidSchema>;

/** Game clock and shot clock. `shot` is null when the shot clock is off, absent when nothing was said of it. */
export const clockSchema = message('clock', {
  /** `official` is the scorer's table; `tracking` rides on the positions. */
  witness: z.enum(['official', 'tracking']),
  period: periodSchema.optional(),
  game: clockSaidSchema,
  shot: clockSaidSchema.nullable().optional(),
});

/** Points by team, absolute. `summary` outranks `event` while both speak: one owner of a field. */
export const scoreSchema = message('score', {
  from: z.enum(['summary', 'event']),
  scores: z.array(z.object({ teamId: id, points: z.number().int().min(0) })),
});

/** Totals of one team and of its players: of the whole game, or of one period. Absolute; they may fall. */
export const statsSchema = message('stats', {
  teamId: id,
  /** Absent: the whole game. */
  period: periodSchema.optional(),
  from: z.enum(['summary', 'event']),
  team: statLineSchema.optional(),
  players: z.array(z.object({ playerId: id, line: statLineSchema })),
  efficiency: z.array(efficiencySchema).optional(),
  lineups: z.array(lineupLineSchema).optional(),
  /** Counts of the team in this period that were said and are known no more: words of them were missed. Said alone, with the period. */
  unknown: z.array(z.enum(['points', 'fouls'])).optional(),
});

/** One thing that happened, as the play-by-play says it: `classification` is the provider's word (THREE_POINT_MAKE, DELETED_...). */
export const playSchema = message('play', {
  id,
  classification: z.string().max(80),
  teamId: id.optional(),
  playerId: id.optional(),
  period: periodSchema.optional(),
  xMm: mm.optional(),
  yMm: mm.optional(),
});

/** One shot. The same id again replaces it; `deleted` takes it away. Places are in the hoop's frame: +y to mid-court, +x right of one who stands under the hoop and faces the court. */
export const shotSchema = message('shot', {
  id,
  teamId: id,
  playerId: id.optional(),
  made: z.boolean(),
  three: z.boolean(),
  deleted: z.boolean(),
  xMm: mm.optional(),
  yMm: mm.optional(),
  /** 1 to 14 as the feed says it; trusted over geometry. */
  zone: z.number().int().min(1).max(14).optional(),
  /** CAS, OTD, DUNK, ... */
  attributes: z.array(z.string()),
  period: periodSchema.optional(),
  distanceMm: z.number().optional(),
});

/** One zone of the 14: the feed's own text and colour, untouched; `made` and `attempted` where they can be read from it. */
export const zoneSaidSchema = z.object({
  zone: z.number().int().min(1).max(14),
  display: z.string().max(24),
  percent: z.string().max(24),
  colour: colourSchema.nullable(),
  made: z.number().int().optional(),
  attempted: z.number().int().optional(),
});
export type ZoneSaid = z.infer<typeof zoneSaidSchema>;

export const shotPlaceSchema = z.object({ xMm: mm, yMm: mm });
export type ShotPlace = z.infer<typeof shotPlaceSchema>;

/** Which shots a zone map counts: all, catch-and-shoot, off the dribble. */
export const shotTypeSchema = z.enum(['all', 'catch-and-shoot', 'off-the-dribble']);
export type ShotType = z.infer<typeof shotTypeSchema>;

/** A zone map of a team, or of one player; and for `all` the places of makes and misses where the feed gives them. */
export const zonesSchema = message('zones', {
  teamId: id,
  playerId: id.optional(),
  period: periodSchema.optional(),
  shotType: shotTypeSchema,
  zones: z.array(zoneSaidSchema),
  makes: z.array(shotPlaceSchema).optional(),
  misses: z.array(shotPlaceSchema).optional(),
});

export const bodySchema = z.object({
  id,
  /** Absent on the ball. */
  teamId: id.optional(),
  /** The body's own stamp: bodies of one frame need not share one. */
  atMs: instant,
  xMm: mm,
  yMm: mm,
  zMm: mm,
});
export type Body = z.infer<typeof bodySchema>;

/** One tracking sample: all bodies and the ball at one instant, and the clocks that came with them. */
export const frameSchema = message('frame', {
  bodies: z.array(bodySchema),
  ball: bodySchema.optional(),
  clock: z
    .object({
      gameMs: z.number().min(0).nullable(),
      shotMs: z.number().min(0).nullable(),
      running: z.boolean().nullable(),
      period: periodSchema.optional(),
    })
    .optional(),
});

/** Who has the ball. */
export const possessionSchema = message('possession', {
  teamId: id,
  startedAtMs: instant.optional(),
});

/** Who is on the floor. */
export const lineupSchema = message('lineup', { teamId: id, playerIds: z.array(id) });

/** Another game begins in the same feed: nothing that was said before is of it. */
export const beginSchema = message('begin', {});

/** Which of two feeds each field is taken from; all that changes is said whole. Never said where there is one feed. */
export const ownersMessageSchema = message('owners', { fields: z.partialRecord(fieldSchema, ownedSchema) });

/** What can be said of a feed. `connecting` never yet live; `stale` connected and silent; `lost` not connected; `ended` the game is over. */
export const feedStatusSchema = z.enum(['connecting', 'live', 'stale', 'lost', 'ended']);
export type FeedStatus = z.infer<typeof feedStatusSchema>;

export const statusSchema = message('status', {
  feed: z.string(),
  status: feedStatusSchema,
  /** One sentence for the operator; holds no secret. */
  detail: z.string().optional(),
});

export const messageSchema = z.discriminatedUnion('kind', [
  rosterSchema,
  coloursSchema,
  periodMessageSchema,
  clockSchema,
  scoreSchema,
  statsSchema,
  playSchema,
  shotSchema,
  zonesSchema,
  frameSchema,
  possessionSchema,
  lineupSchema,
  beginSchema,
  ownersMessageSchema,
  statusSchema,
]);

export type Message = z.infer<typeof messageSchema>;
export type Kind = Message['kind'];
export type MessageOf<K extends Kind> = Extract<Message, { kind: K }>;
export type Frame = MessageOf<'frame'>;
/** Everything but frames: never lost on the way to a page. */
export type Fact = Exclude<Message, Frame>;

type Unnumbered<M> = M extends Message ? Omit<M, 'seq'> : never;
/** A Message as a feed says it, before the relay has numbered it. */
export type Said = Unnumbered<Message>;
