// The efficiency card's measures, in units.
import { CARD_HEADER_HEIGHT } from '../../src/stage/card-header.ts';

export const WIDTH = 1088;
export const HEADS_HEIGHT = 44;
export const ROW_HEIGHT = 72;
export const PADDING = 32;
/** The line that all bars grow from, and the length of a whole one. */
export const LINE_X = 336;
export const BAR_LENGTH = 440;
/** Right edges of the columns of figures. */
export const VALUE_X = 912;
export const COUNT_X = WIDTH - PADDING;
/** The overall and six kinds. */
export const MOST_ROWS = 7;

/** Upper edge of a row. */
export const rowY = (index: number): number => CARD_HEADER_HEIGHT + HEADS_HEIGHT + index * ROW_HEIGHT;
/** Height of a card of so many rows. */
export const heightOf = (rows: number): number => rowY(rows);
