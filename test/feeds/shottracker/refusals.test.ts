import { describe, expect, it } from 'vitest';
import { SLOW_MS } from '../../../src/feeds/session.ts';
import { listen, live, SECRET, serve, shot, tick, until } from './listening.ts';

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
