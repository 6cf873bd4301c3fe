// Where the frame lies in a viewport: as large as it fits, in the middle, never stretched, its edges on whole pixels of the screen.
import { FRAME } from './theme.ts';

/** A page's size in its own pixels, and how many of the screen's one of them has. */
export type Viewport = { readonly width: number; readonly height: number; readonly pixelRatio: number };

/** All in pixels of the screen; `pixelsPerUnit` is what one of the frame's 1920 x 1080 units takes. */
export type FrameFit = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixelsPerUnit: number;
};

/** The frame in that viewport. A viewport of no size, as a hidden page may have, is taken for one pixel. */
export function fitFrame({ width, height, pixelRatio }: Viewport): FrameFit {
  const across = Math.max(1, Math.round(width * pixelRatio));
  const down = Math.max(1, Math.round(height * pixelRatio));
  const pixelsPerUnit = Math.min(across / FRAME.width, down / FRAME.height);
  const fitted = {
    width: Math.max(1, Math.round(FRAME.width * pixelsPerUnit)),
    height: Math.max(1, Math.round(FRAME.height * pixelsPerUnit)),
  };
  return {
    ...fitted,
    left: Math.floor((across - fitted.width) / 2),
    top: Math.floor((down - fitted.height) / 2),
    pixelsPerUnit,
  };
}
