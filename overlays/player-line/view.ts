// What a player line shows: the operator's choices, and one player's counts as viewers read them.
import { z } from 'zod';
import type { JerseySaid } from '../../src/game/jersey.ts';

/** The operator's form. */
export const playerLineOptions = z.object({
  side: z.enum(['home', 'away']).default('home').describe('Whose player'),
  player: z
    .string()
    .max(128)
    .default('')
    .describe("A player's id; empty for the one who has scored most, whoever that is at the moment"),
  stats: z.enum(['all-round', 'scoring', 'shooting']).default('all-round').describe('Which figures'),
  position: z.enum(['centre', 'left']).default('centre').describe('Where it stands'),
});
export type PlayerLineOptions = z.infer<typeof playerLineOptions>;

/** One figure: `PTS` and `24`. */
export type StatView = { readonly label: string; readonly text: string };

export type PlayerLineView = {
  readonly position: PlayerLineOptions['position'];
  readonly side: PlayerLineOptions['side'];
  readonly homeColour: JerseySaid;
  readonly awayColour: JerseySaid;
  readonly playerId: string;
  /** On the panel: the number; the team's code where he wears none. */
  readonly panel: string;
  /** Longest form first. */
  readonly names: readonly string[];
  /** Team and position, longest form first; and the position alone, where the team's logo stands beside it. */
  readonly detail: readonly string[];
  readonly role: string;
  /** Address of the logo; null where there is none. */
  readonly mark: string | null;
  /** What is known of what was asked for, in its order: one to six. */
  readonly stats: readonly StatView[];
};
