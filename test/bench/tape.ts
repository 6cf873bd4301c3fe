// What a tape costs: to record a full feed, to open and to seek in a game of three hours, in bytes; against the file system with the same bytes.
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playGame, type Spoken } from '../../src/feeds/simulator/play-game.ts';
import { FLUSH_MS } from '../../src/relay/recorder.ts';
import { diskFile } from '../../src/relay/tape-files.ts';
import { TAPE_SCHEMAS } from '../../src/relay/tape-schemas.ts';
import { openTape } from '../../src/tape/open.ts';
import { pack } from '../../src/tape/pack.ts';
import { readTape } from '../../src/tape/reader.ts';
import type { Entry } from '../../src/tape/tape.ts';
import { memoryFile, piecesOf } from '../../src/tape/tape-file.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { seeded } from '../kit/random.ts';
import { median } from './figures.ts';
import { atLeast, atMost, type Found, told } from './row.ts';
import { seekIn } from './seeking.ts';
import { ABOUT, START_MS } from './tape-about.ts';

const MINUTE_MS = 60_000;
/** A simulated game is over in an hour: three hours are the beginnings of so many games, one after the other. */
const PLAYED_MS = 20 * MINUTE_MS;
const GAME_MS = 180 * MINUTE_MS;
const SEEKS = 41;
const SEEN_MS = 10_000;
const MB = 1e6;

/** Words come so late at most, in milliseconds, each in its own way: their stamps are as hard to pack as those of a network. */
const LATE_MS = 12;

/** The beginning of a game, told from an instant on; each instant another game. */
const played = (startMs: number): Generator<Spoken> =>
  playGame({ seed: 1 + (startMs - START_MS) / PLAYED_MS, rules: 'nba', startMs, untilMs: PLAYED_MS });

function* heard(startMs: number): Generator<Entry> {
  const random = seeded(1 + startMs - START_MS);
  let lastMs = 0;
  for (const { atMs, source, text } of played(startMs)) {
    lastMs = Math.max(lastMs, atMs + random() * LATE_MS);
    yield { topic: `shottracker/${source}`, text, heardMs: lastMs, saidMs: atMs };
  }
}

type Made = { readonly bytes: Uint8Array; readonly cpuMs: number };

const cpuMs = (before?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

/** Records as the relay does, and flushes as often, as fast as it goes. */
async function recorded(all: Iterable<readonly Entry[]>, flushes: boolean): Promise<Made> {
  const writer = makeTapeWriter(await loadZstd(), TAPE_SCHEMAS);
  const parts: Uint8Array[] = [writer.begin(ABOUT)];
  let spentMs = 0;
  let flushedMs = START_MS;
  for (const entries of all) {
    const before = process.cpuUsage();
    for (const entry of entries) {
      writer.add(entry);
      if (flushes ? entry.heardMs - flushedMs < FLUSH_MS : writer.pendingBytes < 8 * MB) continue;
      parts.push(writer.flush());
      flushedMs = entry.heardMs;
    }
    spentMs += cpuMs(before);
  }
  parts.push(writer.end());
  return { cpuMs: spentMs, bytes: Buffer.concat(parts) };
}

/** Packs as the relay does beside the recording. */
async function packed({ bytes }: Made): Promise<Made> {
  const zstd = await loadZstd();
  const before = process.cpuUsage();
  const parts: Uint8Array[] = [];
  for await (const part of pack(readTape(piecesOf(memoryFile(bytes)), zstd), zstd, TAPE_SCHEMAS))
    parts.push(part);
  return { cpuMs: cpuMs(before), bytes: Buffer.concat(parts) };
}

/** Three hours, a part at a time: whoever is measured does not make them up. */
function* wholeGame(): Generator<readonly Entry[]> {
  for (let laterMs = 0; laterMs < GAME_MS; laterMs += PLAYED_MS) yield [...heard(START_MS + laterMs)];
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
  const folder = await mkdtemp(join(tmpdir(), 'courtside-bench-'));
  try {
    const entries = [...heard(START_MS)];
    const game = await recorded(wholeGame(), true);
    const file = join(folder, 'game.mcap');
    const small = await packed(game);
    const rush = await recorded([entries.filter(({ topic }) => topic === 'shottracker/location')], false);
    await writeFile(file, small.bytes);
    const { size } = await stat(file);

    const writes = await timed(5, () => writeFile(join(folder, 'raw'), game.bytes));
    const reads = await timed(5, async () => void (await readFile(file)));
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
    const sought = await seekIn(bytes, zstd);
    await handle.close();
    const share = (of: Made): number => (of.cpuMs / GAME_MS) * 100;
    const positions = entries.filter(({ topic }) => topic === 'shottracker/location').length;
    const all = tape.about === null ? 0 : tape.entries;
    return {
      title: 'A tape: a full feed at 25 Hz, and a game of three hours',
      rows: [
        atMost('recording it', share(game), 2, ' % of a core'),
        atMost('recording it, and packing it beside that', share(game) + share(small), 2, ' % of a core'),
        told(
          'finding out beside that what it says, once',
          (sought.gistCpuMs / GAME_MS) * 100,
          ' % of a core',
        ),
        atLeast(
          'positions a second, when they come so fast',
          (positions / rush.cpuMs) * 1_000,
          50_000,
          '',
          0,
        ),
        told(
          `making its ${all} entries, against writing its bytes to the disk (${median(writes).toFixed(0)} ms)`,
          game.cpuMs / median(writes),
        ),
        told('three hours while they are recorded', game.bytes.length / MB, ' MB', 1),
        atMost('three hours, packed', size / MB, 30, ' MB', 1),
        atMost('open', median(opens), 100, ' ms', 1),
        atMost(`read ${SEEN_MS / 1_000} s anywhere: median`, median(finds), 100, ' ms', 1),
        atMost('the same: worst', Math.max(...finds), 100, ' ms', 1),
        told('what it says, kept for seeking', sought.gistBytes / MB, ' MB', 1),
        atMost('open it to be played', sought.startMs, 100, ' ms', 1),
        atMost(
          `sent to ${sought.seeksMs.length} instants by chance: median until the Moment is there`,
          median(sought.seeksMs),
          100,
          ' ms',
          1,
        ),
        atMost('the same: worst', Math.max(...sought.seeksMs), 100, ' ms', 1),
        told('the same: processor time of one', sought.seeksCpuMs / sought.seeksMs.length, ' ms', 1),
        told('the same: median, against reading ten seconds', median(sought.seeksMs) / median(finds)),
        atMost('what the player holds after that', sought.heldBytes / MB, 64, ' MB', 1),
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
