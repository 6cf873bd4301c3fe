// What the player dots show: the operator's choices, and who may be on the floor.
import { z } from 'zod';
import type { CourtName } from '../../src/game/court.ts';
import type { JerseySaid } from '../../src/game/jersey.ts';

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
};

/** Who may be on the floor and how they are drawn. Places are no part of it: they come with every tick. */
export type DotsView = DotsOptions & {
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
};
