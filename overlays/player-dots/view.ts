// What the player dots show: the operator's choices, and who may be on the floor.
import { z } from 'zod';
import type { CourtName } from '../../src/game/court.ts';
import type { JerseySaid } from '../../src/game/jersey.ts';

/** Makes in a row from which a player is hot. */
export const HOT_FROM = { off: Number.POSITIVE_INFINITY, '3 in a row': 3, '4 in a row': 4, '5 in a row': 5 };

/** The operator's form. */
export const dotsOptions = z.object({
  view: z
    .enum(['auto', 'full', 'half'])
    .default('auto')
    .describe('Floor shown: all of it, the half where play is, or closer whenever play has settled'),
  seenFrom: z
    .enum(['camera side', 'far side'])
    .default('camera side')
    .describe('Side line from which the floor is seen'),
  names: z
    .enum(['none', 'number', 'surname'])
    .default('number')
    .describe('On a dot: nothing, its number, or its number and the name beside it'),
  trails: z.boolean().default(true).describe('Short trails behind who moves'),
  showBall: z.boolean().default(true).describe('The ball'),
  possession: z.boolean().default(true).describe('A ring about who has the ball, and a mark by his team'),
  selectedPlayer: z
    .string()
    .max(128)
    .default('')
    .describe('Who stands out: a player’s id, or a side and a number, as “home 23”; empty for nobody'),
  hotHand: z
    .enum(['off', '3 in a row', '4 in a row', '5 in a row'])
    .default('3 in a row')
    .describe('A flame on who has made that many shots in a row'),
  position: z.enum(['left', 'centre', 'right']).default('left').describe('Where the panel stands'),
});
export type DotsOptions = z.infer<typeof dotsOptions>;

export type DotPlayer = {
  readonly id: string;
  readonly side: 'home' | 'away';
  /** As worn; empty when not known. */
  readonly number: string;
  /** Upper case; empty when not known. */
  readonly surname: string;
  /** He has made enough shots in a row. */
  readonly hot: boolean;
};

/** Who may be on the floor and how they are drawn. Places are no part of it: they come with every tick. */
export type DotsView = Omit<DotsOptions, 'possession' | 'selectedPlayer' | 'hotHand'> & {
  readonly court: CourtName;
  /** Jersey colours as the feed says them; null until it does. */
  readonly homeColour: JerseySaid;
  readonly awayColour: JerseySaid;
  readonly homeId: string | null;
  readonly awayId: string | null;
  /** Codes as the feed says them; empty until it does. */
  readonly homeCode: string;
  readonly awayCode: string;
  readonly players: readonly DotPlayer[];
  /** Whose the ball is, as the feed says it; null while it does not, or nobody wants to see it. */
  readonly possession: 'home' | 'away' | null;
  /** Id of who stands out; null for nobody. */
  readonly selected: string | null;
  /** Written at the panel's head: of whom there is something to tell. Empty for nothing. */
  readonly note: string;
  /** It is of a player who is hot. */
  readonly isNoteHot: boolean;
  /** Everyone is quiet, because no feed says where they are. */
  readonly dim: boolean;
};
