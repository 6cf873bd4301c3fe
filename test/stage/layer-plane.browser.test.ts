// A layer on a 2D canvas of its own: where only pieces of its flocks have moved, the picture is the one that drawing all of it would give.
import { autoDetectRenderer, Container, Graphics, type Renderer, Sprite, Texture } from 'pixi.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CanvasFlock } from '../../src/stage/canvas-flock.ts';
import { canvasTexture } from '../../src/stage/canvas-texture.ts';
import { Piece } from '../../src/stage/flock.ts';
import { LayerPlane } from '../../src/stage/layer-plane.ts';
import { seeded } from '../kit/random.ts';

const FIT = { left: 0, top: 0, width: 960, height: 540, pixelsPerUnit: 0.5 };

let renderer: Renderer;
let plane: LayerPlane;
let flock: CanvasFlock;
let piece: Piece;
let ground: Sprite;
/** How often the renderer was asked. */
let renders: () => number;
beforeEach(async () => {
  renderer = await autoDetectRenderer({
    preference: 'canvas',
    width: 1920,
    height: 1080,
    backgroundAlpha: 0,
  });
  const asked = vi.spyOn(renderer, 'render');
  renders = () => asked.mock.calls.length;
  plane = new LayerPlane(renderer, document);
  plane.fit(FIT, 1);
  ground = block(100, 100, 400, '#336699');
  flock = new CanvasFlock();
  piece = Object.assign(new Piece(disc()), { x: 240, y: 300, scaleX: 1.3, scaleY: 1.3, alpha: 0.7 });
  flock.add(piece);
  plane.root.addChild(flock.view);
  lay();
  plane.draw();
});
afterEach(() => {
  plane.dispose();
  renderer.destroy();
});

function block(x: number, y: number, size: number, tint: string): Sprite {
  const sprite = new Sprite(Texture.WHITE);
  sprite.position.set(x, y);
  sprite.setSize(size, size);
  sprite.tint = tint;
  return plane.root.addChild(sprite);
}

const disc = (): Texture =>
  canvasTexture(document, {
    width: 60,
    height: 60,
    resolution: 2,
    anchor: 0.5,
    draw: (context) => {
      context.fillStyle = '#e4552e';
      context.arc(30, 30, 28, 0, 2 * Math.PI);
      context.fill();
    },
  });

const lay = (): void => flock.lay();

const pixels = (): number[] => {
  const { width, height } = plane.canvas;
  const copy = document.createElement('canvas');
  copy.width = width;
  copy.height = height;
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.drawImage(plane.canvas, 0, 0);
  return [...context.getImageData(0, 0, width, height).data];
};

/** Whether the picture that stands is the one that drawing all of it gives. */
const isAsDrawnWholly = (): boolean => {
  const stood = pixels();
  plane.draw();
  const whole = pixels();
  return stood.length === whole.length && stood.every((channel, at) => channel === whole[at]);
};

test('pieces that move leave nothing where they were, and the renderer is asked once for all of their ways', () => {
  const before = renders();
  for (let step = 0; step < 10; step += 1) {
    piece.x += 13.3;
    piece.y -= 4.7;
    lay();
    plane.drawFlocks();
  }
  expect(renders() - before).toBe(1);
  expect(isAsDrawnWholly()).toBe(true);
});

test('a crowd that turns, grows, fades and runs off the picture is drawn as if all of it were, at every step', () => {
  const random = seeded(7);
  const crowd = Array.from({ length: 14 }, () => {
    const one = new Piece(disc());
    flock.add(one);
    return one;
  });
  for (let step = 0; step < 12; step += 1) {
    for (const one of crowd) {
      const turn = random() * 7;
      one.x = random() * 2_200 - 150;
      one.y = random() * 1_300 - 100;
      Object.assign(one, { cos: Math.cos(turn), sin: Math.sin(turn), alpha: random() < 0.3 ? 0 : random() });
      one.scaleX = 0.2 + 3 * random();
      one.scaleY = 0.2 + 0.5 * random();
    }
    lay();
    plane.drawFlocks();
    const stood = pixels();
    expect(isAsDrawnWholly()).toBe(true);
    // So that the next step is one from a picture that was patched, too.
    if (step % 3 > 0) plane.drawFlocks();
    if (step % 3 > 1) expect(pixels()).toEqual(stood);
  }
});

test('what else has changed is drawn, and stands while pieces move on', () => {
  plane.drawFlocks();
  ground.tint = '#0c7a72';
  ground.x = 140;
  plane.draw();
  piece.x = 330;
  lay();
  plane.drawFlocks();
  expect(isAsDrawnWholly()).toBe(true);
});

test('a flock lies where its parents are', () => {
  const moved = new Container({ x: 37, y: 12, scale: 1.5, alpha: 0.6 });
  moved.addChild(flock.view);
  plane.root.addChild(moved);
  plane.draw();
  piece.x = 200;
  lay();
  plane.drawFlocks();
  expect(isAsDrawnWholly()).toBe(true);
});

test('after another size of the frame the picture is of that size', () => {
  plane.drawFlocks();
  plane.fit({ ...FIT, width: 1920, height: 1080, pixelsPerUnit: 1 }, 1);
  plane.draw();
  piece.x = 410;
  lay();
  plane.drawFlocks();
  expect(isAsDrawnWholly()).toBe(true);
});

test.each([
  ['over a flock', () => block(200, 250, 60, '#ffffff')],
  [
    'about a flock as its mask',
    () => {
      const window = new Graphics().rect(100, 100, 150, 400).fill('#ffffff');
      plane.root.addChild(window);
      flock.view.mask = window;
      return window;
    },
  ],
])('what lies %s is not left behind: all is drawn', (_where, put) => {
  put();
  plane.draw();
  const before = renders();
  piece.x = 230;
  lay();
  plane.drawFlocks();
  plane.drawFlocks();
  expect(renders() - before).toBe(2);
  expect(isAsDrawnWholly()).toBe(true);
});

test('what is hidden lies over nothing', () => {
  const over = block(200, 250, 60, '#ffffff');
  over.visible = false;
  plane.draw();
  const before = renders();
  for (let step = 0; step < 3; step += 1) plane.drawFlocks();
  expect(renders() - before).toBe(1);
});
