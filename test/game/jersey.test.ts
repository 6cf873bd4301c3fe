import { wcagContrast } from 'culori/fn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apartness,
  HOUSE_JERSEYS,
  INK_CONTRAST,
  inkOn,
  jerseyPair,
  makeJerseyGuard,
} from '../../src/game/jersey.ts';

const GROUNDS = { plate: '#0e131b', floor: '#1d2530' };
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('jerseyPair', () => {
  it('leaves two colours alone that every eye tells apart', () => {
    const pair = jerseyPair('#ffffff', '#1d428a', GROUNDS);
    expect(pair.home.fill).toBe('#ffffff');
    expect(pair.away.fill).toBe('#1d428a');
  });

  it.each([
    ['white on white', '#ffffff', '#ffffff'],
    ['two reds', '#ce1141', '#c8102e'],
    ['black on black', '#000000', '#000000'],
    ['red against green, to an eye without green cones', '#ce1141', '#007a33'],
    ['purple against blue, to an eye without green cones', '#552583', '#1d428a'],
    ['yellow against white', '#fdb927', '#ffffff'],
  ])('tells apart %s', (_, home, away) => {
    const pair = jerseyPair(home, away, GROUNDS);
    expect(apartness(pair.home.fill, pair.away.fill)).toBeGreaterThanOrEqual(1);
  });

  it('moves one colour only, and no further than it must', () => {
    const { home, away } = jerseyPair('#ce1141', '#c8102e', GROUNDS);
    expect([home.fill === '#ce1141', away.fill === '#c8102e'].filter(Boolean)).toHaveLength(1);
    expect(apartness(home.fill, away.fill)).toBeLessThan(1.1);
  });

  it('keeps what the feed said and moves the house colour that stands in for the other', () => {
    const { home, away } = jerseyPair(null, HOUSE_JERSEYS.home, GROUNDS);
    expect(away.fill).toBe(HOUSE_JERSEYS.home);
    expect(home.fill).not.toBe(HOUSE_JERSEYS.home);
  });

  it('dresses two unknown teams in the house colours', () => {
    const { home, away } = jerseyPair(null, null, GROUNDS);
    expect([home.fill, away.fill]).toEqual([HOUSE_JERSEYS.home, HOUSE_JERSEYS.away]);
  });

  it('rings black on the plate, and leaves white unringed', () => {
    const { home, away } = jerseyPair('#ffffff', '#000000', GROUNDS);
    expect(home.ring).toBeNull();
    expect(away.ring).toBe('#f5f7fa');
  });

  it('tells any two colours apart and writes legibly on both', () => {
    fc.assert(
      fc.property(colour, colour, (first, second) => {
        const { home, away } = jerseyPair(first, second, GROUNDS);
        expect(apartness(home.fill, away.fill)).toBeGreaterThanOrEqual(1);
        for (const { fill, ink } of [home, away])
          expect(wcagContrast(ink, fill)).toBeGreaterThanOrEqual(INK_CONTRAST);
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

it('writes in near-white on dark and in near-black on light', () => {
  expect(inkOn('#552583')).toBe('#f5f7fa');
  expect(inkOn('#fdb927')).toBe('#0e131b');
});

it('a guard gives the same object until a colour changes', () => {
  const guard = makeJerseyGuard(GROUNDS);
  const first = guard('#ffffff', '#ffffff');
  expect(guard('#ffffff', '#ffffff')).toBe(first);
  expect(guard('#ffffff', null)).not.toBe(first);
});
