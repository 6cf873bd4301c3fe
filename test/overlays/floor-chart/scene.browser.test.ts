// The shot chart on the real floor, read back from pixels in both renderers, against what each camera truly sees.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { floorChart } from '../../../overlays/floor-chart/graphic.ts';
import { courtOf, fromHoopFrame, nominalHoop } from '../../../src/game/court.ts';
import { zoneShapes } from '../../../src/game/zone-shapes.ts';
import { GANTRIES, seenBy } from '../../kit/floor-cameras.ts';
import { hallCameras, isWellInside } from '../../kit/hall-moments.ts';
import { aMoment } from '../../kit/moments.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const COLOURS = zoneShapes('nba').map(
  (_, i) => `#${(0x20_40_60 + i * 0x0c_09_07).toString(16).padStart(6, '0')}`,
);
const zones = {
  all: {
    zones: COLOURS.map((colour, i) => ({ zone: i + 1, display: `${i}/20`, percent: '50%', colour })),
    makes: [],
    misses: [],
  },
};
const moment = aMoment({ cameras: hallCameras(), home: { zones } });

const pixel = ({ data, width }: ImageData, x: number, y: number) => {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return Array.from(data.subarray(at, at + 4));
};
const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

describe.each(['webgl', 'canvas'] as const)('in %s', (renderer) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await makeBench({ renderer });
  });
  afterEach(() => bench.stage.removeChildren());
  afterAll(() => bench.dispose());

  test.each(['main', 'corner', 'roof'] as const)(
    'each zone has its band in its own colour where the %s camera sees its edge',
    async (camera) => {
      const scene = await benchScene(bench, floorChart, { camera });
      scene.show(moment);
      const picture = bench.picture();
      const end = floorChart.pick(moment, floorChart.options.parse({ camera }))?.end ?? 1;
      const seen = seenBy(GANTRIES[camera]);
      let [looked, right] = [0, 0];
      for (const { outline, zone } of zoneShapes('nba')) {
        const [a, b] = [outline[0], outline.at(-1)];
        if (!a || !b || Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm) < 900) continue;
        // In the middle of an edge, 90 mm inside it: the middle of the band.
        const length = Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm);
        const inside = {
          xMm: (a.xMm + b.xMm) / 2 - ((a.yMm - b.yMm) / length) * 90,
          yMm: (a.yMm + b.yMm) / 2 + ((a.xMm - b.xMm) / length) * 90,
        };
        const place = fromHoopFrame(inside.xMm, inside.yMm, nominalHoop(courtOf('nba'), end));
        const { x, y, scale } = seen(place.xMm, place.yMm);
        if (scale <= 45 || !isWellInside({ x, y }, 4)) continue;
        const [red, green, blue, alpha] = pixel(picture, x, y);
        const near = rgb(COLOURS[zone - 1] ?? '').every(
          (channel, i) => Math.abs(channel - ([red, green, blue][i] ?? 0)) < 4,
        );
        looked += 1;
        if (alpha === 255 && near) right += 1;
      }
      expect(looked).toBeGreaterThan(2);
      // Words stand over some of them.
      expect(right / looked).toBeGreaterThan(0.7);
      scene.dispose();
    },
  );

  test('hidden, nothing is seen; entered, all is as settled; gone, nothing again', async () => {
    const scene = await benchScene(bench, floorChart, { camera: 'main', showLines: true });
    scene.show(moment);
    const settled = bench.picture();
    scene.enter(moment, 0);
    expect(bench.picture().data.every((value) => value === 0)).toBe(true);
    scene.enter(moment, 5);
    expect(difference(bench.picture(), settled, 2)).toBe(0);
    scene.exit(5);
    expect(bench.picture().data.every((value) => value === 0)).toBe(true);
    scene.dispose();
  });
});
