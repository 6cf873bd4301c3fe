// The one sequence that six sources share: what is new, what was heard before, what is missing, and from where to resume.
// Source: Live Data V2, Query parameters, last_seq.

/** More missing numbers than this are not waited for one by one. */
export const MAX_MISSING = 10_000;
/** What so many answers have passed over is not asked for again. */
export const MAX_ASKS = 4;
/** When asking so often in a row brought nothing at all, gaps are taken for natural. */
export const MAX_VAIN = 6;
/** Words that could not be read are asked for so often, in all: they need not have had a number. */
const MAX_UNREAD = 20;
/** A number that was heard before, on a message newer than any by more than this, is a sequence begun anew. Milliseconds. */
const RESTART_MS = 1_000;

/** Numbers from the first to the last, both among them. */
export type Span = { readonly from: number; readonly to: number };

/** `late`: it was missing, and comes after newer ones. `old`: heard before. */
export type Taken = {
  readonly verdict: 'fresh' | 'late' | 'old';
  /** What is missing before a fresh one. */
  readonly gap?: Span;
  /** What is not asked for again lies between these. */
  readonly lost?: Span;
  /** The provider counts from another number now. */
  readonly restarted?: true;
};

export type Sequence = {
  /** Takes the next number heard, with the provider's stamp of its message in milliseconds where it has one. */
  take(seq: number, saidMs: number | undefined): Taken;
  /** What to ask for when connecting again: the last number heard, or the one before what is missing and worth asking for. Null before the first. */
  readonly resumeFrom: number | null;
  /** True while connecting again may bring what is missing. */
  readonly worthResuming: boolean;
  /** Words came that could not be read: the next number may have been theirs. */
  unread(): void;
  /** It was asked for. What the last answer has not come to does not count as asked for. Returns what is not asked for again. */
  resumed(): Span | undefined;
};

/** A sequence of which nothing was heard. */
export function makeSequence(): Sequence {
  let last: number | null = null;
  let newestMs = Number.NEGATIVE_INFINITY;
  /** Missing and worth asking for, in rising order, each with how many answers have passed it over. */
  const missing = new Map<number, number>();
  /** Missing, and asked for often enough: still taken when they come. */
  const gone = new Set<number>();
  /** The last number heard when an answer that is under way was asked for, and how far that has come. */
  let asked: { readonly upTo: number; heardTo: number } | null = null;
  let isUnread = false;
  let unreadAsks = 0;
  let filled = false;
  let vain = 0;

  const isHopeful = (): boolean => vain < MAX_VAIN;
  const isLacking = (): boolean => isHopeful() && missing.size > 0;

  const dropOldest = (): void => {
    for (const all of [gone, missing])
      for (const oldest of all.keys()) {
        if (missing.size + gone.size <= MAX_MISSING) return;
        all.delete(oldest);
      }
  };

  const takeFresh = (seq: number, saidMs: number | undefined): Taken => {
    const from = (last ?? seq - 1) + 1;
    isUnread = false;
    last = seq;
    newestMs = Math.max(newestMs, saidMs ?? newestMs);
    if (from === seq) return { verdict: 'fresh' };
    for (let at = Math.max(from, seq - MAX_MISSING); at < seq; at += 1) missing.set(at, 0);
    dropOldest();
    return { verdict: 'fresh', gap: { from, to: seq - 1 } };
  };

  const restart = (seq: number, saidMs: number): Taken => {
    missing.clear();
    gone.clear();
    asked = null;
    isUnread = false;
    last = seq;
    newestMs = saidMs;
    return { verdict: 'fresh', restarted: true };
  };

  /** The answer is over, and has come so far: what it did not bring up to there, it passed over. Returns what is given up. */
  const passOver = (upTo: number): Span | undefined => {
    asked = null;
    vain = filled ? 0 : vain + 1;
    filled = false;
    const givenUp: number[] = [];
    for (const [seq, asks] of missing) {
      if (seq > upTo) break;
      if (asks + 1 < MAX_ASKS) missing.set(seq, asks + 1);
      else givenUp.push(seq);
    }
    for (const seq of givenUp) {
      missing.delete(seq);
      gone.add(seq);
    }
    const [from = 0] = givenUp;
    return givenUp.length === 0 ? undefined : { from, to: givenUp.at(-1) ?? from };
  };

  const takeAny = (seq: number, saidMs: number | undefined): Taken => {
    if (last === null || seq > last) return takeFresh(seq, saidMs);
    if (missing.delete(seq) || gone.delete(seq)) {
      filled = true;
      if (asked === null) vain = 0;
      return { verdict: 'late' };
    }
    if (saidMs === undefined || saidMs <= newestMs + RESTART_MS) return { verdict: 'old' };
    return restart(seq, saidMs);
  };

  return {
    take(seq, saidMs) {
      const taken = takeAny(seq, saidMs);
      if (asked === null) return taken;
      asked.heardTo = Math.max(asked.heardTo, seq);
      if (seq < asked.upTo) return taken;
      const lost = passOver(asked.upTo);
      return lost === undefined ? taken : { ...taken, lost };
    },
    get resumeFrom() {
      const [oldest] = missing.keys();
      return last === null || oldest === undefined || !isHopeful() ? last : oldest - 1;
    },
    get worthResuming() {
      return isUnread || isLacking();
    },
    unread() {
      isUnread = last !== null && unreadAsks < MAX_UNREAD;
    },
    resumed() {
      const lost = asked === null ? undefined : passOver(asked.heardTo);
      if (last !== null && isLacking()) asked = { upTo: last, heardTo: Number.NEGATIVE_INFINITY };
      if (isUnread) unreadAsks += 1;
      isUnread = false;
      return lost;
    },
  };
}
