// Where in time an output plays: behind live by a delay, or at a past instant at a rate. A value: the instant follows from it and from now alone, so that
// every page of one output, and one that has just been reloaded, plays the same instant.
import { z } from 'zod';
import { HISTORY_MS } from '../time/timeline.ts';

/** The longest an output may play behind live: no further than history goes. */
export const MAX_DELAY_MS = HISTORY_MS;
/** How fast a delay may change while it plays on: 5 % faster or slower than time. */
export const SLEW = 0.05;
/** A change of delay up to this is slewed unless told otherwise; a larger one cuts. Milliseconds: 20 s of slewing. */
export const SLEW_UP_TO_MS = 1_000;

/**
 * Behind live by `delayMs`; 0 is live: as far behind as the feed's own jitter asks for, which each page knows. `fromMs` is the delay before the change (null: live),
 * `sinceMs` the relay's instant of the change, `cut` a change without slewing.
 */
export const delayedSchema = z.object({
  kind: z.literal('delayed'),
  delayMs: z.number().min(0),
  fromMs: z.number().min(0).nullable(),
  sinceMs: z.number(),
  cut: z.boolean(),
});
export type Delayed = z.infer<typeof delayedSchema>;

/** At `instantMs` since the relay's `sinceMs`, going on at `rate` (0 stands, negative runs backwards); `after` is where it goes back to. */
export const replayingSchema = z.object({
  kind: z.literal('replaying'),
  instantMs: z.number(),
  rate: z.number().min(-4).max(4),
  sinceMs: z.number(),
  after: delayedSchema,
});
export type Replaying = z.infer<typeof replayingSchema>;

export const playheadSchema = z.discriminatedUnion('kind', [delayedSchema, replayingSchema]);
export type Playhead = z.infer<typeof playheadSchema>;

export const LIVE: Delayed = { kind: 'delayed', delayMs: 0, fromMs: 0, sinceMs: 0, cut: true };

/** How far behind `nowMs` a delayed playhead is; `liveMs` is how far behind live plays here. Smoothing never adds to a delay that was set. */
export function delayOf({ delayMs, fromMs, sinceMs, cut }: Delayed, nowMs: number, liveMs: number): number {
  const wanted = delayMs === 0 ? liveMs : delayMs;
  if (cut) return wanted;
  const from = fromMs === null || fromMs === 0 ? liveMs : fromMs;
  const moved = SLEW * Math.max(0, nowMs - sinceMs);
  return from < wanted ? Math.min(wanted, from + moved) : Math.max(wanted, from - moved);
}

/**
 * The instant that an output draws at `nowMs` of the relay's clock. A replay never runs ahead of live. `gameMs` is the game's instant then: another one only
 * where a tape is played otherwise than as in life.
 */
export function instantOf(playhead: Playhead, nowMs: number, liveMs: number, gameMs = nowMs): number {
  if (playhead.kind === 'delayed') return gameMs - delayOf(playhead, nowMs, liveMs);
  const { instantMs, rate, sinceMs } = playhead;
  return Math.min(gameMs - liveMs, instantMs + rate * Math.max(0, nowMs - sinceMs));
}

/**
 * When a playhead plays an instant that it has not played yet, of the relay's clock; an instant of the past when it has. Infinite when it never will: a replay
 * that stands or runs backwards. The inverse of `instantOf` where live plays at now.
 */
export function playedAtMs(playhead: Playhead, instantMs: number): number {
  if (playhead.kind === 'replaying') {
    const { rate, sinceMs, instantMs: fromMs } = playhead;
    return rate > 0 ? Math.max(instantMs, sinceMs + (instantMs - fromMs) / rate) : Number.POSITIVE_INFINITY;
  }
  const { delayMs, fromMs, sinceMs, cut } = playhead;
  const settledMs = instantMs + delayMs;
  const from = fromMs ?? 0;
  if (cut || settledMs - sinceMs >= Math.abs(delayMs - from) / SLEW) return settledMs;
  const beforeMs = instantMs + from;
  const slew = from < delayMs ? SLEW : -SLEW;
  return beforeMs <= sinceMs ? beforeMs : (beforeMs - slew * sinceMs) / (1 - slew);
}

/** How far back history must reach for a playhead to be drawn, in milliseconds, with `marginMs` to spare. */
export const reachMs = (playhead: Playhead, nowMs: number, marginMs: number): number =>
  Math.max(0, nowMs - instantOf(playhead, nowMs, 0), playhead.kind === 'delayed' ? playhead.delayMs : 0) +
  marginMs;

/** How far back the output reaches that plays furthest behind, in milliseconds. */
export const furthestMs = (playheads: readonly Playhead[], nowMs: number): number =>
  Math.max(0, ...playheads.map((playhead) => reachMs(playhead, nowMs, 0)));

/** A playhead sent to another delay at `nowMs`. `how` absent: slewed when small, cut when large, and always cut out of a replay. */
export function delayedBy(playhead: Playhead, delayMs: number, nowMs: number, how?: 'slew' | 'cut'): Delayed {
  const fromMs = playhead.kind === 'delayed' ? delayOf(playhead, nowMs, 0) : 0;
  const small = Math.abs(delayMs - fromMs) <= SLEW_UP_TO_MS;
  const cut = playhead.kind === 'replaying' || (how === undefined ? !small : how === 'cut');
  return { kind: 'delayed', delayMs, fromMs: fromMs === 0 ? null : fromMs, sinceMs: nowMs, cut };
}

/** A playhead sent to a past instant (or on from where it is) at a rate. */
export function replayFrom(
  playhead: Playhead,
  { instantMs, rate }: { instantMs?: number | undefined; rate: number },
  nowMs: number,
): Replaying {
  const after = playhead.kind === 'delayed' ? playhead : playhead.after;
  return {
    kind: 'replaying',
    instantMs: instantMs ?? instantOf(playhead, nowMs, 0),
    rate,
    sinceMs: nowMs,
    after: { ...after, cut: true },
  };
}
