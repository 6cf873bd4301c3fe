import { afterEach, describe, expect, it, vi } from 'vitest';
import { NEW_HOST, readPlace, streamAddress } from '../../../src/feeds/imgarena/address.ts';
import { type ImgArenaOptions, makeImgArena } from '../../../src/feeds/imgarena/imgarena.ts';
import { GAP_MS, makePace } from '../../../src/feeds/imgarena/pace.ts';
import { DEAD_MS, STALE_MS } from '../../../src/feeds/imgarena/pulse.ts';
import { SLOW_MS } from '../../../src/feeds/session.ts';
import { FaultError } from '../../../src/game/fault.ts';
import { AWAY, FIXTURE, HOME, imgWords } from '../../kit/img-words.ts';
import { startImgArenaServer } from '../../kit/imgarena-server.ts';
import { makeListener } from '../../kit/listener.ts';
import { makeManualTime } from '../../kit/manual-time.ts';

const TOKEN = 'the-access-token';
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A server, a feed that listens to it, and time to be turned. */
async function rig(more: Partial<ImgArenaOptions> = {}) {
  const server = await startImgArenaServer(TOKEN);
  stops.push(() => server.stop());
  const time = makeManualTime(Date.UTC(2026, 9, 1, 18));
  const listener = makeListener();
  const feed = makeImgArena({
    time,
    rules: 'fiba',
    url: server.url,
    fixtureId: FIXTURE,
    token: TOKEN,
    random: () => 0.5,
    ...more,
  });
  stops.push(() => feed.stop());
  feed.start(listener);
  time.advance(2 * GAP_MS);
  const until = (isSo: () => boolean): Promise<unknown> =>
    vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 45_000, interval: 5 });
  /** Both streams have heard the answer to the token. */
  const whenIn = (): Promise<unknown> =>
    until(() => listener.heard.filter(({ source }) => source === 'control').length >= 2);
  return { server, time, listener, feed, until, whenIn };
}

const points = (listener: ReturnType<typeof makeListener>) =>
  listener
    .of('score')
    .at(-1)
    ?.scores.map((score) => score.points);

describe('connecting', () => {
  it('both streams are asked for by the documented path and header, and the token is the first and only word', async () => {
    const { server, whenIn } = await rig();
    await whenIn();
    expect(server.visits.map(({ path }) => path).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      `/media/basketball/fixtures/${FIXTURE}/actions`,
      `/media/basketball/fixtures/${FIXTURE}/statistics`,
    ]);
    for (const { heard, headers, query } of server.visits) {
      expect(heard).toEqual([JSON.stringify({ authToken: TOKEN })]);
      expect(headers.accept).toBe('application/vnd.imggaming.dde.api+json;version=1');
      expect([...query]).toEqual([]);
    }
  });

  it('a finished match is asked for at speed where that is wanted', async () => {
    const { server, whenIn } = await rig({ speed: 'fast' });
    await whenIn();
    expect(server.visits[0]?.query.get('speed')).toBe('fast');
  });

  it('a refused token is told, and tried again only after a long while', async () => {
    const { server, listener, time, until } = await rig({ token: 'another-token' });
    await until(() => listener.codes().filter((code) => code === 'token-refused').length === 2);
    expect(listener.standing()).toBe('lost');
    expect(listener.statuses.at(-1)?.detail).toMatch(/set another IMGARENA_TOKEN/);
    time.advance(SLOW_MS / 2 - 1);
    expect(server.visits).toHaveLength(2);
    time.advance(SLOW_MS / 2);
    await until(() => server.visits.length === 4);
  });

  it('no secret is in a Fault, a word for the tape, a status or an address', async () => {
    const { server, listener, whenIn, until } = await rig();
    await whenIn();
    server.say('actions', {
      fixtureAction: { actionId: TOKEN, period: TOKEN, player: { id: 'p', name: TOKEN } },
    });
    await until(() => listener.codes().includes('bad-field'));
    server.visits[0]?.socket.send(`error: token ${TOKEN} is odd`);
    await until(() => listener.codes().includes('provider-complains'));
    const { heard, said, faults, statuses } = listener;
    expect(JSON.stringify({ heard, said, faults, statuses })).not.toContain(TOKEN);
    expect(server.visits.map(({ path, query }) => `${path}?${query.toString()}`).join()).not.toContain(TOKEN);
  });

  it('a whole address stands for host and fixture, with either stream at its end', () => {
    const old = `wss://dde-streams.data.imgarena.com/media/v2/volleyball/fixtures/${FIXTURE}`;
    for (const end of ['', '/', '/actions', '/statistics/'])
      expect(readPlace(old + end, undefined)).toEqual({ url: new URL(old), fixtureId: FIXTURE });
    const { url } = readPlace(NEW_HOST, FIXTURE);
    expect(streamAddress(url, 'statistics', { startPosition: 5, speed: 'fast' }).href).toBe(
      `wss://dde-streams.data.srarena.io/media/basketball/fixtures/${FIXTURE}/statistics?speed=fast&startPosition=5`,
    );
    expect(() => readPlace('nowhere', FIXTURE)).toThrow(FaultError);
    expect(() => readPlace(NEW_HOST, undefined)).toThrow(/fixture/);
  });
});

