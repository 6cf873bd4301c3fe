// The keyboard: one table says what each key does and what its label is, so that a button can never show a key that does something else.
//
// Plain keys make ready, correct and look. What changes the air at once needs Shift, but for the take itself (Space, Enter).
import type { OverrideField } from '../show/overrides.ts';
import type { DockName } from './desk-state.ts';

/** `index` counts the graphics of the list from 0. `cut`: without motion. */
export type Action =
  | { readonly do: 'preview' | 'take' | 'out' | 'cut'; readonly index: number }
  | { readonly do: 'take-all'; readonly cut: boolean }
  | { readonly do: 'clear' }
  | { readonly do: 'arm'; readonly field: OverrideField }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'release' }
  | { readonly do: 'backdrop' }
  | { readonly do: 'tab'; readonly dock: DockName; readonly by: 1 | -1 }
  | { readonly do: 'apply'; readonly to: 'preview' | 'air' }
  | { readonly do: 'escape' };

/** A key as pressed. `typing`: a field has the focus. `onControl`: a button or the like has it, which takes Space and Enter itself. */
export type Pressed = {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  readonly otherModifier: boolean;
  readonly repeat: boolean;
  readonly typing: boolean;
  readonly onControl: boolean;
};

/** `key` is what is printed on the key; digits go by `code`, since some keyboards need Shift for them. */
type Row = {
  readonly label: string;
  readonly keys?: readonly string[];
  readonly codes?: readonly string[];
  readonly shift: boolean;
  /** May be held to go on. */
  readonly repeats?: boolean;
  readonly action: Action;
};

// Nine graphics of the list have keys; those after them are reached by Tab.
const OUT_LETTERS = ['Q', 'W', 'E', 'R', 'T', 'Y', 'U', 'I', 'O'];
const CUT_LETTERS = ['A', 'S', 'D', 'F', 'G', 'H', 'J', 'K', 'L'];

const graphicRows = OUT_LETTERS.flatMap((out, index): Row[] => {
  const codes = [`Digit${index + 1}`, `Numpad${index + 1}`];
  return [
    { label: `${index + 1}`, codes, shift: false, action: { do: 'preview', index } },
    { label: `⇧${index + 1}`, codes, shift: true, action: { do: 'take', index } },
    { label: `⇧${out}`, keys: [out], shift: true, action: { do: 'out', index } },
    {
      label: `⇧${CUT_LETTERS[index]}`,
      keys: [CUT_LETTERS[index] ?? ''],
      shift: true,
      action: { do: 'cut', index },
    },
  ];
});

const arm = (label: string, field: OverrideField): Row => ({
  label,
  keys: [label],
  shift: false,
  action: { do: 'arm', field },
});

const tab = (label: string, code: string, dock: DockName, by: 1 | -1): Row => ({
  label,
  codes: [code],
  shift: dock === 'side',
  action: { do: 'tab', dock, by },
});

const ROWS: readonly Row[] = [
  ...graphicRows,
  { label: 'Space', keys: [' ', 'Enter'], shift: false, action: { do: 'take-all', cut: false } },
  { label: '⇧Space', keys: [' ', 'Enter'], shift: true, action: { do: 'take-all', cut: true } },
  { label: '⇧Esc', keys: ['Escape'], shift: true, action: { do: 'clear' } },
  { label: 'Esc', keys: ['Escape'], shift: false, action: { do: 'escape' } },
  arm('V', 'away.score'),
  arm('B', 'away.fouls'),
  arm('N', 'away.timeouts'),
  arm('H', 'home.score'),
  arm('J', 'home.fouls'),
  arm('K', 'home.timeouts'),
  arm('P', 'period'),
  arm('A', 'arrow'),
  { label: '+', keys: ['+', '=', 'ArrowUp'], shift: false, repeats: true, action: { do: 'step', by: 1 } },
  { label: '−', keys: ['-', '−', 'ArrowDown'], shift: false, repeats: true, action: { do: 'step', by: -1 } },
  { label: 'R', keys: ['R'], shift: false, action: { do: 'release' } },
  { label: 'G', keys: ['G'], shift: false, action: { do: 'backdrop' } },
  tab('[', 'BracketLeft', 'work', -1),
  tab(']', 'BracketRight', 'work', 1),
  tab('⇧[', 'BracketLeft', 'side', -1),
  tab('⇧]', 'BracketRight', 'side', 1),
  { label: 'M', keys: ['M'], shift: false, action: { do: 'apply', to: 'preview' } },
  { label: '⇧M', keys: ['M'], shift: true, action: { do: 'apply', to: 'air' } },
];

/** Keys that stand above others on many keyboards: Shift is how they are typed, not what they mean. */
const SHIFT_TYPED: ReadonlySet<string> = new Set(['+', '=', '-', '−']);

function matches(row: Row, { key, code, shift }: Pressed): boolean {
  const known = row.codes?.includes(code) || row.keys?.includes(key.length === 1 ? key.toUpperCase() : key);
  return known === true && (row.shift === shift || SHIFT_TYPED.has(key));
}

/** What that key does now; null when nothing: while a field is being typed into (but for Escape), with Ctrl, Alt or Meta, when held. */
export function actionOf(pressed: Pressed): Action | null {
  if (pressed.otherModifier) return null;
  const row = ROWS.find((one) => matches(one, pressed));
  if (!row || (pressed.repeat && !row.repeats)) return null;
  if (pressed.typing && row.action.do !== 'escape' && row.action.do !== 'clear') return null;
  if (pressed.onControl && row.action.do === 'take-all') return null;
  return row.action;
}

const same = (a: Action, b: Action): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The label of the key for an action, or null where it has none. */
export const keyLabel = (action: Action): string | null =>
  ROWS.find((row) => same(row.action, action))?.label ?? null;

/** All actions with their labels, for a test and a list. */
export const keyTable = (): readonly { readonly label: string; readonly action: Action }[] =>
  ROWS.map(({ label, action }) => ({ label, action }));
