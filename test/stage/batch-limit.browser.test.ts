// One page, two renderers: what the first of them could batch does not become the second's mistake.
import { autoDetectRenderer, Container, type Renderer, Sprite, Texture } from 'pixi.js';
import { expect, test } from 'vitest';
import { limitBatch } from '../../src/stage/batch-limit.ts';

/** More pictures than a 2D canvas's batch has room for. */
const PICTURES = 24;
const SIDE = 8;

const shadeOf = (index: number): number => 10 * (index + 1);

function picture(shade: number): Texture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.fillStyle = `rgb(${shade}, ${shade}, ${shade})`;
  context.fillRect(0, 0, SIDE, SIDE);
  return Texture.from(canvas, true);
}

/** The shade that each of a row of pictures is drawn in. */
async function drawnBy(preference: 'webgl' | 'canvas'): Promise<number[]> {
  const renderer: Renderer = await autoDetectRenderer({
    preference,
    width: PICTURES * SIDE,
    height: SIDE,
    preserveDrawingBuffer: true,
  });
  limitBatch(renderer, preference);
  const row = new Container();
  for (let index = 0; index < PICTURES; index += 1)
    row.addChild(new Sprite({ texture: picture(shadeOf(index)), x: index * SIDE }));
  renderer.render({ container: row });
  const copy = document.createElement('canvas');
  copy.width = PICTURES * SIDE;
  copy.height = SIDE;
  const context = copy.getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.drawImage(renderer.canvas as HTMLCanvasElement, 0, 0);
  const { data } = context.getImageData(0, SIDE / 2, copy.width, 1);
  row.destroy({ children: true, texture: true, textureSource: true });
  renderer.destroy();
  return Array.from({ length: PICTURES }, (_, index) => data[(index * SIDE + SIDE / 2) * 4] ?? 0);
}

test('a WebGL renderer made after one of a 2D canvas shows each picture as itself', async () => {
  const shades = Array.from({ length: PICTURES }, (_, index) => shadeOf(index));
  expect(await drawnBy('canvas')).toEqual(shades);
  expect(await drawnBy('webgl')).toEqual(shades);
});
