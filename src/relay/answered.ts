// A cue that is sent twice under one key is done once: what was answered is remembered for a while, the last granted ones beyond a restart.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import { type Asked, keySchema } from '../show/asked.ts';
import type { Cue } from '../show/cue.ts';

/** Answers that are remembered, and for how long, in milliseconds. */
export const ANSWERS_KEPT = 1_000;
export const ANSWERS_KEPT_MS = 600_000;
/** Of the granted ones so many are kept with the show: more than a sender can have on their way when the relay dies. */
const DONE_KEPT = 100;

/** The code of a key that stood for another cue. */
export const KEY_REUSED = 'key-reused';

export type Outcome = { readonly revision: number } | { readonly fault: Fault };

/** A cue with a key that was granted: what it was, by its print, when, and what it made of the show. */
export const doneSchema = z.object({
  key: keySchema,
  print: z.string().max(64),
  atMs: z.number(),
  revision: z.number().int(),
});
export type Done = z.infer<typeof doneSchema>;

export interface Answered {
  /** What was answered to that key, or a refusal when it stood for another cue; null when it is new. */
  find(key: string, print: string, nowMs: number): Outcome | null;
  add(key: string, print: string, outcome: Outcome, nowMs: number): void;
  /** The last that were granted, oldest first: what must not be forgotten. */
  done(): readonly Done[];
  /** Takes up what was not forgotten. */
  take(done: readonly Done[]): void;
}

/** Tells one cue, with all that goes with it, from another. */
export const printOf = (cue: Cue, asked: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([cue, asked]))
    .digest('base64')
    .slice(0, 24);

/** Nothing is remembered yet. */
export function makeAnswered(): Answered {
  const byKey = new Map<
    string,
    { readonly print: string; readonly outcome: Outcome; readonly atMs: number }
  >();
  let granted: readonly Done[] = [];
  const forget = (nowMs: number): void => {
    // The map's own order is that of the answers' ages.
    for (const [key, { atMs }] of byKey) {
      if (byKey.size <= ANSWERS_KEPT && nowMs - atMs < ANSWERS_KEPT_MS) break;
      byKey.delete(key);
    }
    if (granted.some(({ atMs }) => nowMs - atMs >= ANSWERS_KEPT_MS))
      granted = granted.filter(({ atMs }) => nowMs - atMs < ANSWERS_KEPT_MS);
  };
  const remember = (key: string, print: string, outcome: Outcome, atMs: number): void => {
    byKey.delete(key);
    byKey.set(key, { print, outcome, atMs });
    if ('revision' in outcome)
      granted = [...granted.slice(1 - DONE_KEPT), { key, print, atMs, revision: outcome.revision }];
  };
  return {
    find(key, print, nowMs) {
      forget(nowMs);
      const known = byKey.get(key);
      if (!known) return null;
      if (known.print === print) return known.outcome;
      return { fault: fault(KEY_REUSED, 'Idempotency-Key', 'a new key for another cue', key) };
    },
    add(key, print, outcome, nowMs) {
      remember(key, print, outcome, nowMs);
      forget(nowMs);
    },
    done: () => granted,
    take(done) {
      for (const { key, print, atMs, revision } of done) remember(key, print, { revision }, atMs);
    },
  };
}
