// The keyboard: what a pressed key means by the table, and how an operator gives an action another key.
import type { Action, KeyRow } from './action.ts';
import { KEY_ROWS } from './key-rows.ts';
import { hasShift, namesOf, type Pressed } from './pressed.ts';

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
