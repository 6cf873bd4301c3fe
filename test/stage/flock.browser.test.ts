// Pieces of a flock look as sprites in their place would, whichever renderer draws them.
import { Container, Sprite, type Texture } from 'pixi.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Flock, Piece } from '../../src/stage/flock.ts';
import { type Bench, difference, makeBench } from '../kit/scene-bench.ts';

const REGION = { x: 0, y: 0, width: 400, height: 300 };

describe.each(['webgl', 'canvas'] as const)('a flock drawn by %s', (renderer) => {
  let bench: Bench;
  let flock: Flock;
  beforeEach(async () => {
    bench = await makeBench({ renderer });
    flock = bench.kit.flock();
  });
  afterEach(() => bench.dispose());

  const plain = (colour: string): Texture =>
    bench.kit.picture({
      key: `plain ${colour}`,
      width: 40,
      height: 20,
      draw: (context) => {
        context.fillStyle = colour;
        context.fillRect(2, 2, 36, 16);
      },
    });
  const added = (colour: string, at: Partial<Piece>): Piece => {
    const piece = Object.assign(new Piece(plain(colour)), { alpha: 1 }, at);
    flock.add(piece);
    return piece;
  };
  /** All that is on the stage, with a parent that moves, scales and fades it. */
  const pictureOf = (child: Container): ImageData => {
    const parent = new Container({ x: 13.5, y: 21, scale: 1.25, alpha: 0.8 });
    parent.addChild(child);
    bench.stage.addChild(parent);
    const picture = bench.picture(null, REGION);
    parent.removeFromParent();
    return picture;
  };

  it('is where its pieces are, as large, turned and faint as they are', () => {
    const [turn, x, y] = [0.7, 140.25, 90.5];
    added('#e4552e', { x, y, scaleX: 3, scaleY: 1.5, cos: Math.cos(turn), sin: Math.sin(turn), alpha: 0.6 });
    added('#0c7a72', { x: 60, y: 50 });
    flock.lay();
    const sprites = new Container();
    const sprite = new Sprite({ texture: plain('#e4552e'), x, y, rotation: turn, alpha: 0.6 });
    sprite.scale.set(3, 1.5);
    sprites.addChild(sprite, new Sprite({ texture: plain('#0c7a72'), x: 60, y: 50 }));
    expect(difference(pictureOf(flock.view), pictureOf(sprites), 2)).toBe(0);
  });

  it('has what is deeper in front, and what is written is seen with the next lay', () => {
    const red = added('#ff0000', { x: 100, y: 100, depth: 2 });
    added('#0000ff', { x: 100, y: 100, depth: 1 });
    const inFront = (): string => {
      const at = (Math.round(21 + 125) * REGION.width + Math.round(13.5 + 125)) * 4;
      const { data } = pictureOf(flock.view);
      return (data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue';
    };
    flock.lay();
    expect(inFront()).toBe('red');
    red.depth = 0;
    flock.lay();
    expect(inFront()).toBe('blue');
  });

  it('shows nothing of a piece that is unseen or has left, and all of one that comes back', () => {
    const pieces = [40, 120, 200].map((x) => added('#e4552e', { x, y: 60 }));
    flock.lay();
    const all = pictureOf(flock.view);
    for (const piece of pieces) piece.alpha = 0;
    flock.lay();
    expect(pictureOf(flock.view).data.every((channel) => channel === 0)).toBe(true);
    for (const piece of pieces) piece.alpha = 1;
    flock.lay();
    expect(difference(all, pictureOf(flock.view))).toBe(0);
    for (const piece of pieces) flock.remove(piece);
    flock.remove(new Piece());
    flock.lay();
    expect(pictureOf(flock.view).data.every((channel) => channel === 0)).toBe(true);
  });
});
