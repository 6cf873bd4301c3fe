// LiveData's words, read: what the document prints, and what a small game comes to in a Game.
import { describe, expect, test } from 'vitest';
import { away, home } from '../../../src/game/game.ts';
import { hudRig, incident, START_MS, scored, TEAMS } from '../../kit/hud-words.ts';

describe('the document', () => {
  test('its warning is read', () => {
    const { reader, to } = hudRig();
    const text = `{
   "status":"warning",
   "publishedAt":1625779279246,
   "id":"b26db3b6-e907-48cd-9e5d-37bde6b3829e",
   "channel":"teams",
   "action":"subscribe",
   "fixture":"esports:match:b20f4275-8060-4d17-a15c-8fb2963effa6",
   "payload":{
      "message":"No active streams for this fixture."
   }
}`;
    expect(reader.hear(text, START_MS)).toEqual({
      is: 'warning',
      channel: 'teams',
      text: 'No active streams for this fixture.',
    });
    expect(to.faults).toEqual([]);
  });

  test.each([
    ['greeting', '{"version": ""0.38.2"}'],
    [
      'command',
      '{\n"action": "subscribe",\n"channel": "in-game",\n"token": "eyJ"\n"fixture": "esports:match:b20f4275",\n}',
    ],
    ['response form', '{"status":  <ok|warning|error>\n"publishedAt": <timestamp in millis>}'],
  ])('its %s is no JSON as printed, which is a Fault and on the tape', (_what, text) => {
    const { reader, to } = hudRig();
    expect(reader.hear(text, START_MS)).toEqual({ is: 'nothing', isBroken: true });
    expect(to.faults).toEqual([expect.objectContaining({ code: 'not-json', where: 'message' })]);
    expect(to.heard.at(-1)).toMatchObject({ source: 'unknown', text });
  });

  test('its score, with home twice and no away, is refused: nobody can tell whose it is', () => {
    const { hear, to } = hudRig();
    hear('teams', TEAMS);
    hear('score', { score: { home: { matchScore: 7 }, winner: 'pending' } });
    expect(to.of('score')).toEqual([]);
    expect(to.faults).toEqual([expect.objectContaining({ where: 'payload.score.away', found: 'nothing' })]);
  });

  test('a greeting as meant is read', () => {
    const { reader, to } = hudRig();
    expect(reader.hear('{"version":"0.38.2"}', START_MS)).toEqual({ is: 'greeting' });
    expect(to.faults).toEqual([]);
  });
});

