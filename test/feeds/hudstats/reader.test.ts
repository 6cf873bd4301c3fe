// LiveData's words, read: what the document prints, and what a small game comes to in a Game.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeReader, type ReaderOptions } from '../../../src/feeds/hudstats/reader.ts';
import { fold } from '../../../src/game/fold.ts';
import { away, type Game, home, noGame } from '../../../src/game/game.ts';
import type { Fact } from '../../../src/game/message.ts';
import type { RuleSetName } from '../../../src/game/rules.ts';
import { foldAll } from '../../../src/time/timeline.ts';
import { FIXTURE } from '../../kit/hudstats-server.ts';
import { makeListener } from '../../kit/listener.ts';

const START_MS = 1_700_000_000_000;
const TEAMS = {
  teams: {
    home: { id: 'foxes', name: 'Foxes', lineup: ['p1', 'p2'], logo: 'https://logos.example/foxes.png' },
    away: { id: 'herons', name: 'Herons', lineup: ['p9'], logo: 'https://logos.example/herons.png' },
    players: {
      p1: { id: 'p1', name: 'Ann Marie Lee', team: 'home' },
      p2: { id: 'p2', name: 'Zero', team: 'home' },
      p9: { id: 'p9', name: 'Bo Ray', team: 'away' },
    },
  },
};
const scored = (homePoints: unknown, awayPoints: unknown, more: object = {}) => ({
  score: {
    home: { matchScore: homePoints, fixtureScore: 0 },
    away: { matchScore: awayPoints, fixtureScore: 0 },
    winner: 'pending',
    currentMatchNumber: 1,
    matchEnded: false,
    fixtureEnded: false,
    ...more,
  },
});
const incident = (name: string, quarter: unknown, time: unknown, payload: object = {}) => ({
  incident: { name, type: 'match', time, period: { type: 'quarter', value: quarter }, payload },
});

/** A reader, a listener, and words of one fixture a second apart. Each channel has told an empty state. */
function rig(rules: RuleSetName = 'nba', more: Partial<ReaderOptions> = {}) {
  const to = makeListener();
  const reader = makeReader({ rules, to, gameId: FIXTURE, ...more });
  let nth = 0;
  const hear = (channel: string, payload: unknown, over: object = {}) => {
    nth += 1;
    const publishedAt = START_MS + nth * 1_000;
    const marked = { sportName: 'NBA2K', sourceData: 'official', replay: false, ...Object(payload) };
    const about = {
      status: 'ok',
      publishedAt,
      id: `m${nth}`,
      channel,
      action: 'subscribe',
      fixture: FIXTURE,
    };
    return reader.hear(JSON.stringify({ ...about, payload: marked, ...over }), publishedAt + 40);
  };
  hear('incidents', {});
  return {
    to,
    reader,
    hear,
    game: (): Game =>
      to.said
        .map((said, seq) => ({ ...said, seq }) as Fact)
        .filter(({ kind }) => (kind as string) !== 'frame')
        .reduce(fold, noGame),
  };
}

describe('the document', () => {
  test('its warning is read', () => {
    const { reader, to } = rig();
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
    const { reader, to } = rig();
    expect(reader.hear(text, START_MS)).toEqual({ is: 'nothing', isBroken: true });
    expect(to.faults).toEqual([expect.objectContaining({ code: 'not-json', where: 'message' })]);
    expect(to.heard.at(-1)).toMatchObject({ source: 'unknown', text });
  });

  test('its score, with home twice and no away, is refused: nobody can tell whose it is', () => {
    const { hear, to } = rig();
    hear('teams', TEAMS);
    hear('score', { score: { home: { matchScore: 7 }, winner: 'pending' } });
    expect(to.of('score')).toEqual([]);
    expect(to.faults).toEqual([expect.objectContaining({ where: 'payload.score.away', found: 'nothing' })]);
  });

  test('a greeting as meant is read', () => {
    const { reader, to } = rig();
    expect(reader.hear('{"version":"0.38.2"}', START_MS)).toEqual({ is: 'greeting' });
    expect(to.faults).toEqual([]);
  });
});

describe('a game', () => {
  test('has its teams, players and line-ups by side', () => {
    const { hear, game } = rig();
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
    const { hear } = rig('nba', { onLogo: (...told) => logos.push(told) });
    hear('teams', TEAMS);
    hear('teams', TEAMS);
    expect(logos).toEqual([
      ['foxes', 'https://logos.example/foxes.png'],
      ['herons', 'https://logos.example/herons.png'],
    ]);
  });

  test('a second match of the fixture begins with the same teams and nothing of the first', () => {
    const { hear, game, to } = rig();
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
    const { hear, game, to } = rig();
    hear('score', scored(4, '2'));
    expect(to.of('score')).toEqual([]);
    hear('teams', TEAMS);
    expect([home(game())?.score, away(game())?.score]).toEqual([4, 2]);
  });

  test('counts points and fouls of each period, and says when the clock runs', () => {
    const { hear, game, to } = rig();
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
    const { hear, game } = rig('fiba');
    hear('teams', TEAMS);
    hear('incidents', incident('start-first-quarter', 1, 600_000));
    hear('incidents', incident('foul', 1, 590_000, { team: 'home', type: 'charging' }));
    expect(home(game())?.fouls).toBe(1);
  });

  test('heard first in a later quarter has neither points nor fouls of it', () => {
    const { hear, game } = rig();
    hear('teams', TEAMS);
    hear('score', scored(40, 38));
    hear('incidents', incident('foul', 3, 500_000, { team: 'home', type: 'personal' }));
    hear('score', scored(42, 38));
    const played = game();
    expect(played.period).toBe('Q3');
    expect(home(played)).toMatchObject({ score: 42, fouls: null, periodLines: {} });
  });

  test('is final when its match has ended, and late incidents do not reopen it', () => {
    const { hear, game, reader } = rig();
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
    const { hear, game } = rig();
    hear('incidents', { incident: { name, type: 'match', time: 300_000, period } });
    expect(game().period).toBe(expected);
  });
});

