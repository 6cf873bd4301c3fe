// A rundown as one file, to keep and to carry: what is in it is checked as a whole before any of it counts.
import { z } from 'zod';
import { fault } from '../game/fault.ts';
import { firstWrong } from '../game/wrong-shape.ts';
import { type Catalogue, type Refused, refuse } from './grant.ts';
import { groupSchema, itemSchema, MOST_GROUPS, MOST_ITEMS, type Rundown } from './rundown.ts';

/** Rises with every change that an older Courtside would misread. */
export const RUNDOWN_VERSION = 1;
/** The longest file, as JSON, in characters: a show goes whole to every desk. */
export const MAX_RUNDOWN_CHARS = 256 * 1024;

const fileSchema = z.strictObject({
  courtside: z.literal('rundown'),
  version: z.literal(RUNDOWN_VERSION),
  name: z.string().max(80).default(''),
  groups: z.array(groupSchema).max(MOST_GROUPS).default([]),
  items: z.array(itemSchema).max(MOST_ITEMS),
});
export type RundownFile = z.infer<typeof fileSchema>;

/** The file of a rundown. Where in it we are is not part of it. */
export const fileOf = ({ name, groups, items }: Rundown): RundownFile => ({
  courtside: 'rundown',
  version: RUNDOWN_VERSION,
  name,
  groups,
  items,
});

/** The rundown in a file, all of it right; or what is wrong first, and in which item. */
export function readRundown(given: unknown, catalogue: Catalogue): { readonly rundown: Rundown } | Refused {
  const read = fileSchema.safeParse(given);
  if (!read.success) {
    const { where, expected, found } = firstWrong(given, read.error, 'rundown', 'rundown');
    return refuse(where, expected, found);
  }
  const { name, groups, items } = read.data;
  const rundown: Rundown = { name, groups, items, current: null, standby: null };
  const wrong = wrongIn(rundown, catalogue);
  return wrong ?? { rundown };
}

/** What is wrong with a whole rundown: an id twice, a group that is none, a graphic or option that is none, too much of it. Null: nothing. */
export function wrongIn(rundown: Rundown, catalogue: Catalogue): Refused | null {
  const { groups, items } = rundown;
  const { length } = JSON.stringify(fileOf(rundown));
  if (length > MAX_RUNDOWN_CHARS)
    return refuse('rundown', `at most ${MAX_RUNDOWN_CHARS} characters`, String(length));
  if (items.length > MOST_ITEMS)
    return refuse('rundown.items', `at most ${MOST_ITEMS}`, String(items.length));
  if (groups.length > MOST_GROUPS)
    return refuse('rundown.groups', `at most ${MOST_GROUPS}`, String(groups.length));
  const ids = new Set<string>();
  for (const [index, { id }] of groups.entries()) {
    if (ids.has(id)) return refuse(`rundown.groups[${index}].id`, 'an id that is not taken', id);
    ids.add(id);
  }
  const itemIds = new Set<string>();
  for (const [index, item] of items.entries()) {
    const where = `rundown.items[${index}]`;
    if (itemIds.has(item.id)) return refuse(`${where}.id`, 'an id that is not taken', item.id);
    itemIds.add(item.id);
    if (item.group !== null && !ids.has(item.group))
      return refuse(`${where}.group`, 'the id of a group, or null', item.group);
    const wrong = wrongWith(item, where, catalogue);
    if (wrong) return wrong;
  }
  return null;
}

/** What is wrong with one item's graphics; said with the item's id, so that it is found on the page too. */
function wrongWith(
  { id, graphics }: Rundown['items'][number],
  where: string,
  catalogue: Catalogue,
): Refused | null {
  const layers = new Map<string, string>();
  const at = (path: string, expected: string, found: string): Refused => ({
    fault: fault('cue-refused', `${where}.${path}`, expected, `${found} in item ${id}`),
  });
  for (const [index, { graphic, options }] of graphics.entries()) {
    const entry = catalogue.get(graphic);
    const path = `graphics[${index}]`;
    if (!entry) return at(`${path}.graphic`, `one of ${[...catalogue.keys()].join(', ')}`, graphic);
    const other = layers.get(entry.layer);
    if (other !== undefined)
      return at(`${path}.graphic`, `one graphic a layer; ${other} is on ${entry.layer}`, graphic);
    layers.set(entry.layer, graphic);
    const parsed = entry.parse(options ?? {});
    if ('fault' in parsed)
      return at(`${path}.${parsed.fault.where}`, parsed.fault.expected, parsed.fault.found);
  }
  return null;
}
