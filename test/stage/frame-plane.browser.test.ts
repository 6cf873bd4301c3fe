// The frame where a graphics card draws: one canvas, no larger than what is on it, that holds the same picture wherever it lies.
import { autoDetectRenderer, type Renderer, Sprite, Texture } from 'pixi.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FramePlane } from '../../src/stage/frame-plane.ts';

const FIT = { left: 0, top: 0, width: 960, height: 540, pixelsPerUnit: 0.5 };

let renderer: Renderer;
let plane: FramePlane;
beforeEach(async () => {
  renderer = await autoDetectRenderer({
    preference: 'webgl',
    width: 1920,
    height: 1080,
    resolution: FIT.pixelsPerUnit,
    backgroundAlpha: 0,
    preserveDrawingBuffer: true,
  });
  plane = new FramePlane(renderer);
  plane.fit(FIT, 1);
});
afterEach(() => {
  plane.dispose();
  renderer.destroy();
});

const block = (x: number, y: number, size = 100): Sprite => {
  const sprite = new Sprite(Texture.WHITE);
  sprite.position.set(x, y);
  sprite.setSize(size, size);
  sprite.tint = '#336699';
  return plane.root.addChild(sprite);
};

/** A pixel of the frame, found on the canvas where it lies. */
const pixel = (x: number, y: number): number[] => {
  const copy = document.createElement('canvas');
  copy.width = FIT.width;
  copy.height = FIT.height;
  const context = copy.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  const { left, top, display } = plane.canvas.style;
  if (display !== 'none') context.drawImage(plane.canvas, Number.parseFloat(left), Number.parseFloat(top));
  return [...context.getImageData(x, y, 1, 1).data];
};

test('with nothing to show there is no canvas', () => {
  plane.draw();
  expect(plane.canvas.style.display).toBe('none');
});

test('the canvas is as large as what it shows, which stands where it should', () => {
  block(1_200, 800);
  plane.draw();
  expect(Math.max(plane.canvas.width, plane.canvas.height)).toBeLessThanOrEqual(50 + 64);
  expect(pixel(600, 400)).toEqual([0x33, 0x66, 0x99, 255]);
  expect(pixel(649, 449)).toEqual([0x33, 0x66, 0x99, 255]);
  expect(pixel(599, 400)).toEqual([0, 0, 0, 0]);
  expect(pixel(650, 449)).toEqual([0, 0, 0, 0]);
});

test('what moves within the canvas leaves its size alone, and what leaves it takes it along', () => {
  const moving = block(1_200, 800);
  plane.draw();
  const { width, left } = { width: plane.canvas.width, left: plane.canvas.style.left };
  moving.x = 1_206;
  plane.draw();
  expect([plane.canvas.width, plane.canvas.style.left]).toEqual([width, left]);
  expect(pixel(602, 400)).toEqual([0, 0, 0, 0]);
  expect(pixel(603, 400)).toEqual([0x33, 0x66, 0x99, 255]);
  moving.x = 100;
  plane.draw();
  expect(pixel(603, 400)).toEqual([0, 0, 0, 0]);
  expect(pixel(50, 400)).toEqual([0x33, 0x66, 0x99, 255]);
});

test('what reaches beyond the frame is cut at its edge', () => {
  block(-50, -50);
  plane.draw();
  expect([plane.canvas.style.left, plane.canvas.style.top]).toEqual(['0px', '0px']);
  expect(pixel(24, 24)).toEqual([0x33, 0x66, 0x99, 255]);
  expect(pixel(25, 25)).toEqual([0, 0, 0, 0]);
});
