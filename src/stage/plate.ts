// Plates: opaque rectangles with crisp edges, as one stretched white sprite each, so that a whole graphic is drawn in one batch by either renderer.
import { Color, canvasUtils, Sprite, Texture } from 'pixi.js';

export type PlateOptions = {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly x?: number;
  readonly y?: number;
};

/** A rectangle. Move its edges by `width` and `height`; colour it by `tint`. Wipes scale it from its origin, the upper left corner. */
export function plate({ width, height, colour, x = 0, y = 0 }: PlateOptions): Sprite {
  const sprite = new Sprite(Texture.WHITE);
  sprite.position.set(x, y);
  sprite.setSize(width, height);
  sprite.tint = colour;
  return sprite;
}

/** Makes plates of these colours ready for a 2D canvas, which keeps a copy of its white for each: none is made when a clock first turns red on air. */
export function readyPlates(colours: readonly string[]): void {
  const white = { texture: Texture.WHITE };
  for (const colour of colours) canvasUtils.getTintedCanvas(white, new Color(colour).toNumber());
}
