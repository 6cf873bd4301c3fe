// Shapes that lie anywhere in the frame, drawn once by a 2D canvas no larger than they are: alike in both renderers, with smooth edges.
import { Sprite } from 'pixi.js';
import type { StageKit } from './stage-kit.ts';

export type Dot = { readonly x: number; readonly y: number };

/** Room for a soft edge and half a stroke. Units. */
const ROOM = 4;

/** A sprite of what `draw` draws, in the frame's units, where it covers no more than those places and a little room. Destroy it with its texture and source. */
export function sketchOf(
  kit: Pick<StageKit, 'sketch'>,
  places: readonly Dot[],
  draw: (context: CanvasRenderingContext2D) => void,
): Sprite {
  if (places.length === 0) return new Sprite();
  const left = Math.floor(Math.min(...places.map(({ x }) => x))) - ROOM;
  const top = Math.floor(Math.min(...places.map(({ y }) => y))) - ROOM;
  const width = Math.ceil(Math.max(...places.map(({ x }) => x))) + ROOM - left;
  const height = Math.ceil(Math.max(...places.map(({ y }) => y))) + ROOM - top;
  const texture = kit.sketch({
    width,
    height,
    draw: (context) => {
      context.translate(-left, -top);
      draw(context);
    },
  });
  return new Sprite({ texture, x: left, y: top });
}

/** Adds a line through places to the path, and closes it. */
export function trace(context: CanvasRenderingContext2D, places: readonly Dot[]): void {
  for (const [i, { x, y }] of places.entries()) {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  if (places.length > 0) context.closePath();
}
