// How high a scorebug stands in each of its layouts, and where: what everything else keeps clear of. In units of the frame.
import { type BugPlace, FRAME, type Theme } from './theme.ts';

const GRID = 8;

/** Of the strip and of the stack, without the tab. */
export const BUG_HEIGHT = { strip: 88, stack: 144 } as const;
/** Of the tab that slides out of it: above it, or below where it stands at the top. */
export const BUG_TAB_HEIGHT = 40;

export const gridDown = (value: number): number => Math.floor(value / GRID) * GRID;
export const gridUp = (value: number): number => Math.ceil(value / GRID) * GRID;

/** Upper edge of a scorebug at a place: on the grid, inside the safe area. */
export function bugTop({ safe, scorebug }: Theme, place: BugPlace = scorebug.place): number {
  return place === 'top-left'
    ? gridUp(safe.y)
    : gridDown(FRAME.height - safe.y - BUG_HEIGHT[scorebug.layout]);
}

export type Room = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** What the theme's scorebug, its tab and a step of air leave of the safe area: edges, on the grid from top to bottom. */
export function roomBesideBug(theme: Theme): Room {
  const { safe, scorebug } = theme;
  const atTop = scorebug.place === 'top-left';
  const top = bugTop(theme);
  return {
    left: safe.x,
    right: FRAME.width - safe.x,
    top: atTop ? top + BUG_HEIGHT[scorebug.layout] + BUG_TAB_HEIGHT + GRID : gridUp(safe.y),
    bottom: atTop ? gridDown(FRAME.height - safe.y) : top - BUG_TAB_HEIGHT - GRID,
  };
}
