// How many textures a renderer may draw in one batch: as many as the batch shader knows, and as few as its machine bears.
import type { Renderer } from 'pixi.js';
import type { RendererKind } from './renderer-choice.ts';

/** Where the processor draws it asks all of them for each pixel, whichever of them is meant. */
const TEXTURES = { webgl: 16, 'webgl-software': 6, canvas: 16 } as const satisfies Record<
  RendererKind,
  number
>;

/**
 * Bounds a renderer's batches. Call it before anything is drawn.
 *
 * NOTE: Pixi 8.22 makes one batch shader a page, for as many textures as the first renderer to draw batches has: 16 where that is a 2D canvas. A WebGL
 * renderer beside it batches up to 32 all the same, and what lies beyond the sixteenth shows another's picture.
 */
export function limitBatch({ limits }: Renderer, kind: RendererKind): void {
  limits.maxBatchableTextures = Math.min(limits.maxBatchableTextures, TEXTURES[kind]);
}
