// Calls of the provider's that a page tries: made as they are documented, signed by the relay, and answered without a secret.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fault } from '../../src/game/fault.ts';
import { makeEventApi } from '../../src/relay/event-api/event-api.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { EVENT_CALLS } from '../../src/wire/event-calls.ts';
import { faultOf } from '../kit/fault-of.ts';
import { FIXTURE, PASSWORD, startHudStatsServer, USERNAME } from '../kit/hudstats-server.ts';

const SECRET = 'open-sesame-1234';

/** A provider who answers each call with that text, and remembers what he was asked. */
async function provider(text: string, status = 200) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api = makeEventApi({
    time: realTime,
    secrets: [SECRET],
    calendar: () => fault('no-account', 'environment', 'an account', 'none'),
    account: (name) =>
      name === 'provider'
        ? { base, username: 'producer', secret: SECRET }
        : fault('no-account', 'rehearsal', 'a rehearsal server that runs', 'none'),
  });
  return { api, asked };
}

const VALUES = {
  event_id: 'g 1',
  team_id: '481',
  session_id: 's',
  resources: 'shots,details',
  from: '1',
  to: '2',
  id: 'x',
};

test.each(EVENT_CALLS.map(({ id, path }) => [id, path] as const))(
  '%s is asked at its own path, with nothing of a template left in it',
  async (id, path) => {
    const { api, asked } = await provider('{}');
    const { status } = await api.attempt({ server: 'provider', call: id, params: VALUES });
    expect(status).toBe(200);
    const [{ url = '', headers } = { url: '', headers: {} }] = asked;
    const [plain = ''] = url.split('?');
    expect(plain).toBe(
      path
        .replace('{event_id}', 'g%201')
        .replace('{team_id}', '481')
        .replace('{session_id}', 's')
        .replace('{resources}', 'shots,details'),
    );
    expect(headers.authorization).toMatch(/^hmac username="producer"/);
  },
);

test('what a path is given cannot lead it elsewhere', async () => {
  const { api, asked } = await provider('{}');
  await api.attempt({ server: 'provider', call: 'game', params: { event_id: '../../admin?x=1' } });
  expect(asked[0]?.url).toBe('/v1/data/games/..%2F..%2Fadmin%3Fx%3D1');
});

test('an answer is shown whatever its status, without the secrets that it quotes', async () => {
  const { api } = await provider(`{"message":"bad secret ${SECRET}"}`, 403);
  const tried = await api.attempt({ server: 'provider', call: 'game', params: { event_id: 'g' } });
  expect(tried).toMatchObject({
    status: 403,
    type: 'application/json',
    body: '{"message":"bad secret [secret]"}',
  });
  expect(JSON.stringify(tried)).not.toContain(SECRET);
});

test.each([
  ['{"token":"abcdefghijkl"}', '{"token":"[secret]"}'],
  ['{"data":{"url":"wss://x/?token=abcdefghijkl"}}', '{"data":{"url":"wss://x/?token=[secret]"}}'],
  ['abcdefghijkl', '[secret]'],
])('the token in %s is not told', async (answer, shown) => {
  const { api } = await provider(answer);
  const { body } = await api.attempt({ server: 'provider', call: 'subscribe', params: { event_id: 'g' } });
  expect(body).toBe(shown);
});

test.each([
  ['a call that nobody knows', { server: 'provider', call: 'drop-tables' }, 'call'],
  ['a call without what its path needs', { server: 'provider', call: 'game' }, 'event_id'],
  ['a call without what its query needs', { server: 'provider', call: 'schedule' }, 'from'],
  ['a server without an account', { server: 'rehearsal', call: 'matchup' }, 'rehearsal'],
] as const)('%s is refused before anybody is asked', async (_what, wish, where) => {
  const { api, asked } = await provider('{}');
  expect((await faultOf(api.attempt(wish))).where).toBe(where);
  expect(asked).toHaveLength(0);
});

test('which servers can be asked is told, and why one cannot', async () => {
  const { api } = await provider('{}');
  expect(api.servers()).toMatchObject({
    provider: { trouble: null },
    rehearsal: { base: '', trouble: 'a rehearsal server that runs: none' },
  });
  expect(JSON.stringify(api.servers())).not.toContain(SECRET);
});

describe("HudStats' calendar", () => {
  const NOON_MS = Date.UTC(2026, 10, 21, 12);
  const HOUR_MS = 3_600_000;
  async function calendarOf(password = PASSWORD) {
    const server = await startHudStatsServer();
    onTestFinished(() => server.stop());
    const api = makeEventApi({
      time: realTime,
      secrets: [PASSWORD],
      account: () => fault('no-account', 'environment', 'an account', 'none'),
      calendar: () => ({ base: server.httpUrl, key: { username: USERNAME, password } }),
    });
    return { server, api };
  }

  test('is a schedule as any: what begins in those hours, each game once, whatever the days', async () => {
    const { server, api } = await calendarOf();
    const { games } = await api.calendar({ fromMs: NOON_MS, toMs: NOON_MS + 30 * HOUR_MS });
    expect(games).toMatchObject([
      {
        gameId: FIXTURE,
        status: 'PLANNED',
        tipoffMs: Date.UTC(2026, 10, 21, 18),
        home: { name: 'Foxes' },
        away: { name: 'Herons' },
      },
    ]);
    // A token, and one call a day.
    expect(server.calls()).toBe(3);
    expect((await api.calendar({ fromMs: NOON_MS, toMs: NOON_MS + HOUR_MS })).games).toEqual([]);
  });

  test('is sifted by a part of a team’s name', async () => {
    const { api } = await calendarOf();
    expect((await api.calendar({ fromMs: NOON_MS, team: ' heron' })).games).toHaveLength(1);
    expect((await api.calendar({ fromMs: NOON_MS, team: 'otters' })).games).toHaveLength(0);
  });

  test.each([
    ['more days than are asked for at once', { fromMs: 0, toMs: NOON_MS }, PASSWORD, 'bad-call'],
    ['an end before the beginning', { fromMs: NOON_MS, toMs: 0 }, PASSWORD, 'bad-call'],
    ['a wrong password', { fromMs: NOON_MS }, 'wrong', 'rest-refused'],
    ['a sport that nobody knows', { fromMs: NOON_MS, sport: 'curling' }, PASSWORD, 'rest-failed'],
  ])('with %s is refused', async (_what, filters, password, code) => {
    const { api } = await calendarOf(password);
    expect(await faultOf(api.calendar(filters))).toMatchObject({ code });
  });
});
