// What a relay and its pages say of a rehearsal: the server that stands in for the provider, the faults that are on, and what the relay listens to.
import { z } from 'zod';

/** What the rehearsal server plays and needs nothing for: a game entered by hand, or a simulated one. */
export const PLAYS = ['mock', 'simulator'] as const;

/** The name of a tape of the shelf. */
const tape = z.string().min(1).max(255);
export type Play =
  | { readonly play: (typeof PLAYS)[number] }
  | { readonly play: 'tape'; readonly tape: string };

/** A fault on purpose that is on. `untilMs`: relay time, to the second; null: until it is taken off. */
export const onPurposeSchema = z.object({
  fault: z.string(),
  source: z.string(),
  by: z.enum(['hand', 'script']),
  untilMs: z.number().nullable(),
});
export type OnPurpose = Readonly<z.infer<typeof onPurposeSchema>>;

/** The rehearsal server that this relay runs. */
export const rehearsalSchema = z.object({
  play: z.enum([...PLAYS, 'tape']),
  /** The tape that it plays; absent where it plays none. */
  tape: tape.optional(),
  /** Where clients on this machine attach: the signed calls, and the WebSocket without its token. */
  calls: z.string(),
  live: z.string(),
  /** Who may sign those calls. */
  account: z.object({ username: z.string(), secret: z.string() }),
  /** The game that is offered last; null before the first. */
  game: z.string().nullable(),
  onPurpose: z.array(onPurposeSchema).readonly(),
});
export type RehearsalInfo = Readonly<z.infer<typeof rehearsalSchema>>;

/** What the relay listens to: the feed it was started with, a game of the provider's schedule, or its own rehearsal server. */
export const listeningSchema = z.object({
  to: z.enum(['main', 'game', 'rehearsal']),
  /** The game that was asked for; null where none was named. */
  game: z.string().nullable(),
  /** The name of the feed it was started with. */
  main: z.string(),
});
export type Listening = Readonly<z.infer<typeof listeningSchema>>;

/** Asks to listen to something else. `onAir`: also while graphics are on program. */
export const listenSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('main'), onAir: z.boolean().optional() }),
  z.strictObject({ to: z.literal('rehearsal'), onAir: z.boolean().optional() }),
  z.strictObject({
    to: z.literal('game'),
    game: z.string().trim().min(1).max(200),
    /** Whose game; ShotTracker's where it is not said. */
    of: z.enum(['shottracker', 'hudstats']).optional(),
    onAir: z.boolean().optional(),
  }),
]);
export type Listen = Readonly<z.infer<typeof listenSchema>>;

const start = z.literal('start');
/** Asks for a rehearsal server, or for its end. */
export const rehearseSchema = z.discriminatedUnion('do', [
  z.discriminatedUnion('play', [
    z.strictObject({ do: start, play: z.enum(PLAYS) }),
    z.strictObject({ do: start, play: z.literal('tape'), tape }),
  ]),
  z.strictObject({ do: z.literal('stop') }),
]);
export type Rehearse = Readonly<z.infer<typeof rehearseSchema>>;

const faultOnSchema = z.object({
  fault: z.string(),
  source: z.string(),
  share: z.number().optional(),
  ms: z.number().optional(),
  points: z.number().optional(),
  by: z.enum(['hand', 'script']),
  /** How long it has been on, and is on still; null: until it is taken off. */
  forMs: z.number(),
  leftMs: z.number().nullable(),
});
export type FaultOn = Readonly<z.infer<typeof faultOnSchema>>;

/** The board of faults: which there are and what each does, on which sources, which are on, and how many a script has still to come. */
export const faultBoardSchema = z.object({
  faults: z.record(z.string(), z.string()),
  sources: z.array(z.string()).readonly(),
  active: z.array(faultOnSchema).readonly(),
  coming: z.number().int(),
});
export type FaultBoardView = Readonly<z.infer<typeof faultBoardSchema>>;
