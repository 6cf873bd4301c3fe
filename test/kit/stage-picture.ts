// A stage's picture as its page shows it: all its canvases, each in its place.
import { fitFrame } from '../../src/stage/frame-fit.ts';
import type { Stage } from '../../src/stage/stage.ts';

/** The frame in the screen's pixels, as it stands. */
export function stagePicture({
  viewport,
  canvases,
}: Pick<Stage, 'viewport' | 'canvases'>): CanvasRenderingContext2D {
  const copy = document.createElement('canvas');
  const { width, height } = fitFrame(viewport);
  copy.width = width;
  copy.height = height;
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  const pixels = (css: string): number => Math.round(Number.parseFloat(css) * viewport.pixelRatio);
  for (const canvas of canvases) {
    const { display, left, top } = canvas.style;
    if (display !== 'none') context.drawImage(canvas, pixels(left), pixels(top));
  }
  return context;
}
