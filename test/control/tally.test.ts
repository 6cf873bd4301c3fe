import { describe, expect, test } from 'vitest';
import { firstState } from '../../src/control/desk-state.ts';
import { reduce } from '../../src/control/reduce.ts';
import { tallyOf } from '../../src/control/tally.ts';
import { emptyLayer, type Show } from '../../src/show/show.ts';
import type { OutputInfo } from '../../src/wire/wire.ts';
import { health, inPreview, onProgram, output, painted, show, snapshot } from './words.ts';

/** The scorebug's tally after shows in order, with those outputs. */
function tally(shows: readonly Show[], outputs: readonly OutputInfo[]) {
  const first = reduce(firstState, { on: 'down', down: snapshot(), nowMs: 0 });
  const heard = shows
    .map((one) => ({ type: 'show', show: one }) as const)
    .reduce((state, down) => reduce(state, { on: 'down', down, nowMs: 0 }), first);
  const state = reduce(heard, {
    on: 'down',
    down: { type: 'health', health: health({ outputs: [...outputs] }) },
    nowMs: 0,
  });
  return tallyOf(state, 'scorebug');
}

const taken = show(5, { bug: onProgram('scorebug') });
const out = show(6, { bug: emptyLayer });
const at = (revision: number, graphics: string[] = []) => painted({ revision, graphics });

describe('the tally', () => {
  test.each([
    ['off while on no bus', [show(1)], [output('program', { painted: at(1) })], 'off'],
    ['preview while prepared', [show(1, { bug: inPreview('scorebug') })], [], 'preview'],
    ['air when the only output has painted it', [taken], [output('program', { painted: at(5) })], 'air'],
    ['air when an output has painted more since', [taken], [output('program', { painted: at(9) })], 'air'],
    ['sent while an output is a revision behind', [taken], [output('program', { painted: at(4) })], 'sent'],
    [
      'sent while one of two has not painted it',
      [taken],
      [output('a', { painted: at(5) }), output('b', { painted: at(4) })],
      'sent',
    ],
    ['sent while an output has painted nothing', [taken], [output('program', { painted: null })], 'sent'],
    [
      'sent while an output misses its beats',
      [taken],
      [output('program', { painted: at(5), lagging: true })],
      'sent',
    ],
    ['sent while no output is connected', [taken], [], 'sent'],
    [
      'air whatever a preview output has painted',
      [taken],
      [output('program', { painted: at(5) }), output('preview', { bus: 'preview', painted: at(1) })],
      'air',
    ],
    [
      'air whatever another desk has painted',
      [taken],
      [output('program', { painted: at(5) }), output('desk', { role: 'desk', painted: null })],
      'air',
    ],
    [
      "sent when only the operator's own monitor has painted it",
      [taken],
      [output('program', { painted: at(4) }), output('desk-program', { painted: at(5) })],
      'sent',
    ],
    [
      "air by the operator's monitor where there is no other output",
      [taken],
      [output('desk-program', { painted: at(5) })],
      'air',
    ],
    [
      'leaving while an output still shows it',
      [taken, out],
      [output('program', { painted: at(5, ['scorebug']) })],
      'leaving',
    ],
    ['off once the output has painted it gone', [taken, out], [output('program', { painted: at(6) })], 'off'],
    [
      'off where an output shows it always, by its address',
      [taken, out],
      [output('solo', { painted: at(6, ['scorebug']) })],
      'off',
    ],
  ] as const)('is %s', (_name, shows, outputs, state) => {
    expect(tally(shows, outputs).state).toBe(state);
  });

  test('names the outputs that have not painted', () => {
    const outputs = [output('main', { painted: at(5) }), output('backup', { painted: at(4) })];
    expect(tally([taken], outputs).note).toBe('not painted: backup');
  });

  test('says of a graphic on air that it is in preview too', () => {
    const both = {
      program: onProgram('scorebug').program,
      leaving: null,
      preview: inPreview('scorebug').preview,
    };
    const told = tally([taken, show(6, { bug: both })], [output('program', { painted: at(6) })]);
    expect(told).toMatchObject({ state: 'air', alsoPreview: true });
  });

  test('an update in place keeps the light red', () => {
    const updated = show(8, { bug: { ...onProgram('scorebug'), leaving: null } });
    expect(tally([taken, updated], [output('program', { painted: at(7) })]).state).toBe('air');
  });
});

const on = (state: 'program' | 'preview' | 'off', by: 'OBS' | 'vMix' | 'page' = 'OBS') => ({
  tally: { state, by },
});

describe('the tally where hosts tell what they show', () => {
  test.each([
    [
      'waits for the output that is on program, not for one that its host has in preview or nowhere',
      [
        output('main', { painted: at(5), ...on('program') }),
        output('ready', { painted: at(4), ...on('preview') }),
        output('spare', { painted: null, ...on('off') }),
      ],
      'air',
      'on air',
    ],
    [
      'is amber while the output on program has not painted it, whatever the others have',
      [
        output('main', { painted: at(4), ...on('program') }),
        output('spare', { painted: at(5), ...on('off') }),
      ],
      'sent',
      'not painted: main',
    ],
    [
      'waits for an output of which no host tells: what is not known counts',
      [output('main', { painted: at(5), ...on('program') }), output('other', { painted: at(4) })],
      'sent',
      'not painted: other',
    ],
    [
      'is never red for a picture that nobody sees, and says why',
      [output('main', { painted: at(5), ...on('off') })],
      'sent',
      'painted, not on program in OBS',
    ],
    [
      'names vMix where vMix told',
      [output('main', { painted: at(5), ...on('preview', 'vMix') })],
      'sent',
      'painted, not on program in vMix',
    ],
    [
      'says first that it is not painted where it is neither painted nor on program',
      [output('main', { painted: at(4), ...on('off', 'page') })],
      'sent',
      'not painted: main',
    ],
  ])('%s', (_what, outputs, state, note) => {
    expect(tally([taken], outputs)).toMatchObject({ state, note });
  });
});
