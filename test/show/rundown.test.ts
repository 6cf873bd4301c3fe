// What was prepared: put in order, run by its pointer, carried in a file.
import { describe, expect, it } from 'vitest';
import type { Cue } from '../../src/show/cue.ts';
import { inOrder, MOST_ITEMS, type RundownStep } from '../../src/show/rundown.ts';
import { fileOf, readRundown } from '../../src/show/rundown-file.ts';
import type { Show } from '../../src/show/show.ts';
import { catalogue, onAir, played, playFrom, refusalOf } from '../kit/cues.ts';

const step = (one: RundownStep): Cue => ({ cue: 'rundown', step: one });
const item = (id: string, more: object = {}): Cue =>
  step({
    step: 'add',
    item: {
      id,
      name: `Item ${id}`,
      graphics: [{ graphic: 'bug' }],
      group: null,
      cut: false,
      autoOutMs: null,
      note: '',
      ...more,
    },
  });
const order = ({ rundown }: Show): string =>
  inOrder(rundown)
    .map(({ id }) => id)
    .join(' ');
const steps = (...all: RundownStep[]): Show =>
  all.reduce(
    (show, one, i) => playFrom(show, step(one), 50_000 + i),
    played(item('a'), item('b'), item('c')),
  );

describe('items', () => {
  it('stand in the order in which they were added, or before the one that was named', () => {
    expect(order(played(item('a'), item('b')))).toBe('a b');
    const before: Cue = step({
      step: 'add',
      before: 'a',
      item: { name: 'x', graphics: [{ graphic: 'bug' }], group: null, cut: false, autoOutMs: null, note: '' },
    });
    expect(order(played(item('a'), before))).toBe('item-1 a');
  });

  it('are moved, duplicated, edited and removed', () => {
    expect(order(steps({ step: 'move', id: 'c', before: 'a' }))).toBe('c a b');
    expect(order(steps({ step: 'move', id: 'a', before: null }))).toBe('b c a');
    expect(order(steps({ step: 'duplicate', id: 'a' }))).toBe('a item-1 b c');
    expect(order(steps({ step: 'remove', id: 'b' }))).toBe('a c');
    const edited = steps({ step: 'edit', id: 'b', change: { name: 'New', autoOutMs: 4_000 } });
    expect(edited.rundown.items[1]).toMatchObject({
      name: 'New',
      autoOutMs: 4_000,
      graphics: [{ graphic: 'bug' }],
    });
  });

  it('of a group are played together, and stay when it is removed', () => {
    const grouped = steps(
      { step: 'group-add', group: { id: 'half', name: 'Half-time' } },
      { step: 'group-add', group: { id: 'pre', name: 'Pre-game' }, before: 'half' },
      { step: 'move', id: 'a', group: 'half' },
      { step: 'move', id: 'b', group: 'pre' },
    );
    expect(order(grouped)).toBe('c b a');
    expect(order(playFrom(grouped, step({ step: 'group-move', id: 'half', before: 'pre' }), 1))).toBe(
      'c a b',
    );
    expect(order(playFrom(grouped, step({ step: 'group-remove', id: 'half' }), 1))).toBe('c a b');
  });

  it.each<[string, RundownStep, string]>([
    ['an id that is taken', { step: 'duplicate', id: 'a', as: 'b' }, 'as'],
    ['a group that is none', { step: 'move', id: 'a', group: 'nowhere' }, 'group'],
    ['an item that is none', { step: 'remove', id: 'zzz' }, 'id'],
    [
      'a graphic that is none',
      { step: 'edit', id: 'b', change: { graphics: [{ graphic: 'bugg' }] } },
      'rundown.items[1].graphics[0].graphic',
    ],
    [
      'an option that does not fit',
      { step: 'edit', id: 'b', change: { graphics: [{ graphic: 'bug', options: { size: 'x' } }] } },
      'rundown.items[1].graphics[0].bug.size',
    ],
  ])('refuse %s, and say where', (_what, one, where) => {
    expect(refusalOf(steps(), step(one))).toMatchObject({ where });
  });

  it('are no more than a show can carry', () => {
    let show = played();
    for (let n = 0; n < MOST_ITEMS; n += 1) show = playFrom(show, item(`n${n}`), n);
    expect(refusalOf(show, item('one-more'))).toMatchObject({ where: 'rundown.items' });
  });
});

