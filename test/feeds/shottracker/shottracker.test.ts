import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { HANDSHAKE_MS } from '../../../src/feeds/connect.ts';
import { CUT_MS, STALE_MS } from '../../../src/feeds/shottracker/beat.ts';
import { SLOW_MS } from '../../../src/feeds/shottracker/session.ts';
import { makeShotTracker, type ShotTrackerOptions } from '../../../src/feeds/shottracker/shottracker.ts';
import { SOURCES } from '../../../src/feeds/shottracker/sources.ts';
import { FaultError } from '../../../src/game/fault.ts';
import { makeListener } from '../../kit/listener.ts';
import { makeManualTime } from '../../kit/manual-time.ts';

const TOKEN = 'token-of-the-game';
const SECRET = 'the-account-secret';
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** How one handshake is answered: let in, or with a status. */
type Door = (query: URLSearchParams) => number | 'open';
type Client = { readonly socket: WebSocket; readonly query: URLSearchParams; readonly heard: string[] };

/** A server of a few lines: it lets in, remembers what was asked, and says what a test tells it to. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined) {
  const clients: Client[] = [];
  const asked: URLSearchParams[] = [];
  let door: Door = () => 'open';
  const http = createServer(answer);
  const upgrades = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    // A client that was refused may hang up before it has read all of it.
    socket.on('error', () => undefined);
    const query = new URL(request.url ?? '/', 'ws://h').searchParams;
    asked.push(query);
    const verdict = door(query);
    if (verdict !== 'open') {
      socket.end(`HTTP/1.1 ${verdict} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (ws) => {
      const heard: string[] = [];
      ws.on('message', (data: Buffer) => heard.push(data.toString()));
      ws.on('ping', () => heard.push('(ping)'));
      ws.on('error', () => undefined);
      clients.push({ socket: ws, query, heard });
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  stops.push(() => {
    for (const { socket } of clients) socket.terminate();
    http.closeAllConnections();
    http.close();
  });
  const { port } = http.address() as AddressInfo;
  const newest = (): WebSocket => {
    const client = clients.at(-1);
    if (client === undefined) throw new Error('nobody is connected');
    return client.socket;
  };
  return {
    port,
    clients,
    asked,
    url: `ws://127.0.0.1:${port}/live?venue=7`,
    answerWith: (next: Door) => {
      door = next;
    },
    newest,
    say: (source: string, data: unknown, seq?: number) =>
      newest().send(JSON.stringify({ type: 'data', source, data, ...(seq === undefined ? {} : { seq }) })),
  };
}

type Server = Awaited<ReturnType<typeof serve>>;

/** A feed on that server, its listener, and time turned by hand. */
function listen(server: Pick<Server, 'url'>, more: Partial<ShotTrackerOptions> = {}) {
  const time = makeManualTime();
  const to = makeListener();
  const feed = makeShotTracker({
    time,
    rules: 'nba',
    url: server.url,
    token: TOKEN,
    random: () => 0,
    ...more,
  });
  stops.push(() => feed.stop());
  feed.start(to);
  return { ...to, feed, time };
}

const until = (look: () => unknown): Promise<unknown> =>
  vi.waitFor(
    () => {
      if (!look()) throw new Error('not yet');
    },
    { timeout: 45_000, interval: 5 },
  );

const tick = (more: object = {}) => ({
  period: 'Q1',
  state: 'STARTED',
  min: '5',
  sec: '00',
  subSec: '0',
  shotSec: null,
  ...more,
});
const shot = (eid: string) => ({
  eid,
  t: 1_700_000_000_000,
  tid: 1,
  pid: 7,
  gid: 'g',
  st: 'MAKE',
  is3: false,
  pts: 2,
});

/** Connected, and the first words heard. */
async function live(more: Partial<ShotTrackerOptions> = {}) {
  const server = await serve();
  const all = listen(server, more);
  await until(() => server.clients.length === 1);
  server.say('clock', tick());
  await until(() => all.standing() === 'live');
  return { server, ...all };
}

describe('the address', () => {
  it("has the token, every source and the level, and keeps the base's own query", async () => {
    const { server } = await live();
    const [query] = server.asked;
    expect(query?.get('venue')).toBe('7');
    expect(query?.get('token')).toBe(TOKEN);
    expect(query?.getAll('source')).toEqual([...SOURCES]);
    expect(query?.get('broadcast_summary_level')).toBe('game_stats');
    expect(query?.has('last_seq')).toBe(false);
  });

  it.each(['not an address', 'ftp://h/x', ''])('%j is refused, and not repeated', (url) => {
    const make = () => makeShotTracker({ time: makeManualTime(), rules: 'nba', url });
    expect(make).toThrow(FaultError);
    expect(make).toThrow(/^bad-url at --url/);
  });
});

