// An older summary after a newer one never wins; but a provider whose clock was set back is followed.

/** So many older ones in a row, each newer than the one before, are a clock that was set back. */
const BELIEVED_AFTER = 3;

export type SummaryOrder = {
  /** Whether a summary of that stamp may speak. */
  accepts(saidMs: number): boolean;
};

export function makeSummaryOrder(): SummaryOrder {
  let newestMs = Number.NEGATIVE_INFINITY;
  let refusedMs = Number.NEGATIVE_INFINITY;
  let refused = 0;
  return {
    accepts(saidMs) {
      if (saidMs < newestMs) {
        refused = saidMs > refusedMs ? refused + 1 : 1;
        refusedMs = saidMs;
        if (refused < BELIEVED_AFTER) return false;
      }
      newestMs = saidMs;
      refused = 0;
      refusedMs = Number.NEGATIVE_INFINITY;
      return true;
    },
  };
}
