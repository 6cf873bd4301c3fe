// A cue that is sent twice under one key is done once: what was answered is remembered for a while and given again.
import { createHash } from 'node:crypto';
import { fault } from '../game/fault.ts';
import type { Answer } from './answer.ts';

/** Answers that are remembered, and for how long, in milliseconds. */
export const ANSWERS_KEPT = 1_000;
export const ANSWERS_KEPT_MS = 600_000;

export interface Answered {
  /** What was answered to that key, or a refusal when it stood for another text; null when it is new. */
  find(key: string, text: string, nowMs: number): Answer | null;
  add(key: string, text: string, answer: Answer, nowMs: number): void;
}

/** Nothing is remembered yet. */
export function makeAnswered(): Answered {
  const byKey = new Map<string, { readonly print: string; readonly answer: Answer; readonly atMs: number }>();
  const printOf = (text: string): string => createHash('sha256').update(text).digest('base64');
  const forget = (nowMs: number): void => {
    // The map's own order is that of the answers' ages.
    for (const [key, { atMs }] of byKey) {
      if (byKey.size <= ANSWERS_KEPT && nowMs - atMs < ANSWERS_KEPT_MS) return;
      byKey.delete(key);
    }
  };
  return {
    find(key, text, nowMs) {
      forget(nowMs);
      const known = byKey.get(key);
      if (!known) return null;
      if (known.print === printOf(text)) return known.answer;
      const why = fault('key-reused', 'Idempotency-Key', 'a new key for another cue', key);
      return { status: 422, body: { fault: why } };
    },
    add(key, text, answer, nowMs) {
      byKey.delete(key);
      byKey.set(key, { print: printOf(text), answer, atMs: nowMs });
      forget(nowMs);
    },
  };
}
