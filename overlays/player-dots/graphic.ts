// Player dots: the floor seen from the side line, everyone on it where he is at this instant.
import { z } from 'zod';
import type { CourtName } from '../../src/game/court.ts';
import { away, type Game, home, type Team } from '../../src/game/game.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';

const options = z.object({
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
export type DotsOptions = z.infer<typeof options>;

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
  readonly homeColour: string | null;
  readonly awayColour: string | null;
  readonly homeId: string | null;
  readonly awayId: string | null;
  /** Codes as the feed says them; empty until it does. */
  readonly homeCode: string;
  readonly awayCode: string;
  readonly players: readonly DotPlayer[];
};

const playersOf = (team: Team | null, side: 'home' | 'away'): DotPlayer[] =>
  Object.values(team?.players ?? {}).map(({ id, number, lastName }) => ({
    id,
    side,
    number: number ?? '',
    surname: (lastName ?? '').toUpperCase(),
  }));

const everyone = (game: Game): DotPlayer[] => [
  ...playersOf(home(game), 'home'),
  ...playersOf(away(game), 'away'),
];

export const playerDots = defineGraphic<DotsOptions, DotsView>({
  id: 'player-dots',
  name: 'Player dots',
  layer: 'floor',
  needs: ['positions'],
  options,
  // Never null: places come and go without a new View. The scene hides itself while nobody's place is known.
  pick: ({ game, rules }, chosen) => ({
    ...chosen,
    court: rules.court,
    homeColour: home(game)?.colour ?? null,
    awayColour: away(game)?.colour ?? null,
    homeId: game.homeId,
    awayId: game.awayId,
    homeCode: home(game)?.code ?? '',
    awayCode: away(game)?.code ?? '',
    players: everyone(game),
  }),
  scene: async () => (await import('./scene.ts')).makeDotsScene,
});
