// The one sequence that six sources share: what is new, what was heard before, what is missing, and from where to resume.
// Source: Live Data V2, Query parameters, last_seq.

/** More missing numbers than this are not waited for one by one. */
export const MAX_MISSING = 10_000;
/** A number that was heard before, on a message newer than any by more than this, is a sequence begun anew. Milliseconds. */
const RESTART_MS = 1_000;

/** `late`: it was missing, and comes after newer ones. `old`: heard before. */
export type Taken = {
  readonly verdict: 'fresh' | 'late' | 'old';
  /** What is missing before a fresh one. */
  readonly gap?: { readonly from: number; readonly to: number };
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
  /** It was asked for. Nothing is asked for twice; when asking brought nothing, gaps are taken for natural from then on. */
  resumed(): void;
};

export function makeSequence(): Sequence {
  let last: number | null = null;
  let newestMs = Number.NEGATIVE_INFINITY;
  const missing = new Set<number>();
  let askedUpTo = Number.NEGATIVE_INFINITY;
  let asked = 0;
  let filled = 0;

  const unasked = (): number[] => [...missing].filter((seq) => seq > askedUpTo);
  const isHopeful = (): boolean => asked === 0 || filled > 0;

  const takeFresh = (seq: number, saidMs: number | undefined): Taken => {
    const from = (last ?? seq - 1) + 1;
    last = seq;
    newestMs = Math.max(newestMs, saidMs ?? newestMs);
    if (from === seq) return { verdict: 'fresh' };
    for (let gone = Math.max(from, seq - MAX_MISSING); gone < seq; gone += 1) missing.add(gone);
    for (const oldest of missing) {
      if (missing.size <= MAX_MISSING) break;
      missing.delete(oldest);
    }
    return { verdict: 'fresh', gap: { from, to: seq - 1 } };
  };

  return {
    take(seq, saidMs) {
      if (last === null || seq > last) return takeFresh(seq, saidMs);
      if (missing.delete(seq)) {
        filled += 1;
        return { verdict: 'late' };
      }
      if (saidMs === undefined || saidMs <= newestMs + RESTART_MS) return { verdict: 'old' };
      missing.clear();
      askedUpTo = Number.NEGATIVE_INFINITY;
      last = seq;
      newestMs = saidMs;
      return { verdict: 'fresh', restarted: true };
    },
    get resumeFrom() {
      if (last === null || !isHopeful()) return last;
      return unasked().reduce((least, seq) => Math.min(least, seq - 1), last);
    },
    get worthResuming() {
      return isHopeful() && unasked().length > 0;
    },
    resumed() {
      if (last === null || !isHopeful() || unasked().length === 0) return;
      asked += 1;
      filled = 0;
      askedUpTo = last;
    },
  };
}
