import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/feeds/shottracker/translate.ts';
import { MAX_BODIES } from '../../../src/feeds/shottracker/translate-location.ts';

const T = 1_700_000_000_000;
const CONTEXT = { court: 'nba', gameClock: null } as const;

describe('location', () => {
  const at = (more: object = {}) => ({
    t: T,
    type: 'PLAYER',
    pid: 6844,
    tid: 515,
    x: 5785,
    y: 7930,
    z: 45,
    speed: 0.2,
    ...more,
  });
  const read = (locations: unknown, more: object = {}) => {
    const { told, faults } = translate('location', structuredClone({ locations, ...more }), CONTEXT);
    const frames = told.flatMap(({ fact }) => (fact.kind === 'frame' ? [fact] : []));
    return { told, frames, frame: frames[0], faults };
  };

  it('bodies keep their own stamps, and the frame has the newest', () => {
    const { told, frame } = read([
      at(),
      at({ pid: '9', t: T + 8 }),
      at({ type: 'BALL', pid: null, bid: 'b1', tid: null, z: 3000 }),
    ]);
    expect(frame).toEqual({
      kind: 'frame',
      bodies: [
        { id: '6844', teamId: '515', atMs: T, xMm: 5785, yMm: 7930, zMm: 45 },
        { id: '9', teamId: '515', atMs: T + 8, xMm: 5785, yMm: 7930, zMm: 45 },
      ],
      ball: { id: 'b1', atMs: T, xMm: 5785, yMm: 7930, zMm: 3000 },
    });
    expect(told[0]?.saidMs).toBe(T + 8);
  });

  it.each([
    ['null', null, 'null'],
    ['missing', undefined, 'nothing'],
    ['NaN as text', 'NaN', '"NaN"'],
    ['a word', 'left', '"left"'],
    ['an object', {}, 'an object'],
  ])('a coordinate that is %s drops its body, tells where, and leaves the others', (_, x, found) => {
    const { frame, faults } = read([at(), at({ pid: 2 }), at({ pid: 3 }), at({ pid: 4, x })]);
    expect(frame?.bodies.map(({ id }) => id)).toEqual(['6844', '2', '3']);
    expect(faults).toEqual([
      { code: 'bad-field', where: 'location.locations[3].x', expected: 'a number', found },
    ]);
  });

  it.each([
    ['beyond every court', { x: 60_000 }, 1],
    ['at the centre, below the floor', { x: 0, y: 0, z: -10 }, 0],
    ['without an id', { pid: null }, 1],
    ['of an official', { type: 'REFEREE' }, 0],
  ])('a body %s is left out', (_, more, faults) => {
    const { frame, faults: told } = read([at(more), at({ pid: 2 })]);
    expect(frame?.bodies.map(({ id }) => id)).toEqual(['2']);
    expect(told).toHaveLength(faults);
  });

  it('coordinates may be text, and ids numbers', () => {
    expect(read([at({ x: ' 12.5 ' })]).frame?.bodies[0]).toMatchObject({ id: '6844', xMm: 12.5 });
  });

  it('a stamp far from the others gives way to theirs, and is told', () => {
    const { told, frame, faults } = read([at(), at({ pid: 2 }), at({ pid: 3, t: T + 86_400_000 })]);
    expect(frame?.bodies.map(({ atMs }) => atMs)).toEqual([T, T, T]);
    expect(told[0]?.saidMs).toBe(T);
    expect(faults).toMatchObject([{ code: 'stray-stamp', where: 'location.locations[2].t' }]);
  });

  it('stamps in seconds are milliseconds', () => {
    expect(read([at({ t: T / 1000 })]).frame?.bodies[0]?.atMs).toBe(T);
  });

  it('a message with several samples of a body is several frames, in order', () => {
    const { frames, told } = read([
      at({ t: T + 40 }),
      at({ pid: 2, t: T }),
      at({ t: T }),
      at({ pid: 2, t: T + 40 }),
    ]);
    expect(frames.map(({ bodies }) => bodies.map(({ id, atMs }) => [id, atMs - T]))).toEqual([
      [
        ['2', 0],
        ['6844', 0],
      ],
      [
        ['6844', 40],
        ['2', 40],
      ],
    ]);
    expect(told.map(({ saidMs }) => saidMs)).toEqual([T, T + 40]);
  });

  it('the newest of two balls is the ball', () => {
    const ball = { type: 'BALL', pid: null, tid: null };
    expect(read([at({ ...ball, bid: 'a', t: T }), at({ ...ball, bid: 'b', t: T + 1 })]).frame?.ball?.id).toBe(
      'b',
    );
  });

  it('more bodies than any game has are cut off, and told', () => {
    const { frame, faults } = read(Array.from({ length: 500 }, (_, pid) => at({ pid: pid + 1 })));
    expect(frame?.bodies).toHaveLength(MAX_BODIES);
    expect(faults).toMatchObject([{ code: 'too-many', where: 'location.locations', found: '500' }]);
  });

  it.each([
    [
      { gcms: 12_345, scms: 9_000, cr: true, period: 'Q1' },
      { gameMs: 12_345, shotMs: 9_000, running: true, period: 'Q1' },
    ],
    [
      { gcms: 12_345, scms: null, cr: false },
      { gameMs: 12_345, shotMs: null, running: false },
    ],
    [
      { gcms: 12_345, scms: -1 },
      { gameMs: 12_345, shotMs: null, running: null },
    ],
  ])('the clocks of %j ride along', (words, clock) => {
    expect(read([at()], words).frame?.clock).toEqual(clock);
  });

  it('a frame of nobody still tells its clocks', () => {
    expect(read([], { gcms: 1_000 }).frame).toEqual({
      kind: 'frame',
      bodies: [],
      clock: { gameMs: 1_000, shotMs: null, running: null },
    });
  });

  it('a message of nothing says nothing', () => {
    expect(read(null).told).toEqual([]);
  });

  it('locations that are no list are told', () => {
    expect(read('here').faults).toMatchObject([
      { where: 'location.locations', expected: 'a list', found: '"here"' },
    ]);
  });
});

