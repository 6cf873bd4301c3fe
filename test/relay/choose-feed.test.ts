// HudStats as the command line asks for it: with the court that the data folder tells, and not with one that is none.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { chooseFeed } from '../../src/relay/choose-feed.ts';
import { WrongUse } from '../../src/relay/command.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { serveOptionsOf } from '../../src/relay/serve-options.ts';
import { FIXTURE, PASSWORD, startHudStatsServer, USERNAME } from '../kit/hudstats-server.ts';
import { makeListener } from '../kit/listener.ts';

const ENV = { HUDSTATS_USERNAME: USERNAME, HUDSTATS_PASSWORD: PASSWORD };
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function chosen(url: string, court: string) {
  const data = await mkdtemp(join(tmpdir(), 'courtside-choose-'));
  stops.push(() => rm(data, { recursive: true, force: true }));
  await writeFile(join(data, 'hudstats-court.json'), court);
  const values = { feed: ['hudstats'], game: FIXTURE, url, data };
  return chooseFeed(serveOptionsOf({ values, positionals: [] }), { env: ENV, time: realTime });
}

test('HudStats is served with the corners of the data folder', async () => {
  const server = await startHudStatsServer();
  stops.push(() => server.stop());
  const corners = { origin: { x: 0, y: 50 }, across: { x: 0, y: 0 }, along: { x: 94, y: 50 } };
  const { feed, rehearsal, words } = await chosen(server.liveUrl, JSON.stringify(corners));
  expect({ rehearsal, words }).toEqual({ rehearsal: false, words: 'hudstats' });
  const to = makeListener();
  feed.start(to);
  stops.push(() => feed.stop());
  await vi.waitFor(() => expect(server.subscribed()).toContain('in-game'), { timeout: 45_000 });
  const players = [{ id: 'p1', team: 'home', position: { x: 47, y: 25 } }];
  server.say('in-game', { inGame: { time: 700_000, paused: false, players } });
  await vi.waitFor(() => expect(to.of('frame')).toHaveLength(1), { timeout: 45_000 });
  expect(to.of('frame')[0]?.bodies).toMatchObject([{ id: 'p1', xMm: 0, yMm: 0 }]);
});

test('corners that are none end with a sentence that names their file', async () => {
  const told = chosen('ws://127.0.0.1:1/live', '{"origin":1}');
  await expect(told).rejects.toThrow(WrongUse);
  await expect(told).rejects.toThrow(/hudstats-court\.json/);
});
