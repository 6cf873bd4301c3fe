// The feed on an emulator of LiveData: what it asks for, what it waits for, and how it goes on after a break.
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { CHANNELS } from '../../../src/feeds/hudstats/channels.ts';
import { LONGEST_WAIT_MS } from '../../../src/feeds/hudstats/hudstats.ts';
import { ANSWER_MS, IN_GAME_STALE_MS } from '../../../src/feeds/hudstats/quiet.ts';
import { SLOW_MS } from '../../../src/feeds/session.ts';
import { ACCOUNT, listen, points, serve, standing } from '../../kit/hud-listening.ts';
import { FIXTURE } from '../../kit/hudstats-server.ts';
import { waitFor } from '../../kit/patience.ts';

const NAMED = {
  teams: { home: { id: 'foxes', name: 'Foxes' }, away: { id: 'herons', name: 'Herons' }, players: {} },
};

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
    onTestFinished(() => socket.terminate());
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
    server.say('teams', NAMED);
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
