// What the efficiency card shows: the operator's choices, and what each kind of possession has brought one team.
import { z } from 'zod';
import type { JerseySaid } from '../../src/game/jersey.ts';

/** The operator's form. */
export const efficiencyOptions = z.object({
  side: z.enum(['home', 'away']).default('home').describe('Whose possessions'),
  rows: z.number().int().min(2).max(6).default(5).describe('How many kinds of possession at most'),
  overall: z.boolean().default(true).describe('All possessions together, to compare with'),
});
export type EfficiencyOptions = z.infer<typeof efficiencyOptions>;

export type EfficiencyRow = {
  /** The provider's own name of the kind: it names the row. */
  readonly type: string;
  readonly label: string;
  readonly pointsPerPossession: number;
  /** Null where it was not said. */
  readonly possessions: number | null;
};

export type EfficiencyView = {
  readonly side: EfficiencyOptions['side'];
  readonly homeColour: JerseySaid;
  readonly awayColour: JerseySaid;
  readonly code: string;
  /** Address of the logo that stands in its stead; null where there is none. */
  readonly mark: string | null;
  readonly title: string;
  /** Longest form first. */
  readonly subtitle: readonly string[];
  /** All possessions; null where that was not said, or is not wanted. */
  readonly overall: EfficiencyRow | null;
  /** The most frequent first, one to six. */
  readonly rows: readonly EfficiencyRow[];
  /** What a whole bar stands for. */
  readonly full: number;
};
