// Where cards stand: in the middle of the frame, inside the safe area, and clear of the scorebug and its tab wherever the theme puts it.
import { gridDown, roomBesideBug } from './bug-measures.ts';
import { FRAME, type Theme } from './theme.ts';

/** Upper left corner of a card of that size, on the grid. */
export function cardCorner(
  theme: Theme,
  width: number,
  height: number,
): { readonly x: number; readonly y: number } {
  const { top, bottom } = roomBesideBug(theme);
  const middle = Math.min((FRAME.height - height) / 2, bottom - height);
  return { x: gridDown((FRAME.width - width) / 2), y: Math.max(top, gridDown(middle)) };
}
