// The table of keys: what each does, so that a button can never show a key that does something else.
//
// Plain keys make ready, correct and look. What changes the air at once needs Shift, but for the take itself (Space, Enter).
import type { ComingKind } from '../show/foresight.ts';
import type { OverrideField } from '../show/overrides.ts';
import type { KeyRow } from './action.ts';
import type { DockName } from './dock-name.ts';
import { GRAPHIC_ROWS, LAYER_ROWS } from './graphic-rows.ts';
import { TAPE_ROWS } from './tape/tape-rows.ts';

const arm = (key: string, field: OverrideField, words: string): KeyRow => ({
  id: `arm-${field}`,
  group: 'Corrections',
  words: `Correct ${words}`,
  key,
  action: { do: 'arm', field },
});

const armTake = (key: string, on: ComingKind, words: string): KeyRow => ({
  id: `arm-take-${on}`,
  group: 'The show',
  words: `Arm a take of preview: when ${words}`,
  key,
  action: { do: 'arm-take', on },
  airs: true,
});

const story = (key: string, step: 'preview' | 'next' | 'dismiss', words: string): KeyRow => ({
  id: `story-${step}`,
  group: 'The show',
  words,
  key,
  action: { do: 'story', step },
});

const nudge = (key: string, by: 1 | -1, unit: 'step' | 'frame'): KeyRow => ({
  id: `nudge-${unit}-${by > 0 ? 'more' : 'less'}`,
  group: 'Delay',
  words: `${unit === 'step' ? '10 ms' : 'A frame'} ${by > 0 ? 'more' : 'less'} delay`,
  key,
  repeats: true,
  action: { do: 'nudge', by, unit },
  airs: true,
});

const tab = (key: string, dock: DockName, by: 1 | -1, words: string): KeyRow => ({
  id: `tab-${dock}-${by > 0 ? 'next' : 'previous'}`,
  group: 'This page',
  words,
  key,
  action: { do: 'tab', dock, by },
});

const rundown = (key: string, step: 'next' | 'previous' | 'go' | 'take', words: string): KeyRow => ({
  id: `rundown-${step}`,
  group: 'The show',
  words,
  key,
  action: { do: 'rundown', step },
});

