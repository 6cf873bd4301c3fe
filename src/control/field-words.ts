// Each field that can be corrected, in words: what the feed says, what follows from other things it says, what the operator says, and since when.
import { gameClockText, shotClockText } from '../game/clock.ts';
import type { Rules } from '../game/rules.ts';
import { readSetClock, type Said } from '../show/field-value.ts';
import { OVERRIDES, type Override, type SetClock } from '../show/overrides.ts';
import { type Provenance, provenanceOf } from '../show/provenance.ts';

/** One voice. `atMs`: the relay's instant at which it was last said, to the second; null when nobody knows it. */
export type Voice = { readonly text: string; readonly atMs: number | null };

/** `apart`: the operator's value stands over another one of the feed's. */
export type FieldWords = {
  readonly feed: Voice | null;
  readonly derived: Voice | null;
  readonly operator: (Voice & { readonly by: string; readonly untilAgrees: boolean }) | null;
  readonly shown: Provenance['shown'];
  /** For a clock: whether what is shown runs. */
  readonly running: boolean;
  readonly apart: boolean;
};

/** By field. */
export type AllFieldWords = Readonly<Record<string, FieldWords>>;

const SECOND_MS = 1_000;
const whole = (atMs: number | null): number | null =>
  atMs === null ? null : Math.floor(atMs / SECOND_MS) * SECOND_MS;

const isClock = (value: unknown): value is SetClock =>
  typeof value === 'object' && value !== null && 'remainingMs' in value;

/** A field's value as it is written on the page. */
export function fieldText(field: string, value: unknown, rules: Rules, atMs: number): string {
  if (isClock(value)) {
    const remainingMs = readSetClock(value, atMs);
    return (field === 'shotClock' ? shotClockText : gameClockText)(rules, remainingMs);
  }
  if (value === null) return field === 'shotClock' ? 'off' : 'none';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
}

function wordsOf(said: Said, overrides: Readonly<Record<string, Override>>, rules: Rules, field: string) {
  const { feed, derived, operator, shown, agree } = provenanceOf(said, overrides, field);
  const voice = (told: { readonly value: unknown; readonly atMs: number | null } | null): Voice | null =>
    told && { text: fieldText(field, told.value, rules, said.atMs), atMs: whole(told.atMs) };
  const value = operator ? operator.value : feed?.value;
  return {
    feed: voice(feed),
    derived: voice(derived),
    operator: operator && {
      text: fieldText(field, operator.value, rules, said.atMs),
      atMs: whole(operator.sinceMs),
      by: operator.by ?? '',
      untilAgrees: operator.until === 'agrees',
    },
    shown,
    running: isClock(value) && value.running,
    apart: operator !== null && !agree && (feed !== null || derived !== null),
  } satisfies FieldWords;
}

/** Every field that can be corrected, and the players' that are. */
export const allFieldWords = (
  said: Said,
  overrides: Readonly<Record<string, Override>>,
  rules: Rules,
): AllFieldWords =>
  Object.fromEntries(
    [...new Set([...Object.keys(OVERRIDES), ...Object.keys(overrides)])].map((field) => [
      field,
      wordsOf(said, overrides, rules, field),
    ]),
  );

const SIDES: Readonly<Record<string, string>> = { home: 'Home', away: 'Away' };
const WHOLE: Readonly<Record<string, string>> = {
  period: 'Period',
  arrow: 'Arrow',
  clock: 'Clock',
  shotClock: 'Shot clock',
};

/** What a field is called: `Home score`, `Clock`. A player's is called by his id. */
export function fieldName(field: string): string {
  const [first = '', ...rest] = field.split('.');
  const side = SIDES[first];
  if (side !== undefined) return `${side} ${rest.join('.')}`;
  if (first === 'number') return `Number of ${rest.join('.')}`;
  return first === 'player' ? `Who ${rest.join('.')} is` : (WHOLE[field] ?? field);
}
