// The provider's fields as they may come: ids as text or number, numbers as text, anything absent or null. What cannot be read is an issue with its path.
import { z } from 'zod';

/** What a reader gives for a value that is not what it should be. */
const BAD: unique symbol = Symbol('bad');
type Read<T> = (value: unknown) => T | typeof BAD | undefined;

/** Marks an issue that takes the whole object around it away: without this field it means nothing. */
export type FieldIssue = { readonly vital: boolean };

/** JSON Schema of what may stand in a field, null aside. It describes; the reader decides. */
type Forms = {
  readonly type: readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
};
type Field<T> = { readonly expected: string; readonly read: Read<T>; readonly forms: Forms };

const orNull = ({ type, enum: values, ...rest }: Forms): Forms => ({
  ...rest,
  type: [...type, 'null'],
  ...(values && { enum: [...values, null] }),
});

function check<T>({ expected, read, forms }: Field<T>, vital: boolean) {
  const described = z.unknown().meta(vital ? forms : orNull(forms));
  return described.transform((value, context): T | undefined => {
    const found = value === undefined || value === null ? undefined : read(value);
    if (found !== BAD && (found !== undefined || !vital)) return found;
    context.issues.push({ code: 'custom', input: value, message: expected, params: { vital } });
    return z.NEVER;
  });
}

const optional = <T>(field: Field<T>) => check(field, false).optional();
/** Like `optional`, but the object is dropped where it is missing or bad. */
const vital = <T>(field: Field<T>) => check(field, true).transform((value) => value as T);

const readNumber: Read<number> = (value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : BAD;
  if (typeof value !== 'string') return BAD;
  const text = value.trim();
  if (text === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : BAD;
};

const ID_LENGTH = 128;

const readId: Read<string> = (value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : BAD;
  if (typeof value !== 'string') return BAD;
  const id = value.trim();
  if (id === '') return undefined;
  // An id is a key of records further on: a name that every object has would find what nobody put there.
  return id.length > ID_LENGTH || id in Object.prototype ? BAD : id;
};

/** Control characters, and the marks that turn the direction of the text around them. */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const readText =
  (longest: number): Read<string> =>
  (value) => {
    if (typeof value === 'number') return String(value).slice(0, longest);
    if (typeof value !== 'string') return BAD;
    return value.replace(UNSEEN, '').trim().slice(0, longest);
  };

const TRUE: readonly unknown[] = [true, 1, 'true', 'TRUE', '1'];
const FALSE: readonly unknown[] = [false, 0, 'false', 'FALSE', '0'];
const readFlag: Read<boolean> = (value) => {
  if (TRUE.includes(value)) return true;
  return FALSE.includes(value) ? false : BAD;
};

const readColour: Read<string> = (value) => {
  if (typeof value !== 'string') return BAD;
  const digits = /^\s*(?:#|0x)?([0-9a-f]{6}|[0-9a-f]{3})\s*$/i.exec(value)?.[1]?.toLowerCase();
  if (digits === undefined) return value.trim() === '' ? undefined : BAD;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
};

const DECIMAL = String.raw`[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?`;
const BY_BASE = '0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)';
const numberField = {
  expected: 'a number',
  read: readNumber,
  forms: { type: ['number', 'string'], pattern: String.raw`^\s*(${DECIMAL}|${BY_BASE})?\s*$` },
};
const idField = { expected: 'an id', read: readId, forms: { type: ['string', 'integer'] } };
const textField = (longest: number) => ({
  expected: 'text',
  read: readText(longest),
  forms: { type: ['string', 'number'] },
});
const flagField = {
  expected: 'true or false',
  read: readFlag,
  forms: { type: ['boolean', 'number', 'string'], enum: [...TRUE, ...FALSE] },
};
const colourField = {
  expected: 'a colour such as #0a3161',
  read: readColour,
  forms: { type: ['string'], pattern: String.raw`^\s*(#|0[xX])?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*$` },
};

export const number = optional(numberField);
export const vitalNumber = vital(numberField);
export const id = optional(idField);
export const vitalId = vital(idField);
export const flag = optional(flagField);
/** `#rrggbb` from `#RRGGBB`, `RRGGBB` or `#RGB`. */
export const vitalColour = vital(colourField);

/** Text without control characters, clipped: the lengths are what a Message allows. */
export const text = optional(textField(200));
export const shortText = optional(textField(64));
export const vitalText = vital(textField(80));
/** A figure to show as it is; numbers are shown as their digits. */
export const display = optional(textField(24));

const nullIsAbsent = (value: unknown): unknown => value ?? undefined;

/** An object or list that may be absent or null. */
export const maybe = <S extends z.ZodType>(schema: S) => z.preprocess(nullIsAbsent, schema.optional());

/** A list whose bad entries become null, so that the others keep their places. */
export const listOf = <S extends z.ZodType>(schema: S) =>
  maybe(z.array(z.preprocess(nullIsAbsent, schema.optional())));

/** The entries of a list that are there. */
export const present = <T>(list: readonly (T | undefined)[] | undefined): readonly T[] =>
  list === undefined ? [] : list.filter((entry): entry is T => entry !== undefined);