describe('running it', () => {
  it('goes by next and previous, and ends at both ends', () => {
    const show = steps({ step: 'next' }, { step: 'next' }, { step: 'next' }, { step: 'previous' });
    expect(show.rundown.standby).toBe('b');
    expect(refusalOf(steps({ step: 'standby', id: 'c' }), step({ step: 'next' }))).toBeDefined();
    expect(refusalOf(steps({ step: 'standby', id: 'a' }), step({ step: 'previous' }))).toBeDefined();
  });

  const prepared = played(
    item('open', {
      graphics: [{ graphic: 'bug', options: { size: 4 } }, { graphic: 'dots' }],
      autoOutMs: 3_000,
    }),
    item('close', { graphics: [{ graphic: 'heat' }] }),
    step({ step: 'next' }),
  );

  it('takes the item on standby to air on one frame, for its time, and puts the next one on standby', () => {
    const show = playFrom(prepared, step({ step: 'take' }), 20_000);
    expect(onAir(show)).toEqual(['bug', 'dots']);
    expect(show.layers.bug?.program).toMatchObject({
      sinceMs: 20_000,
      outAtMs: 23_000,
      options: { size: 4 },
    });
    expect(show.rundown).toMatchObject({ current: 'open', standby: 'close' });
  });

  it('makes ready with go, changes nothing on air by it, and counts a take of the preview as the item', () => {
    const ready = playFrom(prepared, step({ step: 'go' }), 20_000);
    expect(onAir(ready)).toEqual([]);
    expect(ready.layers.floor?.preview?.graphic).toBe('dots');
    const taken = playFrom(ready, { cue: 'take' }, 30_000);
    expect(taken.layers.bug?.program?.outAtMs).toBe(33_000);
    expect(taken.rundown).toMatchObject({ current: 'open', standby: 'close' });
  });

  it('shows an item as it was prepared, whatever stands on its layer', () => {
    const changed = playFrom(prepared, { cue: 'take', graphic: 'dots', options: { size: 99 } }, 15_000);
    expect(playFrom(changed, step({ step: 'take' }), 20_000).layers.floor?.program?.options).toEqual({
      size: 1,
    });
  });

  it('is undone with its pointers', () => {
    const show = playFrom(
      playFrom(prepared, step({ step: 'take' }), 20_000),
      { cue: 'undo', what: 'take' },
      21_000,
    );
    expect(onAir(show)).toEqual([]);
    expect(show.rundown).toMatchObject({ current: null, standby: 'open' });
  });

  it('hands standby on when the item on it is removed', () => {
    expect(playFrom(prepared, step({ step: 'remove', id: 'open' }), 1).rundown.standby).toBe('close');
  });
});

describe('the file of a rundown', () => {
  const show = steps(
    { step: 'group-add', group: { id: 'pre', name: 'Pre-game' } },
    { step: 'move', id: 'b', group: 'pre' },
  );
  const file = fileOf(show.rundown);

  it('read back is the rundown that was written', () => {
    expect(readRundown(JSON.parse(JSON.stringify(file)), catalogue)).toEqual({ rundown: show.rundown });
  });

  it.each<[string, (file: Record<string, unknown>) => unknown, string]>([
    ['another version', (one) => ({ ...one, version: 2 }), 'rundown.version'],
    ['no file of ours', () => ({ items: [] }), 'rundown.courtside'],
    ['a field that is none', (one) => ({ ...one, colour: 1 }), 'rundown'],
    [
      'an unknown graphic',
      (one) => ({ ...one, items: [...file.items, { id: 'z', name: 'Z', graphics: [{ graphic: 'ghost' }] }] }),
      'rundown.items[3].graphics[0].graphic',
    ],
    [
      'an option that does not fit',
      (one) => ({
        ...one,
        items: [
          { id: 'z', name: 'Z', graphics: [{ graphic: 'dots' }, { graphic: 'bug', options: { size: '' } }] },
        ],
      }),
      'rundown.items[0].graphics[1].bug.size',
    ],
    [
      'an item without a name',
      (one) => ({ ...one, items: [{ id: 'z', graphics: [{ graphic: 'dots' }] }] }),
      'rundown.items[0].name',
    ],
    ['an id twice', (one) => ({ ...one, items: [...file.items, file.items[0]] }), 'rundown.items[3].id'],
    ['a group that is none', (one) => ({ ...one, groups: [] }), 'rundown.items[2].group'],
  ])('with %s is refused as a whole, and says where', (_what, change, where) => {
    const rundown = change({ ...file });
    expect(refusalOf(show, step({ step: 'load', rundown }))).toMatchObject({ where });
  });

  it('names the item too, so that it is found on the page', () => {
    const rundown = { ...file, items: [{ id: 'opener', name: 'Z', graphics: [{ graphic: 'ghost' }] }] };
    expect(refusalOf(show, step({ step: 'load', rundown }))?.found).toBe('ghost in item opener');
  });
});
