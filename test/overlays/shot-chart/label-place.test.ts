// Where a zone's label stands when marks are about.
import { describe, expect, test } from 'vitest';
import { behindBoard, leastCovering } from '../../../overlays/shot-chart/label-place.ts';
import { COURTS, courtOf } from '../../../src/game/court.ts';
import { isInside, zoneShapes } from '../../../src/game/zone-shapes.ts';

const ROOM = { widthMm: 900, heightMm: 1_100 };

describe.each(COURTS)('on the %s court', (name) => {
  const shapes = zoneShapes(name);

  test('stays at its own place without marks there', () => {
    for (const shape of shapes)
      expect(leastCovering(shape, ROOM, [{ xMm: 0, yMm: 20_000 }])).toBe(shape.anchor);
  });

  test('that of the rim stands behind the board, inside its zone and inside the court', () => {
    const court = courtOf(name);
    const { xMm, yMm } = behindBoard(court);
    const rim = shapes.find(({ place }) => place === 'rim');
    if (!rim) throw new Error('no rim');
    // Two of the line's half height, in millimetres.
    for (const y of [yMm - 400, yMm + 400]) {
      expect(y).toBeLessThan(-381);
      expect(y).toBeGreaterThan(-court.hoopFromEndMm);
      for (const x of [xMm - 1_400, xMm + 1_400]) expect(isInside(rim.outline, x, y)).toBe(true);
    }
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
