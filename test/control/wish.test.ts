import { describe, expect, test } from 'vitest';
import { type DeskEvent, type DeskState, firstState } from '../../src/control/desk-state.ts';
import { noReadout, type Readout, readMoment } from '../../src/control/readout.ts';
import { reduce } from '../../src/control/reduce.ts';
import { cueName, cueOf } from '../../src/control/wish.ts';
import type { Show } from '../../src/show/show.ts';
import { GRAPHICS, inPreview, NOW_MS, onProgram, show, snapshot, someHistory } from './words.ts';

const readout: Readout = readMoment(someHistory().at(NOW_MS), NOW_MS);
const state = (layers: Show['layers'] = {}, more: Partial<Show> = {}, ...events: DeskEvent[]): DeskState =>
  [{ on: 'down', down: snapshot({ show: show(1, layers, more) }), nowMs: 0 } as const, ...events].reduce(
    reduce,
    firstState,
  );
const both = { ...onProgram('scorebug'), preview: inPreview('scorebug').preview };
const form = { ...GRAPHICS[0]?.defaults };
const draft: DeskEvent = { on: 'drafted', graphic: 'scorebug', name: 'gap', value: 16 };

describe('on a graphic', () => {
  test.each([
    [
      'Preview makes ready with the form',
      'preview',
      state(),
      { cue: 'preview', graphic: 'scorebug', options: form },
    ],
    [
      'Preview sends what was typed',
      'preview',
      state({}, {}, draft),
      { cue: 'preview', graphic: 'scorebug', options: { ...form, gap: 16 } },
    ],
    [
      'Preview a second time takes out of preview',
      'preview',
      state({ bug: inPreview('scorebug') }),
      { cue: 'unpreview', graphic: 'scorebug' },
    ],
    [
      'Take from nowhere sends the form',
      'take',
      state({}, {}, draft),
      { cue: 'take', graphic: 'scorebug', options: { ...form, gap: 16 } },
    ],
    [
      'Take airs what preview shows, not what was typed since',
      'take',
      state({ bug: inPreview('scorebug') }, {}, draft),
      { cue: 'take', graphic: 'scorebug' },
    ],
    ['Out takes out', 'out', state({ bug: onProgram('scorebug') }), { cue: 'out', graphic: 'scorebug' }],
    [
      'Cut brings in without motion',
      'cut',
      state(),
      { cue: 'take', graphic: 'scorebug', options: form, cut: true },
    ],
    [
      'Cut takes out without motion what is on air',
      'cut',
      state({ bug: onProgram('scorebug') }),
      { cue: 'out', graphic: 'scorebug', cut: true },
    ],
    [
      'Cut of what is on air and prepared airs what was prepared',
      'cut',
      state({ bug: both }),
      { cue: 'take', graphic: 'scorebug', cut: true },
    ],
  ] as const)('%s', (_name, does, now, cue) => {
    expect(cueOf({ do: does, index: 0 }, now, readout)).toEqual(cue);
  });

  test.each([
    ['while a cue is underway', [{ on: 'sent' }]],
    ['while the show seen is older than the last answer', [{ on: 'granted', about: 'Take', revision: 2 }]],
  ] as const)('Preview never takes out of preview %s', (_name, events) => {
    const now = state({ bug: inPreview('scorebug') }, {}, ...events);
    expect(cueOf({ do: 'preview', index: 0 }, now, readout)).toMatchObject({ cue: 'preview' });
  });

  test('Preview takes out again once the show has caught up', () => {
    const events = [
      { on: 'sent' },
      { on: 'settled' },
      { on: 'granted', about: 'Take', revision: 1 },
    ] as const;
    const now = state({ bug: inPreview('scorebug') }, {}, ...events);
    expect(cueOf({ do: 'preview', index: 0 }, now, readout)).toMatchObject({ cue: 'unpreview' });
  });

  test('a key without a graphic asks nothing', () => {
    expect(cueOf({ do: 'take', index: 8 }, state(), readout)).toBeNull();
    expect(cueOf({ do: 'take', index: 0 }, firstState, readout)).toBeNull();
  });
});

