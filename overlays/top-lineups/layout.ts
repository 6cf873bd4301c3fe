// The line-ups card's measures, in units.
import { CARD_HEADER_HEIGHT } from '../../src/stage/card-header.ts';

export const BLOCK_HEIGHT = 176;
/** Five cells side by side after some air, then the results on their own plate. */
export const CELLS_X = 16;
export const CELL_WIDTH = 232;
export const RESULT_X = CELLS_X * 2 + 5 * CELL_WIDTH;
export const RESULT_WIDTH = 320;
export const WIDTH = RESULT_X + RESULT_WIDTH;
export const PLAYERS = 5;
export const MOST_LINEUPS = 2;

/** Middles of the upper and the lower line of a block. */
export const UPPER_Y = 66;
export const LOWER_Y = 134;

/** Upper edge of a block. */
export const blockY = (index: number): number => CARD_HEADER_HEIGHT + index * BLOCK_HEIGHT;
/** Height of a card of so many line-ups. */
export const heightOf = (lineups: number): number => blockY(lineups);
