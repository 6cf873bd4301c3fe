// One instant of an output page: its pixels and what it says it painted, taken together, so that neither can be newer than the other.
import type { Page } from 'playwright';

/** A body as the page says that it stands in the picture. */
export type SaidBody = {
  readonly id: string;
  readonly side: 'home' | 'away' | null;
  readonly number: string | null;
  readonly xMm: number;
  readonly yMm: number;
};

export type Seen = {
  /** The picture as PNG: read it when there is time. */
  readonly png: Buffer;
  readonly instantMs: number;
  /** Of the show that it painted. */
  readonly revision: number;
  readonly bodies: readonly SaidBody[];
  readonly graphics: readonly string[];
  readonly faults: readonly unknown[];
};

/** Looks at the page between two of its ticks. It must be drawn on 2D canvases: WebGL's is empty by then. */
export async function see(tab: Page): Promise<Seen> {
  const { url, painted, bodies } = await tab.evaluate(() => {
    const output = window.courtside;
    const whole = document.createElement('canvas');
    whole.width = window.innerWidth;
    whole.height = window.innerHeight;
    const context = whole.getContext('2d');
    if (!output || !context) throw new Error('no output');
    for (const canvas of document.querySelectorAll('canvas')) {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      if (width > 0 && height > 0) context.drawImage(canvas, left, top, width, height);
    }
    return { url: whole.toDataURL('image/png'), painted: output.painted(), bodies: output.bodies() };
  });
  const { instantMs, revision, graphics, faults } = painted;
  const png = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  return { png, instantMs, revision, bodies, graphics, faults };
}

/** Waits until the picture is of that instant or a later one. */
export const untilPainted = (tab: Page, atMs: number): Promise<unknown> =>
  tab.waitForFunction((wanted) => (window.courtside?.painted().instantMs ?? 0) >= wanted, atMs, {
    timeout: 100_000,
  });
