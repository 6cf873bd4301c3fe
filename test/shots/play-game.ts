// `npm run shots -- game`: plays the game of the pictures anew and keeps its history. An engine that rounds a logarithm otherwise plays another game: it is played once, and all references are made anew with it.
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { playGame } from '../../src/feeds/simulator/play-game.ts';
import type { Said } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { PICTURE_MS, RULES } from './kept-game.ts';

const SEED = 11;
/** From the first word to the picture: a close third quarter, everyone before the basket that the hall's camera sees. Milliseconds. */
const PLAYED_MS = 2_493_000;
/** Kept word for word up to the picture, and a little beyond: what stands between two samples needs both. Milliseconds. */
const KEPT_MS = { before: 4_000, after: 400 } as const;

/** A whole number of millimetres says enough. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) && Math.abs(value) > 100 ? Math.round(value) : value;

/** Plays it as a feed would tell it, and writes its history to a file. */
export async function keepGame(file: string): Promise<number> {
  const timeline = makeTimeline({ rules: rulesOf(RULES), historyMs: 10_000 });
  let seq = 0;
  const message = (said: Said): void => timeline.push({ ...said, seq: (seq += 1) });
  const reader = makeReader({
    rules: RULES,
    to: { words: () => {}, message, fault: () => {}, offset: () => {} },
  });
  const startMs = PICTURE_MS - PLAYED_MS;
  const untilMs = PLAYED_MS + KEPT_MS.after;
  // Places of long ago are of no picture, and most of the work.
  for (const { atMs, source, text } of playGame({
    seed: SEED,
    rules: RULES,
    startMs,
    untilMs,
    level: 'full',
  }))
    if (source !== 'location' || atMs > PICTURE_MS - KEPT_MS.before) reader.hear(text, atMs);
  const history = timeline.history(PICTURE_MS - KEPT_MS.before);
  const bytes = gzipSync(JSON.stringify(history, rounded), { level: 9 });
  await writeFile(file, bytes);
  return bytes.length;
}
