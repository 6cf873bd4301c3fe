// The keyboard: what a pressed key means by the table, and how an operator gives an action another key.
import type { Action, KeyRow } from './action.ts';
import { KEY_ROWS } from './key-rows.ts';
import { hasShift, namesOf, type Pressed } from './pressed.ts';

/** An operator's own keys, by the row's id. */
export type OwnKeys = Readonly<Record<string, string>>;

/** How a control of the page that has no row in the table is called where it was given a key: by its panel and its name. */
const CONTROL = 'control:';
const BETWEEN = ' > ';
export const controlId = (panel: string, name: string): string => `${CONTROL}${panel}${BETWEEN}${name}`;
/** True of an id that such a control may have. */
export const isControlId = (id: string): boolean => controlRow(id, '') !== null;

/** The row of a control that was given a key; null for an id that is none. */
function controlRow(id: string, key: string): KeyRow | null {
  if (!id.startsWith(CONTROL)) return null;
  const [panel, name, ...more] = id.slice(CONTROL.length).split(BETWEEN);
  if (panel === undefined || name === undefined || more.length > 0) return null;
  const words = panel === '' ? name : `${panel}: ${name}`;
  return { id, group: 'Your own', words, key, action: { do: 'press', panel, name }, airs: true };
}

/** The table with an operator's own keys in it. */
export const rowsWith = (own: OwnKeys): readonly KeyRow[] => [
  ...KEY_ROWS.map((row) => (Object.hasOwn(own, row.id) ? { ...row, key: own[row.id] ?? row.key } : row)),
  ...Object.entries(own).flatMap(([id, key]) => controlRow(id, key) ?? []),
];

/**
 * What that key does now; null when nothing: while a field is being typed into (but for what always works), with Ctrl, Alt or Meta, when held. `begun`: the first of
 * two keys, where it was pressed before.
 */
export function actionOf(pressed: Pressed, rows: readonly KeyRow[], begun = ''): Action | null {
  if (pressed.otherModifier) return null;
  const row = firstOf(begun === '' ? namesOf(pressed) : secondNames(pressed, begun), rows);
  if (!row || (pressed.repeat && !row.repeats)) return null;
  if (pressed.typing && !row.always) return null;
  if (pressed.onControl && row.action.do === 'take-all') return null;
  return row.action;
}

/** The name of a key that is the first of two; null for any other. */
export function beginOf(pressed: Pressed, rows: readonly KeyRow[]): string | null {
  if (pressed.otherModifier || pressed.typing || pressed.repeat) return null;
  return namesOf(pressed).find((name) => rows.some(({ key }) => key.startsWith(`${name} `))) ?? null;
}

/** Shift that is still held after a first key with Shift is no part of the second. */
function secondNames(pressed: Pressed, begun: string): readonly string[] {
  const names = namesOf(pressed);
  const still = hasShift(begun) ? names.filter(hasShift).map((name) => name.slice(1)) : [];
  return [...names, ...still].map((name) => `${begun} ${name}`);
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
  const [key] = namesOf(pressed);
  if (key === undefined) return { refused: 'That is no key.' };
  const row = rows.find((one) => one.id === id) ?? controlRow(id, key);
  if (!row) return { refused: 'That is no key.' };
  if (pressed.otherModifier) return { refused: 'Keys with Ctrl, Alt or Meta belong to the browser.' };
  if (rows.some((one) => one.id !== id && one.key.startsWith(`${key} `)))
    return { refused: `${key} is the first of two keys.` };
  const taken = rows.find((one) => one.id !== id && one.key === key);
  if (taken) return { refused: `${key} is the key for: ${taken.words}.` };
  if (row.airs && !hasShift(key) && !isFunction(key) && row.action.do !== 'take-all')
    return { refused: 'What may change the air needs Shift, or a key F1 to F12.' };
  return { own: { ...own, [id]: key } };
}

/** No slip of a hand that types presses one. */
const isFunction = (key: string): boolean => /^F\d{1,2}$/.test(key);
