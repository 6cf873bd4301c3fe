// Whether a page keeps up, judged by its own beat: a socket's buffer tells nothing before the system's own have swallowed megabytes.
import type { Painted } from '../wire/wire.ts';
import type { Debt } from './ledger.ts';

/** No beat for so long: the page gets no frames. In milliseconds. */
export const LAG_AFTER_MS = 2_000;
/** No beat for so long: the page is cut off, so that it comes back and gets a snapshot. In milliseconds. */
export const CUT_AFTER_MS = 15_000;
/** A picture drawn for an instant so far behind what it should be: no frames. In milliseconds. */
export const LATE_PICTURE_MS = 1_000;
/** Facts that should stand in the picture and do not: no frames. */
export const DEBT_FACTS = 200;
/** The same in bytes, and then the page is cut off. */
export const DEBT_CUT_BYTES = 4 * 1024 * 1024;
/** Bytes that the socket itself holds back: no frames; and cut off. */
export const BACKLOG_BYTES = 1024 * 1024;
export const BACKLOG_CUT_BYTES = 16 * 1024 * 1024;

export type Pulse = {
  /** Relay's instant of the last beat, or of the connection. */
  readonly beatMs: number;
  /** How late the picture was when its beat came, in milliseconds; 0 for a desk, and where nothing is drawn. */
  readonly pictureLateMs: number;
  /** What it owed when its beat came; nothing for a desk, and before the first paint. */
  readonly debt: Debt;
  readonly backlogBytes: number;
};

export type Verdict = 'fine' | 'lags' | 'cut';

/** A page first loses its frames, and is cut off last. */
export function judge({ beatMs, pictureLateMs, debt, backlogBytes }: Pulse, nowMs: number): Verdict {
  const silentMs = nowMs - beatMs;
  if (silentMs > CUT_AFTER_MS || debt.bytes > DEBT_CUT_BYTES || backlogBytes > BACKLOG_CUT_BYTES)
    return 'cut';
  const lags =
    silentMs > LAG_AFTER_MS ||
    pictureLateMs > LATE_PICTURE_MS ||
    debt.facts > DEBT_FACTS ||
    backlogBytes > BACKLOG_BYTES;
  return lags ? 'lags' : 'fine';
}

/** The game's instant, and how many times as fast as ours its time goes. */
export type GameNow = { readonly nowMs: number; readonly rate: number };

/**
 * How late a picture was: now, less the delay it plays at, less the instant it drew, in our own time; the page's own uncertainty of our clock is not held
 * against it. A hidden page draws nothing, and is not late; neither is one of a game that goes backwards.
 */
export const pictureLateMs = (painted: Painted | null, { nowMs, rate }: GameNow): number =>
  painted?.visible && painted.revision >= 0
    ? Math.max(
        0,
        (nowMs - painted.delayMs - painted.instantMs) / Math.max(1, Math.abs(rate)) -
          Math.abs(painted.offsetErrorMs),
      )
    : 0;
