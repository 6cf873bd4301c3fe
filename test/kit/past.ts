// The past of a Moment by a function of time: for whoever draws a stretch of it.
import { TRACE } from '../../src/time/body-track.ts';
import type { Moment, Past, Places } from '../../src/time/moment.ts';

/** A past in which all was where the function says. */
export const pastOf = (placesAt: (atMs: number) => Places): Past => ({
  version: 1,
  revision: 1,
  firmMs: Number.POSITIVE_INFINITY,
  at: placesAt,
  trace({ id }, trace) {
    const stepMs = trace[TRACE.stepMs] ?? 0;
    const newestMs = trace[TRACE.atMs] ?? 0;
    const count = (trace.length - TRACE.places) / TRACE.stride;
    for (let i = 0; i < count; i += 1) {
      const { bodies, ball } = placesAt(newestMs - i * stepMs);
      const body = ball?.id === id ? ball : bodies.find((one) => one.id === id);
      if (!body) return false;
      trace.set([body.xMm, body.yMm, body.zMm], TRACE.places + TRACE.stride * i);
    }
    return true;
  },
});

/** A Moment of a function of time, with the past that it gives. */
export const inTime = (momentAt: (atMs: number) => Moment, atMs: number): Moment => ({
  ...momentAt(atMs),
  past: pastOf(momentAt),
});
