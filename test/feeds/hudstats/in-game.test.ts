// In-game words: what the clock reads meanwhile, and where the players are.
import { describe, expect, test } from 'vitest';
import { hudRig, TEAMS } from '../../kit/hud-words.ts';

describe('in-game words', () => {
  const inGame = (time: number, more: object = {}) => ({
    inGame: { time, paused: false, players: [], ...more },
  });

  test('tell what the clock reads once it is seen to fall', () => {
    const { hear, to } = hudRig();
    hear('in-game', inGame(700_000));
    expect(to.of('clock')).toEqual([]);
    hear('in-game', inGame(699_000));
    hear('in-game', inGame(698_000));
    expect(to.of('clock').at(-1)?.game).toEqual({ remainingMs: 698_000, running: true, resolutionMs: 1000 });
    hear('in-game', inGame(698_000, { paused: true }));
    expect(to.of('clock').at(-1)?.game.running).toBe(false);
  });

  test('that rise are no remaining time: told, and passed by', () => {
    const { hear, to } = hudRig();
    for (const time of [1_000, 2_000, 3_000, 4_000, 5_000]) hear('in-game', inGame(time));
    expect(to.of('clock')).toEqual([]);
    expect(to.codes()).toEqual(['clock-rises']);
  });

  const player = (id: string, x: number, y: number) => ({ id, team: 'home', position: { x, y } });

  test('place the players by the corners that an operator gave', () => {
    // Feet from the corner, the length along x.
    const corners = { origin: { x: 0, y: 50 }, across: { x: 0, y: 0 }, along: { x: 94, y: 50 } };
    const { hear, to } = hudRig('nba', { corners });
    hear('teams', TEAMS);
    hear('in-game', inGame(700_000, { players: [player('p1', 47, 25), player('p2', 94, 0), { id: 'p3' }] }));
    const bodies = to.of('frame')[0]?.bodies ?? [];
    expect(bodies.map(({ id, teamId, xMm, yMm }) => [id, teamId, Math.round(xMm), Math.round(yMm)])).toEqual([
      ['p1', 'foxes', 0, 0],
      ['p2', 'foxes', 7620, 14326],
    ]);
  });

  test('place nobody while nobody knows the court, then by the extent that was seen', () => {
    const { hear, to } = hudRig();
    hear('in-game', inGame(700_000, { players: [player('p1', 0, 0), player('p2', 188, 100)] }));
    expect(to.of('frame')).toEqual([]);
    const many = Array.from({ length: 500 }, (_, n) => player(`p${n}`, n % 188, n % 100));
    for (let n = 0; n < 5; n += 1) hear('in-game', inGame(699_000 - n, { players: many }));
    expect(to.codes()).toEqual(['court-guessed']);
    const body = to
      .of('frame')
      .at(-1)
      ?.bodies.find(({ id }) => id === 'p94');
    expect(body).toMatchObject({ xMm: expect.closeTo(-6705.6, 0), yMm: expect.closeTo(0, 0) });
  });
});
