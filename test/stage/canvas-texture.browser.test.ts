import { expect, it } from 'vitest';
import { canvasTexture } from '../../src/stage/canvas-texture.ts';

const WIDTH = 560;
const HEIGHT = 92;

/** Share of the picture's pixels that hold ink. */
function inked(resolution: number): number {
  const texture = canvasTexture(document, {
    width: WIDTH,
    height: HEIGHT,
    resolution,
    draw: (context) => {
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, WIDTH / 2, HEIGHT);
    },
  });
  const canvas = texture.source.resource as HTMLCanvasElement;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let count = 0;
  for (let i = 3; i < pixels.length; i += 4) if ((pixels[i] ?? 0) > 127) count += 1;
  texture.destroy(true);
  return count / (pixels.length / 4);
}

it('keeps what was drawn at every size of a page, also where its pixels do not divide evenly', () => {
  const lost: number[] = [];
  for (let widthPx = 240; widthPx <= 2_560; widthPx += 31) {
    const share = inked((widthPx / 1920) * 2);
    if (Math.abs(share - 0.5) > 0.03) lost.push(widthPx);
  }
  expect(lost).toEqual([]);
});
