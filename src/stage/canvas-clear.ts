// A frame drawn by the 2D canvas begins empty, always.
import type { Renderer } from 'pixi.js';

/**
 * Clears a 2D canvas in Pixi's stead, before each frame; nothing for any other renderer. NOTE: Chromium 156 leaves out a whole clear that it takes for a
 * repeated one: after two empty frames, then a full one, the next empty frame kept the full one's picture for good. A clear in two parts is never left out.
 */
export function clearCanvas(renderer: Renderer): void {
  if (renderer.name !== 'canvas') return;
  renderer.background.clearBeforeRender = false;
  const { canvas } = renderer;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | null;
  if (context === null) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height - 1);
  context.clearRect(0, canvas.height - 1, canvas.width, 1);
}
