// What WebGL has drawn on a canvas, as that canvas would be copied onto a 2D one, and many times quicker where a processor computes it.
import type { Region } from './scene-bench.ts';

/** Straight alpha, row by row from the top; the region in device pixels. The drawing must still be there: at once, or with `preserveDrawingBuffer`. */
export function readWebgl(gl: WebGL2RenderingContext, { x, y, width, height }: Region): ImageData {
  const bound: unknown = gl.getParameter(gl.FRAMEBUFFER_BINDING);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  const upsideDown = new Uint8Array(width * height * 4);
  gl.readPixels(x, gl.drawingBufferHeight - y - height, width, height, gl.RGBA, gl.UNSIGNED_BYTE, upsideDown);
  gl.bindFramebuffer(gl.FRAMEBUFFER, bound instanceof WebGLFramebuffer ? bound : null);
  const image = new ImageData(width, height);
  for (let row = 0; row < height; row += 1) {
    const from = (height - 1 - row) * width * 4;
    image.data.set(upsideDown.subarray(from, from + width * 4), row * width * 4);
  }
  straighten(image.data);
  return image;
}

/** From colours that were multiplied by their alpha. */
function straighten(data: Uint8ClampedArray): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    if (alpha === 0 || alpha === 255) continue;
    for (let c = at; c < at + 3; c += 1) data[c] = Math.round(((data[c] ?? 0) * 255) / alpha);
  }
}
