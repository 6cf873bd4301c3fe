// Any text off a socket becomes a value, or a Fault: its size, its depth and its keys are bounded before anything is made of it.
import { type Fault, fault } from '../game/fault.ts';

/** The longest text that is parsed, in characters: the longest known words of a provider are a tenth of it. */
export const MAX_TEXT = 1024 * 1024;
/** The deepest nesting, and the most values, that one message may have. */
const MAX_DEPTH = 24;
const MAX_VALUES = 200_000;

/** Keys that mean something to JavaScript itself. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type OpenedJson = {
  /** Undefined when the text is none: JSON has no such value. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
};

const START_CHARACTERS = 60;
const refused = (code: string, expected: string, found: string): OpenedJson => ({
  value: undefined,
  faults: [fault(code, 'message', expected, found)],
});

/** Texts in place, or one of the words for numbers that JSON does not have. */
const BARE_WORDS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** Parses JSON; where only bare NaN or Infinity stand in the way (some providers' languages write them), they are read as null. */
function parse(text: string): { readonly value: unknown; readonly mended: boolean } | null {
  try {
    return { value: JSON.parse(text), mended: false };
  } catch {
    if (!/NaN|Infinity/.test(text)) return null;
  }
  try {
    const mended = text.replace(BARE_WORDS, (word) => (word.startsWith('"') ? word : 'null'));
    return { value: JSON.parse(mended), mended: true };
  } catch {
    return null;
  }
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Takes the reserved keys out of an object; true when there were any. JSON makes them keys like any other. */
function takeReserved(holder: object): boolean {
  let had = false;
  for (const key of RESERVED)
    if (Object.hasOwn(holder, key)) {
      Reflect.deleteProperty(holder, key);
      had = true;
    }
  return had;
}

/** So short a text cannot hold too many values: each takes two characters at least. */
const FEW_CHARACTERS = 2 * MAX_VALUES;

const isDeeperThan = (levels: number, holder: object): boolean =>
  levels === 0 ||
  (Array.isArray(holder) ? holder : Object.values(holder)).some(
    (inner: unknown) => isHolder(inner) && isDeeperThan(levels - 1, inner),
  );

/**
 * True of a text that plainly holds nothing to take out, and of a value within the bounds: of nearly all.
 * NOTE: a third of what all of `bound` takes; positions come by the ten thousand where a tape is read.
 */
const isPlainlyWithin = (text: string, value: unknown): boolean =>
  text.length <= FEW_CHARACTERS &&
  // An escape may spell any key.
  !text.includes('\\') &&
  !text.includes('proto') &&
  !text.includes('constructor') &&
  !(isHolder(value) && isDeeperThan(MAX_DEPTH, value));

/** Walks what was parsed, takes reserved keys out, and says what is beyond the bounds. */
function bound(root: unknown): { readonly beyond: string | null; readonly reserved: boolean } {
  let values = 0;
  let reserved = false;
  let level: object[] = isHolder(root) ? [root] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return { beyond: `deeper than ${MAX_DEPTH}`, reserved };
    const next: object[] = [];
    for (const holder of level) {
      const isList = Array.isArray(holder);
      if (!isList && takeReserved(holder)) reserved = true;
      const inside: readonly unknown[] = isList ? holder : Object.values(holder);
      values += inside.length;
      for (const inner of inside) if (isHolder(inner)) next.push(inner);
    }
    if (values > MAX_VALUES) return { beyond: `more than ${MAX_VALUES} values`, reserved };
    level = next;
  }
  return { beyond: null, reserved };
}

/** Opens one text. Never throws. */
export function openJson(text: string): OpenedJson {
  if (text.length > MAX_TEXT)
    return refused('too-large', `at most ${MAX_TEXT} characters`, `${text.length} characters`);
  const parsed = parse(text);
  if (parsed === null) {
    const start = JSON.stringify(text.slice(0, START_CHARACTERS));
    return /^\s*</.test(text)
      ? refused('not-json', 'JSON', `a page of markup: ${start}`)
      : refused('not-json', 'JSON', `${text.length} characters that begin with ${start}`);
  }
  if (!parsed.mended && isPlainlyWithin(text, parsed.value)) return { value: parsed.value, faults: [] };
  const { beyond, reserved } = bound(parsed.value);
  if (beyond !== null)
    return refused('too-large', `at most ${MAX_DEPTH} deep and ${MAX_VALUES} values`, beyond);
  const faults: Fault[] = [];
  if (parsed.mended)
    faults.push(fault('not-a-number', 'message', 'numbers', 'NaN or Infinity, read as null'));
  if (reserved) faults.push(fault('reserved-key', 'message', 'keys of its own', 'a reserved key, left out'));
  return { value: parsed.value, faults };
}
