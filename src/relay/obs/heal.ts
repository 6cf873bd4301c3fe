// When a browser source whose page has fallen silent is mended: once, watched, and then ever more rarely, never twice within half a minute. Pure.

/** An output that has not reported for so long is silent. Milliseconds: two and a half beats of a page. */
export const SILENT_MS = 1_250;
/** The same of a page that said it was hidden, in a source that is not on program: a browser lets it beat once a minute. */
export const HIDDEN_SILENT_MS = 150_000;
/** A source that was mended is back by then, or it is told; so long a page has to come back to a relay that was away. Milliseconds. */
export const BACK_MS = 5_000;
/** From the relay's start to a page's first words: a page that lost it waits up to five seconds between two tries. Milliseconds. */
export const FIRST_MS = 15_000;
/** OBS has been seen to stop painting a source that is refreshed too fast. */
export const LEAST_BETWEEN_MS = 30_000;
const MOST_BETWEEN_MS = 480_000;

/** `tries`: mends since it last reported. NaN for what has not been. */
export type Health = {
  readonly reportedMs: number;
  readonly mendedMs: number;
  readonly tries: number;
  /** That it does not come back was told. */
  readonly told: boolean;
  /** At the last look it was silent already: at the second it is believed, for a relay that stood still hears late. */
  readonly doubted: boolean;
};
/** Not seen yet: what was never there is not mended. */
export const NEVER_SEEN: Health = {
  reportedMs: Number.NaN,
  mendedMs: Number.NaN,
  tries: 0,
  told: false,
  doubted: false,
};

/** Of an output. `reportedMs`: the last beat of a page whose picture is not late; null for none. `connected`: its socket is open. `mayRest`: it is hidden, and nobody misses it. */
export type Heard = {
  readonly reportedMs: number | null;
  readonly connected: boolean;
  readonly hasPicture: boolean;
  readonly mayRest: boolean;
};

/**
 * `refresh`: its page is gone, and is loaded anew. `remake`: it is there and does nothing, or was refreshed in vain: OBS makes the browser anew, for a page
 * that is loaded anew in a browser that hangs never comes. `back`: it reports again. `gone`: it did not come back, and the operator is told.
 */
export type Deed = 'refresh' | 'remake' | 'back' | 'gone';
export type Care = { readonly health: Health; readonly deed: Deed | null };

/** Not seen yet, and missed if it does not come within a time. */
export const awaited = (nowMs: number): Health => ({
  ...NEVER_SEEN,
  reportedMs: nowMs + FIRST_MS - SILENT_MS,
});

/** The relay was away, and so perhaps were its pages: they have time to come back. */
export const unheard = (health: Health, nowMs: number): Health => ({
  ...health,
  doubted: false,
  // NaN stays NaN: what was never seen has not been seen now.
  reportedMs: Math.max(health.reportedMs, nowMs + BACK_MS - SILENT_MS),
});

/** At `nowMs`, what is heard of the output. */
export function care(before: Health, heard: Heard, nowMs: number): Care {
  const { mendedMs, tries, told } = before;
  // What it said before it was mended is no sign of life.
  const isNews = heard.reportedMs !== null && !(heard.reportedMs <= mendedMs);
  const reportedMs = isNews ? (heard.reportedMs ?? Number.NaN) : before.reportedMs;
  // Never seen is not silent: NaN is not more than anything.
  const isSilent = nowMs - reportedMs >= (heard.mayRest ? HIDDEN_SILENT_MS : SILENT_MS);
  const health = { ...before, reportedMs, doubted: isSilent };
  if (isNews && !isSilent && heard.hasPicture)
    return { health: { ...health, tries: 0, told: false }, deed: tries > 0 ? 'back' : null };
  const betweenMs = Math.min(MOST_BETWEEN_MS, LEAST_BETWEEN_MS * 2 ** Math.max(0, tries - 1));
  if (isSilent && before.doubted && !(nowMs - mendedMs < betweenMs)) {
    const deed = heard.connected || tries > 0 ? 'remake' : 'refresh';
    return { health: { ...health, mendedMs: nowMs, tries: tries + 1 }, deed };
  }
  if (tries > 0 && !told && nowMs - mendedMs >= BACK_MS)
    return { health: { ...health, told: true }, deed: 'gone' };
  return { health, deed: null };
}
