// What the shot chart paints, read back from pixels in both renderers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shotChart } from '../../../overlays/shot-chart/graphic.ts';
import { PANEL } from '../../../overlays/shot-chart/scene.ts';
import type { ChartOptions } from '../../../overlays/shot-chart/view.ts';
import { COURTS } from '../../../src/game/court.ts';
import { isInside, type ZoneShape, zoneShapes } from '../../../src/game/zone-shapes.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';
import {
  COLOURS,
  expected,
  inZone,
  LEFT,
  moment,
  onPanel,
  PANEL_AREA,
  pixel,
  rgb,
  share,
  TOP,
  zones,
} from './chart-picture.ts';

const luminance = (colour: readonly number[]) => {
  const [r = 0, g = 0, b = 0] = colour.map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: readonly number[], b: readonly number[]) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

const same = (a: ImageData, b: ImageData, offsets: readonly number[]): boolean =>
  offsets.every((at) => [0, 1, 2, 3].every((i) => a.data[at + i] === b.data[at + i]));

describe.each(['webgl', 'canvas'] as const)('in %s', (renderer) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await makeBench({ renderer });
  });
  afterAll(() => bench.dispose());

  const shown = async (now = moment(zones()), options: Partial<ChartOptions> = {}) => {
    const scene = await benchScene(bench, shotChart, options);
    scene.show(now);
    return scene;
  };

  test.each(COURTS)('every zone of the %s court is filled with the feed’s own colour', async (court) => {
    const scene = await shown(moment(zones(), court));
    const picture = bench.picture();
    for (const shape of zoneShapes(court)) {
      const pixels = inZone(picture, shape, court);
      // The rest is words, hairlines, and the lane's lines.
      expect(share(picture, pixels, COLOURS[shape.zone - 1] ?? ''), shape.place).toBeGreaterThan(
        shape.place.endsWith('corner') ? 0.5 : 0.66,
      );
    }
    scene.dispose();
  });

  test('the words of every zone stand off its colour by 4.5 to 1', async () => {
    const scene = await shown();
    const picture = bench.picture();
    for (const { anchor, zone } of zoneShapes('nba')) {
      const { x, y } = expected(anchor, 'nba');
      const fill = rgb(COLOURS[zone - 1] ?? '');
      let best = 0;
      for (let dx = -14; dx <= 14; dx += 1)
        for (let dy = -24; dy <= 24; dy += 1)
          best = Math.max(best, contrast(pixel(picture, x + dx, y + dy).slice(0, 3), fill));
      expect(best, `zone ${zone}`).toBeGreaterThanOrEqual(4.5);
    }
    scene.dispose();
  });

  test.each(COURTS)('the widest real words stay inside their zones on the %s court', async (court) => {
    const wide = () => ({ display: '28/49', percent: '100.0%' });
    const scene = await shown(moment(zones(wide), court));
    const worded = bench.picture();
    scene.dispose();
    const bare = await shown(
      moment(
        zones(() => ({ display: ' ', percent: ' ', attempted: 9 })),
        court,
      ),
    );
    const unworded = bench.picture();
    bare.dispose();
    const shapes = zoneShapes(court).map(({ outline }) => outline.map((corner) => onPanel(corner, court)));
    // Where ink lies, the pixels to either side lie in the same zone.
    for (let y = TOP + 88; y < TOP + PANEL.height; y += 1)
      for (let x = LEFT; x < LEFT + PANEL.width; x += 1) {
        const at = (y * worded.width + x) * 4;
        if ([0, 1, 2].every((i) => Math.abs((worded.data[at + i] ?? 0) - (unworded.data[at + i] ?? 0)) <= 40))
          continue;
        const homes = [-1, 1].map((dx) =>
          shapes.findIndex((outline) => isInside(outline, x + 0.5 + dx, y + 0.5)),
        );
        if (homes[0] !== homes[1] || homes[0] === -1) throw new Error(`ink on an edge at ${x}, ${y}`);
      }
    // And no zone went without words.
    for (const { anchor, zone } of zoneShapes(court)) {
      const { x, y } = expected(anchor, court);
      const region = (image: ImageData) => {
        const row: number[][] = [];
        for (let dx = -12; dx <= 12; dx += 1)
          for (let dy = -30; dy <= 30; dy += 1) row.push(pixel(image, x + dx, y + dy));
        return row;
      };
      expect(region(worded), `zone ${zone}`).not.toEqual(region(unworded));
    }
  });

  test('a zone without attempts is quiet: no colour of its own, no words', async () => {
    const scene = await shown(
      moment(zones((zone) => (zone === 12 ? { display: '0/0', made: 0, attempted: 0 } : {}))),
    );
    const picture = bench.picture();
    const top = zoneShapes('nba')[11] as ZoneShape;
    const { x, y } = expected(top.anchor, 'nba');
    for (let dx = -40; dx <= 40; dx += 2)
      for (let dy = -30; dy <= 30; dy += 2)
        expect(pixel(picture, x + dx, y + dy).slice(0, 3)).toEqual(rgb(HOUSE_THEME.colour.raised));
    scene.dispose();
  });

  test('it builds from the rim outwards and ends as the settled picture', async () => {
    const scene = await benchScene(bench, shotChart, {});
    const now = moment(zones());
    const shapes = zoneShapes('nba');
    const seen = (seconds: number, zone: number) => {
      scene.enter(now, seconds);
      const picture = bench.picture();
      return share(
        picture,
        inZone(picture, shapes[zone - 1] as ZoneShape, 'nba'),
        COLOURS[zone - 1] ?? '',
        3,
      );
    };
    scene.enter(now, 0);
    expect(bench.picture(null, PANEL_AREA).data.every((channel) => channel === 0)).toBe(true);
    expect(seen(0.2, 1)).toBeGreaterThan(0.6);
    expect(seen(0.2, 7)).toBeLessThan(0.1);
    expect(seen(0.38, 7)).toBeGreaterThan(0.5);
    expect(seen(0.38, 12)).toBeLessThan(0.1);
    const entering = scene.enter(now, 0);
    expect(entering?.duration()).toBeGreaterThanOrEqual(0.6);
    expect(entering?.duration()).toBeLessThanOrEqual(0.7);
    scene.enter(now, entering?.duration() ?? 0);
    const entered = bench.picture(null, PANEL_AREA);
    scene.show(now);
    expect(difference(entered, bench.picture(null, PANEL_AREA), 2)).toBe(0);
    scene.dispose();
  });

  test('it leaves in 280 ms and leaves nothing behind', async () => {
    const scene = await shown();
    const leaving = scene.exit(0);
    expect(leaving?.duration()).toBeCloseTo(0.28, 6);
    scene.exit(0.28);
    expect(bench.picture().data.every((channel) => channel === 0)).toBe(true);
    scene.dispose();
  });

  test('a change settles in its own zone and touches no other', async () => {
    const scene = await shown();
    const before = bench.picture();
    const next = moment(
      zones((zone) => (zone === 11 ? { display: '12/20', percent: '60.0%', colour: '#ff8800' } : {})),
    );
    const settling = scene.update(next, 0.05);
    const during = bench.picture();
    const shapes = zoneShapes('nba');
    const areaOf = (zone: number) => inZone(during, shapes[zone - 1] as ZoneShape, 'nba');
    expect(same(during, before, areaOf(11))).toBe(false);
    for (const zone of [3, 7, 8, 9, 13, 14])
      expect(same(during, before, areaOf(zone)), `zone ${zone}`).toBe(true);
    settling?.progress(1, true);
    const settled = bench.picture(null, PANEL_AREA);
    scene.show(next);
    expect(difference(settled, bench.picture(null, PANEL_AREA), 2)).toBe(0);
    expect(share(bench.picture(), areaOf(11), '#ff8800')).toBeGreaterThan(0.66);
    scene.dispose();
  });

  test('the same again needs no motion', async () => {
    const scene = await shown();
    expect(scene.update(moment(zones()))).toBeNull();
    scene.dispose();
  });

  test('another team’s chart builds anew', async () => {
    const away = { zones: { all: { zones: zones(() => ({ colour: '#334455' })), makes: [], misses: [] } } };
    const now = moment(zones(), 'nba', { away });
    const scene = await benchScene(bench, shotChart, {});
    scene.show(now);
    const [last, next] = [{ side: 'home' }, { side: 'away' }].map((options) =>
      shotChart.pick(now, shotChart.options.parse(options)),
    );
    if (!last || !next) throw new Error('nothing picked');
    expect(scene.scene.update(next, last)?.duration()).toBeCloseTo(0.6, 6);
    scene.dispose();
  });
});
