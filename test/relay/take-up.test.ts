// A relay that starts again knows the game as it was last said, its clocks running on from their stamps, until the feed speaks; and only that game.
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Fault } from '../../src/game/fault.ts';
import { noGame } from '../../src/game/game.ts';
import type { Said } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { GAME_FILE, GAME_FLUSH_MS, GAME_KEPT_MS, gameKey, makeGameFile } from '../../src/relay/game-file.ts';
import type { State } from '../../src/relay/state.ts';
import { HISTORY_MS, makeTimeline, type Timeline } from '../../src/time/timeline.ts';
import { type ManualTime, makeManualTime } from '../kit/manual-time.ts';
import { AWAY_ID, messages } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import { waitUntil } from '../kit/patience.ts';
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
  await waitUntil(async () => {
    rig.time.advance(GAME_FLUSH_MS);
    return (await readFile(fileOf(folder), 'utf8')).includes(said);
  });
  const left = await readFile(fileOf(folder), 'utf8');
  await rig.relay.stop();
  await writeFile(fileOf(folder), left);
}

test('the score and the period are what they were, and the clock has run on from its stamp', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  const startMs = given.time.now();
  play(first);
  given.time.advance(2_000);
  tell(first, say.score(given.time.now(), 43, 38));
  await cut(first, given.folder, '43');
  given.time.advance(30_000);
  const again = await start(given);
  const state = await stateOf(again);
  expect(state).toMatchObject({ period: 'Q2', home: { code: 'HOM', score: 43 }, away: { score: 38 } });
  const passedMs = given.time.now() - startMs;
  expect(passedMs).toBeGreaterThan(32_000);
  expect(state.clock).toMatchObject({ remainingMs: 300_050 - passedMs, running: true });
  expect(state.bodies).toEqual([]);
});

test('a clock that stood stands, and one that ran goes no further than to zero', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  play(first);
  tell(first, say.clock(given.time.now(), 20_000, true));
  await cut(first, given.folder, '20000');
  given.time.advance(60_000);
  const again = await start(given);
  expect((await stateOf(again)).clock).toMatchObject({ remainingMs: 0, text: '0.0' });
  tell(again, say.clock(given.time.now(), 8_000, false));
  await cut(again, given.folder, ':8000');
  given.time.advance(60_000);
  expect((await stateOf(await start(given))).clock).toMatchObject({ remainingMs: 8_000, running: false });
});

/** A page's Timeline: what a page that enters now knows, and what it hears from then on. */
async function timelineOf(rig: RelayRig): Promise<{ readonly timeline: Timeline; hear(): void }> {
  const page = await openPage(rig.port, { historyMs: HISTORY_MS });
  const { game, facts } = await page.snapshot();
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  timeline.reset({ game, facts, frames: [] });
  const hear = (): void => {
    for (const down of page.downs)
      if (down.type === 'facts') for (const one of down.facts) timeline.push(one);
  };
  return { timeline, hear };
}

test('a clock that a page has run on by itself does not rise when the relay is back, nor when the feed speaks', async () => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const { time } = given;
  const first = await start(given);
  play(first);
  const startMs = time.now();
  const { timeline: alone } = await timelineOf(first);
  await cut(first, given.folder, '300000');
  time.advance(12_345);
  const again = await start(given);
  const known = await timelineOf(again);
  const { timeline } = known;
  const remaining = (of: Timeline, atMs: number): number => of.at(atMs).clock?.remainingMs ?? Number.NaN;
  // The picture is the same function of the same words: at every instant, before the relay died and after.
  for (let atMs = startMs; atMs < startMs + 20_000; atMs += 40)
    expect(remaining(timeline, atMs)).toBe(remaining(alone, atMs));
  const beforeMs = remaining(timeline, time.now());
  again.feed.say.status('live');
  // The table's own figures: cut to tenths.
  tell(again, say.clock(time.now(), Math.floor((300_000 - (time.now() - startMs)) / 100) * 100, true));
  await waitUntil(() => {
    known.hear();
    return timeline.at(time.now()).game.clock?.atMs === time.now();
  });
  expect(remaining(timeline, time.now())).toBeLessThanOrEqual(beforeMs);
  expect(remaining(timeline, time.now())).toBeGreaterThan(beforeMs - 500);
});

test.each<[string, (atMs: number) => Said, string]>([
  ["a clock's stop", (atMs) => say.clock(atMs, 299_000, false), '"remainingMs":299000'],
  ['a score', (atMs) => say.score(atMs, 43, 38), '"points":43'],
  ['a period', (atMs) => say.period(atMs, 'Q3'), '"period":"Q3"'],
])('%s is on the disk at once, not with the next beat', async (_what, said, kept) => {
  const given = { folder: await scratchFolder(), time: makeManualTime() };
  const first = await start(given);
  play(first);
  tell(first, said(given.time.now()));
  await waitUntil(async () => (await readFile(fileOf(given.folder), 'utf8')).includes(kept));
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
    await waitUntil(async () => {
      time.advance(GAME_FLUSH_MS);
      const lines = (await readFile(fileOf(folder), 'utf8')).split('\n');
      most = Math.max(most, lines.length);
      return lines.includes(JSON.stringify(fact));
    });
  }
  await file.stop();
  expect(most).toBeLessThan(15);
  expect(faults).toEqual([]);
});
