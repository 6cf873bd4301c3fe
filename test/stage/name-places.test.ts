// Where names stand beside what they name.
import { expect, test } from 'vitest';
import {
  besideAt,
  type Look,
  NAMED_TENTHS,
  type Named,
  NamePlaces,
  type NameRules,
} from '../../src/stage/name-places.ts';
import { Tenths } from '../../src/stage/tenths.ts';
import type { Moment } from '../../src/time/moment.ts';
import { HOME_ID } from '../kit/messages.ts';
import { aBody, aMoment } from '../kit/moments.ts';
import { inTime } from '../kit/past.ts';
import { normal, seeded } from '../kit/random.ts';

const RULES: NameRules = {
  slots: [
    { across: 0, down: 1, gap: 4 },
    { across: 0, down: -1, gap: 4 },
    { across: 1, down: 0, gap: 10 },
    { across: -1, down: 0, gap: 10 },
  ],
  room: { x: 508, y: 256, halfWidth: 508, halfHeight: 256 },
  weighs: { outside: 8, onBody: 5, onName: 8 },
  apart: 12,
  covered: { free: 0.12, hide: 0.3 },
};
const REACH = 17;
const HALF = { width: 45, height: 11 } as const;

/** Units of the panel stand for millimetres: across it for y, down it for x. */
const look: Look = ({ xMm, yMm }, index, into) => {
  into.x = yMm[index] as number;
  into.y = xMm[index] as number;
  into.reachX = into.reachY = REACH;
  into.scale = 1;
  return true;
};

type Spot = readonly [x: number, y: number];
const momentOf = (spots: readonly Spot[], atMs = 0): Moment =>
  aMoment({ atMs, bodies: spots.map(([x, y], i) => aBody(`p${i}`, HOME_ID, y, x)) });
const named = (count: number, wanted = -1): readonly Named[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    halfWidth: HALF.width,
    halfHeight: HALF.height,
    isWanted: i === wanted,
  }));

type Standing = { readonly x: number; readonly y: number; readonly shown: number } | null;

/** Names' places at a moment, as drawn. */
function standing(places: NamePlaces, tenths: Tenths, moment: Moment, wanted?: number): readonly Standing[] {
  tenths.look(moment);
  const names = named(moment.bodyCount, wanted);
  places.look(names, moment.atMs, tenths, () => look);
  return names.map((_, i) => {
    const slot = places.slotOf(i);
    const body = moment.bodies[i];
    if (slot === null || body === undefined) return null;
    const x = besideAt(body.yMm, slot.across, REACH, slot.gap, HALF.width);
    const y = besideAt(body.xMm, slot.down, REACH, slot.gap, HALF.height);
    return { x, y, shown: places.shownAt(i, x, y, HALF.width, HALF.height) };
  });
}
/** Pairs of names that are both seen, one on the other. */
const onEachOther = (all: readonly Standing[]): readonly unknown[] => {
  const seen = all.filter((one) => one !== null && one.shown > 0) as readonly NonNullable<Standing>[];
  return seen.flatMap((a, i) =>
    seen
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < 2 * HALF.width && Math.abs(a.y - b.y) < 2 * HALF.height)
      .map((b) => [a, b]),
  );
};
const still = (spots: readonly Spot[], wanted?: number): readonly Standing[] =>
  standing(new NamePlaces(RULES), new Tenths(NAMED_TENTHS), momentOf(spots), wanted);

test('a name stands below when nothing is in the way', () => {
  expect(still([[500, 250]])).toEqual([{ x: 500, y: 282, shown: 1 }]);
});

test('a name makes way for one who stands where it would', () => {
  const [first, second] = still([
    [500, 250],
    [500, 286],
  ]);
  expect(first?.y).toBe(218);
  expect(second?.y).toBeGreaterThan(300);
});

test('a name that another would cut goes elsewhere, and one that he only brushes stays', () => {
  const edge = 500 + HALF.width + REACH;
  expect(
    still([
      [500, 250],
      [edge - 5, 284],
    ])[0]?.y,
  ).toBe(218);
  expect(
    still([
      [500, 250],
      [edge - 0.5, 284],
    ])[0]?.y,
  ).toBe(282);
});

test('no two shown names cover each other, however dense the crowd, and he who is wanted is named in any', () => {
  const spots = Array.from(
    { length: 16 },
    (_, i): Spot => [420 + (i % 4) * 44, 200 + Math.floor(i / 4) * 42],
  );
  const shown = still(spots).filter((one) => one !== null);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.length).toBeLessThan(16);
  expect(onEachOther(shown)).toEqual([]);
  const hidden = still(spots).indexOf(null);
  expect(still(spots, hidden)[hidden]).toMatchObject({ shown: 1 });
});

test('two names on one line are never so close that they read as one', () => {
  const [one, two] = still([
    [500, 250],
    [500 + 2 * HALF.width + 6, 250],
  ]);
  expect(one?.y !== two?.y || (two?.x ?? 0) - (one?.x ?? 0) - 2 * HALF.width >= 12).toBe(true);
});

test('a name changes its place through nothing, never across what it names, and not for one who is there for an instant', () => {
  const places = new NamePlaces(RULES);
  const tenths = new Tenths(NAMED_TENTHS);
  const comesMs = 2_000;
  const momentAt = (atMs: number): Moment =>
    momentOf(
      [
        [500, 250],
        [atMs < comesMs ? 700 : 500, 286],
      ],
      atMs,
    );
  const seen: { readonly y: number; readonly shown: number }[] = [];
  for (let atMs = 1_000; atMs < 4_000; atMs += 16) {
    const [first] = standing(places, tenths, inTime(momentAt, atMs));
    if (first) seen.push(first);
  }
  expect(new Set(seen.map(({ y }) => y))).toEqual(new Set([282, 218]));
  expect(seen[0]).toMatchObject({ y: 282, shown: 1 });
  expect(seen.at(-1)).toMatchObject({ y: 218, shown: 1 });
  expect(seen.find(({ y }) => y === 218)?.shown).toBeLessThan(0.2);
});

test('in play no two names are seen on each other, and whoever looks for the first time sees them as whoever has looked all along', () => {
  const random = seeded(4);
  const runs = Array.from({ length: 10 }, () => ({
    x: 500 + normal(random, 120),
    y: 250 + normal(random, 60),
    turn: 900 + 900 * random(),
  }));
  const momentAt = (atMs: number): Moment =>
    momentOf(
      runs.map(({ x, y, turn }): Spot => [x + 60 * Math.sin(atMs / turn), y + 40 * Math.cos(atMs / turn)]),
      atMs,
    );
  const there = new NamePlaces(RULES);
  const tenths = new Tenths(NAMED_TENTHS);
  const all = new Set<string>();
  for (let atMs = 5_000; atMs < 25_000; atMs += 16) {
    const moment = inTime(momentAt, atMs);
    const seen = standing(there, tenths, moment);
    all.add(JSON.stringify(seen.map((one) => one === null)));
    expect(onEachOther(seen)).toEqual([]);
    if (atMs % 7 === 0)
      expect(standing(new NamePlaces(RULES), new Tenths(NAMED_TENTHS), moment)).toEqual(seen);
  }
  expect(all.size).toBeGreaterThan(3);
});
