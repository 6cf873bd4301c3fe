// A rehearsal on a relay that runs: the mock game is heard, seen by every page as another game, and left again; nothing of it comes on under graphics that are on air.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { emulate } from '../../src/emulator/emulate.ts';
import { makeShotTracker } from '../../src/feeds/shottracker/shottracker.ts';
import { FaultError, fault } from '../../src/game/fault.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { ORDER_EXAMPLES } from '../../src/relay/rehearsal/openapi.ts';
import { GUEST, makeRehearsal } from '../../src/relay/rehearsal/rehearsal.ts';
import { makeRelay } from '../../src/relay/relay.ts';
import type { RelayOptions } from '../../src/relay/relay-options.ts';
import { makeShelf } from '../../src/relay/tapes/shelf.ts';
import type { HeardBatch } from '../../src/wire/heard.ts';
import { openPage } from '../kit/page.ts';
import { waitFor } from '../kit/patience.ts';
import { GRAPHICS, startRelay } from '../kit/relay-rig.ts';
import { makeScriptFeed } from '../kit/script-feed.ts';

const SAMPLE = join(import.meta.dirname, '../../assets/tapes/sample.mcap');
const jsonOf = async (path: string): Promise<unknown> => (await fetch(path)).json();

/** A relay by real time, since the server that it listens to lives by it. */
async function rig(more: Pick<RelayOptions, 'rehearse'> = {}) {
  const time = realTime;
  const shelf = makeShelf({ folder: '/nowhere', sample: SAMPLE });
  const server = makeRehearsal({
    time,
    rules: 'nba',
    emulate,
    port: 0,
    seed: 1,
    shelf,
    log: () => undefined,
  });
  let mains = 0;
  const relay = makeRelay({
    time,
    version: '1.2.3',
    feed: makeScriptFeed(),
    rehearsal: false,
    rules: 'nba',
    graphics: GRAPHICS,
    pagesFolder: '/nowhere',
    host: '127.0.0.1',
    port: 0,
    addresses: [],
    secrets: [],
    log: () => undefined,
    rehearsalServer: server,
    ...more,
    account: (name) => {
      const base = name === 'rehearsal' ? server.info()?.calls : undefined;
      return base === undefined ? fault('no-account', name, 'an account', 'none') : { base, ...GUEST };
    },
    tunings: {
      main: () => {
        mains += 1;
        return Promise.resolve({ feed: makeScriptFeed(), rehearsal: false });
      },
      game: () => Promise.reject(new FaultError(fault('refused', 'game', 'a schedule', 'none'))),
      rehearsal: ({ id, token, url }) =>
        Promise.resolve({
          feed: makeShotTracker({ time, rules: 'nba', url, token, gameId: id }),
          rehearsal: true,
        }),
    },
  });
  onTestFinished(() => relay.stop());
  const { port } = await relay.start();
  const url = (path: string): string => `http://127.0.0.1:${port}${path}`;
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url(path), { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const score = async () => {
    const state = (await jsonOf(url('/api/v1/state'))) as { home: { score: number | null } | null };
    return state.home?.score;
  };
  return { port, post, score, get: (path: string) => jsonOf(url(path)), mains: () => mains };
}

const SHOT = { kind: 'shot', side: 'home', playerId: 7101, xMm: 0, yMm: 2_000, made: true };
test('a mock game is begun, listened to at one press, and what is entered is on every page', async () => {
  const { port, post, score } = await rig();
  const page = await openPage(port, { role: 'desk' });
  await page.snapshot();
  const begun = await post('/api/v1/rehearsal/mock', { do: 'start', minutes: 2 });
  expect(begun.status).toBe(200);
  expect(await post('/api/v1/listening', { to: 'rehearsal' })).toMatchObject({
    status: 200,
    body: { to: 'rehearsal', game: 'mock' },
  });
  const anew = await page.heard('snapshot', 1);
  expect(anew.health.feed.rehearsal).toBe(true);
  await post('/api/v1/rehearsal/mock', { do: 'enter', entry: SHOT });
  await waitFor(async () => expect(await score()).toBe(2));
  await post('/api/v1/rehearsal/mock', { do: 'delete', id: 1 });
  await waitFor(async () => expect(await score()).toBe(0));
});

test('a new mock game is heard at once by who listens to the rehearsal', async () => {
  const { get, post, score } = await rig();
  await post('/api/v1/rehearsal/mock', { do: 'start', minutes: 2 });
  await post('/api/v1/listening', { to: 'rehearsal' });
  await post('/api/v1/rehearsal/mock', { do: 'enter', entry: SHOT });
  await post('/api/v1/rehearsal/mock', { do: 'start', minutes: 5 });
  expect(await get('/api/v1/listening')).toMatchObject({ game: 'mock-2' });
  await waitFor(async () => expect(await score()).toBe(0));
});

test('back at the main feed nothing of the rehearsal is left', async () => {
  const { get, post, score, mains } = await rig();
  await post('/api/v1/rehearsal/mock', { do: 'start', minutes: 2 });
  await post('/api/v1/listening', { to: 'rehearsal' });
  await waitFor(async () => expect(await score()).toBe(0));
  await post('/api/v1/listening', { to: 'main' });
  expect(await score()).toBeUndefined();
  expect(mains()).toBe(1);
  const { feed } = (await get('/api/v1/state')) as { feed: { name: string } };
  expect(feed.name).not.toBe('shottracker');
});

test('nothing else is listened to under graphics on air, unless it is asked for in so many words', async () => {
  const { get, post } = await rig();
  await post('/api/v1/rehearsal/mock', { do: 'start', minutes: 2 });
  await post('/api/v1/cues', { cue: 'take', graphic: 'scorebug' });
  expect(await post('/api/v1/listening', { to: 'rehearsal' })).toMatchObject({
    status: 409,
    body: { fault: { code: 'on-air' } },
  });
  expect(await get('/api/v1/listening')).toMatchObject({ to: 'main' });
  expect((await post('/api/v1/listening', { to: 'rehearsal', onAir: true })).status).toBe(200);
});

test('a fault on purpose is told to every desk while it is on', async () => {
  const { port, get, post } = await rig();
  await post('/api/v1/rehearsal', { do: 'start', play: 'simulator' });
  await post('/api/v1/rehearsal/faults', { fault: 'loss', source: 'clock', share: 0.5 });
  const page = await openPage(port, { role: 'desk' });
  const { health } = await page.snapshot();
  expect(health.rehearsal?.onPurpose).toMatchObject([{ fault: 'loss', source: 'clock', untilMs: null }]);
  await post('/api/v1/rehearsal/faults', { clear: {} });
  const { rehearsal } = (await get('/api/v1/rehearsal')) as {
    rehearsal: { onPurpose: unknown[] };
  };
  expect(rehearsal.onPurpose).toEqual([]);
});

test('a viewer sees the words beside what they were made into and what was wrong with them', async () => {
  const feed = makeScriptFeed();
  const relay = await startRelay({ feed, secrets: ['open-sesame'] });
  const at = { atMs: relay.time.now(), heardMs: relay.time.now() };
  feed.say.words({ source: 'clock', text: '{"period":"Q2","token":"open-sesame"}', heardMs: at.heardMs });
  feed.say.message({ kind: 'period', ...at, period: 'Q2' });
  feed.say.fault(fault('bad', 'clock.min', 'a number', 'none'));
  const socket = new WebSocket(`ws://127.0.0.1:${relay.port}/api/v1/words`);
  onTestFinished(() => socket.terminate());
  const batch = new Promise<HeardBatch>((resolve) => {
    socket.on('message', (data: Buffer) => resolve(JSON.parse(data.toString()) as HeardBatch));
  });
  await new Promise((resolve) => socket.on('open', resolve));
  relay.time.advance(1_000);
  const { heard } = await batch;
  expect(heard).toMatchObject([
    {
      n: 1,
      way: 'in',
      source: 'clock',
      text: '{"period":"Q2","token":"[secret]"}',
      said: [{ kind: 'period', period: 'Q2' }],
      faults: [{ code: 'bad' }],
    },
  ]);
});

test('the schedule of the rehearsal server is asked as the provider is, and its token stays here', async () => {
  const { get, post } = await rig();
  const none = await get('/api/v1/schedule?server=rehearsal&from=0');
  expect(none).toMatchObject({ fault: { code: 'no-account' } });
  await post('/api/v1/rehearsal/mock', { do: 'start', minutes: 2 });
  const from = Math.floor(realTime.now()) - 60_000;
  const list = (await get(`/api/v1/schedule?server=rehearsal&from=${from}`)) as {
    games: { gameId: string }[];
  };
  expect(list.games.map(({ gameId }) => gameId)).toEqual(['mock']);
  const tried = await post('/api/v1/event-api', {
    server: 'rehearsal',
    call: 'subscribe',
    params: { event_id: 'mock' },
  });
  expect(tried).toMatchObject({ status: 200, body: { status: 200, body: '{"token":"[secret]"}' } });
  const lacking = await post('/api/v1/event-api', { server: 'rehearsal', call: 'game', params: {} });
  expect(lacking).toMatchObject({ status: 409, body: { fault: { code: 'bad-call', where: 'event_id' } } });
});

test('what a wish to listen lacks is told by its name', async () => {
  const { post } = await rig();
  const { status, body } = await post('/api/v1/listening', { to: 'game' });
  expect({ status, body }).toMatchObject({
    status: 422,
    body: { fault: { where: 'game', expected: 'a text', found: 'nothing' } },
  });
});

test.each(['provider', 'hudstats'])('days that have no name are asked of nobody (%s)', async (server) => {
  const { get } = await rig();
  const refused = await get(`/api/v1/schedule?server=${server}&from=1e300`);
  expect(refused).toMatchObject({ fault: { code: 'malformed', where: 'from' } });
});

test('the shelf is listed, a tape of it is played and listened to, and a name that it does not have is refused', async () => {
  const { get, post, score } = await rig();
  const { tapes } = (await get('/api/v1/rehearsal/tapes')) as { tapes: { tape: string }[] };
  expect(tapes).toMatchObject([{ tape: 'sample.mcap', trouble: null }]);
  expect(await post('/api/v1/rehearsal', { do: 'start', play: 'tape', tape: 'sample.mcap' })).toMatchObject({
    status: 200,
    body: { rehearsal: { play: 'tape', tape: 'sample.mcap' } },
  });
  await post('/api/v1/listening', { to: 'rehearsal' });
  // It begins when both teams have scored.
  await waitFor(async () => expect(await score()).toBeGreaterThan(0));
  expect(await post('/api/v1/rehearsal', { do: 'start', play: 'tape', tape: 'other.mcap' })).toMatchObject({
    status: 409,
    body: { fault: { code: 'refused', where: 'tape', found: 'none called other.mcap' } },
  });
  expect((await post('/api/v1/rehearsal', { do: 'start', play: 'tape' })).status).toBe(422);
  expect(await get('/api/v1/rehearsal')).toMatchObject({ rehearsal: { tape: 'sample.mcap' } });
});

test('the mock game is none while something else is played, and begins in its place', async () => {
  const { get, post } = await rig();
  await post('/api/v1/rehearsal', { do: 'start', play: 'simulator' });
  expect(await get('/api/v1/rehearsal/mock')).toEqual({ game: null });
  await post('/api/v1/rehearsal/mock', { do: 'start', minutes: 2 });
  expect(await get('/api/v1/rehearsal')).toMatchObject({ rehearsal: { play: 'mock', game: 'mock' } });
});

test('every example of an order is granted, in their order', async () => {
  const { post } = await rig();
  for (const { path, name, value } of ORDER_EXAMPLES) {
    const { status, body } = await post(path, value);
    expect({ path, name, status, body }).toMatchObject({ path, name, status: 200 });
  }
});

test('a server that is wanted from the start runs, and the feed is listened to all the same', async () => {
  const { get } = await rig({ rehearse: { play: 'simulator' } });
  expect(await get('/api/v1/rehearsal')).toMatchObject({ rehearsal: { play: 'simulator', game: 'sim-1' } });
  expect(await get('/api/v1/listening')).toMatchObject({ to: 'main' });
});
