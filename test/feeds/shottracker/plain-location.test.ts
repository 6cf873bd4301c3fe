import fc from 'fast-check';
import { expect, it } from 'vitest';
import { locationSchema } from '../../../src/feeds/shottracker/live-words.ts';
import { plainLocation } from '../../../src/feeds/shottracker/plain-location.ts';
import { translateLocation } from '../../../src/feeds/shottracker/translate-location.ts';

const RUNS = { numRuns: 2_000, seed: 7 };

const number = fc.oneof(fc.integer({ min: -60_000, max: 60_000 }), fc.constantFrom(0, -0, 1.5, 1e12));
const idText = fc.constantFrom('7101', 'a-b_c', '', ' 7 ', 'toString', '__proto__', 'é', 'x'.repeat(33));
const id = fc.oneof(fc.integer({ min: 0, max: 12 }), idText, fc.constant(1.5));
const type = fc.constantFrom('PLAYER', 'BALL', 'player', ' BALL ', 'REFEREE', '', 7);
const odd = fc.constantFrom<unknown>(null, '12', 'x', '', true, [], {}, 0);
/** Mostly what it should be. */
const mostly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: odd });

const place = fc.record(
  {
    t: mostly(number),
    type: mostly(type),
    pid: mostly(id),
    bid: mostly(id),
    tid: mostly(id),
    x: mostly(number),
    y: mostly(number),
    z: mostly(number),
    speed: mostly(number),
    vz: mostly(number),
  },
  { requiredKeys: ['x', 'y', 'z'] },
);
const location = fc.record(
  {
    gcms: mostly(number),
    scms: mostly(number),
    cr: mostly(fc.boolean()),
    period: mostly(fc.constantFrom('Q1', 'PRE', 'q9', '')),
    courtId: mostly(id),
    locations: mostly(fc.array(mostly(place), { maxLength: 3 })),
  },
  { requiredKeys: [] },
);

it('words that are read without the schema say what they say by the schema, and nothing is wrong with them', () => {
  let read = 0;
  fc.assert(
    fc.property(location, (words) => {
      const plain = plainLocation(words);
      if (plain === null) return;
      read += 1;
      expect(translateLocation(plain)).toEqual(translateLocation(locationSchema.parse(words)));
    }),
    RUNS,
  );
  expect(read).toBeGreaterThan(RUNS.numRuns / 20);
});

it.each([
  ['a place as text', { locations: [{ x: '1', y: 0, z: 0 }] }],
  ['a place that is missing', { locations: [{ x: 1, y: 0 }] }],
  ['a speed that is no number', { locations: [{ x: 1, y: 0, z: 0, speed: 'fast' }] }],
  ['an id that every object has', { locations: [{ x: 1, y: 0, z: 0, pid: 'constructor' }] }],
  ['an empty entry', { locations: [null] }],
  ['a list of lists', [[]]],
  ['no places', {}],
])('%s is left to the schema', (_, words) => {
  expect(plainLocation(words)).toBeNull();
});
