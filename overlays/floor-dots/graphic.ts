// Players on the floor: rings and names at the feet of everyone, in the perspective of a camera that stands still.
import { cameraNamed } from '../../src/game/floor-camera.ts';
import { away, home, type Team } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { isDim } from '../../src/stage/dim.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { type FloorDotsOptions, type FloorDotsView, type FloorPlayer, floorDotsOptions } from './view.ts';

const playersOf = (team: Team | null, side: 'home' | 'away'): FloorPlayer[] =>
  Object.values(team?.players ?? {}).map(({ id, number, lastName }) => ({
    id,
    side,
    number: number ?? '',
    surname: (lastName ?? '').trim().toUpperCase(),
  }));

export const floorDots = defineGraphic<FloorDotsOptions, FloorDotsView>({
  id: 'floor-dots',
  name: 'Players on the floor',
  layer: 'floor',
  needs: ['positions'],
  options: floorDotsOptions,
  pick: (moment, { camera: name, ...chosen }) => {
    const { game, cameras } = moment;
    const camera = cameraNamed(cameras, name);
    if (camera === null) return null;
    return {
      ...chosen,
      court: camera.court,
      matrix: camera.matrix,
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      homeId: game.homeId,
      awayId: game.awayId,
      players: [...playersOf(home(game), 'home'), ...playersOf(away(game), 'away')],
      dim: isDim(moment, 'positions'),
    };
  },
  scene: async () => (await import('./scene.ts')).makeFloorDotsScene,
});
