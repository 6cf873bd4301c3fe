// Which part of the screen a canvas covers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaFor } from '../../src/stage/canvas-area.ts';

const FULL_HD = { width: 1920, height: 1080 };
const extent = (minX: number, minY: number, maxX: number, maxY: number) => ({ minX, minY, maxX, maxY });

test('an area holds all that is drawn in the frame, on whole pixels, at any size', () => {
  const length = fc.double({ min: -500, max: 2500, noNaN: true });
  fc.assert(
    fc.property(length, length, fc.nat(2000), fc.nat(2000), (x, y, width, height) => {
      const drawn = extent(x, y, x + width, y + height);
      const area = areaFor(drawn, FULL_HD, null);
      const [left, right] = [Math.max(0, drawn.minX), Math.min(1920, drawn.maxX)];
      const [top, bottom] = [Math.max(0, drawn.minY), Math.min(1080, drawn.maxY)];
      if (area === null) return right <= left || bottom <= top;
      const whole = Object.values(area).every((value) => Number.isInteger(value));
      const inFrame =
        area.x >= 0 && area.y >= 0 && area.x + area.width <= 1920 && area.y + area.height <= 1080;
      const holds =
        area.x <= left && area.y <= top && area.x + area.width >= right && area.y + area.height >= bottom;
      return whole && inFrame && (holds || right <= left || bottom <= top);
    }),
  );
});

test('nothing drawn takes no area', () => {
  expect(areaFor(extent(0, 0, 0, 0), FULL_HD, null)).toBeNull();
  expect(areaFor(extent(2_000, 0, 2_100, 50), FULL_HD, null)).toBeNull();
});

test('what moves a little keeps its area', () => {
  const first = areaFor(extent(100, 100, 600, 400), FULL_HD, null);
  expect(areaFor(extent(110, 105, 590, 380), FULL_HD, first)).toBe(first);
});

test('what grows beyond its area gets a larger one', () => {
  const first = areaFor(extent(96, 96, 160, 160), FULL_HD, null);
  expect(areaFor(extent(96, 96, 161, 160), FULL_HD, first)).toEqual({ x: 96, y: 96, width: 96, height: 64 });
});

test('an area much too large is left', () => {
  const first = areaFor(extent(0, 0, 1920, 1080), FULL_HD, null);
  expect(areaFor(extent(0, 0, 320, 320), FULL_HD, first)).toEqual({ x: 0, y: 0, width: 320, height: 320 });
});
