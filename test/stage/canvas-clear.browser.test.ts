// What is left on a 2D canvas when a picture goes.
import { expect, test } from 'vitest';
import { shotChart } from '../../overlays/shot-chart/graphic.ts';
import { aMoment } from '../kit/moments.ts';
import { benchScene, makeBench } from '../kit/scene-bench.ts';

test('a picture that goes is gone, also when the canvas was empty twice before it came', async () => {
  const bench = await makeBench({ renderer: 'canvas' });
  const zones = Array.from({ length: 14 }, (_, i) => ({
    zone: i + 1,
    display: '1/2',
    percent: '50%',
    colour: '#c81e1e',
  }));
  const now = aMoment({ home: { zones: { all: { zones, makes: [], misses: [] } } } });
  const isEmpty = () => bench.picture().data.every((channel) => channel === 0);
  const chart = await benchScene(bench, shotChart, {});
  chart.show(now);
  expect(isEmpty()).toBe(false);
  chart.scene.view.visible = false;
  expect(isEmpty()).toBe(true);
  expect(isEmpty()).toBe(true);
  chart.scene.view.visible = true;
  expect(isEmpty()).toBe(false);
  chart.scene.view.visible = false;
  expect(isEmpty()).toBe(true);
  chart.dispose();
  bench.dispose();
});
