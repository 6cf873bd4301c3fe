// The shot clock's measures, in units of the 1920 x 1080 frame.
import { gridDown, gridUp, roomBesideBug } from '../../src/stage/bug-measures.ts';
import { FRAME, type Theme } from '../../src/stage/theme.ts';
import type { Place, Size } from './view.ts';

export type Box = { readonly width: number; readonly height: number; readonly figures: number };

/** The plate, and the size of its figures: `24` fills it, `4.9` fits it. */
export const BOXES: Readonly<Record<Size, Box>> = {
  regular: { width: 160, height: 112, figures: 96 },
  large: { width: 240, height: 168, figures: 144 },
};

/** Width of the bar above the figures, and of the frame that lights at zero. */
export const BAR = 8;
export const FRAME_WIDTH = 6;

/** Air between it and the room that the scorebug leaves. */
const AIR = 8;

/** Upper left corner of the plate: on the grid, inside the safe area. */
export function cornerOf(theme: Theme, place: Place, { width, height }: Box): { x: number; y: number } {
  const { x, y } = theme.safe;
  const right = FRAME.width - x - width;
  const bottom = gridDown(FRAME.height - y - height);
  const top = gridUp(y);
  switch (place) {
    case 'bottom-right':
      return { x: right, y: bottom };
    case 'bottom-left':
      return { x, y: bottom };
    case 'top-right':
      return { x: right, y: top };
    case 'top-left':
      return { x, y: top };
    case 'above-bug':
      return besideBug(theme, { width, height });
    default: {
      const never: never = place;
      return never;
    }
  }
}

/** In the middle, above a scorebug at the foot of the picture and its tab; over one at the left, or below one at the top, over its own side. */
function besideBug(theme: Theme, { width, height }: Pick<Box, 'width' | 'height'>): { x: number; y: number } {
  const { left, top, bottom } = roomBesideBug(theme);
  const { place } = theme.scorebug;
  const x = place === 'bottom-centre' ? (FRAME.width - width) / 2 : left;
  return { x, y: place === 'top-left' ? gridUp(top + AIR) : gridDown(bottom - AIR - height) };
}
