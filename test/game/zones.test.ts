// The 14-zone map: the predicate, the polygons, and what is known of the league's own labels.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COURTS, courtOf } from '../../src/game/court.ts';
import { isInside, outlineArea, widthInside, zoneShapes } from '../../src/game/zone-shapes.ts';
import { ZONE_TABLE } from '../../src/game/zone-table.ts';
import { ZONE_COUNT, zoneAt, zonePlace, zonePlaceAt } from '../../src/game/zones.ts';
import { seeded } from '../kit/random.ts';

/** Places spread evenly over a half court. */
function scattered(count: number, widthMm: number, baseMm: number, halfMm: number) {
  const random = seeded(14);
  return Array.from({ length: count }, () => ({
    xMm: (random() - 0.5) * widthMm,
    yMm: baseMm + random() * halfMm,
  }));
}

test('the documented shot is taken from zone 8', () => {
  expect(zoneAt(-3160, 4884, { court: 'ncaa', three: false })).toBe(8);
  expect(zoneAt(-3160, 4884, { court: 'nba' })).toBe(8);
});

test("the scorer's ruling outranks the place", () => {
  expect(zonePlaceAt(0, 6700, { court: 'ncaa' })).toBe('long-centre');
  expect(zonePlaceAt(0, 6700, { court: 'ncaa', three: true })).toBe('three-top');
  expect(zonePlaceAt(0, 6900, { court: 'ncaa', three: false })).toBe('long-centre');
});

test('a shot from behind the board keeps its side', () => {
  expect(zonePlaceAt(-3200, -1200, { court: 'nba' })).toBe('short-left');
  expect(zonePlaceAt(3200, -1200, { court: 'nba' })).toBe('short-right');
  expect(zonePlaceAt(-6000, -1000, { court: 'nba' })).toBe('long-left-baseline');
});

test('every number of the table is found at its place', () => {
  expect(new Set(ZONE_TABLE).size).toBe(ZONE_COUNT);
  ZONE_TABLE.forEach((place, i) => expect(zonePlace(i + 1)).toBe(place));
  expect(zonePlace(0)).toBeNull();
  expect(zonePlace(15)).toBeNull();
});

describe.each(COURTS)('the zones of the %s court', (name) => {
  const court = courtOf(name);
  const shapes = zoneShapes(name);
  const baseMm = -court.hoopFromEndMm;
  const halfMm = court.lengthMm / 2;
  const places = scattered(20_000, court.widthMm, baseMm, halfMm);

  test('have together exactly the area of the half court', () => {
    const sum = shapes.reduce((total, { outline }) => total + outlineArea(outline), 0);
    expect(sum / (court.widthMm * halfMm)).toBeCloseTo(1, 12);
  });

  test('share every edge with one neighbour, in the other sense, or lie on the outline of the half court', () => {
    const key = ({ xMm, yMm }: { xMm: number; yMm: number }) =>
      `${xMm.toFixed(6)},${yMm.toFixed(6)}`.replace(/-0\.0+(?=,|$)/g, (z) => z.slice(1));
    const edges = shapes.flatMap(({ outline }) =>
      outline.map((a, i) => ({ a, b: outline[(i + 1) % outline.length] ?? a })),
    );
    const count = new Map<string, number>();
    for (const { a, b } of edges)
      count.set(`${key(a)} ${key(b)}`, (count.get(`${key(a)} ${key(b)}`) ?? 0) + 1);
    const onOutline = ({ xMm, yMm }: { xMm: number; yMm: number }) =>
      Math.abs(Math.abs(xMm) - court.widthMm / 2) < 1e-6 ||
      Math.abs(yMm - baseMm) < 1e-6 ||
      Math.abs(yMm - baseMm - halfMm) < 1e-6;
    for (const { a, b } of edges) {
      expect(count.get(`${key(a)} ${key(b)}`)).toBe(1);
      if (count.get(`${key(b)} ${key(a)}`) === undefined) expect(onOutline(a) && onOutline(b)).toBe(true);
    }
  });

  test('cover every place of the half court once', () => {
    for (const { xMm, yMm } of places.slice(0, 4_000))
      expect(shapes.filter(({ outline }) => isInside(outline, xMm, yMm))).toHaveLength(1);
  });

  test('agree with the predicate on all but 0.05 % of the places', () => {
    const wrong = places.filter(({ xMm, yMm }) => {
      const shape = shapes[zoneAt(xMm, yMm, { court: name }) - 1];
      return shape === undefined || !isInside(shape.outline, xMm, yMm);
    });
    expect(wrong.length / places.length).toBeLessThanOrEqual(0.0005);
  });

  test('mirror each other left and right', () => {
    for (const shape of shapes) {
      const twin = shapes.find(({ place: p }) => p === shape.place.replace('left', 'right'));
      expect(outlineArea(twin?.outline ?? [])).toBeCloseTo(outlineArea(shape.outline), 3);
    }
  });

  test('have their labels inside, with room for one of 1.2 m height', () => {
    for (const { anchor, outline, place: p } of shapes) {
      const room = widthInside(outline, anchor, 1_200);
      expect(room, p).toBeGreaterThan(p.endsWith('corner') ? 890 : 1_500);
      expect(zonePlaceAt(anchor.xMm, anchor.yMm, { court: name })).toBe(p);
    }
  });
});

