// The scorebug's measures in both of its layouts, in units of the 1920 x 1080 frame, on a grid of 8 where the eye can tell.
import { BUG_HEIGHT, BUG_TAB_HEIGHT, bugTop } from '../../src/stage/bug-measures.ts';
import type { Box } from '../../src/stage/cut.ts';
import { FRAME, type Theme } from '../../src/stage/theme.ts';
import type { Position } from './view.ts';

/** Height of the line of fouls and timeouts at a team's foot. */
export const DETAILS_HEIGHT = 24;

/** Height of the tab that slides out: above the bug, or below it where that is at the top. */
export const TAB_HEIGHT = BUG_TAB_HEIGHT;

/** From a block's edge to its text. */
export const PAD = 16;
export const HAIRLINE = 2;
/** Where a block's ink comes from. */
export const INK_TRAVEL = { x: -24, y: 0 } as const;

/** Where a word or figure stands in its block: the middle of its height; `x` by its `align`. */
export type Spot = {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'centre' | 'right';
  readonly size: number;
};

/** All places are measured from the bug's upper left corner, but a clock's spots: from its block's. */
export type BugLayout = {
  readonly height: number;
  /** Width without and with a shot clock. */
  readonly width: (hasShot: boolean) => number;
  readonly away: Box;
  readonly home: Box;
  readonly clock: Box;
  readonly shot: Box;
  /** Width of a team's panel of colour; the score has the rest. */
  readonly panelWidth: number;
  /** Sizes of what is written. */
  readonly codeSize: number;
  readonly scoreSize: number;
  readonly shotSize: number;
  readonly time: Spot;
  /** Where there is a place for a shot clock beside it, and where there is none. */
  readonly period: (hasShot: boolean) => Spot;
  /** A period that stands alone (HALF, FINAL) is written larger; `hasRoom`: the shot clock's empty place is part of its own. */
  readonly alone: (hasRoom: boolean) => Spot;
};

/** Widths of the strip's blocks, from left to right. */
export const HEIGHT = BUG_HEIGHT.strip;
export const PANEL_WIDTH = 240;
export const SCORE_WIDTH = 120;
export const TEAM_WIDTH = PANEL_WIDTH + SCORE_WIDTH;
export const CLOCK_WIDTH = 208;
export const SHOT_WIDTH = 88;

const middle = HEIGHT / 2;

const STRIP: BugLayout = {
  height: HEIGHT,
  width: (hasShot) => TEAM_WIDTH * 2 + CLOCK_WIDTH + (hasShot ? SHOT_WIDTH : 0),
  away: { x: 0, y: 0, width: TEAM_WIDTH, height: HEIGHT },
  home: { x: TEAM_WIDTH, y: 0, width: TEAM_WIDTH, height: HEIGHT },
  clock: { x: TEAM_WIDTH * 2, y: 0, width: CLOCK_WIDTH, height: HEIGHT },
  shot: { x: TEAM_WIDTH * 2 + CLOCK_WIDTH, y: 0, width: SHOT_WIDTH, height: HEIGHT },
  panelWidth: PANEL_WIDTH,
  codeSize: 56,
  scoreSize: 72,
  shotSize: 52,
  time: { x: CLOCK_WIDTH - PAD, y: middle, align: 'right', size: 56 },
  period: () => ({ x: PAD, y: middle, align: 'left', size: 32 }),
  alone: (hasRoom) => ({
    x: Math.round((CLOCK_WIDTH + (hasRoom ? SHOT_WIDTH : 0)) / 2),
    y: middle,
    align: 'centre',
    size: 44,
  }),
};

/** Of the stack: a team's row, and the column of clocks beside both rows. */
const ROW = { width: 336, height: BUG_HEIGHT.stack / 2 };
const COLUMN = 184;
/** The shot clock stands in the column's lower right quarter. */
const QUARTER = { width: COLUMN / 2, height: 64 };
const upper = BUG_HEIGHT.stack - QUARTER.height;

const STACK: BugLayout = {
  height: BUG_HEIGHT.stack,
  width: () => ROW.width + COLUMN,
  away: { x: 0, y: 0, ...ROW },
  home: { x: 0, y: ROW.height, ...ROW },
  clock: { x: ROW.width, y: 0, width: COLUMN, height: BUG_HEIGHT.stack },
  shot: { x: ROW.width + QUARTER.width, y: upper, ...QUARTER },
  panelWidth: 232,
  codeSize: 46,
  scoreSize: 60,
  shotSize: 46,
  time: { x: COLUMN / 2, y: upper / 2, align: 'centre', size: 60 },
  period: (hasShot) => ({
    x: hasShot ? QUARTER.width / 2 : COLUMN / 2,
    y: upper + QUARTER.height / 2,
    align: 'centre',
    size: 34,
  }),
  alone: () => ({ x: COLUMN / 2, y: BUG_HEIGHT.stack / 2, align: 'centre', size: 48 }),
};

/** The layout that a theme asks for. */
export const layoutOf = ({ scorebug }: Theme): BugLayout => (scorebug.layout === 'strip' ? STRIP : STACK);

/** The bug's outline, with or without its shot clock. */
export const outlineOf = (layout: BugLayout, hasShot: boolean): Box => ({
  x: 0,
  y: 0,
  width: layout.width(hasShot),
  height: layout.height,
});

/** Upper left corner of the bug: on the grid, inside the safe area. */
export function cornerOf(theme: Theme, position: Position, hasShot: boolean): { x: number; y: number } {
  const place = position === 'theme' ? theme.scorebug.place : position;
  const x = place === 'bottom-centre' ? (FRAME.width - layoutOf(theme).width(hasShot)) / 2 : theme.safe.x;
  return { x, y: bugTop(theme, place) };
}

/** Whether the bug stands at the frame's upper edge: its tab then comes out below it. */
export const isAtTop = ({ scorebug }: Theme, position: Position): boolean =>
  (position === 'theme' ? scorebug.place : position) === 'top-left';
