// Messages that are no data: pongs, greetings, and refusals, whose text no document prints.
import type { Envelope } from './envelope.ts';

const FOUND_CHARACTERS = 200;
const GOOD_UP_TO = 400;
/** Assumed: a refusal names the token or the right to it, or one of HTTP's two codes for it. */
const REFUSED = /token|unauthori[sz]ed|forbidden|expired|not allowed|denied|authenticat|\b40[13]\b/i;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

const isBadCode = (code: unknown): boolean => Number(code) >= GOOD_UP_TO;

/** What a provider complains of; null when it does not. `refused`: it will not have our token. */
export function complaintOf(envelope: Envelope): { readonly text: string; readonly refused: boolean } | null {
  const { type, error, message, code, data } = envelope;
  const complains =
    /error|unauthori|forbidden|refus|denied|expired/i.test(type ?? '') ||
    (error !== undefined && error !== null && error !== false) ||
    isBadCode(code);
  if (!complains) return null;
  const parts = [type, error, message, code, data].filter((part) => part !== undefined && part !== null);
  const text = parts.map(asText).join(' ').slice(0, FOUND_CHARACTERS);
  return { text, refused: REFUSED.test(text) };
}
