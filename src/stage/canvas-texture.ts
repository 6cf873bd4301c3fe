// Pictures that a 2D canvas draws once and both renderers show alike: smooth edges without the cost of multisampling.
import { CanvasSource, Texture } from 'pixi.js';
import type { Context } from './typeface.ts';

export type CanvasTextureOptions = {
  /** Size in whole units. */
  readonly width: number;
  readonly height: number;
  /** Pixels a unit in the texture. */
  readonly resolution: number;
  /** Draws in units; white where a sprite's tint is to colour it. */
  readonly draw: (context: Context) => void;
  /** Where a sprite of it lies about its place, as a part of its size; its upper left corner by default. */
  readonly anchor?: number;
};

/** A canvas whose context is scaled to units. */
export function unitCanvas(
  document: Document,
  { width, height, resolution }: Omit<CanvasTextureOptions, 'draw' | 'anchor'>,
): { canvas: HTMLCanvasElement; context: Context } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.ceil(width * resolution));
  canvas.height = Math.max(1, Math.ceil(height * resolution));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a 2D canvas context cannot be had');
  context.scale(resolution, resolution);
  return { canvas, context };
}

/** Draws a canvas and wraps it as a texture. Destroy it with `texture.destroy(true)`. */
export function canvasTexture(document: Document, options: CanvasTextureOptions): Texture {
  const { canvas, context } = unitCanvas(document, options);
  const source = new CanvasSource({ resource: canvas, resolution: options.resolution });
  // Only now: Pixi sets the canvas' size again where rounding makes it differ in the last bit, and that wipes it.
  context.setTransform(options.resolution, 0, 0, options.resolution, 0, 0);
  options.draw(context);
  const { anchor = 0 } = options;
  return new Texture({ source, defaultAnchor: { x: anchor, y: anchor } });
}
