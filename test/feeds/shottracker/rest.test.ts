import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CALL_MS, makeRest } from '../../../src/feeds/shottracker/rest.ts';
import { tokenOf } from '../../../src/feeds/token-in-answer.ts';
import { FaultError } from '../../../src/game/fault.ts';
import { makeManualTime } from '../../kit/manual-time.ts';

const SECRET = 'open-sesame-1234';
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(answer: RequestListener) {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const time = makeManualTime();
  const base = `http://127.0.0.1:${port}`;
  return { time, port, rest: makeRest({ base, username: 'producer', secret: SECRET, time }) };
}

const faultOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof FaultError ? error.fault : error;
};

describe('a signed call', () => {
  it('is signed over what the server receives, without the query', async () => {
    const seen: {
      url?: string | undefined;
      date?: string | undefined;
      host?: string | undefined;
      authorization?: string | undefined;
    }[] = [];
    const { rest, time, port } = await serve(({ url, headers }, response) => {
      seen.push({ url, date: headers.date, host: headers.host, authorization: headers.authorization });
      response.end('{"games":[]}');
    });
    await rest.schedule({ fromMs: 1_604_052_000_000, teamId: '481' });
    const [call] = seen;
    const text = `date: ${call?.date}\nhost: ${call?.host}\nGET /v1/data/schedule/games HTTP/1.1`;
    const signature = createHmac('sha1', SECRET).update(text).digest('base64');
    expect(call?.url).toBe('/v1/data/schedule/games?from=1604052000000&team_id=481');
    expect(call?.date).toBe(new Date(time.now()).toUTCString());
    expect(call?.host).toBe(`127.0.0.1:${port}`);
    expect(call?.authorization).toBe(
      `hmac username="producer",algorithm="hmac-sha1",headers="date host request-line",signature="${signature}"`,
    );
  });

  it('has every documented filter', async () => {
    let asked = '';
    const { rest } = await serve((request, response) => {
      asked = request.url ?? '';
      response.end('{"games":[]}');
    });
    await rest.schedule({
      fromMs: 1,
      toMs: 2,
      type: 'BASKETBALL',
      teamId: '3',
      locationId: 'c@f',
      seasonType: 'POST',
      weekNumber: 4,
    });
    expect(Object.fromEntries(new URL(asked, 'http://h').searchParams)).toEqual({
      type: 'BASKETBALL',
      from: '1',
      to: '2',
      team_id: '3',
      location_id: 'c@f',
      seasonType: 'POST',
      weekNumber: '4',
    });
  });

  it('reads the documented schedule', async () => {
    const game = {
      event_id: '062a3726',
      facility_name: 'ShotTracker Lab',
      court_name: 'main court',
      location_id: 'c@f',
      tournament: null,
      tipoff_at: 1_604_052_000_000,
      gender: 'MEN',
      status: 'ACTIVE',
      home_team_id: 481,
      home_team_name: 'ShotTrackerW',
      away_team_id: 493,
      away_team_name: 'BWB',
    };
    const { rest } = await serve((_, response) =>
      response.end(
        JSON.stringify({ games: [game, { status: 'NO ID' }, { ...game, seasonType: 'REG', weekNumber: 4 }] }),
      ),
    );
    const read = {
      gameId: '062a3726',
      status: 'ACTIVE',
      tipoffMs: 1_604_052_000_000,
      locationId: 'c@f',
      facility: 'ShotTracker Lab',
      seasonType: null,
      weekNumber: null,
      home: { teamId: '481', name: 'ShotTrackerW' },
      away: { teamId: '493', name: 'BWB' },
    };
    expect(await rest.schedule({ fromMs: 0 })).toEqual([read, { ...read, seasonType: 'REG', weekNumber: 4 }]);
  });

  it('asks for a token under the id of the game, escaped', async () => {
    let asked = '';
    const { rest } = await serve((request, response) => {
      asked = request.url ?? '';
      response.end('"the-token"');
    });
    expect(await rest.subscribe('a/b?c')).toBe('the-token');
    expect(asked).toBe('/v1/data/schedule/games/a%2Fb%3Fc/_subscribe');
  });
});

