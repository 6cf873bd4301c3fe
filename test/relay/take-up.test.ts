// A relay that starts again knows the game as it was last said, standing still, until the feed speaks; and only that game.
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Fault } from '../../src/game/fault.ts';
import { noGame } from '../../src/game/game.ts';
import type { Said } from '../../src/game/message.ts';
import { GAME_FILE, GAME_FLUSH_MS, GAME_KEPT_MS, gameKey, makeGameFile } from '../../src/relay/game-file.ts';
import type { State } from '../../src/relay/state.ts';
import { HISTORY_MS } from '../../src/time/timeline.ts';
import { type ManualTime, makeManualTime } from '../kit/manual-time.ts';
import { AWAY_ID, messages } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';
import { makeScriptFeed } from '../kit/script-feed.ts';

const KEY = gameKey(['shottracker', 'game 7']);

type Given = { readonly folder: string; readonly time: ManualTime; readonly key?: string };

const start = ({ folder, time, key = KEY }: Given): Promise<RelayRig> =>
  startRelay({
    time,
    feed: makeScriptFeed('shottracker'),
    gameFile: (onFault) => makeGameFile({ folder, key, time, onFault }),
  });

const say = messages();
const tell = (rig: RelayRig, ...said: readonly Said[]): void => {
  for (const one of said) rig.feed.say.message(one);
};

/** Half-way through the second quarter, the clock running. */
function play(rig: RelayRig): void {
  const atMs = rig.time.now();
  rig.feed.say.status('live');
  tell(
    rig,
    say.roster(atMs),
    say.roster(atMs, { teamId: AWAY_ID, side: 'away', code: 'AWY', name: 'Away' }),
    say.period(atMs, 'Q2'),
    say.score(atMs, 41, 38),
    say.clock(atMs, 300_000, true),
  );
}

const stateOf = async (rig: RelayRig, query = ''): Promise<State> =>
  (await (await rig.get(`/api/v1/state${query}`)).json()) as State;

const fileOf = (folder: string): string => join(folder, GAME_FILE);

/** Ends a relay as a power cut would: what is on the disk once this much was said is all that there is. */
async function cut(rig: RelayRig, folder: string, said: string): Promise<void> {
  await vi.waitUntil(async () => {
    rig.time.advance(GAME_FLUSH_MS);
    return (await readFile(fileOf(folder), 'utf8')).includes(said);
  });
  const left = await readFile(fileOf(folder), 'utf8');
  await rig.relay.stop();
  await writeFile(fileOf(folder), left);
}

test('the score, the period and the clock are what they were, and the clock stands where it was last known', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  play(first);
  given.time.advance(2_000);
  tell(first, say.score(given.time.now(), 43, 38));
  await cut(first, given.folder, '43');
  given.time.advance(30_000);
  const again = await start(given);
  const state = await stateOf(again);
  expect(state).toMatchObject({ period: 'Q2', home: { code: 'HOM', score: 43 }, away: { score: 38 } });
  expect(state.clock).toEqual({ remainingMs: 298_050, running: false, text: '4:58' });
  expect(state.bodies).toEqual([]);
});

test('what is taken up is stale from the last word on, until the feed is live again', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  play(first);
  const lastMs = given.time.now();
  await cut(first, given.folder, '300000');
  given.time.advance(20_000);
  const again = await start(given);
  const page = await openPage(again.port, { role: 'desk', historyMs: HISTORY_MS });
  const { facts } = await page.snapshot();
  expect(facts.filter(({ kind }) => kind === 'status').at(-1)).toMatchObject({
    status: 'lost',
    atMs: lastMs,
  });
  await again.cue({ cue: 'policy', field: 'score', policy: 'out', afterMs: 0 });
  expect((await stateOf(again)).home?.score).toBe(null);
  again.feed.say.status('live');
  given.time.advance(1);
  expect((await stateOf(again)).home?.score).toBe(41);
});