describe('what was missed', () => {
  test('a foul of the state that was heard last is counted once', () => {
    const { hear, game, reader, to } = rig();
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
    const { hear, game, reader, to } = rig();
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
    const { hear, game } = rig();
    hear('teams', TEAMS);
    hear('incidents', incident('start-first-quarter', 1, 720_000));
    const foul = incident('foul', 1, 690_000, { team: 'home', type: 'personal' });
    hear('incidents', foul, { id: 'same' });
    hear('incidents', foul, { id: 'same' });
    expect(home(game())?.fouls).toBe(1);
  });

  test('a clock that started before we came is not told as if it started now', () => {
    const { reader, hear, to } = rig();
    reader.resumed();
    hear('incidents', incident('clock-start', 1, 700_000));
    expect(to.of('clock')).toEqual([]);
    expect(to.of('period')).toMatchObject([{ period: 'Q1' }]);
  });
});

describe('in-game words', () => {
  const inGame = (time: number, more: object = {}) => ({
    inGame: { time, paused: false, players: [], ...more },
  });

  test('tell what the clock reads once it is seen to fall', () => {
    const { hear, to } = rig();
    hear('in-game', inGame(700_000));
    expect(to.of('clock')).toEqual([]);
    hear('in-game', inGame(699_000));
    hear('in-game', inGame(698_000));
    expect(to.of('clock').at(-1)?.game).toEqual({ remainingMs: 698_000, running: true, resolutionMs: 1000 });
    hear('in-game', inGame(698_000, { paused: true }));
    expect(to.of('clock').at(-1)?.game.running).toBe(false);
  });

  test('that rise are no remaining time: told, and passed by', () => {
    const { hear, to } = rig();
    for (const time of [1_000, 2_000, 3_000, 4_000, 5_000]) hear('in-game', inGame(time));
    expect(to.of('clock')).toEqual([]);
    expect(to.codes()).toEqual(['clock-rises']);
  });

  const player = (id: string, x: number, y: number) => ({ id, team: 'home', position: { x, y } });

  test('place the players by the corners that an operator gave', () => {
    // Feet from the corner, the length along x.
    const corners = { origin: { x: 0, y: 50 }, across: { x: 0, y: 0 }, along: { x: 94, y: 50 } };
    const { hear, to } = rig('nba', { corners });
    hear('teams', TEAMS);
    hear('in-game', inGame(700_000, { players: [player('p1', 47, 25), player('p2', 94, 0), { id: 'p3' }] }));
    const bodies = to.of('frame')[0]?.bodies ?? [];
    expect(bodies.map(({ id, teamId, xMm, yMm }) => [id, teamId, Math.round(xMm), Math.round(yMm)])).toEqual([
      ['p1', 'foxes', 0, 0],
      ['p2', 'foxes', 7620, 14326],
    ]);
  });

  test('place nobody while nobody knows the court, then by the extent that was seen', () => {
    const { hear, to } = rig();
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

describe('words of others', () => {
  test('another sport is kept on the tape, told once, and passed by', () => {
    const { hear, to } = rig();
    hear('score', { ...scored(9, 16), sportName: 'CS:GO' });
    expect(hear('incidents', { ...incident('kill', 1, 5), sportName: 'CS:GO' })).toEqual({ is: 'other' });
    expect(to.said).toEqual([]);
    expect(to.codes()).toEqual(['other-sport']);
    expect(to.heard.slice(-2).map(({ source }) => source)).toEqual(['score', 'incidents']);
  });

  test('another fixture is refused', () => {
    const { hear, to } = rig();
    hear('score', scored(1, 2), { fixture: 'esports:match:other' });
    expect(to.codes()).toEqual(['other-game']);
    expect(to.said).toEqual([]);
  });

  test('a score that is none is told with its place, and the rest of it is not guessed', () => {
    const { hear, to } = rig();
    hear('teams', TEAMS);
    hear('score', scored('many', 3));
    expect(to.faults[0]).toMatchObject({ where: 'payload.score.home.matchScore', found: '"many"' });
    expect(to.of('score')).toEqual([]);
  });

  test('older words of a channel do not undo newer ones', () => {
    const { hear, game, to } = rig();
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
        const { hear } = rig();
        for (const [name, value] of words) hear(name, null, { payload: value });
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

test('a foul that is told after a state holds against it, however late its words came', () => {
  const { hear, to } = rig();
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
