import { describe, expect, it } from 'vitest';
import { placeChips } from '../../../overlays/floor-chart/chip-places.ts';
import { floorChart } from '../../../overlays/floor-chart/graphic.ts';
import { insetBy } from '../../../src/game/inset.ts';
import { outlineArea, zoneShapes } from '../../../src/game/zone-shapes.ts';
import { hallCameras } from '../../kit/hall-moments.ts';
import { aMoment } from '../../kit/moments.ts';

const zones = {
  all: { zones: [{ zone: 1, display: '2/3', percent: '67%', colour: '#c04030' }], makes: [], misses: [] },
};
const pick = (options: object, cameras = hallCameras()) =>
  floorChart.pick(aMoment({ cameras, home: { zones } }), floorChart.options.parse(options));

describe('a chart on the floor', () => {
  it('lies at the basket that the camera sees better, or at the one that was asked for', () => {
    expect(pick({ camera: 'main' })?.end).toBe(1);
    expect(pick({ camera: 'roof' })?.end).toBe(-1);
    expect(pick({ camera: 'main', end: 'left' })?.end).toBe(-1);
  });

  it('is not shown in a camera that nobody taught, nor without zones', () => {
    expect(pick({ camera: 'nobody' })).toBeNull();
    expect(pick({ side: 'away' })).toBeNull();
  });

  it("has the feed's own colours and words", () => {
    expect(pick({})?.zones[0]).toEqual({
      zone: 1,
      display: '2/3',
      percent: '67%',
      colour: '#c04030',
      quiet: false,
    });
    expect(pick({})?.zones).toHaveLength(14);
  });
});

describe('zones drawn in from their edges', () => {
  it.each(zoneShapes('nba').map(({ place, outline }) => [place, outline] as const))(
    'are smaller and turn the same way: %s',
    (_place, outline) => {
      const [whole, inner] = [outlineArea(outline), outlineArea(insetBy(outline, 150))];
      expect(inner).toBeGreaterThan(whole * 0.3);
      expect(inner).toBeLessThan(whole);
    },
  );
});

describe('the words of zones', () => {
  const room = { left: 0, right: 1920, top: 0, bottom: 900 };
  const wish = (x: number, y: number) => ({ x, y, height: 40, widthLong: 130, widthShort: 80 });

  it('never cover each other, and stand in their room', () => {
    const wishes = Array.from({ length: 14 }, (_, i) =>
      wish(600 + (i % 4) * 90, 400 + Math.floor(i / 4) * 30),
    );
    const places = placeChips(wishes, room);
    expect(places.filter((place) => place !== null).length).toBeGreaterThan(6);
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) {
        if (!a || !b) continue;
        const width = ((a.isLong ? 130 : 80) + (b.isLong ? 130 : 80)) / 2;
        expect(Math.abs(a.x - b.x) >= width || Math.abs(a.y - b.y) >= 40).toBe(true);
      }
  });

  it('stand where their zones are when there is room', () => {
    expect(placeChips([wish(300, 300), wish(900, 300)], room)).toEqual([
      { x: 300, y: 300, isLong: true },
      { x: 900, y: 300, isLong: true },
    ]);
  });
});
