import { describe, expect, it } from 'vitest';
import { scorebug } from '../../../overlays/scorebug/graphic.ts';
import { TABS } from '../../../overlays/scorebug/tabs.ts';
import type { TabView } from '../../../overlays/scorebug/view.ts';
import type { Play } from '../../../src/game/game.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';

const NOW = aMoment().atMs;
const PLAYERS = {
  7: aPlayer('7', { number: '23', firstName: 'Maya', lastName: 'Alvarez', line: { points: 14 } }),
};
const play = (id: string, classification: string, atMs: number, more: Partial<Play> = {}): Play => ({
  id,
  classification,
  teamId: HOME_ID,
  playerId: '7',
  atMs,
  ...more,
});
const wish = (plays: readonly Play[], more: MomentWish = {}): MomentWish => ({
  ...more,
  home: { players: PLAYERS, ...more.home },
  game: { plays, ...more.game },
});
const tab = (wished: MomentWish, options: object = {}): TabView | null =>
  scorebug.pick(aMoment(wished), scorebug.options.parse(options))?.tab ?? null;
const until = (wished: MomentWish, options: object = {}): number =>
  scorebug.untilMs?.(aMoment(wished), scorebug.options.parse(options)) ?? Number.NaN;

const basket = (atMs: number): Play => play('b', 'THREE_POINT_MAKE', atMs);

describe('the last scorer', () => {
  it('is out from the instant of the basket, with his number, name and points', () => {
    expect(tab(wish([basket(NOW)]))).toMatchObject({
      side: 'home',
      number: '#23',
      words: ['ALVAREZ'],
      figure: '14 PTS',
    });
    expect(tab(wish([basket(NOW + 1)]))).toBeNull();
    expect(tab(wish([basket(NOW - TABS.scorer.forMs + 1)]))).not.toBeNull();
    expect(tab(wish([basket(NOW - TABS.scorer.forMs)]))).toBeNull();
  });

  it('is not invented: not without plays, a player, a roster, or a name and a number', () => {
    expect(tab({ home: { score: 90, scoreChange: { before: 88, atMs: NOW } } })).toBeNull();
    expect(tab(wish([{ id: 'b', classification: 'TWO_POINT_MAKE', teamId: HOME_ID, atMs: NOW }]))).toBeNull();
    expect(tab(wish([play('b', 'TWO_POINT_MAKE', NOW, { playerId: '8' })]))).toBeNull();
    const nobody = { 7: aPlayer('7', { number: null, firstName: null, lastName: null }) };
    expect(tab(wish([basket(NOW)], { home: { players: nobody } }))).toBeNull();
  });

  it('is told without points where nobody counts them', () => {
    const uncounted = { 7: aPlayer('7', { number: '23', lastName: 'Alvarez', line: {} }) };
    expect(tab(wish([basket(NOW)], { home: { players: uncounted } }))).toMatchObject({
      words: ['ALVAREZ'],
      figure: '',
    });
  });

  it('is not told of a miss, a free throw, or a basket that was taken back or put right', () => {
    for (const said of ['TWO_POINT_MISS', 'FREE_THROW_MAKE', 'ASSIST'])
      expect(tab(wish([play('b', said, NOW)])), said).toBeNull();
    for (const then of ['DELETED_THREE_POINT_MAKE', 'UPDATED_THREE_POINT_MAKE_TO_MISS'])
      expect(tab(wish([basket(NOW - 100), play('b', then, NOW)])), then).toBeNull();
    const late = [play('b', 'TWO_POINT_MISS', NOW - 100), play('b', 'UPDATED_TWO_POINT_MISS_TO_MAKE', NOW)];
    expect(tab(wish(late))).toBeNull();
  });
});

describe('a run', () => {
  const plays = (lastMs: number, points: number): readonly Play[] => [
    play('x', 'TWO_POINT_MAKE', NOW - 90_000, { teamId: AWAY_ID }),
    ...Array.from({ length: points / 2 }, (_, i) =>
      play(`r${i}`, 'TWO_POINT_MAKE', lastMs - (points / 2 - 1 - i) * 10_000),
    ),
  ];

  it('of eight points and more follows the tab of who made the last basket of it', () => {
    expect(tab(wish(plays(NOW, 10)))?.key).toMatch(/^scorer/);
    expect(tab(wish(plays(NOW - TABS.run.afterMs, 10)))).toMatchObject({ side: 'home', words: ['10-0 RUN'] });
    expect(tab(wish(plays(NOW - TABS.run.afterMs - TABS.run.forMs, 10)))).toBeNull();
  });

  it('of six is none', () => {
    expect(tab(wish(plays(NOW - TABS.run.afterMs, 6)))).toBeNull();
  });
});

