// How much of the panel is seen for want of places: with nobody's known it waits a little, then leaves; it comes back with them.
import { TENTH_MS, type Tenth, type Tenths } from '../../src/stage/tenths.ts';
import type { Moment } from '../../src/time/moment.ts';

const HOLD_MS = 2_000;
const FADE_MS = 400;
/** So many tenths of a second are looked at. */
const SEEN_TENTHS = (HOLD_MS + FADE_MS) / TENTH_MS + 2;

const isAnybody = ({ count, hasBall }: Tenth): boolean => count > 0 || hasBall;

/** 0 to 1 at a moment, from what was before it. Allocates nothing. */
export function knownAt(moment: Moment, tenths: Tenths): number {
  const isNow = moment.bodyCount > 0 || moment.ball !== null;
  if (tenths.isStill) return isNow ? 1 : 0;
  let known = isAnybody(tenths.ago(SEEN_TENTHS - 1)) ? 1 : 0;
  let goneMs = 0;
  for (let i = SEEN_TENTHS - 2; i >= 0; i -= 1) {
    const isThere = isAnybody(tenths.ago(i));
    goneMs = isThere ? 0 : goneMs + TENTH_MS;
    known = stepped(known, isThere, goneMs, TENTH_MS);
  }
  const elapsedMs = moment.atMs - tenths.ago(0).atMs;
  return stepped(known, isNow, goneMs + elapsedMs, elapsedMs);
}

function stepped(known: number, isThere: boolean, goneMs: number, elapsedMs: number): number {
  if (isThere) return Math.min(1, known + elapsedMs / FADE_MS);
  return goneMs > HOLD_MS ? Math.max(0, known - elapsedMs / FADE_MS) : known;
}
