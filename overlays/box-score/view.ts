// What a box score shows: the operator's choice, and one or two tables in viewers' words. What the feed has not said is an empty text.
import { z } from 'zod';
import type { JerseySaid } from '../../src/game/jersey.ts';

/** The operator's form. */
export const boxScoreOptions = z.object({
  side: z.enum(['both', 'home', 'away']).default('both').describe('Which teams'),
});
export type BoxScoreOptions = z.infer<typeof boxScoreOptions>;

/** Rows of one table at the most: a full bench. */
export const MOST_ROWS = 13;

/** Every column, in the order in which they stand. */
export const COLUMNS = ['PTS', 'REB', 'AST', 'STL', 'BLK', 'TO', 'FG', '3PT', 'FT', 'FL', '+/-'] as const;
export type Column = (typeof COLUMNS)[number];

/** One figure; `leads`: nobody of his team has more. */
export type CellView = { readonly text: string; readonly leads: boolean };

export type RowView = {
  readonly playerId: string;
  /** Empty where he wears none. */
  readonly number: string;
  /** Longest form first. */
  readonly names: readonly string[];
  /** He has been in the game. */
  readonly played: boolean;
  /** One for each column. */
  readonly cells: readonly CellView[];
};

/** One part of the game: `1ST` and `28`. */
export type PeriodView = { readonly label: string; readonly text: string };

export type TableView = {
  readonly side: 'home' | 'away';
  readonly teamId: string;
  /** Longest form first. */
  readonly names: readonly string[];
  /** Address of the logo that stands beside it; null where there is none. */
  readonly mark: string | null;
  readonly score: string;
  /** The same parts of the game in both tables, oldest first. */
  readonly periods: readonly PeriodView[];
  /** Who played, the top scorer first, then of the others as many as make both tables equally long: at most `MOST_ROWS`. */
  readonly rows: readonly RowView[];
  /** The team's own, one for each column. */
  readonly totals: readonly string[];
};

export type BoxScoreView = {
  /** `HALF-TIME`, `3RD QUARTER`; empty where it is not known. */
  readonly when: string;
  readonly homeColour: JerseySaid;
  readonly awayColour: JerseySaid;
  /** Those of which anything is known. */
  readonly columns: readonly Column[];
  /** One, or two: the visitors first. */
  readonly tables: readonly TableView[];
};
