// Simulated games as tapes for tests: their entries, and files of them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { playGame } from '../../src/feeds/simulator/play-game.ts';
import { type About, type Entry, TAPE_VERSION } from '../../src/tape/tape.ts';
import { scratchFolder } from './relay-rig.ts';
import { tapeOf } from './tapes.ts';

export const GAME_START_MS = 1_700_000_000_000;
export const GAME_ABOUT: About = {
  version: TAPE_VERSION,
  feed: 'simulator',
  words: 'shottracker',
  rules: 'nba',
  game: 'sim-3',
  writer: 'courtside test',
  startedMs: GAME_START_MS,
};

/** True for one in five of the summaries. */
const isFifth = (all: readonly { source: string }[], index: number): boolean =>
  all.slice(0, index).filter(({ source }) => source === 'broadcastsummary').length % 5 === 0;

/** The first so much of a seeded game, with positions at 5 Hz. */
export const gameEntries = (untilMs: number): readonly Entry[] =>
  [...playGame({ seed: 3, rules: 'nba', startMs: GAME_START_MS, untilMs, rateHz: 5 })]
    // A summary is large, and said every other second: each fifth of them is enough to be checked.
    .filter(({ source }, index, all) => source !== 'broadcastsummary' || isFifth(all, index))
    .map(({ atMs, source, text }) => ({
      topic: `shottracker/${source}`,
      text,
      heardMs: atMs + 120,
      saidMs: atMs,
    }));

/** A file of them in a folder that is gone after the test. */
export async function tapeFile(entries: readonly Entry[], { end = true, each = 40 } = {}): Promise<string> {
  const file = join(await scratchFolder(), 'game.mcap');
  await writeFile(file, await tapeOf(entries, { about: GAME_ABOUT, end, each }));
  return file;
}
