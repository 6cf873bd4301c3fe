// Guided sync: how far the picture is behind the feed, found by pressing when the picture shows what the feed has said. A value; each step makes the next.
import { z } from 'zod';
import { MAX_DELAY_MS } from './playhead.ts';

/** What can be watched for: something that a picture shows sharply. */
export const syncEventSchema = z.enum(['clock-starts', 'clock-stops', 'whole-second', 'made-basket']);
export type SyncEvent = z.infer<typeof syncEventSchema>;

/** One press: when the feed said it was true, when the picture showed it; the delay is between them, in milliseconds. */
export const syncPressSchema = z.object({ eventMs: z.number(), pressedMs: z.number(), delayMs: z.number() });

/** `heldMs`: the instant of the event that is waited for in the picture; null until the feed has said one since `armedMs`. */
export const syncSchema = z.object({
  event: syncEventSchema,
  armedMs: z.number(),
  heldMs: z.number().nullable(),
  presses: z.array(syncPressSchema),
});
export type Sync = z.infer<typeof syncSchema>;

/** The most presses that are kept; the oldest goes first. */
export const MOST_PRESSES = 15;
/** A picture may run ahead of a feed by this much and still be pressed for. Milliseconds. */
const AHEAD_MS = 300;

/** Begins to watch for the next event; presses made for the same event before are kept. */
export const arm = (sync: Sync | null, event: SyncEvent, nowMs: number): Sync => ({
  event,
  armedMs: nowMs,
  heldMs: null,
  presses: sync?.event === event ? sync.presses : [],
});

/** The feed says that something happened at an instant. The first that fits since arming is held; one too old is let go. The same Sync when it does not matter. */
export function hear(sync: Sync, event: SyncEvent, atMs: number): Sync {
  if (event !== sync.event || atMs <= sync.armedMs) return sync;
  const waiting = sync.heldMs !== null && atMs - sync.heldMs <= MAX_DELAY_MS;
  return waiting ? sync : { ...sync, heldMs: atMs };
}

/** The operator saw it in the picture; the next event is then watched for. Null when there was nothing to see then, or only what no delay reaches. */
export function press(sync: Sync, pressedMs: number): Sync | null {
  if (sync.heldMs === null || pressedMs < sync.heldMs - AHEAD_MS) return null;
  const delayMs = Math.max(0, pressedMs - sync.heldMs);
  if (delayMs > MAX_DELAY_MS) return null;
  const presses = [...sync.presses, { eventMs: sync.heldMs, pressedMs, delayMs }].slice(-MOST_PRESSES);
  return { ...sync, presses, armedMs: pressedMs, heldMs: null };
}

/** What the presses say: their median, rounded to 10 ms, and how far they lie from it (the median of the distances). Null before the first. */
export function syncResult({
  presses,
}: Sync): { readonly delayMs: number; readonly spreadMs: number } | null {
  if (presses.length === 0) return null;
  const middle = median(presses.map(({ delayMs }) => delayMs));
  const spreadMs = median(presses.map(({ delayMs }) => Math.abs(delayMs - middle)));
  return { delayMs: Math.round(middle / 10) * 10, spreadMs: Math.round(spreadMs) };
}

/** How far the median may be from the truth, in milliseconds (one standard error, by the spread); null with fewer than three presses, which tell nothing of it. */
export function syncErrorMs(sync: Sync): number | null {
  const result = syncResult(sync);
  const count = sync.presses.length;
  if (!result || count < 3) return null;
  return (MEDIAN_ERROR * SPREAD_TO_SIGMA * result.spreadMs) / Math.sqrt(count);
}

/** Of a normal distribution: the error of a median against that of a mean, and the deviation against the median of the distances. */
const MEDIAN_ERROR = Math.sqrt(Math.PI / 2);
const SPREAD_TO_SIGMA = 1.4826;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return (low + high) / 2;
}