describe('a game', () => {
  test('has its teams, players and line-ups by side', () => {
    const { hear, game } = hudRig();
    hear('teams', TEAMS);
    const played = game();
    expect(home(played)).toMatchObject({ id: 'foxes', name: 'Foxes', onFloor: ['p1', 'p2'] });
    expect(away(played)).toMatchObject({ id: 'herons', onFloor: ['p9'] });
    expect(home(played)?.players.p1).toMatchObject({ firstName: 'Ann Marie', lastName: 'Lee', number: null });
    expect(home(played)?.players.p2).toMatchObject({ firstName: null, lastName: 'Zero' });
    expect(home(played)?.score).toBeNull();
  });

  test('tells where each logo lies, once', () => {
    const logos: string[][] = [];
    const { hear } = hudRig('nba', { onLogo: (...told) => logos.push(told) });
    hear('teams', TEAMS);
    hear('teams', TEAMS);
    expect(logos).toEqual([
      ['foxes', 'https://logos.example/foxes.png'],
      ['herons', 'https://logos.example/herons.png'],
    ]);
  });

  test('a second match of the fixture begins with the same teams and nothing of the first', () => {
    const { hear, game, to } = hudRig();
    hear('teams', TEAMS);
    hear('score', scored(80, 78, { matchEnded: true }));
    hear('score', scored(0, 0, { currentMatchNumber: 2 }));
    expect(to.said.filter(({ kind }) => kind === 'begin')).toHaveLength(1);
    const second = game();
    expect([home(second)?.score, away(second)?.score, second.period]).toEqual([0, 0, null]);
    expect(home(second)?.name).toBe('Foxes');
    expect(home(second)?.scoreChange).toBeNull();
  });

  test('tells a score that came before the teams once it knows them', () => {
    const { hear, game, to } = hudRig();
    hear('score', scored(4, '2'));
    expect(to.of('score')).toEqual([]);
    hear('teams', TEAMS);
    expect([home(game())?.score, away(game())?.score]).toEqual([4, 2]);
  });

  test('counts points and fouls of each period, and says when the clock runs', () => {
    const { hear, game, to } = hudRig();
    hear('teams', TEAMS);
    hear('incidents', incident('start-first-quarter', 1, 720_000));
    hear('score', scored(0, 0));
    expect(game()).toMatchObject({ period: 'Q1', clock: { remainingMs: 720_000, running: false } });
    hear('incidents', incident('clock-start', 1, 720_000));
    expect(game().clock).toMatchObject({ remainingMs: 720_000, running: true });
    hear('incidents', incident('goal', 1, 700_500, { team: 'home', type: '3-pointer' }));
    hear('score', scored(3, 0));
    hear('incidents', incident('foul', 1, 690_000, { team: 'away', type: 'shooting' }));
    hear('incidents', incident('foul', 1, 680_000, { team: 'away', type: 'charging' }));
    hear('incidents', incident('foul', 1, 670_000, { team: 'away', type: 'celtics-ball' }));
    hear('incidents', incident('clock-stop', 1, 670_000));
    expect(game().clock).toMatchObject({ remainingMs: 670_000, running: false });
    expect([home(game())?.fouls, away(game())?.fouls]).toEqual([0, 1]);
    hear('incidents', incident('start-timeout', 1, 670_000, { team: 'home', 'timeout-number': 1 }));
    hear('incidents', incident('end-first-quarter', 1, 0));
    expect(game()).toMatchObject({ period: 'END', clock: { remainingMs: 0, running: false } });
    hear('incidents', incident('start-second-quarter', 2, 720_000));
    hear('score', scored(3, 2));
    const played = game();
    expect(played.period).toBe('Q2');
    expect([home(played)?.fouls, away(played)?.fouls]).toEqual([0, 0]);
    expect(home(played)?.periodLines).toMatchObject({ Q1: { points: 3, fouls: 0 }, Q2: { points: 0 } });
    expect(away(played)?.periodLines).toMatchObject({ Q1: { points: 0, fouls: 1 }, Q2: { points: 2 } });
    expect(to.of('play').map(({ classification, teamId }) => [classification, teamId])).toEqual([
      ['THREE_POINT_MAKE', 'foxes'],
      ['SHOOTING_FOUL', 'herons'],
      ['CHARGING_FOUL', 'herons'],
      ['CELTICS_BALL', 'herons'],
      ['TIMEOUT', 'foxes'],
    ]);
    expect(to.faults).toEqual([]);
  });

  test('an offensive foul is a team foul where the rules have it so', () => {
    const { hear, game } = hudRig('fiba');
    hear('teams', TEAMS);
    hear('incidents', incident('start-first-quarter', 1, 600_000));
    hear('incidents', incident('foul', 1, 590_000, { team: 'home', type: 'charging' }));
    expect(home(game())?.fouls).toBe(1);
  });

  test('heard first in a later quarter has neither points nor fouls of it', () => {
    const { hear, game } = hudRig();
    hear('teams', TEAMS);
    hear('score', scored(40, 38));
    hear('incidents', incident('foul', 3, 500_000, { team: 'home', type: 'personal' }));
    hear('score', scored(42, 38));
    const played = game();
    expect(played.period).toBe('Q3');
    expect(home(played)).toMatchObject({ score: 42, fouls: null, periodLines: {} });
  });

  test('is final when its match has ended, and late incidents do not reopen it', () => {
    const { hear, game, reader } = hudRig();
    hear('teams', TEAMS);
    hear('incidents', incident('start-fourth-quarter', 4, 720_000));
    hear('score', scored(90, 88, { matchEnded: true, fixtureEnded: true }));
    hear('incidents', incident('end-fourth-quarter', 4, 0));
    hear('incidents', incident('clock-stop', 4, 0));
    expect(game().period).toBe('FINAL');
    expect(reader.isOver).toBe(true);
  });

  test.each([
    ['start-half-time', { type: 'half-time', value: 1 }, 'HT'],
    ['start-second-overtime', { type: 'overtime', value: 2 }, 'OT2'],
  ])('%s begins %o', (name, period, expected) => {
    const { hear, game } = hudRig();
    hear('incidents', { incident: { name, type: 'match', time: 300_000, period } });
    expect(game().period).toBe(expected);
  });
});
