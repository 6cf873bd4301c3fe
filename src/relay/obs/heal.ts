// When a browser source that has fallen silent is loaded anew: once, watched, and then ever more rarely, never twice within half a minute. Pure.

/** An output that has not reported for so long is silent. Milliseconds: three beats of a page. */
export const SILENT_MS = 1_500;
/** A source that was loaded anew is back by then, or it is told. */
export const BACK_MS = 5_000;
/** OBS has been seen to stop painting a source that is refreshed too fast. */
export const LEAST_BETWEEN_MS = 30_000;
const MOST_BETWEEN_MS = 480_000;

/** `tries`: refreshes since it last reported. NaN for what has not been. */
export type Health = {
  readonly reportedMs: number;
  readonly refreshedMs: number;
  readonly tries: number;
  /** That it does not come back was told. */
  readonly told: boolean;
};
/** Not seen yet: what was never there is not refreshed. */
export const NEVER_SEEN: Health = { reportedMs: Number.NaN, refreshedMs: Number.NaN, tries: 0, told: false };

/** `back`: it reports again after a refresh; `gone`: it did not come back, and the operator is told. */
export type Care = { readonly health: Health; readonly deed: 'refresh' | 'back' | 'gone' | null };

/** At `nowMs`, whether the output reports. */
export function care(health: Health, isReporting: boolean, nowMs: number): Care {
  if (isReporting)
    return {
      health: { ...health, reportedMs: nowMs, tries: 0, told: false },
      deed: health.tries > 0 ? 'back' : null,
    };
  const { reportedMs, refreshedMs, tries, told } = health;
  if (Number.isNaN(reportedMs) || nowMs - reportedMs < SILENT_MS) return { health, deed: null };
  const betweenMs = Math.min(MOST_BETWEEN_MS, LEAST_BETWEEN_MS * 2 ** Math.max(0, tries - 1));
  if (Number.isNaN(refreshedMs) || nowMs - refreshedMs >= betweenMs)
    return { health: { ...health, refreshedMs: nowMs, tries: tries + 1 }, deed: 'refresh' };
  if (tries > 0 && !told && nowMs - refreshedMs >= BACK_MS)
    return { health: { ...health, told: true }, deed: 'gone' };
  return { health, deed: null };
}