/** Every action that has a key, with the key it has until an operator gives it another. */
export const KEY_ROWS: readonly KeyRow[] = [
  {
    id: 'take',
    group: 'The show',
    words: 'Take what is in preview',
    key: 'Space',
    action: { do: 'take-all', cut: false },
    airs: true,
  },
  {
    id: 'cut',
    group: 'The show',
    words: 'The same without motion',
    key: '⇧Space',
    action: { do: 'take-all', cut: true },
    airs: true,
  },
  {
    id: 'clear',
    group: 'The show',
    words: 'Everything off air',
    key: '⇧Esc',
    action: { do: 'clear' },
    always: true,
    airs: true,
  },
  {
    id: 'undo-take',
    group: 'The show',
    words: 'Take back the last take',
    key: '⇧Z',
    action: { do: 'undo', what: 'take' },
    airs: true,
  },
  {
    id: 'auto-out',
    group: 'The show',
    words: 'The next take goes by itself, after a while',
    key: 'Q O',
    action: { do: 'auto-out' },
  },
  rundown(',', 'previous', 'Previous item of the rundown'),
  rundown('.', 'next', 'Next item of the rundown'),
  rundown('X', 'go', 'That item to preview'),
  { ...rundown('⇧X', 'take', 'Take that item'), airs: true },
  {
    id: 'apply-preview',
    group: 'The show',
    words: 'Options to preview',
    key: 'M',
    action: { do: 'apply', to: 'preview' },
  },
  {
    id: 'apply-air',
    group: 'The show',
    words: 'Options to what is on air',
    key: '⇧M',
    action: { do: 'apply', to: 'air' },
    airs: true,
  },
  story('T', 'preview', 'Story in hand to preview'),
  story('Y', 'next', 'Next story'),
  story('I', 'dismiss', 'Put that story away'),
  armTake('⇧B', 'basket', 'a basket is seen'),
  armTake('⇧C', 'clock-stops', 'the clock stops'),
  armTake('⇧V', 'clock-starts', 'the clock starts'),
  armTake('⇧N', 'foul', 'a foul is seen'),
  armTake('⇧P', 'period-ends', 'the period ends'),
  {
    id: 'sync-press',
    group: 'Delay',
    words: 'Guided sync: I see it now',
    key: 'S',
    action: { do: 'sync-press' },
  },
  nudge('⇧←', -1, 'step'),
  nudge('⇧→', 1, 'step'),
  nudge('⇧↓', -1, 'frame'),
  nudge('⇧↑', 1, 'frame'),
  arm('V', 'away.score', "the away team's score"),
  arm('B', 'away.fouls', "the away team's fouls"),
  arm('N', 'away.timeouts', "the away team's timeouts"),
  arm('H', 'home.score', "the home team's score"),
  arm('J', 'home.fouls', "the home team's fouls"),
  arm('K', 'home.timeouts', "the home team's timeouts"),
  arm('P', 'period', 'the period'),
  arm('A', 'arrow', 'the possession arrow'),
  arm('C', 'clock', 'the clock'),
  {
    id: 'hold-clock',
    group: 'Corrections',
    words: 'Hold the clock, or let it run',
    key: 'D',
    action: { do: 'hold-clock' },
  },
  arm('L', 'shotClock', 'the shot clock'),
  { id: 'shot-off', group: 'Corrections', words: 'Shot clock off', key: 'F', action: { do: 'shot-off' } },
  {
    id: 'shot-run',
    group: 'Corrections',
    words: 'Shot clock by hand: start or stop',
    key: 'E',
    action: { do: 'shot-run' },
  },
  {
    id: 'shot-full',
    group: 'Corrections',
    words: 'Shot clock to a whole possession',
    key: 'O',
    action: { do: 'shot-reset', to: 'full' },
  },
  {
    id: 'shot-short',
    group: 'Corrections',
    words: 'Shot clock to the short possession',
    key: '0',
    action: { do: 'shot-reset', to: 'short' },
  },
  {
    id: 'until-agrees',
    group: 'Corrections',
    words: 'Corrections until the feed agrees, or until released',
    key: 'U',
    action: { do: 'until-agrees' },
  },
  {
    id: 'step-up',
    group: 'Corrections',
    words: 'One more',
    key: '+',
    repeats: true,
    action: { do: 'step', by: 1 },
  },
  {
    id: 'step-down',
    group: 'Corrections',
    words: 'One less',
    key: '-',
    repeats: true,
    action: { do: 'step', by: -1 },
  },
  {
    id: 'undo-override',
    group: 'Corrections',
    words: 'Take back the last correction',
    key: 'Z',
    action: { do: 'undo', what: 'override' },
  },
  {
    id: 'release',
    group: 'Corrections',
    words: 'Give the field back to the feed',
    key: 'R',
    action: { do: 'release' },
  },
  {
    id: 'backdrop',
    group: 'This page',
    words: 'Another backdrop behind the pictures',
    key: 'G',
    action: { do: 'backdrop' },
  },
  tab('[', 'work', -1, 'Previous panel under the pictures'),
  tab(']', 'work', 1, 'Next panel under the pictures'),
  tab('⇧[', 'side', -1, 'Previous panel at the side'),
  tab('⇧]', 'side', 1, 'Next panel at the side'),
  {
    id: 'health',
    group: 'This page',
    words: 'What is wrong',
    key: 'W',
    action: { do: 'open', dock: 'side', tab: 'health' },
  },
  {
    id: 'hosts',
    group: 'This page',
    words: 'OBS and vMix',
    key: 'Q H',
    action: { do: 'open', dock: 'work', tab: 'hosts' },
  },
  {
    id: 'preflight',
    group: 'This page',
    words: 'Pre-flight of each output',
    key: 'Q P',
    action: { do: 'open', dock: 'side', tab: 'preflight' },
  },
  {
    id: 'hints',
    group: 'This page',
    words: 'Letters on every button and field: type them to press it',
    key: ';',
    action: { do: 'hints' },
  },
  { id: 'help', group: 'This page', words: 'All keys', key: '?', action: { do: 'help' } },
  {
    id: 'escape',
    group: 'This page',
    words: 'Put down what was taken up',
    key: 'Esc',
    action: { do: 'escape' },
    always: true,
  },
  ...TAPE_ROWS,
  ...GRAPHIC_ROWS,
  ...LAYER_ROWS,
];
