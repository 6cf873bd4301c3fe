// A key as pressed, and the names it can go by: as printed on it, whatever the layout needs Shift for.

/** `typing`: a field has the focus. `onControl`: a button or the like has it, which takes Space and Enter itself. */
export type Pressed = {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  readonly otherModifier: boolean;
  readonly repeat: boolean;
  readonly typing: boolean;
  readonly onControl: boolean;
};

const SHIFT = '⇧';

/** Keys by place, since some layouts give their sign only with a modifier, or another one. */
const BY_CODE: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, digit) => [`${digit}`, `${digit}`] as const).flatMap(([name, digit]) => [
      [`Digit${name}`, digit],
      [`Numpad${name}`, digit],
    ]),
  ),
};

/** Keys whose `key` is not what is printed. */
const BY_KEY: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Escape: 'Esc',
  Backspace: '⌫',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '−': '-',
};

/** A key that does what another does, as long as it has nothing of its own to do. */
const LIKE: Readonly<Record<string, string>> = {
  Enter: 'Space',
  '=': '+',
  '↑': '+',
  '↓': '-',
  '⇧Enter': '⇧Space',
};

/** Modifiers and locks, which are no keys of their own; and Tab, which goes from control to control. */
const NEVER: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Tab',
  'Dead',
  'Unidentified',
  'Process',
]);

/** A sign that is neither letter nor digit says by itself how it was typed: Shift is then no part of its name. Backspace types none. */
const isSign = (name: string): boolean => name.length === 1 && !/[\p{L}\p{N}⌫]/u.test(name);

/** The names of a pressed key, the best first; none for a modifier. */
export function namesOf({ key, code, shift }: Pressed): readonly string[] {
  if (NEVER.has(key)) return [];
  const printed = BY_KEY[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const own = [BY_CODE[code], printed].filter((name) => name !== undefined);
  const names = own.flatMap((name) =>
    shift ? [`${SHIFT}${name}`, ...(isSign(name) ? [name] : [])] : [name],
  );
  return [...new Set([...names, ...names.flatMap((name) => LIKE[name] ?? [])])];
}

/** True when that key is pressed with Shift: what changes the air asks for it. */
export const hasShift = (name: string): boolean => name.startsWith(SHIFT);
