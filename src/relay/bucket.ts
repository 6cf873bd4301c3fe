// How often something may happen: a bucket of tokens, filled at a steady rate.

export type BucketOptions = { readonly perSecond: number; readonly burst: number };

/** Takes one token at that instant (ms); false when there is none. */
export type Bucket = (nowMs: number) => boolean;

/** A full bucket. */
export function makeBucket({ perSecond, burst }: BucketOptions): Bucket {
  let tokens = burst;
  let lastMs = Number.NEGATIVE_INFINITY;
  return (nowMs) => {
    const earned = lastMs === Number.NEGATIVE_INFINITY ? 0 : ((nowMs - lastMs) / 1000) * perSecond;
    tokens = Math.min(burst, tokens + Math.max(0, earned));
    lastMs = nowMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
