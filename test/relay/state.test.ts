// The state as it is asked for over HTTP: what is true now, and what was at an instant.
import { describe, expect, test } from 'vitest';
import type { State } from '../../src/relay/state.ts';
import { AWAY_ID, HOME_ID } from '../kit/messages.ts';
import { startRelay } from '../kit/relay-rig.ts';
import { json, tell } from './told-game.ts';

describe('GET /api/v1/state', () => {
  test('says what is true now, with figures as they are shown and numbers as they are worn', async () => {
    const rig = await startRelay();
    tell(rig);
    expect(await json(rig.get('/api/v1/state'))).toEqual({
      at: rig.time.now(),
      revision: 0,
      period: 'Q3',
      clock: { remainingMs: 95_500, running: false, text: '1:35' },
      shotClock: { remainingMs: 9_000, text: '9', on: true },
      home: { id: HOME_ID, name: 'The home', code: 'HOM', score: 61, colour: '#552583', fouls: null },
      away: { id: AWAY_ID, name: 'The away', code: 'AWY', score: 58, colour: null, fouls: null },
      bodies: [
        { id: 'home-7', side: 'home', number: '07', xMm: 1234, yMm: -500, zMm: 0 },
        { id: 'away-7', side: 'away', number: '07', xMm: 0, yMm: 9000, zMm: 0 },
      ],
      ball: { xMm: 1, yMm: 2, zMm: 1500 },
      feed: {
        name: 'script',
        status: 'live',
        ageMs: 0,
        capabilities: ['score', 'clock', 'shot-clock', 'positions', 'zones', 'stats', 'plays', 'fouls'],
      },
    });
  });

  test('answers what is to come with now: a clock is not told ahead', async () => {
    const rig = await startRelay();
    tell(rig);
    const nowMs = rig.time.now();
    for (const at of [nowMs + 60_000, Number.MAX_SAFE_INTEGER])
      expect(await json(rig.get(`/api/v1/state?at=${at}`))).toEqual(await json(rig.get('/api/v1/state')));
  });

  test('says null for everything that was never said', async () => {
    const rig = await startRelay();
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({
      period: null,
      clock: null,
      shotClock: null,
      home: null,
      away: null,
      bodies: [],
      ball: null,
      feed: { status: 'connecting', ageMs: null },
    });
  });

  test('tells a shot clock that is off from one that is not known', async () => {
    const rig = await startRelay();
    tell(rig);
    rig.time.advance(1000);
    rig.feed.say.message({
      kind: 'clock',
      witness: 'official',
      atMs: rig.time.now(),
      heardMs: rig.time.now(),
      game: { remainingMs: 9_000, running: false, resolutionMs: 100 },
      shot: null,
    });
    expect((await json(rig.get('/api/v1/state'))).shotClock).toEqual({
      remainingMs: null,
      text: null,
      on: false,
    });
  });

  test('says what was true at an instant, and so far behind now', async () => {
    const rig = await startRelay();
    tell(rig);
    const thenMs = rig.time.now();
    rig.time.advance(5_000);
    const at = { atMs: rig.time.now(), heardMs: rig.time.now() };
    rig.feed.say.message({
      kind: 'score',
      from: 'summary',
      ...at,
      scores: [{ teamId: HOME_ID, points: 64 }],
    });
    const scoreOf = async (path: string) => ((await json(rig.get(path))) as unknown as State).home?.score;
    expect(await scoreOf('/api/v1/state')).toBe(64);
    expect(await scoreOf(`/api/v1/state?at=${thenMs + 10}`)).toBe(61);
    expect(await scoreOf('/api/v1/state?delay=4000')).toBe(61);
    expect(await scoreOf('/api/v1/state?delay=0')).toBe(64);
  });

  test.each(['at=yesterday', 'at=', 'delay=-1', 'delay=400000', 'at=1&delay=1', 'delay=NaN'])(
    'refuses ?%s with a Fault',
    async (query) => {
      const rig = await startRelay();
      const response = await rig.get(`/api/v1/state?${query}`);
      expect(response.status).toBe(422);
      expect(await json(response)).toMatchObject({ fault: { code: 'malformed' } });
    },
  );

  test('shows the operator, where he overrides the feed', async () => {
    const rig = await startRelay();
    tell(rig);
    await rig.cue({ cue: 'override', field: 'home.score', value: 99 });
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 1, home: { score: 99 } });
    await rig.cue({ cue: 'release', field: 'home.score' });
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 2, home: { score: 61 } });
  });
});
