// Courts: measures, lines and the hoop's frame.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COURTS,
  courtOf,
  fromHoopFrame,
  nominalHoop,
  threeBreakMm,
  toHoopFrame,
} from '../../src/game/court.ts';
import { type CourtLine, courtLines } from '../../src/game/court-lines.ts';

/** Places along a stroke, ends included. */
function along(line: CourtLine): [number, number][] {
  const steps = [0, 0.25, 0.5, 0.75, 1];
  if (line.kind === 'segment')
    return steps.map((t) => [
      line.x1Mm + t * (line.x2Mm - line.x1Mm),
      line.y1Mm + t * (line.y2Mm - line.y1Mm),
    ]);
  return steps.map((t) => {
    const rad = line.fromRad + t * (line.toRad - line.fromRad);
    return [line.xMm + line.radiusMm * Math.cos(rad), line.yMm + line.radiusMm * Math.sin(rad)];
  });
}

describe("the hoop's frame", () => {
  test('gives the documented shot at the hoop of +y within a millimetre', () => {
    const { xMm, yMm } = toHoopFrame(3117, 7899, { xMm: -44, yMm: 12_783 });
    expect(Math.abs(xMm - -3160)).toBeLessThanOrEqual(1);
    expect(yMm).toBe(4884);
  });

  test('gives the documented play at the hoop of -y exactly', () => {
    expect(toHoopFrame(-2516, -2511, { xMm: 46, yMm: -12_566 })).toEqual({ xMm: -2562, yMm: 10_055 });
  });

  test('goes there and back to the same place', () => {
    const mm = fc.double({ min: -20_000, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(mm, mm, fc.constantFrom(-12_600, 12_700), (x, y, hoopY) => {
        const hoop = { xMm: 31, yMm: hoopY };
        const seen = toHoopFrame(x, y, hoop);
        const back = fromHoopFrame(seen.xMm, seen.yMm, hoop);
        expect(back.xMm).toBeCloseTo(x, 6);
        expect(back.yMm).toBeCloseTo(y, 6);
      }),
    );
  });
});

describe.each(COURTS)('the %s court', (name) => {
  const court = courtOf(name);
  const lines = courtLines(court);

  test('has its hoops on the long axis, inside the end lines', () => {
    for (const end of [1, -1] as const) {
      const hoop = nominalHoop(court, end);
      expect(hoop.xMm).toBe(0);
      expect(end * hoop.yMm).toBeCloseTo(court.lengthMm / 2 - court.hoopFromEndMm, 6);
    }
  });

  test('has no line outside its outline', () => {
    for (const [x, y] of lines.flatMap(along)) {
      expect(Math.abs(x)).toBeLessThanOrEqual(court.widthMm / 2 + 1e-6);
      expect(Math.abs(y)).toBeLessThanOrEqual(court.lengthMm / 2 + 1e-6);
    }
  });

  test('looks the same after half a turn', () => {
    const places = lines.flatMap(along);
    for (const [x, y] of places)
      expect(
        places.some(([u, v]) => Math.hypot(u + x, v + y) < 1e-6 || Math.hypot(u - x, v + y) < 1e-6),
      ).toBe(true);
  });

  test('has a three-point line without a gap between its straights and its arc', () => {
    for (const end of [1, -1] as const) {
      const three = lines.filter((line) => line.part === 'three' && line.end === end);
      const arc = three.find((line) => line.kind === 'arc');
      const tips = three.filter((line) => line.kind === 'segment').map((line) => along(line).at(-1));
      const ends = arc === undefined ? [] : [along(arc)[0], along(arc).at(-1)];
      for (const tip of tips)
        expect(
          Math.min(
            ...ends.map((e) => Math.hypot((e?.[0] ?? 0) - (tip?.[0] ?? 0), (e?.[1] ?? 0) - (tip?.[1] ?? 0))),
          ),
        ).toBeLessThan(1e-6);
      expect(tips).toHaveLength(2);
    }
  });

  test('has its three-point arc on the mid-court side of the hoop', () => {
    for (const end of [1, -1] as const) {
      const arc = lines.find((line) => line.part === 'three' && line.end === end && line.kind === 'arc');
      const [x, y] = (arc && along(arc)[2]) ?? [0, 0];
      expect(x).toBeCloseTo(0, 6);
      expect(end * (nominalHoop(court, end).yMm - y)).toBeCloseTo(court.threeArcMm, 6);
    }
  });
});

test.each([
  ['nba', 2727],
  ['ncaa', 1415],
  ['fiba', 1415],
] as const)('the arc of the %s court begins %d mm beyond the hoop', (name, mm) => {
  expect(Math.round(threeBreakMm(courtOf(name)))).toBe(mm);
});
