// What is shown on the real floor: the operator's choices, the camera that sees it, and who may be there.
import { z } from 'zod';
import type { CourtName } from '../../src/game/court.ts';
import type { JerseySaid } from '../../src/game/jersey.ts';

/** The operator's form. */
export const floorDotsOptions = z.object({
  camera: z
    .string()
    .max(40)
    .default('')
    .describe('A camera that was taught where the floor is; empty for the first by name'),
  names: z
    .enum(['none', 'number', 'surname'])
    .default('surname')
    .describe('At their feet: a ring alone, a number, or number and name'),
  teams: z.enum(['both', 'home', 'away']).default('both').describe('Whose players'),
  trails: z.boolean().default(false).describe('Short trails on the floor behind who moves'),
  showBall: z.boolean().default(true).describe("The ball's shadow"),
  showLines: z
    .boolean()
    .default(false)
    .describe("The court's lines as the camera was taught them: to line up, not for air"),
});
export type FloorDotsOptions = z.infer<typeof floorDotsOptions>;

export type FloorPlayer = {
  readonly id: string;
  readonly side: 'home' | 'away';
  /** As worn; empty when not known. */
  readonly number: string;
  /** Upper case; empty when not known. */
  readonly surname: string;
};

/** Who may be on the floor, and in which camera. Places are no part of it: they come with every tick. */
export type FloorDotsView = Omit<FloorDotsOptions, 'camera'> & {
  readonly court: CourtName;
  /** A Homography. */
  readonly matrix: readonly number[];
  /** Jersey colours as the feed says them; null until it does. */
  readonly homeColour: JerseySaid;
  readonly awayColour: JerseySaid;
  readonly homeId: string | null;
  readonly awayId: string | null;
  readonly players: readonly FloorPlayer[];
  /** Everyone is quiet, because no feed says where they are. */
  readonly dim: boolean;
};
