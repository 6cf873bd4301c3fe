import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/feeds/shottracker/translate.ts';

const T = 1_663_870_491_879;

/** The one shot that a public document prints. */
const documented = {
  label: null,
  t: T,
  pid: '7269',
  tid: '552',
  sid: '587af773',
  sst: 'GAME_ROUND',
  gid: '5806b1d1',
  eid: 'e1',
  st: 'MISS',
  is3: false,
  pts: -1,
  z: 8,
  az: 12,
  px: 3117,
  py: 7899,
  pz: 444,
  hx: -44,
  hy: 12783,
  hz: 2990,
  hsx: -3160,
  hsy: 4884,
  s: 'RECORDED',
  drb: 1,
  dd: null,
  gc: null,
  sc: null,
  prd: 'Q1',
  attributes: ['OTD'],
  players: ['7259'],
  d: 581.75,
  shotDefenders: [7092],
};

const read = (more: object = {}, court: 'nba' | 'ncaa' | 'fiba' = 'ncaa') => {
  const { told, faults } = translate(
    'chart',
    { ...structuredClone(documented), ...more },
    { court, gameClock: null },
  );
  const [first] = told;
  return { shot: first?.fact.kind === 'shot' ? first.fact : null, saidMs: first?.saidMs, faults };
};

it('the documented shot is read to the millimetre, and its zone agrees with its place', () => {
  const { shot, saidMs, faults } = read();
  expect(shot).toEqual({
    kind: 'shot',
    id: 'e1',
    teamId: '552',
    playerId: '7269',
    made: false,
    three: false,
    deleted: false,
    attributes: ['OTD'],
    xMm: -3161,
    yMm: 4884,
    zone: 8,
    period: 'Q1',
    distanceMm: 5817.5,
  });
  expect(saidMs).toBe(T);
  expect(faults).toEqual([]);
});

it('a hoop at the other end turns the place the other way', () => {
  const { shot } = read({ px: -2516, py: -2511, hx: 46, hy: -12566, z: null });
  expect(shot).toMatchObject({ xMm: -2562, yMm: 10_055 });
});

describe('made, missed, and for how many', () => {
  it.each([
    [
      { st: 'MAKE', is3: true, pts: 3, z: null },
      { made: true, three: true },
    ],
    [
      { st: 'MISS', is3: true, pts: 0, z: null },
      { made: false, three: true },
    ],
    [
      { st: 'MAKE', is3: null, pts: 3, z: null },
      { made: true, three: true },
    ],
    [
      { st: 'MAKE', is3: null, pts: 2 },
      { made: true, three: false },
    ],
    [{ st: null, pts: 2 }, { made: true }],
    [{ st: null, pts: -1 }, { made: false }],
    [{ st: 'MISS', is3: null, pts: -1 }, { three: false }],
    [{ st: 'MISS', is3: null, pts: -1, py: 4_000, z: null }, { three: true }],
  ])('%j is %j', (more, expected) => {
    expect(read(more).shot).toMatchObject(expected);
  });

  it('a shot of which nobody says whether it fell is none', () => {
    const { shot, faults } = read({ st: 'SHOT', pts: null });
    expect(shot).toBeNull();
    expect(faults).toMatchObject([{ where: 'chart.st', expected: 'MAKE or MISS', found: '"SHOT"' }]);
  });

  it('a free throw is no shot of the 14 zones', () => {
    expect(read({ st: 'MAKE', pts: 1 })).toMatchObject({ shot: null, faults: [] });
  });
});

describe('zone and place', () => {
  it('the zone of the message stands, and its disagreement is told', () => {
    const { shot, faults } = read({ z: 3 });
    expect(shot?.zone).toBe(3);
    expect(faults).toEqual([
      {
        code: 'zone-disagrees',
        where: 'chart.z',
        expected: 'zone 8, by the place -3161, 4884',
        found: 'zone 3',
      },
    ]);
  });

  it.each([15, -1, 2.5])('the zone %d is told and is none', (z) => {
    const { shot, faults } = read({ z });
    expect(shot).not.toHaveProperty('zone');
    expect(faults).toMatchObject([{ where: 'chart.z', found: String(z) }]);
  });

  it('zone 0 is no zone, and no fault', () => {
    expect(read({ z: 0 }).faults).toEqual([]);
  });

  it("without a hoop the REST sibling's place is taken, and without that none", () => {
    expect(read({ hx: null }).shot).toMatchObject({ xMm: -3160, yMm: 4884 });
    expect(read({ hx: null, hsx: null }).shot).not.toHaveProperty('xMm');
  });

  it('a hoop in the middle of the court gives no place', () => {
    const { shot, faults } = read({ hy: 12 });
    expect(shot).not.toHaveProperty('xMm');
    expect(faults).toMatchObject([{ where: 'chart.hy' }]);
  });

  it('a place beyond every court gives none', () => {
    const { shot, faults } = read({ px: 90_000 });
    expect(shot).not.toHaveProperty('xMm');
    expect(faults).toMatchObject([{ where: 'chart.px' }]);
  });
});

it.each([
  [{ s: 'DELETED' }, true],
  [{ s: 'deleted' }, true],
  [{ classification: 'DELETED_TWO_POINT_MAKE' }, true],
  [{ s: 'UPDATED' }, false],
  [{ s: null }, false],
])('%j deletes: %s', (more, deleted) => {
  expect(read(more).shot?.deleted).toBe(deleted);
});

it('a shot without its team is none', () => {
  const { shot, faults } = read({ tid: null });
  expect(shot).toBeNull();
  expect(faults).toMatchObject([{ where: 'chart.tid', expected: 'an id', found: 'null' }]);
});
