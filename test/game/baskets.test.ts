import { describe, expect, it } from 'vitest';
import { type Basket, runOf, visitBaskets } from '../../src/game/baskets.ts';
import { noGame, type Play, type Team } from '../../src/game/game.ts';
import { AWAY_ID, HOME_ID } from '../kit/messages.ts';
import { aTeam } from '../kit/moments.ts';

const play = (id: string, classification: string, atMs: number, teamId = HOME_ID, playerId = '7'): Play => ({
  id,
  classification,
  teamId,
  playerId,
  atMs,
});

/** All of them, oldest first. */
function basketsOf(plays: readonly Play[]): Basket[] {
  const found: Basket[] = [];
  visitBaskets(plays, (basket) => found.unshift(basket) > 0);
  return found;
}

describe('baskets', () => {
  it('are visited from the newest on, until the visit has enough', () => {
    const plays = [1, 2, 3].map((n) => play(String(n), 'TWO_POINT_MAKE', n));
    const seen: string[] = [];
    visitBaskets(plays, ({ id }) => {
      seen.push(id);
      return id !== '2';
    });
    expect(seen).toEqual(['3', '2']);
  });

  it('are makes, with their points; misses and other plays are none', () => {
    const baskets = basketsOf([
      play('1', 'TWO_POINT_MAKE', 1),
      play('2', 'TWO_POINT_MISS', 2),
      play('3', 'THREE_POINT_MAKE', 3),
      play('4', 'FREE_THROW_MAKE', 4),
      play('5', 'OFFENSIVE_REBOUND', 5),
      play('3', 'ASSIST', 6),
    ]);
    expect(baskets.map(({ id, points }) => [id, points])).toEqual([
      ['1', 2],
      ['3', 3],
      ['4', 1],
    ]);
  });

  it.each([
    ['TWO_POINT_MAKE', 'DELETED_TWO_POINT_MAKE', 0],
    ['TWO_POINT_MAKE', 'UPDATED_TWO_POINT_MAKE_TO_MISS', 0],
    ['TWO_POINT_MISS', 'UPDATED_TWO_POINT_MISS_TO_MAKE', 2],
    ['TWO_POINT_MAKE', 'UPDATED_TWO_POINT_MAKE_TO_THREE_POINT_MAKE', 3],
    ['THREE_POINT_MAKE', 'UPDATED_THREE_POINT_MAKE_TO_TWO_POINT_MISS', 0],
  ])('%s, then %s: %d points, at the instant of the first', (first, then, points) => {
    const baskets = basketsOf([play('1', first, 1_000), play('1', then, 9_000)]);
    expect(baskets).toEqual(
      points === 0 ? [] : [{ id: '1', teamId: HOME_ID, playerId: '7', points, atMs: 1_000, corrected: true }],
    );
  });
});

describe('a run', () => {
  const game = (plays: readonly Play[], home: Partial<Team> = {}, away: Partial<Team> = {}) => ({
    ...noGame,
    plays,
    homeId: HOME_ID,
    awayId: AWAY_ID,
    teams: { [HOME_ID]: aTeam(HOME_ID, home), [AWAY_ID]: aTeam(AWAY_ID, away) },
  });
  const threes = (count: number, fromMs: number, teamId = HOME_ID) =>
    Array.from({ length: count }, (_, i) =>
      play(`${teamId}-${i}`, 'THREE_POINT_MAKE', fromMs + i * 100, teamId),
    );

  it('counts what one team has scored since the other last did', () => {
    expect(runOf(game([play('a', 'TWO_POINT_MAKE', 1, AWAY_ID), ...threes(3, 1_000)]))).toEqual({
      teamId: HOME_ID,
      points: 9,
      atMs: 1_200,
    });
  });

  it('ends with one free throw of the other', () => {
    const plays = [play('a', 'TWO_POINT_MAKE', 1, AWAY_ID), ...threes(3, 1_000)];
    expect(runOf(game([...plays, play('b', 'FREE_THROW_MAKE', 2_000, AWAY_ID)]))).toMatchObject({
      teamId: AWAY_ID,
      points: 1,
    });
  });

  it('is as long as it is after corrections', () => {
    const plays = [play('a', 'TWO_POINT_MAKE', 1, AWAY_ID), ...threes(3, 1_000)];
    const deleted = play(`${HOME_ID}-1`, 'DELETED_THREE_POINT_MAKE', 5_000);
    expect(runOf(game([...plays, deleted]))?.points).toBe(6);
  });

  it('is not told while its beginning is not known', () => {
    expect(runOf(game(threes(3, 1_000)))).toBeNull();
    expect(runOf(game(threes(3, 1_000), { score: 9 }, { score: 2 }))).toBeNull();
  });

  it('that opens the game is told', () => {
    expect(runOf(game(threes(3, 1_000), { score: 9 }, { score: 0 }))?.points).toBe(9);
  });

  it('is not told where the other scored by a basket that no play told of', () => {
    const plays = [play('a', 'TWO_POINT_MAKE', 1, AWAY_ID), ...threes(3, 1_000)];
    const change = (before: number) => ({ score: 40, scoreChange: { before, atMs: 1_150 } });
    expect(runOf(game(plays, {}, change(38)))).toBeNull();
    // A score that falls is a correction.
    expect(runOf(game(plays, {}, change(42)))?.points).toBe(9);
  });

  it('is none without plays', () => {
    expect(runOf(game([]))).toBeNull();
  });
});
