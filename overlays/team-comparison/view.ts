// What a team comparison shows: the operator's choices, and row by row what both teams have.
import { z } from 'zod';
import type { JerseySaid } from '../../src/game/jersey.ts';
import { type Span, spanSchema } from '../../src/game/span.ts';
import type { Measure } from '../../src/game/stat-word.ts';

/** The operator's form. */
export const comparisonOptions = z.object({
  rows: z.enum(['all', 'shooting', 'ball control']).default('all').describe('Which rows'),
  period: spanSchema.default('game').describe('Since when: the game, or one period where the feed tells it'),
});
export type ComparisonOptions = z.infer<typeof comparisonOptions>;

export type SideView = {
  /** Longest form first. */
  readonly names: readonly string[];
  /** Address of the logo that stands beside it; null where there is none. */
  readonly mark: string | null;
  readonly colour: JerseySaid;
};

/** One row. Both values are known: what only one team has is no comparison. */
export type RowView = {
  /** Names the row, for as long as the card is on air. */
  readonly key: string;
  readonly label: string;
  readonly measure: Measure;
  readonly away: number;
  readonly home: number;
  /** The value of a whole bar: the same for both. */
  readonly full: number;
  /** Who is better off; null for neither. */
  readonly lead: 'away' | 'home' | null;
};

export type ComparisonView = {
  readonly span: Span;
  readonly title: string;
  readonly subtitle: string;
  readonly away: SideView;
  readonly home: SideView;
  /** One to eight, from above. */
  readonly rows: readonly RowView[];
};
