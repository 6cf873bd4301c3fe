// A wipe as one number, 0 to 1, that a Motion can move.
import type { Container } from 'pixi.js';
import type { ThemeMotion } from './theme.ts';

export type Wipe = {
  /** How much is open: 0 is shut and not drawn at all. */
  open: number;
};

/**
 * Opens and shuts a container from its origin along one axis; `full` is its scale when open. Shut, it is invisible rather than of no size: when a frame draws
 * nothing but sprites of no size, Chromium's 2D canvas was seen to keep the picture of the frame before.
 */
export function wipeOf(view: Container, axis: 'x' | 'y', full = 1): Wipe {
  let open = 1;
  return {
    get open() {
      return open;
    },
    set open(part: number) {
      open = part;
      view.visible = part > 0;
      if (part > 0) view.scale[axis] = full * part;
    },
  };
}

/** Along which axis a theme's plates open from their edge. */
export const wipeAxis = ({ wipe }: Pick<ThemeMotion, 'wipe'>): 'x' | 'y' => (wipe === 'across' ? 'x' : 'y');

/** Where what is written on such a plate comes from, `by` units off its place: from the edge that the plate opens from. Along its height half of that is enough. */
export const wipeTravel = (
  { wipe }: Pick<ThemeMotion, 'wipe'>,
  by: number,
): { readonly x: number; readonly y: number } =>
  wipe === 'across' ? { x: -by, y: 0 } : { x: 0, y: -Math.round(by / 2) };
