// What is on air: layers with program and preview, the operator's overrides, each output's delay. A value; `applyCue` makes the next.
import { z } from 'zod';
import { floorCameraSchema } from '../game/floor-camera.ts';
import { matchSchema, ownersSchema } from '../game/owners.ts';
import { STORY_RULES } from '../game/stories.ts';
import { armedSchema } from './armed.ts';
import { named } from './named.ts';
import { overrideSchema } from './overrides.ts';
import { LIVE, type Playhead, playheadSchema } from './playhead.ts';
import { policiesSchema } from './policy.ts';
import { emptyRundown, rundownSchema } from './rundown.ts';
import { syncSchema } from './sync.ts';

const options = z.record(z.string(), z.unknown());

/** A graphic with its options; complete, as its own schema parsed them. */
export const preparedSchema = z.object({ graphic: z.string(), options });
export type Prepared = z.infer<typeof preparedSchema>;

/** A graphic in preview, and how it will be taken: `cut` without motion, `autoOutMs` off by itself so long after; `item` of the rundown that made it ready. */
export const readySchema = preparedSchema.extend({
  cut: z.boolean().optional(),
  autoOutMs: z.number().optional(),
  item: z.string().optional(),
});
export type Ready = z.infer<typeof readySchema>;

/**
 * A graphic on its way in or out, or settled: `sinceMs` is the relay's instant of the cue; `cut` means without motion. From `outAtMs` of the
 * relay's clock on it is off by itself, see `showAt`; absent: it stays.
 */
export const onAirSchema = preparedSchema.extend({
  sinceMs: z.number(),
  cut: z.boolean(),
  outAtMs: z.number().optional(),
});
export type OnAir = z.infer<typeof onAirSchema>;

/** At most one graphic on program, one in preview; `leaving` is what was last taken off, so that a page can show it go. */
export const layerSchema = z.object({
  program: onAirSchema.nullable(),
  leaving: onAirSchema.nullable(),
  preview: readySchema.nullable(),
});
export type Layer = z.infer<typeof layerSchema>;

/** The theme of a show in which nobody has chosen one. */
export const FIRST_THEME = 'house';

/** What stood before a change of program: on the layers that it changed. `what` names the cue. */
export const takeBeforeSchema = z.object({
  what: z.string(),
  atMs: z.number(),
  layers: z.record(z.string(), layerSchema.pick({ program: true, preview: true })),
  current: z.string().nullable(),
  standby: z.string().nullable(),
});
export type TakeBefore = z.infer<typeof takeBeforeSchema>;

/** What a field was overridden with before; null: it was the feed's. */
const overrideBeforeSchema = z.object({
  field: z.string(),
  before: overrideSchema.nullable(),
  atMs: z.number(),
});

/** What can be undone, oldest first; bounded. */
const pastSchema = z.object({
  takes: z.array(takeBeforeSchema),
  overrides: z.array(overrideBeforeSchema),
});

/** A story stands on air for `outAfterMs`, and its rule then rests for `everyMs` since it was taken. */
const storyRuleSchema = z.object({
  outAfterMs: z.number(),
  everyMs: z.number(),
  lastMs: z.number().nullable(),
});

/**
 * `revision` rises by one for each change: an accepted cue, or an event that a guided sync waited for. Layers not named are empty. By output name: `playheads`, where it plays (one not named is live); `syncs`, guided syncs that
 * go on; `undos`, the delay before the last accepted sync. `venues` are the delays kept for each place, `venue` is where we are. `theme` is
 * the id of the look that all outputs wear; one that no longer exists is worn as the first.
 */
export const showSchema = z.object({
  revision: z.number().int(),
  layers: z.record(z.string(), layerSchema),
  overrides: z.record(z.string(), overrideSchema),
  playheads: z.record(z.string(), playheadSchema),
  syncs: z.record(z.string(), syncSchema),
  undos: z.record(z.string(), z.number()),
  theme: z.string().default(FIRST_THEME),
  venue: z.string(),
  venues: z.record(z.string(), z.record(z.string(), z.number())),
  /** Cameras that stand still, by name: what graphics on the floor are drawn in. */
  cameras: z.record(z.string(), floorCameraSchema).default({}),
  rundown: rundownSchema.default(emptyRundown),
  past: pastSchema.default({ takes: [], overrides: [] }),
  policies: policiesSchema.default({}),
  /** The take that waits for an event to be seen; null for none. */
  armed: armedSchema.nullable().default(null),
  /** Of two feeds: whose each field should be, and who is who. */
  owners: ownersSchema.default({}),
  match: matchSchema.nullable().default(null),
  /** The rules by which stories go to air; `lastMs`: when one last did. */
  storyRules: z.partialRecord(z.enum(STORY_RULES), storyRuleSchema).default({}),
});
export type Show = z.infer<typeof showSchema>;

export const emptyShow: Show = {
  revision: 0,
  layers: {},
  overrides: {},
  playheads: {},
  syncs: {},
  undos: {},
  theme: FIRST_THEME,
  venue: 'home',
  venues: {},
  cameras: {},
  rundown: emptyRundown,
  past: { takes: [], overrides: [] },
  policies: {},
  armed: null,
  owners: {},
  match: null,
  storyRules: {},
};
export const emptyLayer: Layer = { program: null, leaving: null, preview: null };

/** Where an output plays: live, as long as nobody sent it elsewhere. */
export const playheadOf = ({ playheads }: Pick<Show, 'playheads'>, output: string): Playhead =>
  named(playheads, output) ?? LIVE;

/** The two buses. */
export type Bus = 'program' | 'preview';

/** What a bus shows on each layer, bottom first not implied: by layer name. Preview stands over program, as it will after a take. */
export function onBus(show: Show, bus: Bus): Readonly<Record<string, OnAir | null>> {
  const shown: Record<string, OnAir | null> = {};
  for (const [name, { program, preview }] of Object.entries(show.layers)) {
    shown[name] = bus === 'preview' && preview ? { ...preview, sinceMs: 0, cut: true } : program;
  }
  return shown;
}

/** The show as an output needs it: what was prepared, and what can be undone, is for desks alone. */
export const forOutput = (show: Show): Show => ({ ...show, rundown: emptyRundown, past: emptyShow.past });
