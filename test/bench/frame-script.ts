// How much JavaScript a page runs for one frame of the screen: the middle of all frames, in processor time, as the browser's own tracing counts it.
import { inBrowser } from './watch.ts';

const PATIENCE = { timeout: 60_000 };

/** As Chromium writes it: processor time and time, both in microseconds. */
type Trace = {
  readonly traceEvents: readonly { readonly name: string; readonly tdur?: number; readonly dur?: number }[];
};

/** Milliseconds of each frame's own callbacks. `stands` runs in the page: true when what is to be measured is there. */
export function frameScripts(
  url: string,
  lastsMs: number,
  stands: () => boolean,
): Promise<readonly number[]> {
  return inBrowser([], async (tab, _pid, browser) => {
    await tab.goto(url);
    await tab.waitForFunction(stands, null, PATIENCE);
    await tab.waitForTimeout(2_500);
    await browser.startTracing(tab, { categories: ['devtools.timeline'] });
    await tab.waitForTimeout(lastsMs);
    const trace: Trace = JSON.parse((await browser.stopTracing()).toString());
    return trace.traceEvents
      .filter(({ name }) => name === 'FireAnimationFrame')
      .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1_000);
  });
}
