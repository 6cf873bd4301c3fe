// What the relay and its pages say to each other, in JSON over one WebSocket. The version rises with every change that an older page could not read.
import { z } from 'zod';
import { faultSchema } from '../game/fault.ts';
import type { Game } from '../game/game.ts';
import type { Fact, Frame } from '../game/message.ts';
import { pairInfoSchema } from '../game/pair-info.ts';
import type { RULE_SETS } from '../game/rules.ts';
import type { TransportInfo } from '../game/transport.ts';
import { showSchema } from '../show/show.ts';
import { HISTORY_MS } from '../time/timeline.ts';
import { hostsInfoSchema, hostTallySchema, obsWitnessSchema } from './hosts.ts';
import type { Look } from './look.ts';
import { preflightMarkSchema } from './preflight.ts';
import { listeningSchema, rehearsalSchema } from './rehearsal.ts';
import { seatSchema } from './seat.ts';

export const WIRE_VERSION = 3;
/** How often a page says what it has painted, in milliseconds. */
export const BEAT_MS = 500;
/** The longest message a page may send, in bytes. */
export const MAX_UP_BYTES = 64 * 1024;

/** What a page has painted, as of one beat. Relay time for `instantMs`. */
export const paintedSchema = z.object({
  /** Revision of the Show that stands in the picture; -1 before the first paint. */
  revision: z.number().int(),
  /** Highest `seq` of a fact that stands in the picture. */
  seq: z.number().int(),
  /** The instant that was drawn. */
  instantMs: z.number(),
  /** Ticks a second since the last beat, and the worst lateness of one, in milliseconds. */
  fps: z.number(),
  lateMs: z.number(),
  delayMs: z.number(),
  renderer: z.enum(['webgl', 'webgl-software', 'canvas', 'none']),
  visible: z.boolean(),
  /** What OBS has told the page of its source; absent in every other host. */
  obs: obsWitnessSchema.optional(),
  contextsLost: z.number().int(),
  /** Offset to the relay's clock and its uncertainty, in milliseconds. */
  offsetMs: z.number(),
  offsetErrorMs: z.number(),
  /** Graphics in the picture, by id. */
  graphics: z.array(z.string().max(64)).max(32),
  /** Scenes that threw, and what they said. */
  faults: z.array(faultSchema).max(8),
});
export type Painted = z.infer<typeof paintedSchema>;

/** A page's first words. An `output` paints a bus, a `desk` watches. */
export const helloSchema = z.object({
  type: z.literal('hello'),
  version: z.number().int(),
  role: z.enum(['output', 'desk']),
  name: z.string().min(1).max(64),
  bus: z.enum(['program', 'preview']),
  /** How far back the page wants history, in milliseconds. */
  historyMs: z.number().min(0).max(HISTORY_MS),
  /** Who sits there; of a desk alone. */
  seat: seatSchema.optional(),
});
export type Hello = z.infer<typeof helloSchema>;

/** A page's heartbeat: `sentMs` is its own clock, given back with the relay's two stamps. */
export const beatSchema = z.object({
  type: z.literal('beat'),
  sentMs: z.number(),
  painted: paintedSchema.nullable(),
});

/** Asks for history further back, as when a delay has grown. */
export const historySchema = z.object({
  type: z.literal('history'),
  historyMs: z.number().min(0).max(HISTORY_MS),
});

/** Somebody else sits there now, or in another role. */
export const sitSchema = z.object({ type: z.literal('sit'), seat: seatSchema });

export const upSchema = z.discriminatedUnion('type', [helloSchema, beatSchema, historySchema, sitSchema]);
export type Up = z.infer<typeof upSchema>;

const capability = z.string();

