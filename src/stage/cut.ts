// Corners as the theme has them: each plate is cut by the outline of the card that it is a part of, so that only a card's own corners are dressed.
import { type Sprite, Texture } from 'pixi.js';
import { type PlateOptions, plate } from './plate.ts';
import type { StageKit } from './stage-kit.ts';
import type { Theme } from './theme.ts';

/** In units, in whatever frame both are measured in. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A box within another, by so much on each side. */
export const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

/** Longer than any corner. */
const BEYOND = 64;

/** A card's outline as its uppermost part sees it: what lies below is not known yet. */
export const openBelow = (box: Box): Box => ({ ...box, height: box.height + BEYOND });
/** The same as its lowest part sees it. */
export const openAbove = (box: Box): Box => ({ ...box, y: box.y - BEYOND, height: box.height + BEYOND });

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

/** Whether a box reaches into a corner of its card. */
function reachesCorner(own: Box, card: Box, size: number): boolean {
  const across = own.x < card.x + size || own.x + own.width > card.x + card.width - size;
  return across && (own.y < card.y + size || own.y + own.height > card.y + card.height - size);
}

/** Gives a plate its size, and takes off what of it lies beyond its card's corners. Its colour, its place and its origin stay. */
export function cutPlate(kit: StageKit, sprite: Sprite, own: Box, card: Box): void {
  const { corner, cornerSize } = kit.theme.shape;
  const size = corner === 'square' ? 0 : cornerSize;
  const { width, height } = own;
  if (size === 0 || !reachesCorner(own, card, size)) sprite.texture = Texture.WHITE;
  else {
    const [x, y] = [card.x - own.x, card.y - own.y];
    sprite.texture = kit.picture({
      key: `cut ${x} ${y} ${card.width} ${card.height}`,
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
export function cardPlate(kit: StageKit, { x = 0, y = 0, ...rest }: PlateOptions, card: Box): Sprite {
  const made = plate({ x, y, ...rest });
  cutPlate(kit, made, { x, y, width: rest.width, height: rest.height }, card);
  return made;
}
