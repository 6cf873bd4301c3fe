// From a key that is pressed to what is painted for it: on the outputs of a relay, and on a page that does nothing else.
import type { Page } from 'playwright';

declare global {
  interface Window {
    /** Of the last key and of the last change of what is watched, and of the frame that it came with: milliseconds since 1970. */
    pressed?: { keyMs: number };
    changed?: { count: number; atMs: number; frameMs: number };
  }
}

/** Remembers when a key was pressed, as the browser heard it. */
export const watchKeys = (tab: Page): Promise<void> =>
  tab.evaluate(() => {
    window.pressed = { keyMs: 0 };
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        window.pressed = { keyMs: performance.timeOrigin + timeStamp };
      },
      { capture: true },
    );
  });

/** A page that paints one thing or nothing, by turns, on each key: what a browser cannot do faster. */
export async function makeBlank(tab: Page): Promise<void> {
  await tab.goto('about:blank');
  await tab.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 1920, height: 1080 });
    document.body.append(canvas);
    const pen = canvas.getContext('2d');
    let isOn = false;
    document.addEventListener('keydown', () => {
      isOn = !isOn;
      requestAnimationFrame(() => {
        if (isOn) pen?.fillRect(300, 900, 1_300, 140);
        else pen?.clearRect(0, 0, 1920, 1080);
      });
    });
  });
}

/** Watches one pixel of all canvases: when it comes or goes, that frame's end is the instant of the change. */
export const watchPixel = (tab: Page, x: number, y: number): Promise<void> =>
  tab.evaluate(
    (at) => {
      const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
        willReadFrequently: true,
      });
      let wasOn: boolean | null = null;
      const isOn = (): boolean => {
        pen?.clearRect(0, 0, 1, 1);
        for (const canvas of document.querySelectorAll('canvas')) {
          const { left, top } = canvas.getBoundingClientRect();
          const inside =
            at.x >= left && at.y >= top && at.x < left + canvas.width && at.y < top + canvas.height;
          if (inside) pen?.drawImage(canvas, at.x - left, at.y - top, 1, 1, 0, 0, 1, 1);
        }
        return (pen?.getImageData(0, 0, 1, 1).data[3] ?? 0) > 0;
      };
      window.changed = { count: 0, atMs: 0, frameMs: 0 };
      const ended = new MessageChannel();
      ended.port1.onmessage = ({ data: frameMs }) => {
        const now = isOn();
        if (wasOn !== null && now !== wasOn)
          window.changed = {
            count: (window.changed?.count ?? 0) + 1,
            atMs: performance.timeOrigin + performance.now(),
            frameMs: performance.timeOrigin + Number(frameMs),
          };
        wasOn = now;
      };
      // The word to oneself comes after this frame's pictures are drawn.
      const look = (frameMs: number): void => {
        requestAnimationFrame(look);
        ended.port2.postMessage(frameMs);
      };
      requestAnimationFrame(look);
    },
    { x, y },
  );

/** When something was painted, and which frame it came with: milliseconds since 1970. */
export type Painted = { readonly atMs: number; readonly frameMs: number };

/** The first change after so many. */
export async function changeAfter(tab: Page, count: number): Promise<Painted> {
  const handle = await tab.waitForFunction(
    (before) => (window.changed && window.changed.count > before ? window.changed : null),
    count,
    { timeout: 20_000, polling: 'raf' },
  );
  const painted: Painted | null = await handle.jsonValue();
  if (!painted) throw new Error('the page that was waited for changed nothing');
  return painted;
}

export const changes = (tab: Page): Promise<number> => tab.evaluate(() => window.changed?.count ?? 0);
export const keyMs = (tab: Page): Promise<number> => tab.evaluate(() => window.pressed?.keyMs ?? 0);
