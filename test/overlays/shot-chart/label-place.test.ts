// Where a zone's label stands when marks are about.
import { describe, expect, test } from 'vitest';
import { leastCovering } from '../../../overlays/shot-chart/label-place.ts';
import { COURTS } from '../../../src/game/court.ts';
import { isInside, zoneShapes } from '../../../src/game/zone-shapes.ts';

const ROOM = { widthMm: 900, heightMm: 1_100 };

describe.each(COURTS)('on the %s court', (court) => {
  const shapes = zoneShapes(court);

  test('stays at its own place without marks there', () => {
    for (const shape of shapes)
      expect(leastCovering(shape, ROOM, [{ xMm: 0, yMm: 20_000 }])).toBe(shape.anchor);
  });

  test('moves off a mark and stays inside its zone', () => {
    for (const shape of shapes) {
      const at = leastCovering(shape, ROOM, [shape.anchor]);
      const free =
        Math.abs(at.xMm - shape.anchor.xMm) > ROOM.widthMm / 2 ||
        Math.abs(at.yMm - shape.anchor.yMm) > ROOM.heightMm / 2;
      // The corners are wide enough for such a label on two courts of three, and long enough on one side of it.
      expect(free || shape.place.endsWith('corner'), shape.place).toBe(true);
      expect(isInside(shape.outline, at.xMm, at.yMm)).toBe(true);
    }
  });
});