describe('a game over both streams', () => {
  it('ends in its score, its fouls, its stats and the end', async () => {
    const { server, listener, until, whenIn } = await rig();
    await whenIn();
    const words = imgWords();
    server.say('actions', words.action('periodStart', { team: HOME }));
    server.say('actions', words.action('turnover', { team: AWAY }));
    server.say('actions', words.action('twoMade', { team: HOME }, { homeTeamScore: 2, awayTeamScore: 0 }));
    server.say('actions', words.action('foul', { team: AWAY }));
    server.say('actions', words.action('freeMade', { team: HOME }, { homeTeamScore: 3, awayTeamScore: 0 }));
    server.say('statistics', {
      seqNum: 1,
      teamActionAggregates: [
        { team: HOME, gameActionAggregates: [{ action: '2PT Made', actionAggregate: 1 }] },
      ],
    });
    await until(() => listener.of('stats').some(({ team }) => team?.twosMade === 1));
    server.say(
      'actions',
      words.action('matchEnd', {}, { homeTeamScore: 3, awayTeamScore: 0, finished: true }),
    );
    await until(() => listener.standing() === 'ended');
    expect(points(listener)).toEqual([3, 0]);
    expect(listener.of('stats').some(({ teamId, team }) => teamId === AWAY.id && team?.fouls === 1)).toBe(
      true,
    );
    expect(listener.of('period').map(({ period }) => period)).toEqual(['Q1', 'FINAL']);
    expect(listener.faults).toEqual([]);
  });
});

describe('a connection that breaks', () => {
  it.each([
    ['counts the events to skip', false],
    ['counts from the fifth event for 5', true],
  ])('every action comes exactly once, where the server %s', async (_, fromOne) => {
    const { server, listener, time, until, whenIn } = await rig();
    if (fromOne) server.countFromOne();
    await whenIn();
    const words = imgWords();
    const shots = () => listener.of('shot').map(({ id }) => id);
    const ids: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (const actionId of [`${round}a`, `${round}b`]) {
        ids.push(actionId);
        server.say('actions', words.action('twoMade', { team: HOME, actionId }));
      }
      await until(() => shots().length === ids.length);
      const visits = server.of('actions').length;
      server.cut('actions');
      await until(() => listener.statuses.at(-1)?.status === 'lost');
      ids.push(`${round}c`);
      server.say('actions', words.action('twoMade', { team: HOME, actionId: `${round}c` }));
      time.advance(5_000);
      await until(() => server.of('actions').length === visits + 1 && shots().length === ids.length);
    }
    expect(shots()).toEqual(ids);
    expect(server.of('actions').map(({ query }) => query.get('startPosition'))).toEqual([
      null,
      '2',
      '5',
      '8',
      '11',
    ]);
    expect(listener.faults).toEqual([]);
  });

  it('one stream that is lost leaves the feed alive, and is named', async () => {
    const { server, listener, until, whenIn } = await rig();
    await whenIn();
    server.say('actions', imgWords().action('twoMade', { team: HOME }));
    server.say('statistics', { seqNum: 1, teamActionAggregates: [] });
    await until(
      () => listener.statuses.at(-1)?.status === 'live' && listener.statuses.at(-1)?.detail === undefined,
    );
    server.cut('statistics');
    await until(() => /Without the statistics stream/.test(listener.statuses.at(-1)?.detail ?? ''));
    expect(listener.standing()).toBe('live');
  });

  it('silence makes it stale after 15 s, and cuts it after 25; a heartbeat holds it', async () => {
    const { server, listener, time, until, whenIn } = await rig();
    await whenIn();
    server.say('actions', imgWords().action('twoMade', { team: HOME }));
    await until(() => listener.standing() === 'live');
    time.advance(STALE_MS - 1);
    const heard = listener.heard.length;
    server.beat();
    await until(() => listener.heard.length === heard + 2);
    time.advance(STALE_MS - 1);
    expect(listener.standing()).toBe('live');
    time.advance(1);
    expect(listener.standing()).toBe('stale');
    time.advance(DEAD_MS - STALE_MS);
    expect(listener.standing()).toBe('lost');
    time.advance(5_000);
    await until(() => server.visits.length === 4);
    await until(() => listener.standing() === 'live');
  });

  it('a server that refuses every handshake is asked at most four times a second', async () => {
    const { server, listener, time, until, whenIn } = await rig({ random: () => 0 });
    await whenIn();
    /** Neither stream is connected or connecting: of each nothing waits but its next try. */
    const bothWait = (): boolean => listener.standing() === 'lost' && time.pending() === 2;
    server.answer(503);
    for (const { socket } of server.visits) socket.terminate();
    await until(bothWait);
    for (let tries = 0; tries < 5; tries += 1) {
      const told = listener.codes().filter((code) => code === 'handshake-refused').length;
      time.advance(499);
      expect(listener.codes().filter((code) => code === 'handshake-refused')).toHaveLength(told);
      time.advance(2 * GAP_MS);
      await until(() => listener.codes().filter((code) => code === 'handshake-refused').length >= told + 2);
      await until(bothWait);
    }
  });

  it('however many ask at once, they are let ask a quarter of a second apart', () => {
    const time = makeManualTime();
    const pace = makePace(time);
    const beginMs = time.now();
    const at: number[] = [];
    for (let one = 0; one < 12; one += 1) pace.turn(() => at.push(time.now() - beginMs));
    time.advance(60_000);
    expect(at).toEqual(Array.from({ length: 12 }, (_, index) => index * GAP_MS));
  });

  it('nothing is told once it was stopped, and stopping twice is harmless', async () => {
    const { server, listener, feed, time, whenIn } = await rig();
    await whenIn();
    await feed.stop();
    const told = listener.statuses.length + listener.heard.length;
    server.beat();
    time.advance(60_000);
    await feed.stop();
    expect(listener.statuses.length + listener.heard.length).toBe(told);
    expect(time.pending()).toBe(0);
  });
});