describe('a connection that breaks', () => {
  it('is made again, and resumes after the last number heard', async () => {
    const { server, time, standing, statuses, of } = await live();
    server.say('chart', shot('a'), 41);
    server.say('chart', shot('b'), 42);
    await until(() => of('shot').length === 2);
    server.newest().terminate();
    await until(() => standing() === 'lost');
    time.advance(250);
    await until(() => server.clients.length === 2);
    expect(server.asked[1]?.get('last_seq')).toBe('42');
    server.say('chart', shot('b'), 42);
    server.say('chart', shot('c'), 43);
    await until(() => standing() === 'live');
    await until(() => of('shot').length === 3);
    expect(of('shot').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(statuses.map(({ status }) => status)).toEqual([
      'connecting',
      'connecting',
      'live',
      'lost',
      'stale',
      'live',
    ]);
  });

  it('is tried for ever, never sooner than the least wait', async () => {
    const server = await serve();
    server.answerWith(() => 503);
    const { time, standing, statuses } = listen(server);
    for (let tries = 1; tries <= 25; tries += 1) {
      await until(() => server.asked.length === tries && time.pending() === 1);
      time.advance(249);
      expect(server.asked).toHaveLength(tries);
      time.advance(1);
    }
    expect(standing()).toBe('lost');
    expect(statuses.at(-1)?.detail).toBe('The handshake was answered with status 503. Trying again.');
  });

  it('nobody at the address is said in a sentence', async () => {
    const server = await serve();
    for (const stop of stops.splice(0)) await stop();
    const { statuses } = listen(server);
    await until(() => statuses.at(-1)?.status === 'lost');
    expect(statuses.at(-1)?.detail).toBe('Nobody answers at this address. Trying again.');
  });

  it('a handshake that is never answered is given up', async () => {
    const http = createServer();
    let upgrades = 0;
    http.on('upgrade', (_, socket) => {
      upgrades += 1;
      stops.push(() => socket.destroy());
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    stops.push(() => http.close());
    const { time, standing } = listen({ url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}` });
    await until(() => upgrades === 1);
    time.advance(HANDSHAKE_MS);
    await until(() => standing() === 'lost');
  });
});

describe('silence', () => {
  it('while the clock runs is stale at 1.5 s and cut at 3 s', async () => {
    const { server, time, standing, statuses } = await live();
    time.advance(STALE_MS - 1);
    expect(standing()).toBe('live');
    time.advance(1);
    expect(standing()).toBe('stale');
    time.advance(CUT_MS - STALE_MS);
    expect(standing()).toBe('lost');
    expect(statuses.at(-1)?.detail).toBe('The connection failed: silent while the clock runs. Trying again.');
    time.advance(250);
    await until(() => server.clients.length === 2);
  });

  it('that ends before 3 s is live again, on the same connection', async () => {
    const { server, time, standing } = await live();
    time.advance(2_500);
    expect(standing()).toBe('stale');
    server.say('clock', tick({ sec: '58', min: '4' }));
    await until(() => standing() === 'live');
    time.advance(STALE_MS - 1);
    expect([standing(), server.clients.length]).toEqual(['live', 1]);
  });

  it.each([
    ['stands', tick({ state: 'STOPPED' })],
    ['has run out', tick({ min: '0', sec: '00', subSec: '1' })],
  ])('while the clock %s is nothing', async (_, words) => {
    const { server, time, standing, of } = await live();
    server.say('clock', words);
    await until(() => of('clock').length === 2);
    time.advance(9_000);
    expect(standing()).toBe('live');
  });

  it('junk is no sign of life', async () => {
    const { server, time, standing, codes } = await live();
    time.advance(1_000);
    server.newest().send('<html>gateway</html>');
    await until(() => codes().includes('not-json'));
    time.advance(STALE_MS - 1_000);
    expect(standing()).toBe('stale');
  });

  it('is filled by pings of both kinds, and without any answer the connection is dead', async () => {
    const { server, time, standing, of } = await live();
    server.say('clock', tick({ state: 'STOPPED' }));
    await until(() => of('clock').length === 2);
    const { socket, heard } = server.clients[0] as Client;
    time.advance(20_000);
    await until(() => heard.length === 3);
    expect(heard).toEqual(['(ping)', '(ping)', '{"type":"ping"}']);
    socket.pause();
    time.advance(50_000);
    await until(() => standing() === 'lost');
  });
});

describe('a gap in the sequence', () => {
  it('is asked for once, and what comes late is taken', async () => {
    const { server, time, of, codes } = await live();
    server.say('chart', shot('a'), 1);
    server.say('chart', shot('d'), 4);
    await until(() => of('shot').length === 2);
    expect(codes()).toEqual(['gap']);
    time.advance(1_000);
    time.advance(250);
    await until(() => server.clients.length === 2);
    expect(server.asked[1]?.get('last_seq')).toBe('1');
    for (const [seq, id] of [
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ] as const)
      server.say('chart', shot(id), seq);
    await until(() => of('shot').length === 4);
    expect(of('shot').map(({ id }) => id)).toEqual(['a', 'd', 'b', 'c']);
  });
});

describe('a refused token', () => {
  const REFUSED =
    'The subscription token was refused; set another SHOTTRACKER_TOKEN, or SHOTTRACKER_USERNAME and SHOTTRACKER_SECRET with --game.';

  it.each([401, 403])('by status %d is told, and tried again slowly', async (status) => {
    const server = await serve();
    server.answerWith(() => status);
    const { time, statuses, codes } = listen(server);
    await until(() => statuses.at(-1)?.status === 'lost');
    expect(statuses.at(-1)?.detail).toBe(REFUSED);
    expect(codes()).toEqual(['token-refused']);
    time.advance(SLOW_MS / 2 - 1);
    expect(server.asked).toHaveLength(1);
    time.advance(1);
    await until(() => server.asked.length === 2);
  });

  it.each([4401, 1008])('by close code %d is told', async (code) => {
    const { server, statuses } = await live();
    server.newest().close(code, 'token expired');
    await until(() => statuses.at(-1)?.detail === REFUSED);
  });

  it('by an error message is told, though the socket stays open', async () => {
    const server = await serve();
    const { statuses } = listen(server);
    await until(() => server.clients.length === 1);
    server.newest().send('{"type":"error","message":"Token expired"}');
    await until(() => statuses.at(-1)?.detail === REFUSED);
  });

  it('an error that speaks of tokens amid good words ends nothing', async () => {
    const { server, time, standing, codes, of } = await live();
    server.newest().send('{"type":"error","message":"Unexpected token p in JSON"}');
    await until(() => codes().includes('provider-complains'));
    server.say('clock', tick({ state: 'STOPPED' }));
    await until(() => of('clock').length === 2);
    time.advance(9_000);
    expect(standing()).toBe('live');
  });

  it('that was never given is said so', async () => {
    const server = await serve();
    server.answerWith(() => 401);
    const { statuses } = listen(server, { token: undefined });
    await until(() => statuses.at(-1)?.status === 'lost');
    expect(statuses.at(-1)?.detail).toMatch(/^There is no subscription token: set SHOTTRACKER_TOKEN/);
  });

  it('is renewed by REST where there is an account, and the new one is used', async () => {
    let issued = 0;
    const server = await serve((_, response) => {
      issued += 1;
      response.end(JSON.stringify({ token: `fresh-token-${issued}` }));
    });
    server.answerWith((query) => (query.get('token') === 'fresh-token-1' ? 'open' : 401));
    const { time, standing, statuses } = listen(server, { gameId: 'g', username: 'u', secret: SECRET });
    await until(() => standing() === 'lost');
    expect(statuses.at(-1)?.detail).toBe('The subscription token was refused; asking for a new one.');
    time.advance(250);
    await until(() => server.clients.length === 1);
    server.say('clock', tick());
    await until(() => standing() === 'live');
    expect(issued).toBe(1);
  });

  it('fresh tokens that are refused too are not asked for in a storm', async () => {
    let issued = 0;
    const server = await serve((_, response) => {
      issued += 1;
      response.end(`"fresh-token-${issued}"`);
    });
    server.answerWith(() => 401);
    const { time } = listen(server, { gameId: 'g', username: 'u', secret: SECRET });
    for (const tries of [1, 2]) {
      await until(() => server.asked.length === tries && time.pending() === 1);
      time.advance(500);
    }
    await until(() => server.asked.length === 3 && time.pending() === 1);
    time.advance(SLOW_MS / 2 - 1);
    expect(server.asked).toHaveLength(3);
  });

  it('an account that is refused is told, and tried again slowly', async () => {
    let calls = 0;
    const server = await serve((_, response) => {
      calls += 1;
      response.writeHead(401).end();
    });
    const { time, statuses, codes } = listen(server, {
      token: undefined,
      gameId: 'g',
      username: 'u',
      secret: SECRET,
    });
    await until(() => statuses.at(-1)?.status === 'lost');
    expect(codes()).toEqual(['rest-refused']);
    expect(statuses.at(-1)?.detail).toMatch(/^No subscription token was given out: status 401/);
    time.advance(SLOW_MS / 2 - 1);
    expect(calls).toBe(1);
    time.advance(1);
    await until(() => calls === 2);
  });
});

describe('bad input', () => {
  it.each([
    ['truncated JSON', '{"type":"da', 'not-json'],
    ['an HTML page', '<html></html>', 'not-json'],
    ['two megabytes', `"${'x'.repeat(2_000_000)}"`, 'too-large'],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x80]), 'not-utf8'],
    ['a source nobody knows', '{"type":"data","source":"x","data":{}}', 'unknown-source'],
  ])('%s is a Fault, and the connection goes on', async (_, words, code) => {
    const { server, codes, of, said } = await live();
    const before = said.length;
    server.newest().send(words, { binary: typeof words !== 'string' });
    await until(() => codes().length > 0);
    expect(codes()).toEqual([code]);
    expect(said).toHaveLength(before);
    server.say('clock', tick({ sec: '59', min: '4' }));
    await until(() => of('clock').length === 2);
    expect(server.clients).toHaveLength(1);
  });

  it('words in binary messages are words', async () => {
    const { server, of } = await live();
    server.newest().send(Buffer.from(JSON.stringify({ type: 'data', source: 'clock', data: tick() })));
    await until(() => of('clock').length === 2);
  });

  it('a text that is no UTF-8 costs one message, not the connection', async () => {
    const { server, codes, of } = await live();
    server.newest().send(Buffer.from([0x22, 0xc3, 0x28, 0x22]), { binary: false });
    await until(() => codes().includes('not-utf8'));
    server.say('clock', tick());
    await until(() => of('clock').length === 2);
  });

  it('a message beyond every bound ends the connection, and it is made again', async () => {
    const { server, time, standing } = await live();
    server.newest().send('x'.repeat(5 * 1024 * 1024));
    await until(() => standing() === 'lost');
    time.advance(250);
    await until(() => server.clients.length === 2);
  });

  it('words of another game are refused, and are no sign of life', async () => {
    const server = await serve();
    const { standing, codes, said } = listen(server, { gameId: 'g' });
    await until(() => server.clients.length === 1);
    server.say('chart', { ...shot('a'), gid: 'other' }, 1);
    await until(() => codes().length > 0);
    expect([codes(), said, standing()]).toEqual([['other-game'], [], 'connecting']);
  });
});

describe('the end', () => {
  it('a completed game is ended, and its closing connection is no loss', async () => {
    const { server, standing, time } = await live();
    server.say('clock', tick({ state: 'STOPPED' }));
    server.say('broadcastsummary', { at: 1, period: 'COMPLETED' });
    await until(() => standing() === 'ended');
    server.newest().close(1000);
    await until(() => server.clients[0]?.socket.readyState === 3);
    await until(() => time.pending() === 1);
    expect(standing()).toBe('ended');
    time.advance(SLOW_MS / 2 - 1);
    expect(server.asked).toHaveLength(1);
  });

  it('after a stop nothing is said and nothing waits', async () => {
    const { server, feed, time, said, statuses } = await live();
    server.say('clock', tick());
    const before = [said.length, statuses.length];
    await feed.stop();
    await feed.stop();
    expect([said.length, statuses.length]).toEqual(before);
    expect(time.pending()).toBe(0);
  });

  it.each([
    ['before it has connected', 0],
    ['while it waits', 1],
  ])('a stop %s leaves nothing behind', async (_, failures) => {
    const server = await serve();
    server.answerWith(() => 503);
    const { feed, time } = listen(server);
    await until(() => server.asked.length >= failures && (failures === 0 || time.pending() === 1));
    await feed.stop();
    expect(time.pending()).toBe(0);
  });
});

it('no secret is in anything that is told', async () => {
  const server = await serve((_, response) => response.end(`{"token":"${TOKEN}-2"}`));
  server.answerWith((query) => (query.get('token') === `${TOKEN}-2` ? 'open' : 401));
  const all = listen(server, { token: TOKEN, gameId: 'g', username: 'producer-one', secret: SECRET });
  await until(() => all.standing() === 'lost');
  all.time.advance(250);
  await until(() => server.clients.length === 1);
  server.newest().send(`{"type":"error","message":"${TOKEN}-2 and ${SECRET} are odd, ${TOKEN} too"}`);
  server.newest().send(`<html>${TOKEN}-2</html>`);
  server.newest().send(`{"type":"data","source":"${TOKEN}","data":{}}`);
  await until(() => all.codes().length >= 4);
  server.newest().close(1008, `${TOKEN}-2 expired`);
  await until(() => all.codes().filter((code) => code === 'token-refused').length === 2);
  const told = JSON.stringify([all.heard, all.said, all.faults, all.statuses]);
  for (const secret of [TOKEN, SECRET, 'producer-one', 'signature']) expect(told).not.toContain(secret);
  expect(told).toContain('[secret]');
});
