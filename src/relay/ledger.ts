// What was sent to all pages, by its last seq: against it a page's report of what it has painted tells how far behind it is.

/** Batches of facts that are remembered. A page further behind than that counts as this far behind. */
export const LEDGER_BATCHES = 4096;
/** A fact so young need not be painted yet, in milliseconds. */
export const GRACE_MS = 1_000;

export type Batch = {
  /** Highest `seq` in it. */
  readonly seq: number;
  /** Newest `atMs` in it: a page that draws an earlier instant cannot have painted it. */
  readonly atMs: number;
  readonly sentMs: number;
  readonly count: number;
  readonly bytes: number;
};

/** What a page should have painted and has not. */
export type Debt = { readonly facts: number; readonly bytes: number };

export interface Ledger {
  add(batch: Batch): void;
  /** Facts after `seq` that were true by `instantMs` and sent more than `GRACE_MS` before `nowMs`. */
  debt(seq: number, instantMs: number, nowMs: number): Debt;
}

/** An empty ledger: a ring of the last batches. */
export function makeLedger(): Ledger {
  const ring: Batch[] = [];
  let next = 0;
  return {
    add(batch) {
      ring[next] = batch;
      next = (next + 1) % LEDGER_BATCHES;
    },
    debt(seq, instantMs, nowMs) {
      let facts = 0;
      let bytes = 0;
      for (let back = 1; back <= ring.length; back += 1) {
        const batch = ring[(next - back + LEDGER_BATCHES) % LEDGER_BATCHES];
        if (!batch || batch.seq <= seq) break;
        if (batch.atMs > instantMs || batch.sentMs > nowMs - GRACE_MS) continue;
        facts += batch.count;
        bytes += batch.bytes;
      }
      return { facts, bytes };
    },
  };
}
