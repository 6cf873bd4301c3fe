// The keyboard: one table says what each key does, so that a button can never show a key that does something else. An operator may give an action another key.
//
// Plain keys make ready, correct and look. What changes the air at once needs Shift, but for the take itself (Space, Enter).
import type { OverrideField } from '../show/overrides.ts';
import type { DockName } from './dock-name.ts';
import { hasShift, namesOf, type Pressed } from './pressed.ts';

/** `index` counts the graphics of the list from 0. `cut`: without motion. */
export type Action =
  | { readonly do: 'preview' | 'take' | 'out' | 'cut'; readonly index: number }
  | { readonly do: 'take-all'; readonly cut: boolean }
  | { readonly do: 'clear' }
  /** The last change of program, or of an override, taken back. */
  | { readonly do: 'undo'; readonly what: 'take' | 'override' }
  | { readonly do: 'rundown'; readonly step: 'next' | 'previous' | 'go' | 'take' }
  | { readonly do: 'arm'; readonly field: OverrideField }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'release' }
  | { readonly do: 'backdrop' }
  | { readonly do: 'tab'; readonly dock: DockName; readonly by: 1 | -1 }
  | { readonly do: 'apply'; readonly to: 'preview' | 'air' }
  | { readonly do: 'help' }
  | { readonly do: 'escape' };

/** One line of the table. `id` is what an operator's own key is kept under. */
export type KeyRow = {
  readonly id: string;
  readonly group: 'Graphics' | 'The show' | 'Corrections' | 'This page';
  readonly words: string;
  /** As printed, with ⇧ before it where Shift is held. */
  readonly key: string;
  readonly action: Action;
  /** May be held to go on. */
  readonly repeats?: boolean;
  /** Works also while a field is being typed into. */
  readonly always?: boolean;
  /** Changes what is on air. */
  readonly airs?: boolean;
};

// Nine graphics of the list have keys; those after them are reached by Tab.
const OUT_LETTERS = ['Q', 'W', 'E', 'R', 'T', 'Y', 'U', 'I', 'O'];
const CUT_LETTERS = ['A', 'S', 'D', 'F', 'G', 'H', 'J', 'K', 'L'];

const graphicRows = OUT_LETTERS.flatMap((letter, index): KeyRow[] => {
  const nth = index + 1;
  const group = 'Graphics';
  return [
    {
      id: `preview-${nth}`,
      group,
      words: `Graphic ${nth} to preview, or out of it`,
      key: `${nth}`,
      action: { do: 'preview', index },
    },
    {
      id: `take-${nth}`,
      group,
      words: `Take graphic ${nth}`,
      key: `⇧${nth}`,
      action: { do: 'take', index },
      airs: true,
    },
    {
      id: `out-${nth}`,
      group,
      words: `Graphic ${nth} out`,
      key: `⇧${letter}`,
      action: { do: 'out', index },
      airs: true,
    },
    {
      id: `cut-${nth}`,
      group,
      words: `Cut graphic ${nth} in or out`,
      key: `⇧${CUT_LETTERS[index]}`,
      action: { do: 'cut', index },
      airs: true,
    },
  ];
});

const arm = (key: string, field: OverrideField, words: string): KeyRow => ({
  id: `arm-${field}`,
  group: 'Corrections',
  words: `Correct ${words}`,
  key,
  action: { do: 'arm', field },
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
  arm('V', 'away.score', "the away team's score"),
  arm('B', 'away.fouls', "the away team's fouls"),
  arm('N', 'away.timeouts', "the away team's timeouts"),
  arm('H', 'home.score', "the home team's score"),
  arm('J', 'home.fouls', "the home team's fouls"),
  arm('K', 'home.timeouts', "the home team's timeouts"),
  arm('P', 'period', 'the period'),
  arm('A', 'arrow', 'the possession arrow'),
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
  { id: 'help', group: 'This page', words: 'All keys', key: '?', action: { do: 'help' } },
  {
    id: 'escape',
    group: 'This page',
    words: 'Put down what was taken up',
    key: 'Esc',
    action: { do: 'escape' },
    always: true,
  },
  ...graphicRows,
];

/** An operator's own keys, by the row's id. */
export type OwnKeys = Readonly<Record<string, string>>;

/** The table with an operator's own keys in it. */
export const rowsWith = (own: OwnKeys): readonly KeyRow[] =>
  KEY_ROWS.map((row) => (Object.hasOwn(own, row.id) ? { ...row, key: own[row.id] ?? row.key } : row));

/** What that key does now; null when nothing: while a field is being typed into (but for what always works), with Ctrl, Alt or Meta, when held. */
export function actionOf(pressed: Pressed, rows: readonly KeyRow[]): Action | null {
  if (pressed.otherModifier) return null;
  const row = firstOf(namesOf(pressed), rows);
  if (!row || (pressed.repeat && !row.repeats)) return null;
  if (pressed.typing && !row.always) return null;
  if (pressed.onControl && row.action.do === 'take-all') return null;
  return row.action;
}

function firstOf(names: readonly string[], rows: readonly KeyRow[]): KeyRow | null {
  for (const name of names) {
    const row = rows.find(({ key }) => key === name);
    if (row) return row;
  }
  return null;
}

const same = (a: Action, b: Action): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The label of the key for an action, or null where it has none. */
export const keyLabel = (rows: readonly KeyRow[], action: Action): string | null =>
  rows.find((row) => same(row.action, action))?.key ?? null;

/** An operator's keys with one more; or why that cannot be: another action has the key, or it would change the air without Shift. */
export function bind(
  own: OwnKeys,
  id: string,
  pressed: Pressed,
): { readonly own: OwnKeys } | { readonly refused: string } {
  const rows = rowsWith(own);
  const row = rows.find((one) => one.id === id);
  const [key] = namesOf(pressed);
  if (!row || key === undefined) return { refused: 'That is no key.' };
  if (pressed.otherModifier) return { refused: 'Keys with Ctrl, Alt or Meta belong to the browser.' };
  const taken = rows.find((one) => one.id !== id && one.key === key);
  if (taken) return { refused: `${key} is the key for: ${taken.words}.` };
  if (row.airs && !hasShift(key) && row.action.do !== 'take-all')
    return { refused: 'What changes the air needs Shift.' };
  return { own: { ...own, [id]: key } };
}
