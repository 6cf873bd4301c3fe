// What a tape costs: to record a full feed, to open and to seek in a game of three hours, in bytes; against the file system with the same bytes.
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playGame, type Spoken } from '../../src/feeds/simulator/play-game.ts';
import { diskFile } from '../../src/relay/tape-files.ts';
import { TAPE_SCHEMAS } from '../../src/relay/tape-schemas.ts';
import { openTape } from '../../src/tape/open.ts';
import { type About, type Entry, TAPE_VERSION } from '../../src/tape/tape.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { median } from './figures.ts';
import { atLeast, atMost, type Found, told } from './row.ts';

const MINUTE_MS = 60_000;
/** What is simulated; a game of three hours is this told so often. */
const PLAYED_MS = 20 * MINUTE_MS;
const GAME_MS = 180 * MINUTE_MS;
const FLUSH_MS = 1_000;
const SEEKS = 41;
const SEEN_MS = 10_000;
const START_MS = 1_700_000_000_000;
const MB = 1e6;

const ABOUT: About = {
  version: TAPE_VERSION,
  feed: 'simulator',
  words: 'shottracker',
  rules: 'nba',
  writer: 'bench',
  startedMs: START_MS,
};

const entryOf = ({ atMs, source, text }: Spoken, lateMs: number): Entry => ({
  topic: `shottracker/${source}`,
  text,
  heardMs: atMs + lateMs,
  saidMs: atMs + lateMs,
});

type Recorded = { readonly bytes: readonly Uint8Array[]; readonly cpuMs: number };

/** Records as the relay does, a flush a second, as fast as it goes. */
async function recorded(entries: Iterable<Entry>, flushes: boolean): Promise<Recorded> {
  const writer = makeTapeWriter(await loadZstd(), TAPE_SCHEMAS);
  const bytes: Uint8Array[] = [writer.begin(ABOUT)];
  const before = process.cpuUsage();
  let flushedMs = START_MS;
  for (const entry of entries) {
    writer.add(entry);
    if (flushes ? entry.heardMs - flushedMs < FLUSH_MS : writer.pendingBytes < 8 * MB) continue;
    bytes.push(writer.flush());
    flushedMs = entry.heardMs;
  }
  bytes.push(writer.end());
  const { user, system } = process.cpuUsage(before);
  return { bytes, cpuMs: (user + system) / 1_000 };
}

function* wholeGame(played: readonly Spoken[]): Generator<Entry> {
  for (let lateMs = 0; lateMs < GAME_MS; lateMs += PLAYED_MS)
    for (const one of played) yield entryOf(one, lateMs);
}

/** Milliseconds for each of some tries. */
async function timed(tries: number, run: (nth: number) => Promise<void>): Promise<number[]> {
  const all: number[] = [];
  for (let nth = 0; nth < tries; nth += 1) {
    const before = performance.now();
    await run(nth);
    all.push(performance.now() - before);
  }
  return all;
}

export async function benchTape(): Promise<Found> {
  const zstd = await loadZstd();
  const played = [...playGame({ seed: 1, rules: 'nba', startMs: START_MS, untilMs: PLAYED_MS })];
  const folder = await mkdtemp(join(tmpdir(), 'courtside-bench-'));
  try {
    const live = await recorded(
      played.map((one) => entryOf(one, 0)),
      true,
    );
    const positions = played.filter(({ source }) => source === 'location').map((one) => entryOf(one, 0));
    const rush = await recorded(positions, false);
    const file = join(folder, 'game.mcap');
    const game = await recorded(wholeGame(played), true);
    await writeFile(file, Buffer.concat(game.bytes));
    const { size } = await stat(file);

    const writes = await timed(9, () => writeFile(join(folder, 'raw'), Buffer.concat(game.bytes)));
    const reads = await timed(9, async () => void (await readFile(file)));
    const handle = await open(file);
    const bytes = await diskFile(handle);
    const opens = await timed(9, async () => void (await openTape(bytes, zstd)));
    const tape = await openTape(bytes, zstd);
    const finds = await timed(SEEKS, async (nth) => {
      if (tape.about === null) throw new Error('no tape');
      const fromMs = tape.firstMs + ((tape.lastMs - tape.firstMs - SEEN_MS) * nth) / (SEEKS - 1);
      let count = 0;
      for await (const entry of tape.read({ fromMs, toMs: fromMs + SEEN_MS })) count += entry.text.length;
      if (count === 0) throw new Error('nothing there');
    });
    await handle.close();
    const share = (live.cpuMs / PLAYED_MS) * 100;
    const all = played.length * (GAME_MS / PLAYED_MS);
    return {
      title: 'A tape: a full feed at 25 Hz, and a game of three hours',
      rows: [
        atMost(
          `recording it (${live.cpuMs.toFixed(0)} ms for ${PLAYED_MS / MINUTE_MS} minutes)`,
          share,
          2,
          ' % of a core',
        ),
        atLeast(
          'positions a second, when they come so fast',
          (positions.length / rush.cpuMs) * 1_000,
          50_000,
          '',
          0,
        ),
        told(
          `making its ${all} entries, against writing its bytes to the disk (${median(writes).toFixed(0)} ms)`,
          game.cpuMs / median(writes),
        ),
        atMost('three hours', size / MB, 30, ' MB'),
        atMost('open', median(opens), 100, ' ms', 1),
        atMost(`read ${SEEN_MS / 1_000} s anywhere: median`, median(finds), 100, ' ms', 1),
        atMost('the same: worst', Math.max(...finds), 100, ' ms', 1),
        told(
          `open and read, against reading the whole file (${median(reads).toFixed(1)} ms)`,
          (median(opens) + median(finds)) / median(reads),
        ),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
