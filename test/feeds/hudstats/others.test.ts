// Words that are none of the game's, come late, or are anything at all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { home } from '../../../src/game/game.ts';
import type { Fact } from '../../../src/game/message.ts';
import { foldAll } from '../../../src/time/timeline.ts';
import { hudRig, incident, START_MS, scored, TEAMS } from '../../kit/hud-words.ts';

describe('words of others', () => {
  test('another sport is kept on the tape, told once, and passed by', () => {
    const { hear, to } = hudRig();
    hear('score', { ...scored(9, 16), sportName: 'CS:GO' });
    expect(hear('incidents', { ...incident('kill', 1, 5), sportName: 'CS:GO' })).toEqual({ is: 'other' });
    expect(to.said).toEqual([]);
    expect(to.codes()).toEqual(['other-sport']);
    expect(to.heard.slice(-2).map(({ source }) => source)).toEqual(['score', 'incidents']);
  });

  test('another fixture is refused', () => {
    const { hear, to } = hudRig();
    hear('score', scored(1, 2), { fixture: 'esports:match:other' });
    expect(to.codes()).toEqual(['other-game']);
    expect(to.said).toEqual([]);
  });

  test('a score that is none is told with its place, and the rest of it is not guessed', () => {
    const { hear, to } = hudRig();
    hear('teams', TEAMS);
    hear('score', scored('many', 3));
    expect(to.faults[0]).toMatchObject({ where: 'payload.score.home.matchScore', found: '"many"' });
    expect(to.of('score')).toEqual([]);
  });

  test('older words of a channel do not undo newer ones', () => {
    const { hear, game, to } = hudRig();
    hear('teams', TEAMS);
    hear('score', scored(3, 2));
    hear('score', scored(5, 2));
    hear('score', scored(3, 2), { publishedAt: START_MS });
    expect(home(game())?.score).toBe(5);
    expect(to.codes()).toEqual(['older']);
  });

  test('any JSON gives Messages or Faults, never an exception', () => {
    const channel = fc.constantFrom('teams', 'score', 'in-game', 'incidents', 'outbound-messages', 'x');
    const leaf = fc.oneof(fc.jsonValue(), fc.constantFrom('home', 'goal', 'foul', 1, '1-pointer'));
    const key = fc.constantFrom(
      'teams',
      'home',
      'away',
      'players',
      'score',
      'incident',
      'inGame',
      'time',
      'position',
    );
    const payload = fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf))));
    fc.assert(
      fc.property(fc.array(fc.tuple(channel, payload), { maxLength: 6 }), (words) => {
        const { hear } = hudRig();
        for (const [name, value] of words) hear(name, null, { payload: value });
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

test('a foul that is told after a state holds against it, however late its words came', () => {
  const { hear, to } = hudRig();
  hear('teams', TEAMS);
  hear('score', scored(0, 0));
  hear('incidents', incident('start-first-quarter', 1, 720_000));
  hear('incidents', incident('clock-start', 1, 720_000));
  hear('score', scored(2, 0), { action: 'get' });
  const saidMs = START_MS + 7_000 - 1_200;
  hear('incidents', incident('foul', 1, 700_000, { team: 'home', type: 'personal' }), {
    publishedAt: saidMs,
  });
  const facts = to.said.map((said, seq) => ({ ...said, seq }) as Fact);
  expect(home(foldAll(facts))?.fouls).toBe(1);
});
