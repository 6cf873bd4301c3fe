// The comparison's measures, in units. Across, all is told from the common line in the middle.
export const HEADER_HEIGHT = 104;
export const ROW_HEIGHT = 68;
export const TITLE_WIDTH = 336;
export const NAME_WIDTH = 424;
export const HALF_WIDTH = TITLE_WIDTH / 2 + NAME_WIDTH;
export const WIDTH = 2 * HALF_WIDTH;
/** From the card's edge to its figures. */
export const PADDING = 32;
/** Of a whole bar; the air between it and the common line. */
export const BAR_LENGTH = 408;
export const BAR_GAP = 3;
export const MOST_ROWS = 8;

/** Height of a card of so many rows. */
export const heightOf = (rows: number): number => HEADER_HEIGHT + rows * ROW_HEIGHT;
