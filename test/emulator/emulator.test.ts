// The rehearsal server keeps to ShotTracker's documents: what it lets in, what it says first, what it repeats.
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { sign } from '../../src/emulator/signature.ts';
import { startFlakyProxy } from '../kit/flaky-proxy.ts';
import { GAME, type ShotTrackerServer, startShotTrackerServer } from '../kit/shottracker-server.ts';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function start(...args: Parameters<typeof startShotTrackerServer>): Promise<ShotTrackerServer> {
  const server = await startShotTrackerServer(...args);
  stops.push(() => server.stop());
  return server;
}

type Client = {
  readonly heard: readonly { seq?: number; source?: string; data?: unknown; type?: string }[];
  readonly socket: WebSocket;
  until(count: number): Promise<void>;
  readonly opened: Promise<unknown>;
  readonly closed: Promise<number>;
};

function listen(url: string): Client {
  const heard: object[] = [];
  const socket = new WebSocket(url);
  stops.push(() => socket.terminate());
  let look = () => {};
  socket.on('message', (text: Buffer) => {
    heard.push(JSON.parse(text.toString()) as object);
    look();
  });
  socket.on('error', () => {});
  return {
    heard,
    socket,
    until: (count) =>
      new Promise((resolve) => {
        look = () => heard.length >= count && resolve();
        look();
      }),
    opened: new Promise((resolve) => socket.on('open', resolve)),
    closed: new Promise((resolve) => socket.on('close', resolve)),
  };
}

const liveUrl = (server: ShotTrackerServer, query = ''): string =>
  `${server.liveUrl}?token=${server.issue(GAME.event_id)}${query}`;

/** A signed call, as the documents' example makes it. */
function call(server: ShotTrackerServer, path: string, { secret = 'open sesame', atMs = Date.now() } = {}) {
  const date = new Date(atMs).toUTCString();
  const host = `127.0.0.1:${server.port}`;
  const signature = sign(secret, date, host, path.replace(/\?.*/, ''));
  return fetch(`${server.httpUrl}${path}`, {
    headers: {
      date,
      authorization: `hmac username="producer",algorithm="hmac-sha1",headers="date host request-line",signature="${signature}"`,
    },
  });
}

test('the signature of a call is HMAC-SHA1 over date, host and request line', () => {
  // Worked out apart, by openssl dgst -sha1 -hmac.
  expect(
    sign('secret', 'Thu, 22 Jun 2017 17:15:21 GMT', 'api.shottracker.com', '/v1/data/schedule/games'),
  ).toBe('+DqHSZKHlLQHq/MPm1FgS47YLvY=');
});

describe('a signed call', () => {
  test('catches up with a game: each shot as it stands, a deleted one no more', async () => {
    const server = await start();
    server.say('chart', { eid: 'a', st: 'MISS', s: 'RECORDED' });
    server.say('chart', { eid: 'b', st: 'MAKE', s: 'RECORDED' });
    server.say('chart', { eid: 'a', st: 'MAKE', s: 'UPDATED' });
    server.say('chart', { eid: 'b', st: 'MAKE', s: 'DELETED' });
    server.say('boxscorestatsv2', { classification: 'FOUL' });
    server.say('broadcastsummary', { game_stats: { reference: 'x' } });
    const answer = await call(server, `/v1/data/stats/games/${GAME.event_id}/shots,details,stats`);
    expect(await answer.json()).toEqual({
      shots: [{ eid: 'a', st: 'MAKE', s: 'UPDATED' }],
      details: [{ classification: 'FOUL' }],
      stats: { reference: 'x' },
    });
    expect((await call(server, `/v1/data/stats/games/${GAME.event_id}/secrets`)).status).toBe(404);
    expect(await (await call(server, `/v1/data/games/${GAME.event_id}`)).json()).toMatchObject(GAME);
  });

  test('lists the games of a day', async () => {
    const server = await start();
    const answer = await call(server, `/v1/data/schedule/games?type=BASKETBALL&from=${GAME.tipoff_at}`);
    expect(await answer.json()).toMatchObject({ games: [{ event_id: GAME.event_id }] });
  });

  test.each([
    ['another team', 'team_id=7'],
    ['another season type', 'seasonType=POST'],
    ['another place', 'location_id=a@b'],
    ['another week', 'weekNumber=3'],
    ['another day', 'from=0'],
  ])('lists none for %s', async (_, filter) => {
    const server = await start();
    const answer = await call(server, `/v1/data/schedule/games?${filter}&from=${GAME.tipoff_at}`);
    expect(await answer.json()).toEqual({ games: [] });
  });

  test('gives a token for a game, which opens its stream', async () => {
    const server = await start();
    const answer = await call(server, `/v1/data/schedule/games/${GAME.event_id}/_subscribe`);
    const { token } = (await answer.json()) as { token: string };
    const client = listen(`${server.liveUrl}?token=${token}`);
    await server.whenOpened(1);
    server.say('clock', { min: '12' });
    await client.until(1);
    expect(client.heard).toEqual([{ type: 'data', source: 'clock', data: { min: '12' } }]);
  });

  test.each([
    ['a wrong secret', { secret: 'guess' }],
    ['a date ten minutes old', { atMs: Date.now() - 600_000 }],
  ])('is refused with %s', async (_, wrong) => {
    const server = await start();
    expect((await call(server, `/v1/data/schedule/games?from=0`, wrong)).status).toBe(401);
  });
});

