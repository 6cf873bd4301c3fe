import { describe, expect, test } from 'vitest';
import { isUntouched, overwrites } from '../../src/control/guard.ts';
import type { Cue } from '../../src/show/cue.ts';
import { emptyRundown, itemSchema } from '../../src/show/rundown.ts';
import type { Show } from '../../src/show/show.ts';
import { inPreview, onProgram, show } from './words.ts';

const items = [itemSchema.parse({ id: 'a', name: 'Open', graphics: [{ graphic: 'scorebug' }] })];
const both = { ...onProgram('scorebug'), preview: { graphic: 'scorebug', options: { gap: 1 } } };
const before = show(1, { bug: both }, { rundown: { ...emptyRundown, items } });
const after = (more: Partial<Show>): Show => ({ ...before, revision: 2, ...more });
const moved = after({
  playheads: { air: { kind: 'delayed', delayMs: 500, fromMs: 0, sinceMs: 0 } as never },
});

describe('a cue that hangs on nothing that was seen', () => {
  test.each([
    { cue: 'take' },
    { cue: 'take', graphic: 'scorebug' },
    { cue: 'clear' },
    { cue: 'override', field: 'home.score', add: 1 },
    { cue: 'rundown', step: { step: 'next' } },
    { cue: 'rundown', step: { step: 'take' } },
    { cue: 'undo', what: 'take' },
  ] as const satisfies readonly Cue[])('is $cue', (cue) => {
    expect(overwrites(cue, before)).toBeUndefined();
  });
});

describe('a cue that puts a value in the place of another', () => {
  const edit: Cue = { cue: 'rundown', step: { step: 'edit', id: 'a', change: { name: 'B' } } };
  const period: Cue = { cue: 'override', field: 'period', value: 'Q4' };
  const update: Cue = { cue: 'update', graphic: 'scorebug', options: {} };
  const policy: Cue = { cue: 'policy', field: 'clock', policy: 'dim' };

  test.each([edit, period, update, policy])('is not overtaken by a delay: $cue', (cue) => {
    expect(isUntouched(cue, before, moved)).toBe(true);
  });

  test.each([
    [
      'an item',
      edit,
      after({ rundown: { ...emptyRundown, items: items.map((one) => ({ ...one, note: 'x' })) } }),
    ],
    ['a correction', period, after({ overrides: { period: { value: 'OT1', sinceMs: 2 } } })],
    ['options', update, after({ layers: { bug: inPreview('scorebug') } })],
    ['a policy', policy, after({ policies: { clock: { policy: 'out', afterMs: 0 } } })],
  ] as const)('is overtaken by another change of it: %s', (_name, cue, now) => {
    expect(isUntouched(cue, before, now)).toBe(false);
  });
});
