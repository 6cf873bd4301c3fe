// What the shot chart shows: the operator's choices, and the zones in the feed's own colours and words.
import { z } from 'zod';
import type { CourtName } from '../../src/game/court.ts';
import type { JerseySaid } from '../../src/game/jersey.ts';
import { type ShotPlace, shotTypeSchema } from '../../src/game/message.ts';
import { spanSchema } from '../../src/game/span.ts';
import type { ChartZone } from '../../src/game/zone-map.ts';

/** The operator's form. */
export const chartOptions = z.object({
  side: z.enum(['home', 'away']).default('home').describe('Whose shots'),
  player: z.string().max(128).default('').describe("A player's id; empty for the whole team"),
  shots: shotTypeSchema.default('all').describe('Which shots'),
  period: spanSchema.default('game').describe('Since when: the game, or one period where the feed tells it'),
  marks: z.enum(['none', 'makes and misses']).default('none').describe('Rings for makes, crosses for misses'),
  position: z.enum(['right', 'centre', 'left']).default('right').describe('Where the panel stands'),
});
export type ChartOptions = z.infer<typeof chartOptions>;

export type ChartView = {
  readonly court: CourtName;
  readonly position: ChartOptions['position'];
  readonly side: 'home' | 'away';
  readonly homeColour: JerseySaid;
  readonly awayColour: JerseySaid;
  /** The team's, on its panel; and the address of the logo that stands in its stead, null where there is none. */
  readonly code: string;
  readonly mark: string | null;
  /** Whose, longest form first. */
  readonly title: readonly string[];
  /** What and since when, longest form first. */
  readonly subtitle: readonly string[];
  /** Made and attempted over all zones; empty where the feed's words cannot be added up. */
  readonly total: string;
  readonly totalPercent: string;
  /** Zone 1 first. */
  readonly zones: readonly ChartZone[];
  /** In the hoop's frame; empty when not asked for. */
  readonly makes: readonly ShotPlace[];
  readonly misses: readonly ShotPlace[];
};
