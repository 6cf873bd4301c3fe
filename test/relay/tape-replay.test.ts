// What went over the air can be played again: the same words give the same game, also from a tape that a crash has cut off.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { makeTapeFeed } from '../../src/feeds/tape/tape-feed.ts';
import { fold } from '../../src/game/fold.ts';
import type { Game } from '../../src/game/game.ts';
import { makeRecorder, type Sink } from '../../src/relay/recorder.ts';
import { sinksIn } from '../../src/relay/tape-files.ts';
import { openTape } from '../../src/tape/open.ts';
import { memoryFile } from '../../src/tape/tape-file.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';
import { SPOKEN_HOME, type Spoken, spokenGame } from '../kit/spoken-game.ts';

/** One turn of the process, for files and sockets. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The game as the provider's words make it: without what we say of the feed itself. */
type Told = Omit<Game, 'feeds' | 'atMs'>;

async function gameOf({ port }: Pick<RelayRig, 'port'>): Promise<Told> {
  const page = await openPage(port, { historyMs: 0 });
  const { game, facts } = await page.snapshot();
  page.socket.terminate();
  const { feeds: _feeds, atMs: _atMs, ...known } = facts.reduce(fold, game);
  return known;
}

/** Plays these words live to a relay that records; the tape's bytes are as a crash at the end would leave them. */
async function recorded(spoken: readonly Spoken[]) {
  const folder = await scratchFolder();
  const time = makeManualTime(spoken[0]?.atMs);
  const about = {
    version: 1,
    feed: 'script',
    words: 'shottracker',
    rules: 'ncaa-men',
    writer: 'test',
  } as const;
  const writer = makeTapeWriter(await loadZstd());
  let written = Promise.resolve();
  const openSink = async (name: string): Promise<Sink> => {
    const sink = await sinksIn(folder)(name);
    return {
      ...sink,
      append(bytes) {
        written = sink.append(bytes);
        return written;
      },
    };
  };
  const rig = await startRelay({
    time,
    rules: 'ncaa-men',
    recorder: (onFault) =>
      makeRecorder({ time, about, writer, tapeName: () => 'game.mcap', openSink, onFault }),
  });
  const reader = makeReader({ rules: 'ncaa-men', to: rig.feed.say });
  for (const { atMs, text } of spoken) {
    time.advance(atMs - time.now());
    reader.hear(text, atMs);
    if (atMs % 1000 !== 0) continue;
    await written;
    await turn();
  }
  const live = await gameOf(rig);
  // What is still unwritten at the crash is at most one second.
  const crashed = await readFile(join(folder, 'game.mcap'));
  await rig.relay.stop();
  return { live, crashed, whole: await readFile(join(folder, 'game.mcap')) };
}

/** Plays a tape from its own first instant until it is over, and gives the game then. */
async function replayed(bytes: Uint8Array, speed = 1) {
  const zstd = await loadZstd();
  const tape = await openTape(memoryFile(bytes), zstd);
  const { about } = tape;
  if (about === null) throw new Error('no tape');
  const time = makeManualTime(tape.firstMs);
  const feed = makeTapeFeed({ time, rules: about.rules, tape, file: 'game.mcap', zstd, speed });
  const rig = await startRelay({ time, rules: about.rules, feed: feed as RelayRig['feed'] });
  const status = async () => {
    const health = (await (await rig.get('/api/v1/health')).json()) as { feed: { status: string } };
    return health.feed.status;
  };
  while ((await status()) !== 'ended') {
    time.advance(100);
    await turn();
  }
  return { rig, tape, game: await gameOf(rig), lastedMs: time.now() - tape.firstMs };
}

describe('a tape', () => {
  test('gives the very game that was live', async () => {
    const { live, whole } = await recorded(spokenGame());
    expect(live.teams[SPOKEN_HOME]?.score).toBe(45);
    const { game, tape } = await replayed(whole);
    expect(tape.complete).toBe(true);
    expect(game).toEqual(live);
  });

  test('that a crash cut off gives the game as of at most a second before', async () => {
    const spoken = spokenGame();
    const { crashed } = await recorded(spoken);
    const { game, tape } = await replayed(crashed);
    expect(tape.complete).toBe(false);
    const untilMs = tape.lastMs;
    expect((spoken.at(-1)?.atMs ?? 0) - untilMs).toBeLessThanOrEqual(1_200);
    const { live } = await recorded(spoken.filter(({ atMs }) => atMs <= untilMs));
    expect(game).toEqual(live);
  });

  test('cut in the middle of a piece gives all before it', async () => {
    const spoken = spokenGame();
    const { whole } = await recorded(spoken);
    const { game, tape } = await replayed(whole.subarray(0, Math.floor(whole.length / 2)));
    expect(tape).toMatchObject({ complete: false, fault: null });
    expect(tape.entries).toBeGreaterThan(50);
    const { live } = await recorded(spoken.filter(({ atMs }) => atMs <= tape.lastMs));
    expect(game).toEqual(live);
  });

  test('played four times as fast lasts a quarter', async () => {
    const { whole } = await recorded(spokenGame());
    const { lastedMs, game } = await replayed(whole, 4);
    expect(lastedMs).toBeLessThanOrEqual(30_000 / 4 + 200);
    expect(lastedMs).toBeGreaterThan(29_000 / 4);
    expect(game.teams[SPOKEN_HOME]?.score).toBe(45);
  });

  test('says only what its sources give', async () => {
    const { whole } = await recorded(spokenGame(6));
    const { rig } = await replayed(whole);
    expect([...rig.feed.capabilities].sort()).toEqual([
      'clock',
      'fouls',
      'positions',
      'score',
      'shot-clock',
      'stats',
    ]);
  });
});
