// What the line-ups card shows: the operator's choice, and the fives with whom a team did best.
import { z } from 'zod';
import type { JerseySaid } from '../../src/game/jersey.ts';

/** The operator's form. */
export const lineupsOptions = z.object({
  side: z.enum(['home', 'away']).default('home').describe('Whose line-ups'),
});
export type LineupsOptions = z.infer<typeof lineupsOptions>;

export type LineupPlayer = {
  /** Empty where he wears none, or it is not known. */
  readonly number: string;
  /** The surname, in capitals. */
  readonly name: string;
};

export type LineupView = {
  readonly players: readonly LineupPlayer[];
  /** `+12`. */
  readonly plusMinus: string;
  /** `24-12`, scored and allowed; null where one of them was not said. */
  readonly points: string | null;
};

export type LineupsView = {
  readonly side: LineupsOptions['side'];
  readonly homeColour: JerseySaid;
  readonly awayColour: JerseySaid;
  readonly code: string;
  /** Address of the logo that stands in its stead; null where there is none. */
  readonly mark: string | null;
  readonly title: string;
  /** Longest form first. */
  readonly subtitle: readonly string[];
  /** The best first, one or two. */
  readonly lineups: readonly LineupView[];
};
