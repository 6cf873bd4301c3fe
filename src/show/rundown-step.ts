// Cues that prepare the rundown and run it. Each changes all that it means to, or is refused and changes nothing.
import { type Catalogue, type Granted, type Refused, refuse } from './grant.ts';
import { inOrder, type Rundown, type RundownItem, type RundownStep } from './rundown.ts';
import { readRundown, wrongIn } from './rundown-file.ts';
import type { Show } from './show.ts';
import { readyAll, takeAll } from './take.ts';

type Step<K extends RundownStep['step']> = Extract<RundownStep, { step: K }>;
/** A rundown after a step, or why not. */
type Outcome = { readonly rundown: Rundown } | Refused;

/** One step of the rundown at the relay's instant. */
export function runStep(
  show: Show,
  step: RundownStep,
  atMs: number,
  catalogue: Catalogue,
): Granted | Refused {
  if (step.step === 'go' || step.step === 'take') return run(show, step, atMs, catalogue);
  const outcome = prepareStep(show.rundown, step, catalogue);
  if ('fault' in outcome) return outcome;
  // Only what was written is checked: a step through an old rundown is refused for no graphic that is gone since.
  const wrong = WRITES.has(step.step) ? wrongIn(outcome.rundown, catalogue) : null;
  return wrong ?? { show: { ...show, rundown: outcome.rundown } };
}

const WRITES: ReadonlySet<RundownStep['step']> = new Set(['add', 'edit', 'duplicate', 'group-add']);

function prepareStep(
  rundown: Rundown,
  step: Exclude<RundownStep, { step: 'go' | 'take' }>,
  catalogue: Catalogue,
): Outcome {
  switch (step.step) {
    case 'add':
      return add(rundown, step);
    case 'edit':
      return edit(rundown, step);
    case 'move':
      return move(rundown, step);
    case 'duplicate':
      return duplicate(rundown, step);
    case 'remove':
      return remove(rundown, step.id);
    case 'group-add':
      return addGroup(rundown, step);
    case 'group-edit':
    case 'group-move':
    case 'group-remove':
      return changeGroup(rundown, step);
    case 'name':
      return { rundown: { ...rundown, name: step.name } };
    case 'next':
      return point(rundown, 1);
    case 'previous':
      return point(rundown, -1);
    case 'standby':
      return step.id === null || itemOf(rundown, step.id)
        ? { rundown: { ...rundown, standby: step.id } }
        : noItem(step.id);
    case 'load':
      return readRundown(step.rundown, catalogue);
    default: {
      const never: never = step;
      return never;
    }
  }
}

const itemOf = ({ items }: Rundown, id: string): RundownItem | undefined =>
  items.find((item) => item.id === id);
const noItem = (id: string): Refused => refuse('id', 'the id of an item', id);

/** The first of `item-1`, `item-2`, ... that is free. */
function freeId(taken: readonly { readonly id: string }[], stem: string): string {
  for (let n = 1; ; n += 1) if (!taken.some(({ id }) => id === `${stem}-${n}`)) return `${stem}-${n}`;
}

/** Puts one into a list before another, or at its end. */
function putBefore<T extends { readonly id: string }>(
  list: readonly T[],
  one: T,
  before?: string | null,
): T[] {
  const others = list.filter(({ id }) => id !== one.id);
  const index = before === undefined || before === null ? -1 : others.findIndex(({ id }) => id === before);
  return index < 0 ? [...others, one] : [...others.slice(0, index), one, ...others.slice(index)];
}

function add(rundown: Rundown, { item, before }: Step<'add'>): Outcome {
  const next = before === undefined ? undefined : itemOf(rundown, before);
  if (before !== undefined && !next) return noItem(before);
  const made: RundownItem = {
    ...item,
    id: item.id ?? freeId(rundown.items, 'item'),
    group: next ? next.group : item.group,
  };
  if (itemOf(rundown, made.id)) return refuse('item.id', 'an id that is not taken', made.id);
  return { rundown: { ...rundown, items: putBefore(rundown.items, made, before) } };
}

function edit(rundown: Rundown, { id, change }: Step<'edit'>): Outcome {
  const item = itemOf(rundown, id);
  if (!item) return noItem(id);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const items = rundown.items.map((one) => (one === item ? { ...one, ...given } : one));
  return { rundown: { ...rundown, items } };
}

function move(rundown: Rundown, { id, before, group }: Step<'move'>): Outcome {
  const item = itemOf(rundown, id);
  if (!item) return noItem(id);
  const next = typeof before === 'string' ? itemOf(rundown, before) : undefined;
  if (typeof before === 'string' && !next) return noItem(before);
  const into = next ? next.group : group === undefined ? item.group : group;
  if (into !== null && !rundown.groups.some((one) => one.id === into))
    return refuse('group', 'the id of a group, or null', into);
  if (next === item) return { rundown };
  const items = putBefore(rundown.items, { ...item, group: into }, before);
  return { rundown: { ...rundown, items } };
}

