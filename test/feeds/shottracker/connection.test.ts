import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { HANDSHAKE_MS } from '../../../src/feeds/connect.ts';
import { SLOW_MS } from '../../../src/feeds/session.ts';
import { CUT_MS, STALE_MS } from '../../../src/feeds/shottracker/beat.ts';
import { makeShotTracker } from '../../../src/feeds/shottracker/shottracker.ts';
import { SOURCES } from '../../../src/feeds/shottracker/sources.ts';
import { FaultError } from '../../../src/game/fault.ts';
import { makeManualTime } from '../../kit/manual-time.ts';
import { type Client, listen, live, SECRET, serve, shot, stops, TOKEN, tick, until } from './listening.ts';

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
