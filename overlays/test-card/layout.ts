// Where everything of the test card stands, in units: bands across the picture, clear of a scorebug at the bottom.
import { FRAME } from '../../src/stage/theme.ts';

export const LEFT = 160;
export const WIDTH = FRAME.width - 2 * LEFT;
export const GAP = 16;
const MIDDLE = (WIDTH - GAP) / 2;

/** Upper edges and heights; `x` and `width` where a band is half as wide. */
export const BANDS = {
  name: { x: LEFT, y: 96, width: WIDTH, height: 120 },
  facts: { x: LEFT, y: 232, width: WIDTH, height: 96 },
  wedges: { x: LEFT, y: 344, width: MIDDLE, height: 232 },
  palette: { x: LEFT + MIDDLE + GAP, y: 344, width: MIDDLE, height: 232 },
  type: { x: LEFT, y: 592, width: WIDTH, height: 160 },
  sweep: { x: LEFT, y: 768, width: WIDTH, height: 128 },
} as const;

export const PADDING = 24;
