// Where everything of a box score stands, in units, on the 8-unit grid: rows stand as far apart as the room beside the scorebug allows.
import type { Column } from './view.ts';

export const TITLE_HEIGHT = 56;
/** Between the tables; the title stands on both. */
export const GAP = 16;
export const HEAD_HEIGHT = 80;
export const LABELS_HEIGHT = 40;
export const TOTALS_HEIGHT = 48;
export const PADDING = 16;
export const HAIRLINE = 2;

/** Lines from the top: the title, the heads, the names of the columns, then the rows, then the totals. */
export const FROM_TOP = { title: 0, head: 1, labels: 2, firstRow: 3 } as const;

/** Of a row: at most, and where many have to share little room. */
const ROW_HEIGHT = { most: 56, least: 36 } as const;

/** Widths of columns: one team alone has more of all. A team's field goals are the longest figure. */
type Measures = Readonly<Record<Column, number>> & { readonly width: number; readonly number: number };

const NARROW: Measures = {
  width: 856,
  number: 48,
  PTS: 56,
  REB: 54,
  AST: 54,
  STL: 54,
  BLK: 54,
  TO: 54,
  FG: 98,
  '3PT': 88,
  FT: 88,
  FL: 50,
  '+/-': 66,
};
const WIDE: Measures = {
  width: 1488,
  number: 64,
  PTS: 88,
  REB: 84,
  AST: 84,
  STL: 84,
  BLK: 84,
  TO: 84,
  FG: 128,
  '3PT': 120,
  FT: 120,
  FL: 72,
  '+/-': 96,
};

/** Characters of the widest figure there is room for: `100`, `+100`, `48/102`. */
export function longestIn(column: Column): number {
  if (column === '+/-') return 4;
  return ['FG', '3PT', 'FT'].includes(column) ? 6 : 3;
}

/** All that a table's drawing is made for: another shape is another drawing. */
export type TableShape = {
  readonly width: number;
  readonly rowHeight: number;
  readonly rowCount: number;
  readonly periodCount: number;
  /** Right edge of the number; it is written up to there. */
  readonly numberRight: number;
  readonly nameX: number;
  readonly nameWidth: number;
  /** Left to right; figures are written up to `right`. */
  readonly columns: readonly { readonly column: Column; readonly right: number; readonly width: number }[];
};

export type ShapeWish = {
  readonly isAlone: boolean;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly periodCount: number;
  /** Height that the whole sheet may take. */
  readonly room: number;
};

/** Of everything but the players' rows. */
const FIXED_HEIGHT = TITLE_HEIGHT + HEAD_HEIGHT + LABELS_HEIGHT + TOTALS_HEIGHT;

/** On a grid of 2. */
function rowHeightIn(room: number, rowCount: number): number {
  const share = Math.floor((room - FIXED_HEIGHT) / Math.max(1, rowCount) / 2) * 2;
  return Math.min(ROW_HEIGHT.most, Math.max(ROW_HEIGHT.least, share));
}

/** Places everything of one table. */
export function shapeOf({ isAlone, columns, rowCount, periodCount, room }: ShapeWish): TableShape {
  const measures = isAlone ? WIDE : NARROW;
  const placed: { column: Column; right: number; width: number }[] = [];
  let right = measures.width - PADDING;
  for (const column of [...columns].reverse()) {
    const width = measures[column];
    placed.unshift({ column, right, width });
    right -= width;
  }
  const numberRight = measures.number;
  const nameX = numberRight + PADDING;
  return {
    width: measures.width,
    rowHeight: rowHeightIn(room, rowCount),
    rowCount,
    periodCount,
    numberRight,
    nameX,
    nameWidth: right - nameX,
    columns: placed,
  };
}

/** Of a whole table, head to totals. */
export const heightOf = ({ rowHeight, rowCount }: TableShape): number =>
  HEAD_HEIGHT + LABELS_HEIGHT + rowHeight * rowCount + TOTALS_HEIGHT;