describe('trouble', () => {
  const PATH = '/v1/data/schedule/games/g/_subscribe';

  it.each([
    [401, 'rest-refused'],
    [403, 'rest-refused'],
    [500, 'rest-failed'],
    [302, 'rest-failed'],
  ])('status %d is a Fault %s', async (status, code) => {
    const { rest } = await serve((_, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(await faultOf(rest.subscribe('g'))).toMatchObject({ code, where: PATH });
  });

  it('a refusal by a server whose clock is far from ours says so', async () => {
    const { rest, time } = await serve((_, response) => {
      response.writeHead(401, { date: new Date(time.now() - 600_000).toUTCString() }).end();
    });
    expect(await faultOf(rest.subscribe('g'))).toMatchObject({
      found: 'status 401; the clock of this machine is 10 minutes ahead',
    });
  });

  it.each(['<html>hello</html>', '{}', '{"a":1}', '', '{"token":7}'])(
    'the answer %j holds no token',
    async (body) => {
      const { rest } = await serve((_, response) => response.end(body));
      expect(await faultOf(rest.subscribe('g'))).toMatchObject({
        code: 'rest-answer',
        expected: 'a subscription token',
      });
    },
  );

  it('an answer without end is cut off', async () => {
    const { rest } = await serve((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    expect(await faultOf(rest.subscribe('g'))).toMatchObject({ code: 'rest-answer', found: 'more' });
  });

  it('a server that does not answer is given up', async () => {
    let arrived = (): void => undefined;
    const whenAsked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { rest, time } = await serve(() => arrived());
    const failed = faultOf(rest.subscribe('g'));
    await whenAsked;
    time.advance(CALL_MS);
    expect(await failed).toMatchObject({ code: 'rest-failed', found: 'none in time' });
    expect(time.pending()).toBe(0);
  });

  it('nobody at the address is a Fault', async () => {
    const { port } = await serve(() => undefined);
    for (const stop of stops.splice(0)) stop();
    const rest = makeRest({
      base: `http://127.0.0.1:${port}`,
      username: 'u',
      secret: SECRET,
      time: makeManualTime(),
    });
    expect(await faultOf(rest.subscribe('g'))).toMatchObject({ code: 'rest-failed', found: 'ECONNREFUSED' });
  });

  it('no Fault holds the secret or the signature', async () => {
    for (const status of [200, 401, 500]) {
      const { rest } = await serve((request, response) => {
        response.writeHead(status).end(`<html>${request.headers.authorization} ${SECRET}</html>`);
      });
      const told = JSON.stringify(await faultOf(rest.subscribe('g')));
      expect(told).not.toContain(SECRET);
      expect(told).not.toContain('signature');
    }
  });
});

describe('the token in an answer whose shape no document prints', () => {
  it.each([
    ['bare text', 'abc.def\n', 'abc.def'],
    ['a JSON string', '"abc"', 'abc'],
    ['token', '{"expires":1,"token":"abc"}', 'abc'],
    ['subscription_token', '{"subscription_token":"abc"}', 'abc'],
    ['access_token', '{"access_token":"abc","token_type":"x"}', 'abc'],
    ['wrapped', '{"data":{"token":"abc"}}', 'abc'],
    ['wrapped as text', '{"subscription":"abc"}', 'abc'],
    ['an address', '{"url":"wss://h/live?token=a%2Bc&source=clock"}', 'a+c'],
    ['text with spaces', 'no token here', null],
    ['markup', '<html></html>', null],
    ['a broken object', '{"token":"abc"', null],
    ['a list', '["abc"]', null],
    ['null', 'null', null],
  ])('%s', (_, answer, token) => {
    expect(tokenOf(answer)).toBe(token);
  });
});
