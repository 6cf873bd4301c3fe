// A picture that changes: drawn again on the same canvas and shown by the same texture, so that what is new makes nothing.
import { CanvasSource, Rectangle, Texture } from 'pixi.js';
import { unitCanvas } from './canvas-texture.ts';
import type { Context } from './typeface.ts';

export type SlateOptions = {
  /** The largest picture that it is for, in whole units. */
  readonly width: number;
  readonly height: number;
  /** Pixels a unit. */
  readonly resolution: number;
};

export interface Slate {
  readonly texture: Texture;
  /** Draws it anew, over nothing, in units from its upper left corner; only `width` of it is shown. */
  draw(width: number, paint: (context: Context) => void): void;
  /** May be called twice. */
  dispose(): void;
}

/** An empty one. */
export function makeSlate(document: Document, options: SlateOptions): Slate {
  const { height, resolution } = options;
  const { canvas, context } = unitCanvas(document, options);
  const source = new CanvasSource({ resource: canvas, resolution });
  const frame = new Rectangle(0, 0, options.width, height);
  const texture = new Texture({ source, frame, dynamic: true });
  return {
    texture,
    draw(width, paint) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(resolution, 0, 0, resolution, 0, 0);
      context.save();
      paint(context);
      context.restore();
      texture.frame.width = Math.min(width, options.width);
      texture.update();
      source.update();
    },
    dispose() {
      if (!texture.destroyed) texture.destroy(true);
    },
  };
}
