// What every theme owes the director, of every graphic: it is drawn, in the safe area, clear of the scorebug, alike by both renderers, and moves to where it settles.
import { describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { roomBesideBug } from '../../src/stage/bug-measures.ts';
import { HOUSE_THEME, THEMES, type Theme } from '../../src/stage/theme.ts';
import type { Moment } from '../../src/time/moment.ts';
import { drawnPixels } from '../kit/pixels.ts';
import { benchScene, difference, makeBench } from '../kit/scene-bench.ts';
import { playedGame, widest } from '../shots/played-game.ts';

/** These are of the whole frame, or lie on a camera's picture. */
const ANYWHERE = ['test-card', 'floor-dots', 'floor-chart'];
const CARDS = [
  'box-score',
  'efficiency',
  'player-line',
  'player-dots',
  'shot-chart',
  'team-comparison',
  'top-lineups',
];

const played = playedGame();
const others = Object.values(THEMES).filter((theme) => theme !== HOUSE_THEME);
const ids = [...graphics.keys()].filter((id) => !ANYWHERE.includes(id));

type Edges = { left: number; right: number; top: number; bottom: number };

function edgesOf({ data, width }: ImageData): Edges {
  const edges = { left: width, right: 0, top: Number.POSITIVE_INFINITY, bottom: 0 };
  for (let index = 3; index < data.length; index += 4) {
    if (data[index] === 0) continue;
    const pixel = (index - 3) / 4;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    edges.left = Math.min(edges.left, x);
    edges.right = Math.max(edges.right, x + 1);
    edges.top = Math.min(edges.top, y);
    edges.bottom = Math.max(edges.bottom, y + 1);
  }
  return edges;
}

/** One scene of it, drawn by that renderer. */
async function drawn<Seen>(
  { theme, id, renderer }: { theme: Theme; id: string; renderer: 'webgl' | 'canvas' },
  look: (scene: Awaited<ReturnType<typeof benchScene>>, picture: () => ImageData, moment: Moment) => Seen,
): Promise<Seen> {
  const graphic = graphics.get(id);
  if (!graphic) throw new Error(`there is no graphic ${id}`);
  const bench = await makeBench({ theme, renderer });
  const scene = await benchScene(bench, graphic);
  const seen = look(scene, bench.picture, (await played).moment);
  scene.dispose();
  bench.dispose();
  return seen;
}

/** At rest, at the moment of every picture. */
const settledOf = (theme: Theme, id: string, renderer: 'webgl' | 'canvas'): Promise<ImageData> =>
  drawn({ theme, id, renderer }, (scene, picture, moment) => {
    scene.show(moment);
    return picture();
  });

const throughout = (theme: Theme, id: string) =>
  drawn({ theme, id, renderer: 'canvas' }, (scene, picture, moment) => {
    scene.show(moment);
    const settled = picture();
    scene.enter(moment, 10);
    const entered = picture();
    scene.show(widest(moment));
    const wide = picture();
    scene.exit(10);
    return { settled, entered, wide, left: picture() };
  });

describe.each(others)('in $name', (theme) => {
  test.each(ids)(
    '%s is drawn in the safe area, moves to where it settles, and leaves nothing',
    async (id) => {
      const { settled, entered, wide, left } = await throughout(theme, id);
      expect(drawnPixels(settled)).toBeGreaterThan(5_000);
      // A letter's smoothed edge may be rounded otherwise by one of 255 when it is drawn again.
      expect(difference(entered, settled, 1)).toBe(0);
      expect(drawnPixels(left)).toBe(0);
      const room = roomBesideBug(theme);
      const { x, y } = theme.safe;
      const allowed = CARDS.includes(id) ? room : { left: x, right: 1920 - x, top: y, bottom: 1080 - y };
      for (const picture of [settled, wide]) {
        const edges = edgesOf(picture);
        expect(edges.left, 'left').toBeGreaterThanOrEqual(allowed.left);
        expect(edges.right, 'right').toBeLessThanOrEqual(allowed.right);
        expect(edges.top, 'top').toBeGreaterThanOrEqual(allowed.top);
        expect(edges.bottom, 'bottom').toBeLessThanOrEqual(allowed.bottom);
      }
    },
  );

  test.each(ids)('%s is painted alike by both renderers', async (id) => {
    const [a, b] = [await settledOf(theme, id, 'webgl'), await settledOf(theme, id, 'canvas')];
    expect(difference(a, b, 40)).toBeLessThan(0.002);
  });

  test.each(ids)('%s looks like another broadcaster than the house', async (id) => {
    const [here, there] = [await settledOf(theme, id, 'canvas'), await settledOf(HOUSE_THEME, id, 'canvas')];
    const most = Math.max(drawnPixels(here), drawnPixels(there));
    const differing = difference(here, there, 24) * 1920 * 1080;
    expect(differing).toBeGreaterThan(most / 2);
  });
});