/** The league's own words for the areas of a ring, from under the hoop. */
const AREAS: Readonly<Record<string, string>> = {
  'Less Than 8 ft.|Center': 'rim',
  '8-16 ft.|Right Side': 'short-right',
  '8-16 ft.|Center': 'short-centre',
  '8-16 ft.|Left Side': 'short-left',
  '16-24 ft.|Right Side': 'long-right-baseline',
  '16-24 ft.|Right Side Center': 'long-right',
  '16-24 ft.|Center': 'long-centre',
  '16-24 ft.|Left Side Center': 'long-left',
  '16-24 ft.|Left Side': 'long-left-baseline',
  '24+ ft.|Right Side': 'three-right-corner',
  '24+ ft.|Right Side Center': 'three-right',
  '24+ ft.|Center': 'three-top',
  '24+ ft.|Left Side Center': 'three-left',
  '24+ ft.|Left Side': 'three-left-corner',
};

const SHOTS = resolve(import.meta.dirname, '../../../shared/data/tracking/det-atl-shots.csv');
const FOOT_MM = 304.8;
/** LOC_Y is measured from the end line; the hoop stands 5.25 ft inside it. */
const HOOP_FT = 5.25;

describe('a real game', () => {
  test.skipIf(!existsSync(SHOTS))(
    "gives the league's own label to every shot (skipped: the shot file of a real game is not here)",
    () => {
      const [head, ...rows] = readFileSync(SHOTS, 'utf8').trim().split(/\r?\n/);
      const column = (name: string) => head?.split(',').indexOf(name) ?? -1;
      const told = rows.map((row) => row.split(','));
      const cell = (row: string[], name: string) => row[column(name)] ?? '';
      const shots = told.filter((row) => cell(row, 'BASIC_ZONE') !== 'Backcourt');
      const wrong = shots.filter((row) => {
        const x = -Number(cell(row, 'LOC_X')) * FOOT_MM;
        const y = (Number(cell(row, 'LOC_Y')) - HOOP_FT) * FOOT_MM;
        const three = cell(row, 'SHOT_TYPE').startsWith('3');
        return (
          zonePlaceAt(x, y, { court: 'nba', three }) !==
          AREAS[`${cell(row, 'ZONE_RANGE')}|${cell(row, 'ZONE_NAME')}`]
        );
      });
      expect(shots.length).toBeGreaterThan(100);
      expect(wrong).toEqual([]);
    },
  );
});
