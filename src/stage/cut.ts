// Corners as the theme has them: each plate is cut by the outline of the card that it is a part of, so that only a card's own corners are dressed.
import { type Sprite, Texture } from 'pixi.js';
import { type PlateOptions, plate } from './plate.ts';
import type { StageKit } from './stage-kit.ts';
import type { Theme } from './theme.ts';

/** In units, in whatever frame both are measured in. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A card's outline. `sharper`: so much less than the theme's are its corners turned, as those of what lies in another; below 0, more. */
export type Outline = Box & { readonly sharper?: number };

/** An outline within another, by so much on each side; its corners turn about the same middles. */
export const inset = ({ x, y, width, height, sharper = 0 }: Outline, by: number): Outline => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
  sharper: sharper + by,
});

/** As long as the largest corner. */
const BEHIND = 16;

/** The part of a box that is not hidden behind what stands at its left edge: a corner seen through another's smoothed edge would look frayed. */
export const beside = ({ x, y, width, height }: Box): Box => ({
  x: x + BEHIND,
  y,
  width: width - BEHIND,
  height,
});

/** How much more the corners of a plate are turned that another covers: its edge would be seen through the smoothed one above it. */
const UNDER = 4;

/** The outline for a plate that another covers at its card's corners. */
export const under = (card: Outline): Outline => ({ ...card, sharper: (card.sharper ?? 0) - UNDER });

/** Longer than any corner. */
const BEYOND = 64;

/** A card's outline as its uppermost part sees it: what lies below is not known yet. */
export const openBelow = (box: Outline): Outline => ({ ...box, height: box.height + BEYOND });
/** The same as its lowest part sees it. */
export const openAbove = (box: Outline): Outline => ({
  ...box,
  y: box.y - BEYOND,
  height: box.height + BEYOND,
});

type Corner = Theme['shape']['corner'];

/** The outline of a card as the current path. */
export function outline(context: CanvasRenderingContext2D, box: Box, corner: Corner, size: number): void {
  const { x, y, width, height } = box;
  const [right, bottom] = [x + width, y + height];
  const turn = (toX: number, toY: number, byX: number, byY: number): void => {
    if (corner === 'cut') context.lineTo(toX, toY);
    else context.arcTo(byX, byY, toX, toY, size);
  };
  context.beginPath();
  context.moveTo(x + size, y);
  context.lineTo(right - size, y);
  turn(right, y + size, right, y);
  context.lineTo(right, bottom - size);
  turn(right - size, bottom, right, bottom);
  context.lineTo(x + size, bottom);
  turn(x, bottom - size, x, bottom);
  context.lineTo(x, y + size);
  turn(x + size, y, x, y);
  context.closePath();
}

/** How far from a card's corner the theme turns it, in units; 0 where it is square. */
export const cornerOf = ({ shape }: Theme): number => (shape.corner === 'square' ? 0 : shape.cornerSize);

/** Whether a box reaches into a corner of its card. */
function reachesCorner(own: Box, card: Box, size: number): boolean {
  const across = own.x < card.x + size || own.x + own.width > card.x + card.width - size;
  return across && (own.y < card.y + size || own.y + own.height > card.y + card.height - size);
}

/** Gives a plate its size, and takes off what of it lies beyond its card's corners. Its colour, its place and its origin stay. */
export function cutPlate(kit: StageKit, sprite: Sprite, own: Box, card: Outline): void {
  const { corner } = kit.theme.shape;
  const cornerSize = cornerOf(kit.theme);
  const size = cornerSize === 0 ? 0 : Math.max(0, cornerSize - (card.sharper ?? 0));
  const { width, height } = own;
  if (size === 0 || !reachesCorner(own, card, size)) sprite.texture = Texture.WHITE;
  else {
    const [x, y] = [card.x - own.x, card.y - own.y];
    sprite.texture = kit.picture({
      key: `cut ${x} ${y} ${card.width} ${card.height} ${size}`,
      width,
      height,
      draw: (context) => {
        outline(context, { ...card, x, y }, corner, size);
        context.clip();
        context.fillStyle = '#ffffff';
        context.fillRect(0, 0, width, height);
      },
    });
  }
  sprite.setSize(width, height);
}

/** A plate of a card; its place is measured in the card's own frame. */
export function cardPlate(kit: StageKit, { x = 0, y = 0, ...rest }: PlateOptions, card: Outline): Sprite {
  const made = plate({ x, y, ...rest });
  cutPlate(kit, made, { x, y, width: rest.width, height: rest.height }, card);
  return made;
}