test('an output that plays behind live finds what it was showing', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  play(first);
  const startMs = given.time.now();
  for (let points = 42; points <= 71; points += 1) {
    given.time.advance(1_000);
    tell(first, say.score(given.time.now(), points, 38));
  }
  await cut(first, given.folder, '71');
  const again = await start(given);
  expect((await stateOf(again)).home?.score).toBe(71);
  expect((await stateOf(again, `?at=${startMs + 10_000}`)).home?.score).toBe(51);
});

test('numbers of messages go on rising, so that a page that stayed takes what is said next', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  const page = await openPage(first.port);
  await page.snapshot();
  play(first);
  const { facts } = await page.heard('facts');
  await cut(first, given.folder, '300000');
  const again = await start(given);
  const later = await openPage(again.port);
  await later.snapshot();
  tell(again, say.score(given.time.now(), 44, 38));
  const told = await later.heard('facts');
  expect(told.facts[0]?.seq).toBeGreaterThan(facts[0]?.seq ?? Number.POSITIVE_INFINITY);
  given.time.advance(1);
  expect((await stateOf(again)).home?.score).toBe(44);
});

test.each<[string, Partial<Given>, number]>([
  ['another game', { key: gameKey(['shottracker', 'game 8']) }, 0],
  ['too long ago', {}, GAME_KEPT_MS + 1],
  ['by a clock that was far ahead', {}, -60_000],
])('what was said of %s is not taken up, and is no Fault', async (_what, other, laterMs) => {
  const folder = await scratchFolder();
  const first = await start({ folder, time: makeManualTime() });
  play(first);
  await first.relay.stop();
  const again = await start({ folder, time: makeManualTime(first.time.now() + laterMs), ...other });
  expect(await stateOf(again)).toMatchObject({ home: null, away: null, period: null, clock: null });
  expect(again.lines.join()).not.toContain('game-file');
});

test('a game that was over stays over', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  play(first);
  first.feed.say.status('ended');
  await first.relay.stop();
  const again = await start(given);
  await again.cue({ cue: 'policy', field: 'score', policy: 'out', afterMs: 0 });
  given.time.advance(5_000);
  expect((await stateOf(again)).home?.score).toBe(41);
});

test('a last line that is half written is left out, and all before it is known', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  play(first);
  await first.relay.stop();
  await appendFile(fileOf(given.folder), '{"kind":"score","seq":99,"atMs":17');
  const again = await start(given);
  expect((await stateOf(again)).home?.score).toBe(41);
  tell(again, say.score(given.time.now(), 45, 38));
  await again.relay.stop();
  expect((await stateOf(await start(given))).home?.score).toBe(45);
});

test('a file that is none is told, and the relay begins without a game', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  await writeFile(fileOf(given.folder), '{"version":1}\n');
  const rig = await start(given);
  expect(rig.lines.join()).toContain('game-file-unread');
  expect((await stateOf(rig)).home).toBe(null);
});

test('a folder that cannot be written is told once, and the feed is heard', async () => {
  const folder = join(await scratchFolder(), 'file');
  await writeFile(folder, 'not a folder');
  const time = makeManualTime();
  const rig = await start({ folder, time });
  play(rig);
  time.advance(10 * GAME_FLUSH_MS);
  expect(rig.lines.filter((line) => line.includes('game-file-unwritten'))).toHaveLength(1);
  expect((await stateOf(rig)).home?.score).toBe(41);
});

test('the file holds no more than the history, however long the game', async () => {
  const folder = await scratchFolder();
  const time = makeManualTime();
  const faults: Fault[] = [];
  const file = makeGameFile({ folder, key: KEY, time, onFault: (told) => faults.push(told) });
  const facts = [say.score(time.now(), 1, 1)];
  await file.start((sinceMs) => ({ game: noGame, facts: facts.filter(({ atMs }) => atMs >= sinceMs) }));
  let most = 0;
  for (let minute = 0; minute < 40; minute += 1) {
    const fact = say.score(time.now(), minute, 1);
    facts.push(fact);
    file.fact(fact);
    time.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
    most = Math.max(most, (await readFile(fileOf(folder), 'utf8')).split('\n').length);
  }
  await file.stop();
  expect(most).toBeLessThan(15);
  expect(faults).toEqual([]);
});