describe('the stream', () => {
  test('is closed to a token that was never given', async () => {
    const server = await start();
    const client = listen(`${server.liveUrl}?token=guess`);
    await client.closed;
    expect(server.sessions).toEqual([]);
  });

  test('tells a newcomer the whole sequence and the latest of the rest', async () => {
    const server = await start();
    server.say('chart', 'a');
    server.say('clock', 'old');
    server.say('marker', 'b');
    server.say('clock', 'new');
    const client = listen(liveUrl(server));
    await client.until(3);
    expect(client.heard).toEqual([
      { type: 'data', source: 'chart', seq: 1, data: 'a' },
      { type: 'data', source: 'marker', seq: 2, data: 'b' },
      { type: 'data', source: 'clock', data: 'new' },
    ]);
  });

  test('goes on after last_seq, over all sources of the sequence', async () => {
    const server = await start();
    for (const [source, data] of [
      ['chart', 'a'],
      ['marker', 'b'],
      ['lineupstats', 'c'],
    ] as const)
      server.say(source, data);
    const client = listen(liveUrl(server, '&last_seq=1'));
    await client.until(2);
    expect(client.heard.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  test('brings only the sources asked for', async () => {
    const server = await start();
    const client = listen(liveUrl(server, '&source=clock&source=location'));
    await server.whenOpened(1);
    server.say('chart', 'a');
    server.say('location', 'b');
    await client.until(1);
    expect(client.heard.map(({ source }) => source)).toEqual(['location']);
  });

  test('leaves the parts of the game out of a summary at the level of game_stats', async () => {
    const server = await start();
    const client = listen(liveUrl(server, '&broadcast_summary_level=game_stats'));
    await server.whenOpened(1);
    server.say('broadcastsummary', { period: 'Q1', game_stats: 1, half_1_stats: 2, quarter_1_stats: 3 });
    await client.until(1);
    expect(client.heard[0]?.data).toEqual({ period: 'Q1', game_stats: 1 });
  });

  test('answers pings of both kinds', async () => {
    const server = await start();
    const client = listen(liveUrl(server));
    await server.whenOpened(1);
    await client.opened;
    const pong = new Promise((resolve) => client.socket.once('pong', resolve));
    client.socket.ping();
    await pong;
    client.socket.send('{"type":"ping"}');
    await client.until(1);
    expect(client.heard).toEqual([{ type: 'pong' }]);
    expect(server.sessions[0]?.pings).toEqual(['frame', '{"type":"ping"}']);
  });

  test('stalls without closing, and serves newcomers', async () => {
    const server = await start();
    const first = listen(liveUrl(server));
    await server.whenOpened(1);
    server.stall();
    const second = listen(liveUrl(server));
    await server.whenOpened(2);
    server.say('clock', 'now');
    await second.until(1);
    expect(first.heard).toEqual([]);
    expect(first.socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('the flaky wire', () => {
  async function behindProxy() {
    const server = await start();
    const proxy = await startFlakyProxy(server.port);
    stops.push(() => proxy.stop());
    const client = listen(`ws://127.0.0.1:${proxy.port}/?token=${server.issue(GAME.event_id)}`);
    await server.whenOpened(1);
    return { server, proxy, client };
  }

  test('carries, then stalls, then brings what was held back', async () => {
    const { server, proxy, client } = await behindProxy();
    server.say('clock', 1);
    await client.until(1);
    proxy.stall();
    server.say('clock', 2);
    const other = listen(liveUrl(server));
    await other.until(1);
    expect(client.heard).toHaveLength(1);
    proxy.flow();
    await client.until(2);
    expect(client.heard.map(({ data }) => data)).toEqual([1, 2]);
  });

  test('cuts a message in two', async () => {
    const { server, proxy, client } = await behindProxy();
    proxy.dropAfter(10);
    server.say('clock', 'x'.repeat(1000));
    expect(await client.closed).toBe(1006);
    expect(client.heard).toEqual([]);
  });
});
