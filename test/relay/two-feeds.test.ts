import { describe, expect, test } from 'vitest';
import { makePairFeed } from '../../src/feeds/pair/pair-feed.ts';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { makeEntryReader } from '../../src/feeds/tape/entry-reader.ts';
import { fold } from '../../src/game/fold.ts';
import { type Game, noGame } from '../../src/game/game.ts';
import type { Fact } from '../../src/game/message.ts';
import type { PairInfo } from '../../src/game/pair-info.ts';
import { makeRecorder } from '../../src/relay/recorder.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { makeMemoryDisk } from '../kit/memory-disk.ts';
import { startRelay } from '../kit/relay-rig.ts';
import { makeScriptFeed } from '../kit/script-feed.ts';

const IDS = { home: '481', away: '493' };

/** A relay that listens to two ShotTracker feeds, worked by hand. */
async function two(given: Parameters<typeof startRelay>[0] = {}) {
  const time = makeManualTime();
  const main = makeScriptFeed('shottracker');
  const backup = makeScriptFeed('shottracker');
  const beats = { main: {}, backup: {} };
  const rig = await startRelay({
    time,
    ...given,
    feed: makePairFeed({ time, main, backup, beats }) as never,
  });
  const at = () => ({ atMs: time.now(), heardMs: time.now() });
  const speak = (feed: typeof main) => ({
    begin() {
      feed.say.status('live');
      for (const side of ['home', 'away'] as const)
        feed.say.message({
          kind: 'roster',
          ...at(),
          teamId: IDS[side],
          side,
          code: side,
          name: side,
          players: [],
        });
    },
    score: (home: number, away: number) =>
      feed.say.message({
        kind: 'score',
        ...at(),
        from: 'summary',
        scores: [
          { teamId: IDS.home, points: home },
          { teamId: IDS.away, points: away },
        ],
      }),
    lose: () => feed.say.status('lost', 'The connection was cut.'),
  });
  const score = async (): Promise<string> => {
    const state = (await (await rig.get('/api/v1/state')).json()) as Record<
      'home' | 'away',
      { score: number }
    >;
    return `${state.home.score}:${state.away.score}`;
  };
  const pair = async (): Promise<PairInfo> => {
    const { pair: told } = (await (await rig.get('/api/v1/health')).json()) as { pair: PairInfo };
    return told;
  };
  return { rig, time, main: speak(main), backup: speak(backup), feeds: { main, backup }, score, pair };
}

describe('a relay with two feeds', () => {
  test('shows main while it is there, and the backup within a second after it is gone', async () => {
    const { main, backup, time, score, rig } = await two();
    main.begin();
    backup.begin();
    main.score(50, 48);
    backup.score(50, 48);
    main.lose();
    backup.score(52, 48);
    expect(await score()).toBe('50:48');
    time.advance(1_000);
    expect(await score()).toBe('52:48');
    const { feed } = (await (await rig.get('/api/v1/state')).json()) as { feed: { status: string } };
    expect(feed.status).toBe('live');
  });

  test('asks before the score jumps, and does what the operator says', async () => {
    const { main, backup, time, score, pair, rig } = await two();
    main.begin();
    backup.begin();
    main.score(51, 48);
    backup.score(50, 50);
    main.lose();
    time.advance(5_000);
    expect(await score()).toBe('51:48');
    const asked = (await pair()).fields.find(({ field }) => field === 'score');
    expect(asked).toMatchObject({
      owner: 'main',
      main: '51:48',
      backup: '50:50',
      agree: false,
      down: true,
      askedFor: 'backup',
    });
    expect((await rig.cue({ cue: 'owner', field: 'score', feed: 'backup' })).status).toBe(200);
    expect(await score()).toBe('50:50');
  });

  test('refuses an owner that there is none of', async () => {
    const { rig } = await two();
    expect((await rig.cue({ cue: 'owner', field: 'weather', feed: 'backup' })).status).toBe(422);
  });
});

test('the tape of two feeds, with how they stood and what was chosen, gives the same game', async () => {
  const disk = makeMemoryDisk();
  const time = makeManualTime();
  const about = {
    version: 3,
    feed: 'shottracker',
    words: 'shottracker',
    backup: 'shottracker',
    rules: 'nba' as const,
    writer: 'test',
  };
  const entries: { topic: string; text: string; heardMs: number; saidMs: number }[] = [];
  const nothing = (): Uint8Array => new Uint8Array();
  const writer = {
    begin: nothing,
    add: (entry: (typeof entries)[number]) => void entries.push(entry),
    teams: () => undefined,
    pendingBytes: 0,
    flush: nothing,
    end: nothing,
  };
  const { feeds, rig, ...pair } = await two({
    time,
    recorder: (onFault) =>
      makeRecorder({ time, about, writer, tapeName: String, openSink: disk.openSink, onFault }),
  });
  const readers = (['main', 'backup'] as const).map((lane) =>
    makeReader({ rules: 'nba', to: feeds[lane].say }),
  );
  const say = (nth: 0 | 1, source: string, data: object): void =>
    void readers[nth]?.hear(JSON.stringify({ type: 'data', source, data }), time.now());
  const clock = (min: string): object => ({
    period: 'Q2',
    type: 'CLOCK',
    state: 'STOPPED',
    min,
    sec: '00',
    subSec: '0',
  });
  pair.main.begin();
  pair.backup.begin();
  say(0, 'clock', clock('07'));
  say(1, 'clock', clock('07'));
  time.advance(2_000);
  pair.main.lose();
  time.advance(1_500);
  say(1, 'clock', clock('06'));
  await rig.cue({ cue: 'owner', field: 'possession', feed: 'backup' });
  time.advance(1_000);
  say(1, 'clock', clock('05'));
  expect(entries.map(({ topic }) => topic)).toContain('backup/shottracker/clock');
  expect(entries.map(({ topic }) => topic)).toContain('courtside/lane');

  let game: Game = noGame;
  const reader = makeEntryReader(about as never, {
    rules: 'nba',
    to: {
      words: () => undefined,
      fault: () => undefined,
      message: (said) => {
        if (said.kind !== 'frame') game = fold(game, { ...said, seq: 0 } as Fact);
      },
    },
  });
  for (const entry of entries) reader.hear(entry);
  const live = (await (await rig.get('/api/v1/state')).json()) as { clock: { remainingMs: number } | null };
  expect(game.clock?.remainingMs ?? null).toBe(live.clock?.remainingMs ?? null);
  expect(game.owners.clock?.feed).toBe('backup');
  expect(game.owners.possession?.feed).toBe('main');
});
