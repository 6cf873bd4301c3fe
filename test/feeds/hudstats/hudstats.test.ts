// The feed against an emulator of LiveData: tokens, subscriptions, warnings, breaks, and that no secret gets out.
import { once } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Timekeeper } from '../../../src/feeds/feed.ts';
import { CHANNELS } from '../../../src/feeds/hudstats/channels.ts';
import { type HudStatsOptions, LONGEST_WAIT_MS, makeHudStats } from '../../../src/feeds/hudstats/hudstats.ts';
import { ANSWER_MS, IN_GAME_STALE_MS } from '../../../src/feeds/hudstats/quiet.ts';
import { makeRest } from '../../../src/feeds/hudstats/rest.ts';
import {
  makeTokens,
  RENEW_AGAIN_MS,
  RENEW_BEFORE_MS,
  TOKEN_LASTS_MS,
} from '../../../src/feeds/hudstats/tokens.ts';
import { makeSecrets } from '../../../src/feeds/secrets.ts';
import { SLOW_MS } from '../../../src/feeds/session.ts';
import type { Fault } from '../../../src/game/fault.ts';
import {
  FIXTURE,
  type HudStatsServer,
  PASSWORD,
  startHudStatsServer,
  USERNAME,
} from '../../kit/hudstats-server.ts';
import { makeListener } from '../../kit/listener.ts';
import { makeManualTime } from '../../kit/manual-time.ts';
import { waitFor } from '../../kit/patience.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const ACCOUNT = { username: USERNAME, password: PASSWORD };
const TEAMS = {
  teams: { home: { id: 'foxes', name: 'Foxes' }, away: { id: 'herons', name: 'Herons' }, players: {} },
};
const points = (home: number, away: number) => ({
  score: { home: { matchScore: home }, away: { matchScore: away }, matchEnded: false },
});

async function serve(time?: Timekeeper): Promise<HudStatsServer> {
  const server = await startHudStatsServer(time);
  stops.push(() => server.stop());
  return server;
}

/** A feed on that server, its listener, and time turned by hand. */
function listen(
  server: HudStatsServer,
  more: Partial<HudStatsOptions> = { account: ACCOUNT },
  time = makeManualTime(),
) {
  const to = makeListener();
  const url = server.liveUrl;
  const feed = makeHudStats({ time, rules: 'nba', url, gameId: FIXTURE, random: () => 0.5, ...more });
  feed.start(to);
  stops.push(() => feed.stop());
  const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 45_000 });
  const subscribed = () => until(() => server.subscribed().length === CHANNELS.length);
  const live = async () => {
    await subscribed();
    server.say('teams', TEAMS);
    server.say('score', points(0, 0));
    await until(() => to.of('score').length > 0);
  };
  return { time, to, feed, until, subscribed, live };
}

const standing = (to: ReturnType<typeof makeListener>) => to.statuses.at(-1);

describe('asking', () => {
  test('a token is fetched for the account, and all five channels are subscribed to, teams first', async () => {
    const server = await serve();
    const { subscribed, live, to } = listen(server);
    await subscribed();
    expect(server.asked.map(({ action, channel }) => `${action} ${channel}`)).toEqual(
      CHANNELS.map((channel) => `subscribe ${channel}`),
    );
    expect(server.issued()).toBe(1);
    await live();
    expect(standing(to)).toEqual({ status: 'live', detail: undefined });
  });

  test('a token that is given is used as it is', async () => {
    const server = await serve();
    const token = server.issue();
    const { subscribed } = listen(server, { token });
    await subscribed();
    expect(new Set(server.asked.map((asked) => asked.token))).toEqual(new Set([token]));
    expect(server.issued()).toBe(1);
  });

  test('a greeting as the document prints it, which is no JSON, keeps nobody from asking', async () => {
    const server = await serve();
    server.greetWith('{"version": ""0.38.2"}');
    const { live, to } = listen(server);
    await live();
    expect(to.codes()).toEqual(['not-json']);
  });

  test("the document's command, which is no JSON as printed, is refused; ours is none of its kind", async () => {
    const server = await serve();
    const { live, to, until } = listen(server);
    await live();
    const answers: string[] = [];
    const socket = new WebSocket(server.liveUrl);
    stops.push(() => socket.terminate());
    socket.on('message', (data: Buffer) => answers.push(data.toString()));
    await once(socket, 'open');
    socket.send(`{
"action": "subscribe",
"channel": "in-game",
"token": "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoidXNlciIsImV4cCI6MTYwMjE2MzY4M30.ydn5qW6_PxPeTtWdXmCDGEpYqksvlD7e5m1wLK7WbL4"
"fixture": "${FIXTURE}",
}`);
    await until(() => answers.length === 2);
    expect(JSON.parse(answers[1] ?? '')).toMatchObject({
      status: 'error',
      payload: { message: 'Malformed command.' },
    });
    expect(to.faults).toEqual([]);
  });
});