describe('clock', () => {
  const tick = {
    gid: 'g',
    period: 'Q3',
    type: 'GAME_SHOT_CLOCK',
    state: 'STARTED',
    source: 'OFFICIAL',
    min: '9',
    sec: '58',
    subSec: '3',
    shotSec: '14',
    shotSubSec: '0',
    controllerId: null,
  };
  const read = (more: object = {}, gameClock: Parameters<typeof translate>[2]['gameClock'] = null) => {
    const { told, faults } = translate('clock', { ...tick, ...more }, { court: 'nba', gameClock });
    const [first] = told;
    return { clock: first?.fact.kind === 'clock' ? first.fact : null, saidMs: first?.saidMs, faults };
  };

  it('is the official witness, as fine as its digits, and bears no stamp', () => {
    const { clock, saidMs } = read();
    expect(clock).toEqual({
      kind: 'clock',
      witness: 'official',
      period: 'Q3',
      game: { remainingMs: 598_300, running: true, resolutionMs: 100 },
      shot: { remainingMs: 14_000, running: true, resolutionMs: 100 },
    });
    expect(saidMs).toBeUndefined();
  });

  it.each([
    ['5', 500, 100],
    ['05', 50, 10],
    ['053', 53, 1],
    [7, 700, 100],
    [null, 0, 1000],
    ['', 0, 1000],
  ])('subSec %j is %d ms, to %d ms', (subSec, ms, resolutionMs) => {
    expect(read({ subSec }).clock?.game).toEqual({ remainingMs: 598_000 + ms, running: true, resolutionMs });
  });

  it.each([
    ['shotSec null', { shotSec: null }, null],
    ['no tenths', { shotSubSec: null }, { remainingMs: 14_000, running: true, resolutionMs: 1000 }],
    ['0', { shotSec: '0', shotSubSec: '0' }, { remainingMs: 0, running: true, resolutionMs: 100 }],
  ])('a shot clock with %s', (_, more, shot) => {
    expect(read(more).clock?.shot).toEqual(shot);
  });

  it.each([
    ['STARTED', true, 0],
    ['started', true, 0],
    ['STOPPED', false, 0],
    ['PAUSED', false, 0],
    ['WARPED', false, 1],
    [null, false, 1],
  ])('state %j runs: %s', (state, running, faults) => {
    const { clock, faults: told } = read({ state });
    expect([clock?.game.running, clock?.shot?.running, told.length]).toEqual([running, running, faults]);
  });

  it('a tick of the game clock alone says nothing of the shot clock', () => {
    expect(read({ type: 'GAME_CLOCK', shotSec: null }).clock).not.toHaveProperty('shot');
  });

  it('a tick of the shot clock alone rests on the game clock as it reads now', () => {
    const game = { remainingMs: 3_210, running: true, resolutionMs: 100 };
    const { clock } = read({ type: 'SHOT_CLOCK', min: null, sec: null, subSec: null }, game);
    expect(clock).toMatchObject({ game, shot: { remainingMs: 14_000 } });
  });

  it('a tick of the shot clock before any of the game clock says nothing', () => {
    expect(read({ type: 'SHOT_CLOCK' }).clock).toBeNull();
  });

  it.each([
    ['sec', 'x'],
    ['sec', '-3'],
    ['sec', '1e3'],
    ['min', '999'],
    ['subSec', '1234'],
  ])('%s %j is told with its path', (field, value) => {
    const { faults } = read({ [field]: value });
    expect(faults).toMatchObject([{ where: `clock.${field}` }]);
  });

  it('without seconds there is no clock', () => {
    expect(read({ sec: null })).toMatchObject({ clock: null, faults: [] });
  });
});
