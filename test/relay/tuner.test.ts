// Another feed is listened to while the relay runs: nothing of the one before is left, or heard any more; what belongs to each is kept apart, and taken up again.
import { expect, onTestFinished, test } from 'vitest';
import { GAME_FLUSH_MS, gameKey, makeGameFile } from '../../src/relay/game-file.ts';
import { makeRehearsal } from '../../src/relay/rehearsal/rehearsal.ts';
import type { State } from '../../src/relay/state.ts';
import { makeShelf } from '../../src/relay/tapes/shelf.ts';
import type { Tuning } from '../../src/relay/tuner.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { AWAY_ID, messages } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import { waitFor } from '../kit/patience.ts';
import { type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';
import { makeScriptFeed, type ScriptFeed } from '../kit/script-feed.ts';

/** A rehearsal that is always on offer, and whose server nobody asks. */
const rehearsalServer = () => ({
  ...makeRehearsal({
    time: makeManualTime(),
    rules: 'nba',
    emulate: () => Promise.reject(new Error('not asked for')),
    port: 0,
    seed: 1,
    shelf: makeShelf({ folder: '/nowhere', sample: undefined }),
    log: () => undefined,
  }),
  offer: () => ({ id: 'mock', token: 'token-of-mock', url: 'ws://127.0.0.1:1/live' }),
});

/** What was done with the tapes, in order. */
type Tapes = string[];

const recorder = (name: string, tapes: Tapes): Pick<Required<Tuning>, 'recorder'> => ({
  recorder: () => ({
    start: () => Promise.resolve(void tapes.push(`${name} begins`)),
    words: ({ text }) => void tapes.push(`${name} ${text}`),
    note: () => undefined,
    teams: () => undefined,
    info: () => null,
    path: () => null,
    saved: () => Promise.resolve(),
    stop: () => Promise.resolve(void tapes.push(`${name} ends`)),
  }),
});

async function rig() {
  const folder = await scratchFolder();
  const time = makeManualTime();
  const tapes: Tapes = [];
  const feeds: ScriptFeed[] = [];
  const main = (feed: ScriptFeed): Tuning => ({
    feed,
    rehearsal: false,
    gameFile: (onFault) => makeGameFile({ folder, key: gameKey(['main']), time, onFault }),
    ...recorder('main', tapes),
  });
  const first = makeScriptFeed('main');
  feeds.push(first);
  const next = (name: string): ScriptFeed => {
    const feed = makeScriptFeed(name);
    feeds.push(feed);
    return feed;
  };
  const relay = await startRelay({
    ...main(first),
    time,
    feed: first,
    rehearsalServer: rehearsalServer(),
    tunings: {
      main: () => Promise.resolve(main(next('main'))),
      game: () => Promise.reject(new Error('not asked for')),
      rehearsal: () =>
        Promise.resolve({ feed: next('rehearsal'), rehearsal: true, ...recorder('rehearsal', tapes) }),
    },
  });
  onTestFinished(() => relay.relay.stop());
  const listen = async (to: string): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(relay.url('/api/v1/listening'), {
      method: 'POST',
      headers,
      body: JSON.stringify({ to }),
    });
    return answer.status;
  };
  return { relay, time, tapes, feeds, listen, latest: () => feeds.at(-1) ?? first };
}

const say = messages();
function play(feed: ScriptFeed, atMs: number, home: number): void {
  feed.say.status('live');
  feed.say.message(say.roster(atMs));
  feed.say.message(say.roster(atMs, { teamId: AWAY_ID, side: 'away', code: 'AWY', name: 'Away' }));
  feed.say.message(say.score(atMs, home, 0));
}
const scoreOf = async (relay: RelayRig) =>
  ((await (await relay.get('/api/v1/state')).json()) as State).home?.score ?? null;

test('the feed before is stopped, and what it said is forgotten by relay and pages', async () => {
  const { relay, time, feeds, listen, latest } = await rig();
  const page = await openPage(relay.port);
  await page.snapshot();
  const [first] = feeds;
  play(latest(), time.now(), 41);
  expect(await scoreOf(relay)).toBe(41);
  expect(await listen('rehearsal')).toBe(200);
  expect(() => first?.say.status('live')).toThrow(/nobody listens/);
  expect(await scoreOf(relay)).toBeNull();
  const anew = await page.heard('snapshot', 1);
  expect(anew.game.teams).toEqual({});
  expect(anew.health.feed).toMatchObject({ name: 'rehearsal', rehearsal: true });
});

test('messages are numbered on, so that no page takes the new ones for old', async () => {
  const { relay, time, listen, latest } = await rig();
  const page = await openPage(relay.port);
  play(latest(), time.now(), 41);
  await page.beat();
  const before = Math.max(...page.facts().map(({ seq }) => seq));
  await listen('rehearsal');
  play(latest(), time.now(), 7);
  await waitFor(async () => {
    await page.beat();
    expect(page.facts().some(({ kind, seq }) => kind === 'score' && seq > before)).toBe(true);
  });
  expect(await scoreOf(relay)).toBe(7);
});

test('a rehearsal has a tape of its own, and the main feed begins another when it is back', async () => {
  const { time, tapes, listen, latest } = await rig();
  const words = (text: string) => latest().say.words({ source: 'clock', text, heardMs: time.now() });
  words('a');
  await listen('rehearsal');
  words('b');
  await listen('main');
  words('c');
  expect(tapes).toEqual([
    'main begins',
    'main a',
    'main ends',
    'rehearsal begins',
    'rehearsal b',
    'rehearsal ends',
    'main begins',
    'main c',
  ]);
});

test('back at the main feed the game stands as it was left, and nothing of the rehearsal is in its file', async () => {
  const { relay, time, listen, latest } = await rig();
  play(latest(), time.now(), 41);
  time.advance(GAME_FLUSH_MS);
  await listen('rehearsal');
  play(latest(), time.now(), 7);
  time.advance(GAME_FLUSH_MS);
  await listen('main');
  expect(await scoreOf(relay)).toBe(41);
  play(latest(), time.now(), 43);
  expect(await scoreOf(relay)).toBe(43);
});

test('two wishes at once are granted one after the other: the last one stands', async () => {
  const { relay, listen } = await rig();
  await Promise.all([listen('rehearsal'), listen('main'), listen('rehearsal'), listen('main')]);
  const listening = (await (await relay.get('/api/v1/listening')).json()) as { to: string };
  const { feed } = (await (await relay.get('/api/v1/state')).json()) as State;
  expect(listening.to === 'main').toBe(feed.name === 'main');
});
