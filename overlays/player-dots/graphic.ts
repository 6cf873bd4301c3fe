// Player dots: the floor seen from the side line, everyone on it where he is at this instant.
import { away, type Game, home, type Team } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { type DotPlayer, type DotsOptions, type DotsView, dotsOptions } from './view.ts';

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
  options: dotsOptions,
  // Never null: places come and go without a new View. The scene hides itself while nobody's place is known.
  pick: ({ game, rules }, chosen) => ({
    ...chosen,
    court: rules.court,
    homeColour: jerseySaid(home(game)),
    awayColour: jerseySaid(away(game)),
    homeId: game.homeId,
    awayId: game.awayId,
    homeCode: home(game)?.code ?? '',
    awayCode: away(game)?.code ?? '',
    players: everyone(game),
  }),
  scene: async () => (await import('./scene.ts')).makeDotsScene,
});