describe('applying options', () => {
  const options = { ...form, gap: 16 };
  test.each([
    [
      'to preview, what is prepared is updated',
      'preview',
      inPreview('scorebug'),
      { cue: 'update', graphic: 'scorebug', options },
    ],
    [
      'to preview, what is not prepared is',
      'preview',
      onProgram('scorebug'),
      { cue: 'preview', graphic: 'scorebug', options },
    ],
    [
      'on air, what is on air is updated',
      'air',
      onProgram('scorebug'),
      { cue: 'update', graphic: 'scorebug', options },
    ],
    [
      'on air, what is prepared as well is taken in place: an update would reach preview only',
      'air',
      both,
      { cue: 'take', graphic: 'scorebug', options },
    ],
    ['on air, what is not on air stays off', 'air', inPreview('scorebug'), null],
  ] as const)('%s', (_name, to, bug, cue) => {
    expect(cueOf({ do: 'apply', to }, state({ bug }, {}, draft), readout)).toEqual(cue);
  });
});

describe('two keys correct a figure', () => {
  const armed = (field: 'home.score' | 'period' | 'arrow' | 'clock'): DeskEvent => ({
    on: 'armed',
    field,
  });
  const step = (now: DeskState, by: 1 | -1) => cueOf({ do: 'step', by }, now, readout);

  test('a step of a figure says what to add, never what comes of it: another desk may step too', () => {
    const held = { overrides: { 'home.score': { value: 70, sinceMs: 0 } } };
    for (const now of [state({}, {}, armed('home.score')), state({}, held, armed('home.score'))])
      expect([step(now, 1), step(now, -1)]).toEqual([
        { cue: 'override', field: 'home.score', add: 1 },
        { cue: 'override', field: 'home.score', add: -1 },
      ]);
  });

  test('a step of a clock is a second', () => {
    expect(step(state({}, {}, armed('clock')), 1)).toEqual({ cue: 'override', field: 'clock', add: 1_000 });
  });

  test('a correction holds until the feed agrees where the operator wants them so', () => {
    const operator = { name: '', role: 'operator', untilAgrees: true } as const;
    const now = state({}, {}, armed('period'), { on: 'operator', operator });
    expect(step(now, 1)).toEqual({ cue: 'override', field: 'period', value: 'Q4', until: 'agrees' });
  });

  test('the clock that runs is held, the one that is held runs on', () => {
    const toggled = (now: DeskState, running: boolean) =>
      cueOf({ do: 'hold-clock' }, now, { ...readout, running });
    expect(toggled(state(), true)).toMatchObject({ field: 'clock', value: { running: false } });
    expect(toggled(state(), false)).toMatchObject({ value: { running: true } });
    const clock = { value: { remainingMs: 9_000, running: false, atMs: 0 }, sinceMs: 0 };
    expect(toggled(state({}, { overrides: { clock } }), true)).toMatchObject({ value: { running: true } });
  });

  test('two quick steps of a period are two steps, before the first is answered', () => {
    const asked: DeskEvent = { on: 'asked', field: 'period', value: 'Q4' };
    expect(step(state({}, {}, armed('period'), asked), 1)).toMatchObject({ value: 'OT1' });
  });

  test('a period goes to its neighbour, half-time between the halves', () => {
    const now = state({}, {}, armed('period'));
    expect(step(now, 1)).toMatchObject({ value: 'Q4' });
    expect(step(now, -1)).toMatchObject({ value: 'HT' });
  });

  test('the arrow goes from side to side through none, and stops there', () => {
    expect(step(state({}, {}, armed('arrow')), 1)).toMatchObject({ value: 'home' });
    const held = state({}, { overrides: { arrow: { value: 'home', sinceMs: 0 } } }, armed('arrow'));
    expect(step(held, 1)).toMatchObject({ value: 'home' });
  });

  test('a step with nothing chosen, or with no relay heard, asks nothing', () => {
    expect(step(state(), 1)).toBeNull();
    expect(cueOf({ do: 'step', by: 1 }, reduce(firstState, armed('period')), noReadout)).toBeNull();
  });

  test('release gives the chosen field back', () => {
    expect(cueOf({ do: 'release' }, state({}, {}, armed('arrow')), readout)).toEqual({
      cue: 'release',
      field: 'arrow',
    });
  });
});

test('a notice names what was asked for', () => {
  expect(cueName({ cue: 'take' })).toBe('Take all in preview');
  expect(cueName({ cue: 'out', graphic: 'scorebug' })).toBe('Out scorebug');
  expect(cueName({ cue: 'override', field: 'home.score', value: 1 })).toBe('Override home.score');
});
