// A frame drawn on a 2D canvas begins empty, always.

/**
 * Clears a 2D canvas; call it before each frame, with nobody else clearing. NOTE: Chromium 156 leaves out a whole clear that it takes for a repeated one:
 * after two empty frames, then a full one, the next empty frame kept the full one's picture for good. A clear in two parts is never left out.
 */
export function clearCanvas(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height - 1);
  context.clearRect(0, height - 1, width, 1);
}