describe('the bonus', () => {
  const fouls = (before: number, now: number, atMs = NOW): MomentWish => ({
    away: { fouls: now, foulsChange: { before, atMs } },
  });

  it('is told of the other team, when its foul reaches it', () => {
    expect(tab(fouls(4, 5))).toMatchObject({ side: 'home', words: ['BONUS'] });
    expect(tab(fouls(4, 5, NOW - TABS.bonus.forMs))).toBeNull();
  });

  it('is not told again by the next foul, nor by a correction downwards', () => {
    expect(tab(fouls(5, 6))).toBeNull();
    expect(tab({ ...fouls(10, 9), rules: 'ncaa-men' })).toBeNull();
  });

  it('is double where the rules have that', () => {
    expect(tab({ ...fouls(9, 10), rules: 'ncaa-men' })).toMatchObject({ words: ['DOUBLE BONUS'] });
  });
});

describe('a timeout', () => {
  const called = (classification: string, more: Partial<Play> = {}): MomentWish =>
    wish([play('t', classification, NOW, more)]);

  it('is told of who called it, if the feed says so', () => {
    expect(tab(called('TIMEOUT'))).toMatchObject({ side: 'home', words: ['TIMEOUT'] });
    expect(tab(called('TEAM_TIMEOUT', { teamId: AWAY_ID }))?.side).toBe('away');
    expect(tab(wish([{ id: 't', classification: 'OFFICIAL_TIMEOUT', atMs: NOW }]))?.side).toBeNull();
  });

  it('is not told of its end, nor of one that was taken back', () => {
    for (const said of ['END_TIMEOUT', 'TIMEOUT_END', 'DELETED_TIMEOUT', 'TIMEOUTS_LEFT'])
      expect(tab(called(said)), said).toBeNull();
    expect(tab(wish([play('t', 'TIMEOUT', NOW - 1), play('t', 'DELETED_TIMEOUT', NOW)]))).toBeNull();
  });

  it('is told again when it was taken back by mistake, and restored', () => {
    const plays = [play('t', 'DELETED_TIMEOUT', NOW - 2), play('t', 'TIMEOUT', NOW - 1)];
    expect(tab(wish(plays))?.words).toEqual(['TIMEOUT']);
  });

  it('goes before all others', () => {
    const both = wish([basket(NOW), play('t', 'TIMEOUT', NOW)], {
      away: { fouls: 5, foulsChange: { before: 4, atMs: NOW } },
    });
    expect(tab(both)?.words).toEqual(['TIMEOUT']);
  });
});

describe('the next instant at which a tab comes or goes', () => {
  it('is the end of the one that is out, though the clock stands', () => {
    expect(until(wish([basket(NOW - 1_000)]))).toBe(NOW - 1_000 + TABS.scorer.forMs);
  });

  it('is never, where nothing is out or will be', () => {
    expect(until({})).toBe(Number.POSITIVE_INFINITY);
    expect(until(wish([basket(NOW - 60_000)]))).toBe(Number.POSITIVE_INFINITY);
  });

  it('leaves no change of the tab between itself and now', () => {
    const run = [0, 1, 2, 3, 4].map((i) => play(`r${i}`, 'TWO_POINT_MAKE', NOW - 20_000 + i * 5_000));
    const wished = wish([play('x', 'TWO_POINT_MAKE', NOW - 90_000, { teamId: AWAY_ID }), ...run]);
    for (let atMs = NOW - 1_000; atMs < NOW + 15_000; atMs += 250) {
      const end = Math.min(until({ ...wished, atMs }), NOW + 15_000);
      const now = tab({ ...wished, atMs })?.key;
      for (let later = atMs; later < end; later += 50)
        expect(tab({ ...wished, atMs: later })?.key, String(later - NOW)).toBe(now);
    }
  });
});

it('there is no tab where the operator wants none', () => {
  expect(tab(wish([basket(NOW)]), { tab: false })).toBeNull();
  expect(until(wish([basket(NOW)]), { tab: false })).toBe(Number.POSITIVE_INFINITY);
});
