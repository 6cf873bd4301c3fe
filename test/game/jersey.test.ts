import { wcagContrast } from 'culori/fn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HOUSE_GROUNDS,
  HOUSE_JERSEYS,
  INK_CONTRAST,
  inkOn,
  jerseyPair,
  jerseyReport,
  jerseySaid,
  makeJerseyGuard,
  STANDS_OFF,
} from '../../src/game/jersey.ts';
import { apartness, differs, see } from '../../src/game/sight.ts';

const GROUNDS = HOUSE_GROUNDS;
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

describe('a colour that the operator gave', () => {
  const same = '#ce1141';

  it('is shown exactly as given: the other team gives way, also the hosts', () => {
    const { home, away } = jerseyReport(same, { fixed: '#c8102e' }, GROUNDS);
    expect(away).toMatchObject({ saidBy: 'operator', move: null, look: { fill: '#c8102e' } });
    expect(home.move).not.toBeNull();
    expect(apartness(home.look.fill, '#c8102e')).toBeGreaterThanOrEqual(1);
  });

  it('stays also where he gave both the same: the visitors are ringed, and who is confused is told', () => {
    const { home, away, confused } = jerseyReport({ fixed: same }, { fixed: same }, GROUNDS);
    expect([home.look.fill, away.look.fill]).toEqual([same, same]);
    expect(home.look.ring).toBeNull();
    expect(away.look.ring).not.toBeNull();
    expect(away.lostOn).toEqual(['other']);
    expect(confused.after).toEqual(['ordinary', 'protan', 'deutan', 'tritan']);
  });

  it('may still be ringed where it is lost on the plate', () => {
    const { away } = jerseyReport('#ffffff', { fixed: '#0e131b' }, GROUNDS);
    expect(away).toMatchObject({ look: { fill: '#0e131b', ring: '#f5f7fa' }, lostOn: ['plate', 'floor'] });
  });

  it('is known by the team: said, fixed, or not at all', () => {
    expect(jerseySaid(null)).toBeNull();
    expect(jerseySaid({ colour: null })).toBeNull();
    expect(jerseySaid({ colour: same })).toBe(same);
    expect(jerseySaid({ colour: same, colourFixed: true })).toEqual({ fixed: same });
  });
});

describe('the report', () => {
  it('says what was, what is, how it was moved, and for whose eyes', () => {
    const { home, away, confused } = jerseyReport('#552583', '#1d428a', GROUNDS);
    expect(home).toMatchObject({ before: '#552583', saidBy: 'feed', move: null });
    expect(away.before).toBe('#1d428a');
    expect(away.look.fill).not.toBe(away.before);
    expect(away.move?.size).toBeGreaterThan(0);
    expect(confused).toEqual({ before: ['ordinary', 'protan', 'deutan'], after: [] });
  });

  it('is plain data', () => {
    const report = jerseyReport('#ffffff', null, GROUNDS);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.away.saidBy).toBe('nobody');
  });

  it('moves the hosts only where the visitors would have to go more than twice as far', () => {
    // Black cannot go darker: to pass this home colour it would have to go far into the light.
    const { home, away } = jerseyReport('#1b1b1b', '#000000', GROUNDS);
    expect(away.move).toBeNull();
    expect(home.move?.lightness).toBeGreaterThan(0);
  });
});

it('rings what is lost on any ground, in a colour that is seen both on that ground and on the fill', () => {
  fc.assert(
    fc.property(colour, colour, colour, (plate, floor, fill) => {
      const { home } = jerseyPair({ fixed: fill }, null, { plate, floor });
      for (const ground of [plate, floor]) {
        if (differs(see(fill), see(ground)) >= STANDS_OFF) continue;
        expect(home.ring && differs(see(home.ring), see(ground))).toBeGreaterThanOrEqual(STANDS_OFF);
        expect(home.ring && wcagContrast(home.ring, fill)).toBeGreaterThanOrEqual(INK_CONTRAST);
      }
    }),
    { numRuns: 200, seed: 5 },
  );
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
  const fixed = guard('#ffffff', { fixed: '#ffffff' });
  expect(guard('#ffffff', { fixed: '#ffffff' })).toBe(fixed);
  expect(guard('#ffffff', '#ffffff')).not.toBe(fixed);
});