describe('waiting', () => {
  test('no active stream is told as waiting, and comes alive by itself', async () => {
    const server = await serve();
    const { subscribed, to, until } = listen(server);
    await subscribed();
    await until(() => standing(to)?.detail === 'Waiting: No active streams for this fixture.');
    expect(standing(to)?.status).toBe('connecting');
    expect(to.faults).toEqual([]);
    server.say('teams', TEAMS);
    server.say('score', points(2, 0));
    await until(() => to.standing() === 'live');
    expect(server.opened()).toBe(1);
    expect(to.of('score')[0]?.scores).toContainEqual({ teamId: 'foxes', points: 2 });
  });

  test('a replay and unofficial data are marked to the operator', async () => {
    const server = await serve();
    server.mark({ replay: true, sourceData: 'unofficial' });
    const { live, to } = listen(server);
    await live();
    expect(standing(to)).toEqual({
      status: 'live',
      detail: 'This is a replay, by the provider’s own word. The data is unofficial.',
    });
    expect(to.marked).toEqual([['replay', 'unofficial']]);
  });

  test('an unknown fixture is told, and asked for again, slowly', async () => {
    const server = await serve();
    const { to, until, time } = listen(server, { account: ACCOUNT, gameId: 'esports:match:none' });
    await until(() => to.codes().length === CHANNELS.length);
    expect(standing(to)?.detail).toBe('The provider refuses: Unknown fixture.');
    expect(server.asked.length).toBe(CHANNELS.length);
    time.advance(SLOW_MS);
    await until(() => server.asked.length === 2 * CHANNELS.length);
    expect(server.opened()).toBe(1);
  });
});

describe('a break', () => {
  test('is told, and after a short wait all is subscribed to again and the score is what it is', async () => {
    const server = await serve();
    const { live, to, until, time } = listen(server);
    await live();
    server.keep('score', points(7, 4));
    server.cut();
    await until(() => to.standing() === 'lost');
    time.advance(500);
    await until(() => to.of('score').at(-1)?.scores[0]?.points === 7);
    expect(to.standing()).toBe('live');
    expect(server.issued()).toBe(1);
  });

  test('after a break what is counted goes on where nothing was missed', async () => {
    const server = await serve();
    const { live, to, until, time, subscribed } = listen(server);
    await live();
    server.incident('start-first-quarter', 1, 720_000);
    server.incident('foul', 1, 700_000, { team: 'home', type: 'personal' });
    const fouls = () =>
      to
        .of('stats')
        .filter(({ teamId }) => teamId === 'foxes')
        .at(-1)?.team?.fouls;
    await until(() => fouls() === 1);
    server.cut();
    await until(() => to.standing() === 'lost');
    time.advance(500);
    await until(() => to.standing() === 'live');
    await subscribed();
    server.incident('foul', 1, 650_000, { team: 'home', type: 'blocking' });
    await until(() => fouls() === 2);
    expect(to.codes()).toEqual([]);
  });

  test('waits double while each connection is cut at once: no storm', async () => {
    const server = await serve();
    const { live, to, until, time } = listen(server);
    await live();
    const waits: number[] = [];
    for (let nth = 0; nth < 6; nth += 1) {
      const opened = server.opened();
      server.cut();
      await until(() => to.standing() === 'lost');
      const sinceMs = time.now();
      while (to.standing() === 'lost') {
        time.advance(50);
        await new Promise((resolve) => setImmediate(resolve));
        if (time.now() - sinceMs > 40_000) break;
        await waitFor(() => expect(server.opened()).toBeGreaterThanOrEqual(opened));
        if (server.opened() > opened) await until(() => to.standing() !== 'lost');
      }
      waits.push(time.now() - sinceMs);
    }
    expect(server.opened()).toBe(7);
    expect(waits.at(-1)).toBeGreaterThan(LONGEST_WAIT_MS / 2);
  });

  test('silence while the clock runs: the state is asked for, then the connection is given up', async () => {
    const server = await serve();
    const { live, to, until, time } = listen(server);
    await live();
    for (const ms of [700_000, 699_000, 698_000])
      server.say('in-game', { inGame: { time: ms, paused: false } });
    await until(() => to.of('clock').some(({ game }) => game.running));
    const before = server.asked.length;
    time.advance(IN_GAME_STALE_MS);
    const asked = () => server.asked.slice(before).map(({ action, channel }) => `${action} ${channel}`);
    await until(() => asked().includes('get incidents'));
    expect(asked().slice(-4)).toEqual(['get teams', 'get score', 'get in-game', 'get incidents']);
    expect(to.statuses.some(({ status }) => status === 'stale')).toBe(true);
    await until(() => to.standing() === 'live');
    time.advance(IN_GAME_STALE_MS + ANSWER_MS);
    await until(() => to.standing() === 'lost');
  });
});

