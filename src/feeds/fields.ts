// The provider's fields as they may come: ids as text or number, numbers as text, anything absent or null. What cannot be read is an issue with its path.
import { z } from 'zod';

/** What a reader gives for a value that is not what it should be. */
const BAD: unique symbol = Symbol('bad');
type Read<T> = (value: unknown) => T | typeof BAD | undefined;

/** Marks an issue that takes the whole object around it away: without this field it means nothing. */
export type FieldIssue = { readonly vital: boolean };

function check<T>(expected: string, read: Read<T>, vital: boolean) {
  return z.unknown().transform((value, context): T | undefined => {
    const found = value === undefined || value === null ? undefined : read(value);
    if (found !== BAD && (found !== undefined || !vital)) return found;
    context.issues.push({ code: 'custom', input: value, message: expected, params: { vital } });
    return z.NEVER;
  });
}

const optional = <T>(expected: string, read: Read<T>) => check(expected, read, false).optional();
/** Like `optional`, but the object is dropped where it is missing or bad. */
const vital = <T>(expected: string, read: Read<T>) =>
  check(expected, read, true).transform((value) => value as T);

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

const readFlag: Read<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 'true' || value === 'TRUE' || value === '1') return true;
  if (value === 0 || value === 'false' || value === 'FALSE' || value === '0') return false;
  return BAD;
};

const readColour: Read<string> = (value) => {
  if (typeof value !== 'string') return BAD;
  const digits = /^\s*(?:#|0x)?([0-9a-f]{6}|[0-9a-f]{3})\s*$/i.exec(value)?.[1]?.toLowerCase();
  if (digits === undefined) return value.trim() === '' ? undefined : BAD;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
};

export const number = optional('a number', readNumber);
export const vitalNumber = vital('a number', readNumber);
export const id = optional('an id', readId);
export const vitalId = vital('an id', readId);
export const flag = optional('true or false', readFlag);
/** `#rrggbb` from `#RRGGBB`, `RRGGBB` or `#RGB`. */
export const vitalColour = vital('a colour such as #0a3161', readColour);

/** Text without control characters, clipped: the lengths are what a Message allows. */
export const text = optional('text', readText(200));
export const shortText = optional('text', readText(64));
export const vitalText = vital('text', readText(80));
/** A figure to show as it is; numbers are shown as their digits. */
export const display = optional('text', readText(24));

const nullIsAbsent = (value: unknown): unknown => value ?? undefined;

/** An object or list that may be absent or null. */
export const maybe = <S extends z.ZodType>(schema: S) => z.preprocess(nullIsAbsent, schema.optional());

/** A list whose bad entries become null, so that the others keep their places. */
export const listOf = <S extends z.ZodType>(schema: S) =>
  maybe(z.array(z.preprocess(nullIsAbsent, schema.optional())));

/** The entries of a list that are there. */
export const present = <T>(list: readonly (T | undefined)[] | undefined): readonly T[] =>
  list === undefined ? [] : list.filter((entry): entry is T => entry !== undefined);
