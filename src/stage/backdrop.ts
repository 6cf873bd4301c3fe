// A large picture that seldom changes, kept in the screen's own pixels: laid down without scaling, which costs a processor a fraction of the same scaled.
import { CanvasSource, Sprite, Texture } from 'pixi.js';

export type BackdropOptions = {
  readonly document: Document;
  /** Size in units. */
  readonly width: number;
  readonly height: number;
  readonly pixelsPerUnit: number;
};

export interface Backdrop {
  /** Its parent's origin is where the picture was painted for. */
  readonly view: Sprite;
  /** Paints it anew, over nothing, in units from its upper left corner, which lies at that place of the frame. */
  paint(
    place: { readonly x: number; readonly y: number },
    draw: (context: CanvasRenderingContext2D) => void,
  ): void;
  /** May be called twice. */
  dispose(): void;
}

/** An empty one. */
export function makeBackdrop({ document, width, height, pixelsPerUnit }: BackdropOptions): Backdrop {
  const canvas = document.createElement('canvas');
  // A place between two pixels reaches into one more.
  canvas.width = Math.ceil(width * pixelsPerUnit) + 1;
  canvas.height = Math.ceil(height * pixelsPerUnit) + 1;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a 2D canvas context cannot be had');
  const source = new CanvasSource({ resource: canvas, resolution: 1 });
  const texture = new Texture({ source });
  const view = new Sprite(texture);
  view.scale.set(1 / pixelsPerUnit);

  return {
    view,
    paint(place, draw) {
      const pixels = { x: place.x * pixelsPerUnit, y: place.y * pixelsPerUnit };
      const past = { x: pixels.x - wholeBelow(pixels.x), y: pixels.y - wholeBelow(pixels.y) };
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(pixelsPerUnit, 0, 0, pixelsPerUnit, past.x, past.y);
      context.save();
      draw(context);
      context.restore();
      view.position.set(-past.x / pixelsPerUnit, -past.y / pixelsPerUnit);
      source.update();
    },
    dispose() {
      if (view.destroyed) return;
      view.destroy();
      texture.destroy(true);
    },
  };
}

/** The whole number below; what lies a hair under one is taken for it. */
const wholeBelow = (value: number): number => Math.floor(value + 1e-6);