export const feedInfoSchema = z.object({
  name: z.string(),
  status: z.enum(['connecting', 'live', 'stale', 'lost', 'ended']),
  detail: z.string().optional(),
  /** Relay instant of the last words heard; null before the first. */
  heardMs: z.number().nullable(),
  /** What it can say; what it has really said since the relay began. */
  capabilities: z.array(capability),
  told: z.array(capability),
  /** What must not be taken for a live, official game: `replay`, `unofficial`. Absent for nothing. */
  marks: z.array(z.string()).optional(),
  /** The provider's clock against the relay's; null where its words carry no stamps. */
  offset: z.object({ offsetMs: z.number(), errorMs: z.number() }).nullable(),
  /** A tape is being played or a game simulated: marked on every page, never on program. */
  rehearsal: z.boolean(),
});
export type FeedInfo = z.infer<typeof feedInfoSchema>;

export const outputInfoSchema = z.object({
  name: z.string(),
  role: z.enum(['output', 'desk']),
  bus: z.enum(['program', 'preview']),
  painted: paintedSchema.nullable(),
  /** The page has missed its beats. */
  lagging: z.boolean(),
  connectedMs: z.number(),
  /** Relay instant of its last beat, or of its connection. */
  beatMs: z.number(),
  /** What its host says of it; absent where none does: then it is merely open. */
  tally: hostTallySchema.optional(),
  /** Who sits at a desk; absent where the page does not say. */
  seat: seatSchema.omit({ page: true }).optional(),
});
export type OutputInfo = z.infer<typeof outputInfoSchema>;

/** `id` names its kind, for `GET /api/v1/faults/ID/raw`; `hasRaw`: the words in which it was found last are kept there. */
export const countedFaultSchema = z.object({
  id: z.string(),
  fault: faultSchema,
  count: z.number(),
  lastMs: z.number(),
  hasRaw: z.boolean(),
});
export type CountedFault = z.infer<typeof countedFaultSchema>;

/** One kind of a feed's words. `rateHz`: of the last five seconds. `gaps`: how often a source that speaks regularly fell silent, and for how long at worst. */
export const sourceInfoSchema = z.object({
  name: z.string(),
  count: z.number().int(),
  heardMs: z.number(),
  rateHz: z.number(),
  gaps: z.number().int(),
  longestGapMs: z.number(),
});
export type SourceInfo = z.infer<typeof sourceInfoSchema>;

/** How things stand, for desks: sent on change, at most twice a second. */
export const healthSchema = z.object({
  feed: feedInfoSchema,
  /** Of two feeds: who owns what. Absent where there is one. */
  pair: pairInfoSchema.optional(),
  outputs: z.array(outputInfoSchema),
  faults: z.array(countedFaultSchema),
  tape: z
    .object({
      file: z.string(),
      bytes: z.number(),
      recording: z.boolean(),
      detail: z.string().optional(),
      /** Left on its disk; absent while not known. */
      freeBytes: z.number().optional(),
    })
    .nullable(),
  /** What the feed says, by source. */
  sources: z.array(sourceInfoSchema),
  /** OBS and vMix; absent where neither is looked for, and for outputs. */
  hosts: hostsInfoSchema.optional(),
  /** Of each output that had a pre-flight, the last; absent for none. */
  preflights: z.array(preflightMarkSchema).optional(),
  /** Absent while the relay cannot say. */
  listening: listeningSchema.optional(),
  /** Absent while no rehearsal server runs. */
  rehearsal: rehearsalSchema.optional(),
  /** The relay itself: since when it runs; how late it got to its work at worst within ten seconds; how often its log has changed. */
  relay: z.object({
    version: z.string(),
    startedMs: z.number(),
    loopLagMs: z.number(),
    logChanges: z.number().int(),
  }),
});
export type Health = z.infer<typeof healthSchema>;

/** A graphic as a desk sees it: its form is JSON Schema made from the options' zod. */
export const graphicInfoSchema = z.object({
  id: z.string(),
  name: z.string(),
  layer: z.string(),
  /** What it cannot do without, and what a part of it needs. */
  needs: z.array(z.string()),
  uses: z.array(z.string()),
  schema: z.record(z.string(), z.unknown()),
  defaults: z.record(z.string(), z.unknown()),
});
export type GraphicInfo = z.infer<typeof graphicInfoSchema>;

