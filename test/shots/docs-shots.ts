// The pictures of the docs that the book's page draws itself, of one instant of its game: rings at the feet of the hall's players, and every theme beside the others.
import { graphics } from '../../overlays/catalogue.ts';
import type { MarkImages } from '../../src/stage/mark-images.ts';
import type { Theme } from '../../src/stage/theme.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
import { aBody } from '../kit/moments.ts';
import { benchScene, makeBench } from '../kit/scene-bench.ts';
import { PLAYERS } from './arena.ts';
import { withMarks } from './marks.ts';
import { mapTeams, type Played } from './played-game.ts';

const MM_PER_M = 1_000;
/** As the hall's players wear. */
const WORN = ['#f2f2ee', '#6b2330'] as const;
const FLOOR_SIZE = { width: 1280, height: 720 } as const;
/** Of one theme's picture, and the air between two. */
const BESIDE = { width: 960, height: 540, gap: 8, ids: ['scorebug', 'player-dots', 'shot-chart'] } as const;
const QUALITY = 0.86;

type Sheet = { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D };

function sheet(width: number, height: number): Sheet {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

type Staged = { readonly theme: Theme; readonly hall: HTMLCanvasElement; readonly marks?: MarkImages };

/** Graphics over the hall, as a canvas of the frame's size, after all the moments that led up to it. */
async function overHall(
  { theme, hall, marks }: Staged,
  ids: readonly string[],
  moments: readonly Moment[],
): Promise<HTMLCanvasElement> {
  const bench = await makeBench({ renderer: 'canvas', theme, ...(marks ? { marks } : {}) });
  const scenes = [];
  for (const id of ids) {
    const graphic = graphics.get(id);
    if (!graphic) throw new Error(`there is no ${id}`);
    const scene = await benchScene(bench, graphic);
    const [first, ...rest] = moments;
    if (first) scene.show(first);
    for (const moment of rest) scene.scene.tick?.(moment);
    scenes.push(scene);
  }
  const picture = bench.picture(hall);
  const { canvas, context } = sheet(picture.width, picture.height);
  context.putImageData(picture, 0, 0);
  for (const scene of scenes) scene.dispose();
  bench.dispose();
  return canvas;
}

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

/** Names of the simulated game at the feet of the hall's players, as a JPEG's data address. */
export async function floorShot(staged: Staged, moment: Moment): Promise<string> {
  const { width, height } = FLOOR_SIZE;
  const { canvas, context } = sheet(width, height);
  context.drawImage(await overHall(staged, ['floor-dots'], [standing(moment)]), 0, 0, width, height);
  return canvas.toDataURL('image/jpeg', QUALITY);
}

/** One instant in every theme, as a JPEG's data address. */
export async function themesShot(
  themes: readonly Theme[],
  { runUp }: Played,
  stage: Omit<Staged, 'theme'>,
): Promise<string> {
  const { width, height, gap, ids } = BESIDE;
  const { canvas, context } = sheet(themes.length * (width + gap) - gap, height);
  for (const [index, theme] of themes.entries()) {
    const picture = await overHall({ ...stage, theme }, ids, runUp.map(withMarks));
    context.drawImage(picture, index * (width + gap), 0, width, height);
  }
  return canvas.toDataURL('image/jpeg', QUALITY);
}