function duplicate(rundown: Rundown, { id, as }: Step<'duplicate'>): Outcome {
  const item = itemOf(rundown, id);
  if (!item) return noItem(id);
  const copy = { ...item, id: as ?? freeId(rundown.items, 'item') };
  if (itemOf(rundown, copy.id)) return refuse('as', 'an id that is not taken', copy.id);
  const items = rundown.items.flatMap((one) => (one === item ? [one, copy] : [one]));
  return { rundown: { ...rundown, items } };
}

/** What was on standby hands on to the one after it, so that the next take is what it would have been. */
function remove(rundown: Rundown, id: string): Outcome {
  if (!itemOf(rundown, id)) return noItem(id);
  const after = rundown.standby === id ? (neighbour(rundown, id, 1) ?? null) : rundown.standby;
  return {
    rundown: {
      ...rundown,
      items: rundown.items.filter((item) => item.id !== id),
      standby: after,
      current: rundown.current === id ? null : rundown.current,
    },
  };
}

function addGroup(rundown: Rundown, { group, before }: Step<'group-add'>): Outcome {
  const made = { name: group.name, id: group.id ?? freeId(rundown.groups, 'group') };
  if (rundown.groups.some(({ id }) => id === made.id))
    return refuse('group.id', 'an id that is not taken', made.id);
  if (before !== undefined && !rundown.groups.some(({ id }) => id === before))
    return refuse('before', 'the id of a group', before);
  return { rundown: { ...rundown, groups: putBefore(rundown.groups, made, before) } };
}

/** The items of a group that is removed stay, in no group. */
function changeGroup(
  rundown: Rundown,
  step: Step<'group-edit'> | Step<'group-move'> | Step<'group-remove'>,
): Outcome {
  const group = rundown.groups.find(({ id }) => id === step.id);
  if (!group) return refuse('id', 'the id of a group', step.id);
  if (step.step === 'group-edit') {
    const groups = rundown.groups.map((one) => (one === group ? { ...one, name: step.name } : one));
    return { rundown: { ...rundown, groups } };
  }
  if (step.step === 'group-move') {
    if (step.before !== null && !rundown.groups.some(({ id }) => id === step.before))
      return refuse('before', 'the id of a group', step.before);
    if (step.before === step.id) return { rundown };
    return { rundown: { ...rundown, groups: putBefore(rundown.groups, group, step.before) } };
  }
  const items = rundown.items.map((item) => (item.group === group.id ? { ...item, group: null } : item));
  return { rundown: { ...rundown, items, groups: rundown.groups.filter((one) => one !== group) } };
}

function neighbour(rundown: Rundown, id: string | null, by: 1 | -1): string | undefined {
  const ids = inOrder(rundown).map((item) => item.id);
  return id === null ? ids.at(by === 1 ? 0 : -1) : ids[ids.indexOf(id) + by];
}

function point(rundown: Rundown, by: 1 | -1): Outcome {
  const standby = neighbour(rundown, rundown.standby, by);
  return standby === undefined
    ? refuse('rundown', by === 1 ? 'an item after this one' : 'an item before this one', 'none')
    : { rundown: { ...rundown, standby } };
}

/** `go` and `take`: what is said in the item and nothing that stands on its layers, so that it looks as it was prepared. */
function run(
  show: Show,
  step: Step<'go'> | Step<'take'>,
  atMs: number,
  catalogue: Catalogue,
): Granted | Refused {
  const { rundown } = show;
  const id = step.id ?? rundown.standby;
  if (id === null) return refuse('rundown', 'an item on standby', 'none');
  const item = itemOf(rundown, id);
  if (!item) return noItem(id);
  if (step.step === 'go') {
    const made = readyAll(show, item.graphics, { ...item, item: id }, catalogue, true);
    return 'fault' in made ? made : { show: { ...made.show, rundown: { ...rundown, standby: id } } };
  }
  const how = { autoOutMs: item.autoOutMs, cut: step.cut ?? item.cut };
  const taken = takeAll(show, item.graphics, how, atMs, catalogue, true);
  if ('fault' in taken) return taken;
  return { show: { ...taken.show, rundown: passed(rundown, id) } };
}

/** An item went to air: the next one is on standby; behind the last, that one itself. */
const passed = (rundown: Rundown, id: string): Rundown => ({
  ...rundown,
  current: id,
  standby: neighbour(rundown, id, 1) ?? id,
});

/** The rundown after everything in preview was taken: where an item had been made ready there, it is the one that went to air. */
export function afterTake({ layers, rundown }: Show): Rundown {
  const item = Object.values(layers).find(({ preview }) => preview?.item !== undefined)?.preview?.item;
  return item !== undefined && itemOf(rundown, item) ? passed(rundown, item) : rundown;
}