/** The history from `game` (what was true at its start) through `facts` and `frames`, and how things stand now. */
export type Snapshot = {
  readonly type: 'snapshot';
  readonly version: number;
  readonly relayMs: number;
  readonly rules: (typeof RULE_SETS)[number];
  readonly show: z.infer<typeof showSchema>;
  readonly look: Look;
  readonly game: Game;
  readonly facts: readonly Fact[];
  readonly frames: readonly PackedFrame[];
  readonly graphics: readonly GraphicInfo[];
  readonly health: Health;
  /** How a tape is played; absent where none is. */
  readonly transport?: TransportInfo;
};

/** What a relay says to its pages. */
export type Down =
  | Snapshot
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | { readonly type: 'frame'; readonly frame: PackedFrame }
  | { readonly type: 'show'; readonly show: z.infer<typeof showSchema> }
  | { readonly type: 'look'; readonly look: Look }
  | { readonly type: 'transport'; readonly transport: TransportInfo }
  | { readonly type: 'health'; readonly health: Health }
  | {
      readonly type: 'echo';
      readonly sentMs: number;
      readonly receivedMs: number;
      readonly answeredMs: number;
    }
  | { readonly type: 'refused'; readonly fault: z.infer<typeof faultSchema> };

/**
 * A Frame in as few bytes as JSON allows: [seq, atMs, heardMs, clock or 0, ball or 0, ...bodies]; clock is [gameMs, shotMs, running, period or 0], a body is
 * [id, teamId or 0, atMs minus the frame's, x, y, z]. Rounded to millimetres and tenths of milliseconds.
 */
export type PackedFrame = readonly [number, number, number, PackedClock | 0, PackedBody | 0, ...PackedBody[]];
type PackedClock = readonly [number | null, number | null, boolean | null, string | 0];
type PackedBody = readonly [string, string | 0, number, number, number, number];

const tenth = (ms: number): number => Math.round(ms * 10) / 10;

/** Packs a Frame for the wire. */
export function packFrame({ seq, atMs, heardMs, bodies, ball, clock }: Frame): PackedFrame {
  const pack = (b: Frame['bodies'][number]): PackedBody => [
    b.id,
    b.teamId ?? 0,
    tenth(b.atMs - atMs),
    Math.round(b.xMm),
    Math.round(b.yMm),
    Math.round(b.zMm),
  ];
  const packedClock: PackedClock | 0 = clock
    ? [clock.gameMs, clock.shotMs, clock.running, clock.period ?? 0]
    : 0;
  return [seq, tenth(atMs), tenth(heardMs), packedClock, ball ? pack(ball) : 0, ...bodies.map(pack)];
}

/** The Frame that was packed, to the millimetre. */
export function unpackFrame([seq, atMs, heardMs, clock, ball, ...bodies]: PackedFrame): Frame {
  const unpack = ([id, teamId, dt, xMm, yMm, zMm]: PackedBody): Frame['bodies'][number] => ({
    id,
    ...(teamId === 0 ? {} : { teamId }),
    atMs: atMs + dt,
    xMm,
    yMm,
    zMm,
  });
  return {
    kind: 'frame',
    seq,
    atMs,
    heardMs,
    bodies: bodies.map(unpack),
    ...(ball === 0 ? {} : { ball: unpack(ball) }),
    ...(clock === 0
      ? {}
      : {
          clock: {
            gameMs: clock[0],
            shotMs: clock[1],
            running: clock[2],
            ...(clock[3] === 0
              ? {}
              : { period: clock[3] as NonNullable<NonNullable<Frame['clock']>['period']> }),
          },
        }),
  };
}

/** A message of a page, or null when it is not one. Never throws. */
export function readUp(text: string): Up | null {
  try {
    const parsed = upSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
