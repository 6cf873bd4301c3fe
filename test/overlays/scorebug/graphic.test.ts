import { describe, expect, it } from 'vitest';
import { scorebug } from '../../../overlays/scorebug/graphic.ts';
import { cornerOf, layoutOf } from '../../../overlays/scorebug/layout.ts';
import { POSITIONS, type ScorebugView } from '../../../overlays/scorebug/view.ts';
import { noGame } from '../../../src/game/game.ts';
import { FRAME, THEMES } from '../../../src/stage/theme.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aMoment, type MomentWish } from '../../kit/moments.ts';

const pick = (wish: MomentWish, options: object = {}): ScorebugView => {
  const view = scorebug.pick(aMoment(wish), scorebug.options.parse(options));
  if (view === null) throw new Error('nothing to show');
  return view;
};

describe('what the scorebug shows', () => {
  it('is nothing before anything is known', () => {
    const moment = aMoment({ clockMs: null, shotClockMs: null });
    expect(scorebug.pick({ ...moment, game: noGame }, scorebug.options.parse({}))).toBeNull();
  });

  it('is equal for equal moments, as data', () => {
    expect(pick({})).toEqual(pick({}));
    expect(structuredClone(pick({}))).toEqual(pick({}));
  });

  it('leaves out what is not known, and never calls it zero', () => {
    const { home, clock, shot, hasDetails } = pick({
      home: { score: null },
      clockMs: null,
      shotClockMs: null,
    });
    expect(home).toMatchObject({ score: null, fouls: null, bonus: null, timeouts: null });
    expect([clock, shot, hasDetails]).toEqual([null, null, false]);
  });

  it('celebrates a basket for as long as it is news', () => {
    const atMs = 1_000_000;
    const scored = (before: number, changedMs: number) =>
      pick({ atMs, home: { score: 90, scoreChange: { before, atMs: changedMs } } }).home.justScored;
    expect(scored(88, atMs)).toBe(true);
    expect(scored(88, atMs - 1_999)).toBe(true);
    expect(scored(88, atMs - 2_000)).toBe(false);
  });

  it('does not celebrate a correction', () => {
    const change = { before: 92, atMs: 1_000_000 };
    expect(pick({ atMs: 1_000_000, home: { score: 90, scoreChange: change } }).home.justScored).toBe(false);
  });

  it("gives the bonus for the other team's fouls", () => {
    const { home, away } = pick({ home: { fouls: 5 }, away: { fouls: 4 } });
    expect([home.bonus, away.bonus]).toEqual([null, 'bonus']);
  });

  it.each([
    ['ncaa-men', 6, null],
    ['ncaa-men', 7, 'bonus'],
    ['ncaa-men', 10, 'double'],
    ['fiba', 4, null],
    ['fiba', 5, 'bonus'],
  ] as const)('under %s rules, %d fouls of the other team mean %s', (rules, fouls, bonus) => {
    expect(pick({ rules, away: { fouls } }).home.bonus).toBe(bonus);
  });

  it('leaves out what the operator does not want', () => {
    const wish: MomentWish = { home: { fouls: 5, timeouts: 3 }, game: { arrow: HOME_ID } };
    const all = pick(wish);
    expect([all.home.fouls, all.away.bonus, all.home.timeouts, all.home.arrow]).toEqual([
      5,
      'bonus',
      3,
      true,
    ]);
    const none = pick(wish, {
      showFouls: false,
      showTimeouts: false,
      showPossession: false,
      showShotClock: false,
    });
    expect([none.home.fouls, none.away.bonus, none.home.timeouts, none.home.arrow]).toEqual([
      null,
      null,
      null,
      false,
    ]);
    expect([none.hasDetails, none.hasShot, none.shot]).toEqual([false, false, null]);
  });

  it('points the arrow at one team only', () => {
    const { home, away } = pick({ game: { arrow: AWAY_ID } });
    expect([home.arrow, away.arrow]).toEqual([false, true]);
  });

  it.each([
    ['Q1', 720_000, '1ST', '12:00'],
    ['OT4', 59_900, 'OT4', '59.9'],
    ['HT', 600_000, 'HALF', '10:00'],
    ['HT', 0, 'HALF', null],
    ['END', 0, 'END', null],
    ['Q4', 0, '4TH', '0.0'],
    ['FINAL', 12_000, 'FINAL', null],
  ] as const)('in %s at %d ms reads %s and %s', (period, clockMs, label, clock) => {
    const view = pick({ game: { period }, clockMs });
    expect([view.period, view.clock]).toEqual([label, clock]);
  });

  it('turns the shot clock red below five seconds', () => {
    expect(pick({ shotClockMs: 5_000 }).shot?.alarm).toBe(false);
    expect(pick({ shotClockMs: 4_900 }).shot).toEqual({ text: '4.9', alarm: true });
  });
});

describe.each(Object.values(THEMES))('in $name', (theme) => {
  it.each(POSITIONS)('at %s the bug lies on the grid and inside the safe area', (position) => {
    for (const hasShot of [true, false]) {
      const { x, y } = cornerOf(theme, position, hasShot);
      expect(y % 8).toBe(0);
      expect(Number.isInteger(x)).toBe(true);
      expect(x).toBeGreaterThanOrEqual(theme.safe.x);
      expect(y).toBeGreaterThanOrEqual(theme.safe.y);
      expect(y + layoutOf(theme).height).toBeLessThanOrEqual(FRAME.height - theme.safe.y);
    }
  });
});
