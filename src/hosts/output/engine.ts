// Which engine a page runs in, and whether it is one that is promised to draw right.

/** The oldest Chromium that is promised: that of OBS 28 to 30. */
export const OLDEST_CHROMIUM = 103;

/** The Chromium of a user agent; null for another engine. */
export const chromiumOf = (userAgent: string): number | null => {
  const version = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1];
  return version === undefined ? null : Number(version);
};

/** True for a Chromium that is known to be older than is promised. */
export const isTooOld = (userAgent: string): boolean =>
  (chromiumOf(userAgent) ?? OLDEST_CHROMIUM) < OLDEST_CHROMIUM;

/**
 * What the page says by itself where its script cannot even be read is taken away; in an engine that is too old it is said at once. True where the page may
 * start.
 */
export function mayStart({ document, navigator }: Pick<Window, 'document' | 'navigator'>): boolean {
  const sentence = document.querySelector('.cannot-start');
  if (isTooOld(navigator.userAgent)) {
    sentence?.classList.add('now');
    return false;
  }
  sentence?.remove();
  return true;
}
