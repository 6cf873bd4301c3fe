// What the shot chart on the real floor shows: the operator's choices, the camera that sees it, the zones in the feed's own colours and words.
import { z } from 'zod';
import type { CourtName, End } from '../../src/game/court.ts';
import type { JerseySaid } from '../../src/game/jersey.ts';
import { shotTypeSchema } from '../../src/game/message.ts';
import { spanSchema } from '../../src/game/span.ts';
import type { ChartZone } from '../../src/game/zone-map.ts';

/** The operator's form. */
export const floorChartOptions = z.object({
  camera: z
    .string()
    .max(40)
    .default('')
    .describe('A camera that was taught where the floor is; empty for the first by name'),
  end: z
    .enum(['auto', 'left', 'right'])
    .default('auto')
    .describe('At which basket it lies; auto: the one that the camera sees better'),
  side: z.enum(['home', 'away']).default('home').describe('Whose shots'),
  player: z.string().max(128).default('').describe("A player's id; empty for the whole team"),
  shots: shotTypeSchema.default('all').describe('Which shots'),
  period: spanSchema.default('game').describe('Since when: the game, or one period where the feed tells it'),
  showLines: z
    .boolean()
    .default(false)
    .describe("The court's lines as the camera was taught them: to line up, not for air"),
});
export type FloorChartOptions = z.infer<typeof floorChartOptions>;

export type FloorChartView = {
  readonly court: CourtName;
  /** A Homography. */
  readonly matrix: readonly number[];
  readonly end: End;
  readonly showLines: boolean;
  readonly side: 'home' | 'away';
  readonly homeColour: JerseySaid;
  readonly awayColour: JerseySaid;
  readonly code: string;
  /** Address of the logo that stands in its stead; null where there is none. */
  readonly mark: string | null;
  /** Whose, longest form first. */
  readonly title: readonly string[];
  /** What and since when, longest form first. */
  readonly subtitle: readonly string[];
  /** Zone 1 first. */
  readonly zones: readonly ChartZone[];
};
