// The shot clock's measures, in units of the 1920 x 1080 frame.
import { FRAME } from '../../src/stage/theme.ts';
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

/** Clear of a scorebug at the foot of the picture and of the tab that slides out of it, with a breath of air between. */
const ABOVE_BUG = 1080 - 144 - 40 - 16;
const GRID = 8;
const down = (value: number): number => Math.floor(value / GRID) * GRID;
const up = (value: number): number => Math.ceil(value / GRID) * GRID;

/** Upper left corner of the plate: on the grid, inside the graphics-safe area. */
export function cornerOf(place: Place, { width, height }: Box): { x: number; y: number } {
  const { x, y } = FRAME.graphicsSafe;
  const right = FRAME.width - x - width;
  const bottom = down(FRAME.height - y - height);
  const top = up(y);
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
      return { x: (FRAME.width - width) / 2, y: down(ABOVE_BUG - height) };
    default: {
      const never: never = place;
      return never;
    }
  }
}
