// Where cards stand: in the middle of the frame, inside the graphics-safe area, and clear of a scorebug at the bottom.
import { FRAME } from './theme.ts';

const GRID = 8;

/** Lower edge of the lowest card: three steps of the grid above a scorebug at the bottom. */
export const CARD_BOTTOM = 912;

const onGrid = (value: number): number => Math.floor(value / GRID) * GRID;

/** Upper left corner of a card of that size, on the grid. */
export const cardCorner = (width: number, height: number): { readonly x: number; readonly y: number } => ({
  x: onGrid((FRAME.width - width) / 2),
  y: onGrid(Math.min((FRAME.height - height) / 2, CARD_BOTTOM - height)),
});
