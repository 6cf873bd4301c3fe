// What a pre-flight measures in its window. Each is asked of the browser itself; nothing is guessed.
import { type Link, openLink } from '../../link/link.ts';
import { fontFiles, loadFonts } from '../../stage/fonts.ts';
import { HOUSE_THEME } from '../../stage/theme.ts';
import { WIRE_VERSION } from '../../wire/wire.ts';
import type { Measured, PaceMeasured } from './judge.ts';

/** How often pictures come, for so long. Milliseconds. */
export const PACE_MS = 10_000;
/** A relay that has said nothing by then is not there. Milliseconds. */
export const RELAY_PATIENCE_MS = 8_000;
const LOOK_AGAIN_MS = 50;

const wait = (window: Window, ms: number): Promise<void> =>
  new Promise((resolve) => {
    window.setTimeout(resolve, ms);
  });

/** Also ends where no picture comes at all. */
export function measurePace(window: Window, forMs = PACE_MS): Promise<PaceMeasured> {
  const stepsMs: number[] = [];
  let wasHidden = window.document.hidden;
  let lastMs = Number.NaN;
  let over = false;
  const tick = (nowMs: number): void => {
    if (over) return;
    window.requestAnimationFrame(tick);
    wasHidden ||= window.document.hidden;
    if (nowMs > lastMs) stepsMs.push(nowMs - lastMs);
    lastMs = nowMs;
  };
  window.requestAnimationFrame(tick);
  return wait(window, forMs).then(() => {
    over = true;
    return { stepsMs, wasHidden };
  });
}

/** Half a white on nothing, drawn and read back. */
export function measureHalf(document: Document): Measured['half'] {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return { red: 0, alpha: 0 };
  context.fillStyle = 'rgba(255, 255, 255, 0.5)';
  context.fillRect(0, 0, 1, 1);
  const [red = 0, , , alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { red, alpha };
}

/** The families and weights that could not be loaded. */
export async function missingFonts(document: Document): Promise<readonly string[]> {
  const { display, text } = HOUSE_THEME.font;
  const missing = await loadFonts(document, fontFiles([display.family, text.family]));
  return [...new Set(missing.map(({ family, weight }) => `${family} ${weight}`))];
}

/** The relay's clock as well as it is known after its first beats; null without a relay. */
export async function measureClock(window: Window, name: string): Promise<Measured['clock']> {
  const link: Link = openLink({
    hello: { type: 'hello', version: WIRE_VERSION, role: 'output', name, bus: 'preview', historyMs: 0 },
    onDown: () => {},
    painted: () => null,
  });
  const sinceMs = window.performance.now();
  // The first answer is the worst: some more are waited for.
  let bestMs = Number.POSITIVE_INFINITY;
  while (window.performance.now() - sinceMs < RELAY_PATIENCE_MS) {
    await wait(window, LOOK_AGAIN_MS);
    const errorMs = link.offsetErrorMs;
    if (errorMs < bestMs) bestMs = errorMs;
    else if (Number.isFinite(bestMs) && window.performance.now() - sinceMs > RELAY_PATIENCE_MS / 4) break;
  }
  const { offsetMs, offsetErrorMs: errorMs } = link;
  link.stop();
  return Number.isFinite(errorMs) ? { offsetMs, errorMs } : null;
}

/** How the relay's feed stands; null without an answer. */
export async function measureFeed(window: Window): Promise<Measured['feed']> {
  try {
    const answer = await window.fetch('/api/v1/health');
    const { feed } = (await answer.json()) as { feed?: Partial<NonNullable<Measured['feed']>> };
    if (!feed || typeof feed.status !== 'string') return null;
    return { name: String(feed.name), status: feed.status, ageMs: feed.ageMs ?? null };
  } catch {
    return null;
  }
}