describe('tokens', () => {
  test('a token that says it ends soon is renewed under way, and the next question bears the new one', async () => {
    const time = makeManualTime();
    const server = await serve(time);
    server.endTokensAt(time.now() + RENEW_BEFORE_MS);
    const { live, until, to } = listen(server, { account: ACCOUNT }, time);
    await live();
    const ticks = () => to.heard.filter(({ source }) => source === 'in-game').length;
    for (let nth = 1; nth <= 6; nth += 1) {
      expect(server.issued()).toBe(1);
      const before = ticks();
      time.advance(10_000);
      server.say('in-game', { inGame: { time: 700_000, paused: true } });
      await until(() => ticks() > before);
    }
    await until(() => server.issued() === 2);
    expect(server.opened()).toBe(1);
    for (const ms of [699_000, 698_000]) server.say('in-game', { inGame: { time: ms, paused: false } });
    await until(() => to.of('clock').some(({ game }) => game.running));
    time.advance(IN_GAME_STALE_MS);
    await until(() => server.asked.at(-1)?.token !== server.asked[0]?.token);
    expect(server.asked.at(-1)?.action).toBe('get');
  });

  test('a token is renewed before its day is over; a renewal that fails is told and tried again', async () => {
    const server = await serve();
    const time = makeManualTime();
    const told: Fault[] = [];
    const tokens = makeTokens({
      given: undefined,
      account: ACCOUNT,
      rest: makeRest(server.httpUrl, time),
      time,
      secrets: makeSecrets([]),
      onFault: (one) => told.push(one),
    });
    stops.push(() => tokens.stop());
    const first = await tokens.obtain();
    time.advance(TOKEN_LASTS_MS - RENEW_BEFORE_MS - 1);
    expect(await tokens.obtain()).toEqual(first);
    expect(server.calls()).toBe(1);
    server.breakRest(true);
    time.advance(1);
    await waitFor(() => expect(told.map(({ found }) => found)).toEqual(['status 503']));
    server.breakRest(false);
    time.advance(RENEW_AGAIN_MS);
    await waitFor(() => expect(server.issued()).toBe(2));
    await waitFor(async () => expect(await tokens.obtain()).not.toEqual(first));
  });

  test('a token that is refused is replaced by a fresh one', async () => {
    const server = await serve();
    const { live, to, until, time } = listen(server);
    await live();
    server.expireAll();
    server.cut();
    await until(() => to.standing() === 'lost');
    time.advance(500);
    await until(() => to.codes().includes('token-refused'));
    await until(() => standing(to)?.detail === 'The token was refused; asking for a new one.');
    time.advance(1_000);
    await until(() => to.standing() === 'live');
    expect(server.issued()).toBe(2);
  });

  test('a given token that is refused is told with what to do, and tried slowly', async () => {
    const server = await serve();
    const { to, until, time } = listen(server, { token: 'not-a-good-token' });
    await until(() => to.standing() === 'lost');
    expect(standing(to)?.detail).toMatch(/set another HUDSTATS_TOKEN/);
    time.advance(SLOW_MS / 2 - 1);
    expect(server.opened()).toBe(1);
    time.advance(SLOW_MS / 2);
    await until(() => server.opened() === 2);
  });

  test('a wrong password is told without it, and tried slowly', async () => {
    const server = await serve();
    const { to, until } = listen(server, { account: { username: USERNAME, password: 'wrong-password' } });
    await until(() => to.standing() === 'lost');
    expect(to.faults).toEqual([
      { code: 'rest-refused', where: '/token', expected: 'status 200', found: 'status 401' },
    ]);
    expect(server.opened()).toBe(0);
  });

  test('no secret is in any word, Fault, status or address', async () => {
    const server = await serve();
    const { live, to, until } = listen(server);
    await live();
    const token = server.asked[0]?.token ?? '';
    server.sayRaw(
      `{"status":"error","channel":"score","payload":{"message":"Not you: ${token} ${PASSWORD}"}}`,
    );
    await until(() => to.codes().includes('provider-complains'));
    server.sayRaw(`no JSON ${token}`);
    await until(() => to.codes().includes('not-json'));
    const everything = JSON.stringify([to.heard, to.faults, to.statuses, to.said]);
    expect(token.length).toBeGreaterThan(10);
    expect(everything).toContain('[secret]');
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(PASSWORD);
  });
});

test('nothing is said after it was stopped', async () => {
  const server = await serve();
  const { live, feed, to, until } = listen(server);
  await live();
  await feed.stop();
  await feed.stop();
  await until(() => server.connected() === 0);
  const count = to.statuses.length + to.said.length;
  server.say('score', points(50, 50));
  expect(to.statuses.length + to.said.length).toBe(count);
});

describe('the calendar', () => {
  test('gives the fixtures that can be asked for', async () => {
    const server = await serve();
    const rest = makeRest(server.httpUrl, makeManualTime());
    const token = await rest.token(USERNAME, PASSWORD);
    expect(await rest.calendar('nba2k', '2026-11-21', token)).toEqual([
      {
        gameId: FIXTURE,
        game: 'NBA2K',
        tournament: 'Night League',
        status: 'PLANNED',
        startDate: '2026-11-21T18:00:00Z',
        teamA: 'Foxes',
        teamB: 'Herons',
        hasStream: true,
      },
    ]);
    await expect(rest.calendar('nba2k', '2026-11-21', 'another')).rejects.toMatchObject({
      fault: { code: 'rest-refused', found: 'status 401' },
    });
    await expect(rest.calendar('nba2k', 'never', token)).rejects.toMatchObject({
      fault: { code: 'rest-failed', found: 'status 404' },
    });
  });
});
