// The page's own clock and timers, as a link needs them: real here, turned by hand in tests.

export interface PageTime {
  /** Milliseconds that never run back, from any origin. */
  now(): number;
  /** What to add to `now()` for milliseconds since 1970, as far as this machine knows. */
  readonly epochMs: number;
  /** Calls `action` once after `ms`, or never if the returned function was called first. */
  after(ms: number, action: () => void): () => void;
}

export const pageTime: PageTime = {
  now: () => performance.now(),
  epochMs: performance.timeOrigin,
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
