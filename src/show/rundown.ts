// What was prepared before the show: items in order, in named groups, and where in it we are. A value; `runStep` makes the next.
import { z } from 'zod';

/** The most items, groups, and graphics in one item. */
export const MOST_ITEMS = 200;
export const MOST_GROUPS = 32;
export const MOST_GRAPHICS = 8;
/** The longest that a graphic may stand before it goes by itself, in milliseconds: an hour. */
export const MAX_AUTO_OUT_MS = 3_600_000;

/** Chosen by people, so that a panel's button can name them. */
const id = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'letters, figures, - and _');
const name = z.string().min(1).max(80);

export const autoOutSchema = z.number().int().min(100).max(MAX_AUTO_OUT_MS);

/** A graphic and the options given for it; the others are its defaults when it is taken. */
export const namedGraphicSchema = z.strictObject({
  graphic: z.string().min(1).max(64),
  options: z.record(z.string(), z.unknown()).optional(),
});

/** One cue of the rundown: its graphics go together. `autoOutMs`: off by themselves so long after the take. */
export const itemSchema = z.strictObject({
  id,
  name,
  /** Null: before the first group. */
  group: id.nullable().default(null),
  graphics: z.array(namedGraphicSchema).min(1).max(MOST_GRAPHICS),
  cut: z.boolean().default(false),
  autoOutMs: autoOutSchema.nullable().default(null),
  note: z.string().max(500).default(''),
});
export type RundownItem = z.infer<typeof itemSchema>;

export const groupSchema = z.strictObject({ id, name });

/** `current` is the item that was taken last, `standby` the one that a take would take. Both null at first, or when it was removed. */
export const rundownSchema = z.object({
  name: z.string().max(80),
  groups: z.array(groupSchema).max(MOST_GROUPS),
  items: z.array(itemSchema).max(MOST_ITEMS),
  current: id.nullable(),
  standby: id.nullable(),
});
export type Rundown = z.infer<typeof rundownSchema>;

export const emptyRundown: Rundown = { name: '', groups: [], items: [], current: null, standby: null };

/** What an item is made from; an id that is absent is made. */
const newItemSchema = itemSchema.partial({ id: true });
const itemChangeSchema = z.strictObject({
  name: name.optional(),
  graphics: itemSchema.shape.graphics.optional(),
  cut: z.boolean().optional(),
  autoOutMs: autoOutSchema.nullable().optional(),
  note: z.string().max(500).optional(),
});

/**
 * `add` at the end of its group, or `before` another; `move` likewise, into `group` where that is said. `go` makes the standby item (or the one named)
 * ready in preview; `take` takes it to air and puts the next one on standby. `next` and `previous` move standby. `load` replaces all of it by a file.
 */
export const rundownStepSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('add'), item: newItemSchema, before: id.optional() }),
  z.strictObject({ step: z.literal('edit'), id, change: itemChangeSchema }),
  z.strictObject({
    step: z.literal('move'),
    id,
    before: id.nullable().optional(),
    group: id.nullable().optional(),
  }),
  z.strictObject({ step: z.literal('duplicate'), id, as: id.optional() }),
  z.strictObject({ step: z.literal('remove'), id }),
  z.strictObject({
    step: z.literal('group-add'),
    group: groupSchema.partial({ id: true }),
    before: id.optional(),
  }),
  z.strictObject({ step: z.literal('group-edit'), id, name }),
  z.strictObject({ step: z.literal('group-move'), id, before: id.nullable() }),
  z.strictObject({ step: z.literal('group-remove'), id }),
  z.strictObject({ step: z.literal('name'), name: z.string().max(80) }),
  z.strictObject({ step: z.enum(['next', 'previous']) }),
  z.strictObject({ step: z.literal('standby'), id: id.nullable() }),
  z.strictObject({ step: z.literal('go'), id: id.optional() }),
  z.strictObject({ step: z.literal('take'), id: id.optional(), cut: z.boolean().optional() }),
  z.strictObject({ step: z.literal('load'), rundown: z.unknown() }),
]);
export type RundownStep = z.infer<typeof rundownStepSchema>;

/** The items in the order in which they are played: those of no group first, then group by group. */
export const inOrder = ({ items, groups }: Rundown): readonly RundownItem[] => [
  ...items.filter(({ group }) => group === null),
  ...groups.flatMap(({ id: group }) => items.filter((item) => item.group === group)),
];
