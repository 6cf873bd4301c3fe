// The scorebug's measures, in units of the 1920 x 1080 frame, on a grid of 8 where the eye can tell.
import { FRAME } from '../../src/stage/theme.ts';
import type { Position } from './view.ts';

/** Height of the strip, and of the line of fouls and timeouts at its foot. */
export const HEIGHT = 88;
export const DETAILS_HEIGHT = 24;

/** Height of the tab that slides out: above the strip, or below it where the strip is at the top. */
export const TAB_HEIGHT = 40;

/** Widths of the blocks, from left to right. */
export const PANEL_WIDTH = 240;
export const SCORE_WIDTH = 120;
export const TEAM_WIDTH = PANEL_WIDTH + SCORE_WIDTH;
export const CLOCK_WIDTH = 208;
export const SHOT_WIDTH = 88;

/** From a block's edge to its text. */
export const PAD = 16;
export const HAIRLINE = 2;

const widthOf = (hasShot: boolean): number => TEAM_WIDTH * 2 + CLOCK_WIDTH + (hasShot ? SHOT_WIDTH : 0);

/** Upper left corner of the strip: on the grid, inside the graphics-safe area. */
export function cornerOf(position: Position, hasShot: boolean): { x: number; y: number } {
  const { x, y } = FRAME.graphicsSafe;
  const bottom = Math.floor((FRAME.height - y - HEIGHT) / 8) * 8;
  switch (position) {
    case 'bottom-centre':
      return { x: (FRAME.width - widthOf(hasShot)) / 2, y: bottom };
    case 'lower-left':
      return { x, y: bottom };
    case 'top-left':
      return { x, y: Math.ceil(y / 8) * 8 };
    default: {
      const never: never = position;
      return never;
    }
  }
}
