// Words that were missed, broken or false: what is counted is right, or not known.
import { describe, expect, test } from 'vitest';
import { home } from '../../../src/game/game.ts';
import { hudRig, incident, START_MS, scored, TEAMS } from '../../kit/hud-words.ts';

describe('what was missed', () => {
  test('a foul of the state that was heard last is counted once', () => {
    const { hear, game, reader, to } = hudRig();
    const foul = incident('foul', 1, 690_000, { team: 'home', type: 'personal' });
    hear('teams', TEAMS);
    hear('incidents', incident('start-first-quarter', 1, 720_000));
    hear('incidents', foul);
    reader.resumed();
    hear('incidents', foul);
    hear('incidents', incident('foul', 1, 680_000, { team: 'home', type: 'personal' }));
    expect(home(game())?.fouls).toBe(2);
    expect(to.codes()).toEqual([]);
  });

  test('incidents between two connections make the fouls unknown, not the points of the period', () => {
    const { hear, game, reader, to } = hudRig();
    hear('teams', TEAMS);
    hear('score', scored(0, 0));
    hear('incidents', incident('start-second-quarter', 2, 720_000));
    reader.resumed();
    hear('incidents', incident('clock-stop', 2, 500_000));
    hear('incidents', incident('foul', 2, 480_000, { team: 'home', type: 'personal' }));
    hear('score', scored(12, 9));
    expect(to.codes()).toEqual(['count-lost']);
    expect(home(game())).toMatchObject({ fouls: null, periodLines: { Q2: { points: 12 } } });
    expect(home(game())?.periodLines.Q2?.fouls).toBeUndefined();
    expect(game().clock).toMatchObject({ remainingMs: 500_000, running: false });
  });

  test('the same response twice counts once', () => {
    const { hear, game } = hudRig();
    hear('teams', TEAMS);
    hear('incidents', incident('start-first-quarter', 1, 720_000));
    const foul = incident('foul', 1, 690_000, { team: 'home', type: 'personal' });
    hear('incidents', foul, { id: 'same' });
    hear('incidents', foul, { id: 'same' });
    expect(home(game())?.fouls).toBe(1);
  });

  test('a clock that started before we came is not told as if it started now', () => {
    const { reader, hear, to } = hudRig();
    reader.resumed();
    hear('incidents', incident('clock-start', 1, 700_000));
    expect(to.of('clock')).toEqual([]);
    expect(to.of('period')).toMatchObject([{ period: 'Q1' }]);
  });
});

describe('a state that is asked for', () => {
  const get = { action: 'get' };
  const begun = () => {
    const rig = hudRig();
    rig.hear('teams', TEAMS);
    rig.hear('score', scored(10, 8));
    rig.hear('incidents', incident('start-second-quarter', 2, 720_000));
    const foul = incident('foul', 2, 700_000, { team: 'home', type: 'personal' });
    rig.hear('incidents', foul);
    rig.hear('incidents', foul, get);
    return rig;
  };

  test('that tells an incident nobody has told makes the fouls unknown', () => {
    const { hear, game, to } = begun();
    expect(home(game())?.fouls).toBe(1);
    hear('incidents', incident('clock-stop', 2, 650_000), get);
    expect(home(game())?.fouls).toBe(1);
    for (let nth = 0; nth < 2; nth += 1) hear('score', scored(10, 8), get);
    expect(home(game())?.fouls).toBeNull();
    expect(game().clock).toMatchObject({ remainingMs: 650_000, running: false });
    expect(to.codes()).toEqual(['count-lost']);
  });

  test('that only overtakes the news of an incident loses nothing', () => {
    const { hear, game, to } = begun();
    const foul = incident('foul', 2, 650_000, { team: 'home', type: 'personal' });
    hear('incidents', foul, get);
    hear('incidents', foul);
    for (let nth = 0; nth < 2; nth += 1) hear('score', scored(10, 8), get);
    expect(home(game())?.fouls).toBe(2);
    expect(to.codes()).toEqual([]);
  });

  test('that tells another score than was told is the score', () => {
    const { hear, game } = begun();
    hear('score', scored(20, 18));
    hear('score', scored(12, 8), get);
    expect(home(game())?.score).toBe(12);
  });

  test('that tells another score than was told when the period began makes its points unknown', () => {
    const { hear, game } = hudRig();
    hear('teams', TEAMS);
    hear('score', scored(10, 8), get);
    hear('score', scored(20, 18));
    hear('incidents', incident('start-second-quarter', 2, 720_000));
    hear('score', scored(20, 18));
    expect(home(game())?.periodLines.Q2?.points).toBe(0);
    hear('score', scored(12, 8), get);
    expect(home(game())?.periodLines.Q2?.points).toBeUndefined();
  });
});

test('a text that was cut off may have been a foul: the fouls are not known', () => {
  const { hear, game, reader } = hudRig();
  hear('teams', TEAMS);
  hear('incidents', incident('start-first-quarter', 1, 720_000));
  expect(home(game())?.fouls).toBe(0);
  reader.hear('{"status":"ok","channel":"incid', START_MS + 10_000);
  expect(home(game())?.fouls).toBeNull();
});
