// Makes and misses on the shot chart: where they were, whole or not at all, and clear of its words; read back from pixels.
import { expect, test } from 'vitest';
import { shotChart } from '../../../overlays/shot-chart/graphic.ts';
import { HalfCourt } from '../../../overlays/shot-chart/half-court.ts';
import { Marks } from '../../../overlays/shot-chart/marks.ts';
import type { Place } from '../../../src/game/court.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { aMoment } from '../../kit/moments.ts';
import { benchScene, difference, makeBench } from '../../kit/scene-bench.ts';
import { COLOURS, expected, moment, PANEL_AREA, share, zones } from './chart-picture.ts';

test.each(['webgl', 'canvas'] as const)(
  'a make and a miss are drawn where they were, and no other, in %s',
  async (renderer) => {
    const bench = await makeBench({ renderer });
    const places = { makes: [{ xMm: 3_500, yMm: -600 }], misses: [{ xMm: -3_500, yMm: -600 }] };
    const marked = { home: { zones: { all: { zones: zones(), ...places } } } };
    const scene = await benchScene(bench, shotChart, { marks: 'makes and misses' });
    scene.show(aMoment(marked));
    const picture = bench.picture();
    const light = HOUSE_THEME.colour.text;
    const [make, miss] = [
      expected(places.makes[0] as Place, 'nba'),
      expected(places.misses[0] as Place, 'nba'),
    ];
    const at = (x: number, y: number) => [(Math.floor(y) * picture.width + Math.floor(x)) * 4];
    // A cross is inked in its middle, a ring is not.
    expect(share(picture, at(miss.x, miss.y), light, 12)).toBe(1);
    expect(share(picture, at(make.x, make.y), COLOURS[1] ?? '', 12)).toBe(1);
    expect(share(picture, at(make.x + 6, make.y), light, 40)).toBe(1);
    scene.dispose();
    bench.dispose();
  },
);

/** All about the rim but behind the board, none on another. */
const crowd = Array.from({ length: 24 }, (_, i) => ({
  xMm: 700 * ((i % 5) - 2),
  yMm: 600 * Math.floor(i / 5) - 300,
})).filter(({ xMm, yMm }) => Math.hypot(xMm, yMm) < 2_200);

test('no label covers a mark about the rim, however many there are', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const scene = await benchScene(bench, shotChart, { marks: 'makes and misses' });
  scene.show(
    moment(zones(), 'nba', { home: { zones: { all: { zones: zones(), makes: [], misses: crowd } } } }),
  );
  const picture = bench.picture();
  for (const place of crowd) {
    const { x, y } = expected(place, 'nba');
    const inked = share(
      picture,
      [(Math.floor(y) * picture.width + Math.floor(x)) * 4],
      HOUSE_THEME.colour.text,
      12,
    );
    expect(inked, JSON.stringify(place)).toBe(1);
  }
  scene.dispose();
  bench.dispose();
});

test('a mark that a label would cut is not drawn, one beside it is whole', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const half = new HalfCourt('nba');
  const marks = new Marks(bench.kit, half);
  const chip = { x: half.x(0), y: half.y(4_000), width: 60, height: 50 };
  const drawn = (yMm: number): number => {
    marks.set([{ xMm: 0, yMm }], [], [chip]);
    return marks.view.children.length;
  };
  // 25 units and a ring's reach, at 656 units to 15.24 m.
  expect([4_000, 4_500, 4_720].map(drawn)).toEqual([0, 0, 0]);
  expect([4_800, 3_200].map(drawn)).toEqual([1, 1]);
  marks.dispose();
  bench.dispose();
});

test('both renderers paint alike', async () => {
  const pictures: ImageData[] = [];
  for (const renderer of ['webgl', 'canvas'] as const) {
    const bench = await makeBench({ renderer });
    const scene = await benchScene(bench, shotChart, { marks: 'makes and misses' });
    const makes = Array.from({ length: 12 }, (_, i) => ({ xMm: 1_000 * i - 6_000, yMm: 700 * i }));
    scene.show(moment(zones(), 'ncaa', { home: { zones: { all: { zones: zones(), makes, misses: [] } } } }));
    pictures.push(bench.picture(null, PANEL_AREA));
    scene.dispose();
    bench.dispose();
  }
  expect(difference(pictures[0] as ImageData, pictures[1] as ImageData, 40)).toBeLessThan(0.004);
});
