// Overrides that end by themselves: a field goes back to the feed when the feed has agreed with the operator for as long as the slowest picture is behind it.
import type { Timekeeper } from '../feeds/feed.ts';
import { agreedFields, type Truth } from '../show/correct.ts';
import { reachMs } from '../show/playhead.ts';
import type { Show } from '../show/show.ts';
import type { OutputInfo } from '../wire/wire.ts';

/** How often it is looked at while such an override holds, in milliseconds. */
export const AGREEMENT_LOOK_MS = 200;
/** Beyond the delay, in milliseconds: what live plays behind, and one look. */
export const AGREEMENT_MARGIN_MS = 1_000;

export type AgreementOptions = {
  readonly time: Timekeeper;
  readonly truth: Truth;
  readonly show: () => Show;
  readonly outputs: () => readonly OutputInfo[];
  readonly release: (fields: readonly string[]) => void;
};

export interface Agreement {
  /** The show has changed: begins to look where there is something to look for. */
  watch(): void;
  stop(): void;
}

/** How far the slowest picture is behind now. */
function behindMs({ playheads }: Show, outputs: readonly OutputInfo[], nowMs: number): number {
  const sent = Object.values(playheads).map((playhead) => reachMs(playhead, nowMs, 0));
  const painted = outputs.map((output) => output.painted?.delayMs ?? 0);
  return Math.max(0, ...sent, ...painted);
}

/** Looks at nothing until it is told that the show has changed. */
export function makeAgreement({ time, truth, show, outputs, release }: AgreementOptions): Agreement {
  /** Since when the feed has agreed, by field. */
  const sinceMs = new Map<string, number>();
  let cancel: (() => void) | null = null;

  const waits = (): boolean => Object.values(show().overrides).some(({ until }) => until === 'agrees');

  const look = (): void => {
    cancel = null;
    const nowMs = time.now();
    const agreed = agreedFields(show(), truth(nowMs));
    for (const field of sinceMs.keys()) if (!agreed.includes(field)) sinceMs.delete(field);
    for (const field of agreed) if (!sinceMs.has(field)) sinceMs.set(field, nowMs);
    const longMs = behindMs(show(), outputs(), nowMs) + AGREEMENT_MARGIN_MS;
    const due = agreed.filter((field) => nowMs - (sinceMs.get(field) ?? nowMs) >= longMs);
    for (const field of due) sinceMs.delete(field);
    if (due.length > 0) release(due);
    watch();
  };

  const watch = (): void => {
    if (waits()) cancel ??= time.after(AGREEMENT_LOOK_MS, look);
    else {
      cancel?.();
      cancel = null;
      sinceMs.clear();
    }
  };

  return { watch, stop: () => cancel?.() };
}
