// The picture of the docs in which rings lie at the feet of the hall's players: places as the hall draws them, names of the simulated game.
import { floorDots } from '../../overlays/floor-dots/graphic.ts';
import type { Theme } from '../../src/stage/theme.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
import { aBody } from '../kit/moments.ts';
import { benchScene, makeBench } from '../kit/scene-bench.ts';
import { PLAYERS } from './arena.ts';
import { mapTeams } from './played-game.ts';

const MM_PER_M = 1_000;
/** As the hall's players wear. */
const WORN = ['#f2f2ee', '#6b2330'] as const;
const SIZE = { width: 1280, height: 720 } as const;

/** The game's moment with everyone standing where the hall draws him. */
function standing(moment: Moment): Moment {
  const { game } = moment;
  const idsOf = (teamId: string | null) => Object.keys(game.teams[teamId ?? '']?.players ?? {});
  const ids = { home: idsOf(game.homeId), away: idsOf(game.awayId) };
  const bodies = PLAYERS.flatMap(([x, y, side]): SampledBody[] => {
    const id = ids[side].shift();
    const teamId = side === 'home' ? game.homeId : game.awayId;
    return id === undefined ? [] : [aBody(id, teamId, x * MM_PER_M, y * MM_PER_M)];
  });
  const dressed = mapTeams(game, (team) => ({
    ...team,
    colour: team.id === game.homeId ? WORN[0] : WORN[1],
  }));
  return { ...moment, game: dressed, bodies, bodyCount: bodies.length, ball: null };
}

/** As a JPEG's data address. */
export async function floorShot(theme: Theme, moment: Moment, hall: HTMLCanvasElement): Promise<string> {
  const bench = await makeBench({ renderer: 'canvas', theme });
  const scene = await benchScene(bench, floorDots);
  scene.show(standing(moment));
  const picture = bench.picture(hall);
  const [whole, small] = [document.createElement('canvas'), document.createElement('canvas')];
  Object.assign(whole, { width: picture.width, height: picture.height });
  Object.assign(small, SIZE);
  whole.getContext('2d')?.putImageData(picture, 0, 0);
  const context = small.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(whole, 0, 0, SIZE.width, SIZE.height);
  }
  scene.dispose();
  bench.dispose();
  return small.toDataURL('image/jpeg', 0.86);
}
