// The words of a scorer's table, numbered: each changes the score and the clock, and from either it can be told which word it was.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { scoreSchema } from '../../src/game/message.ts';
import { GAME_FILE } from '../../src/relay/game-file.ts';
import type { State } from '../../src/relay/state.ts';
import type { TableState } from './table.ts';

/** Words after which scores and clocks come again: more than one life of a relay ever hears. */
const SCORES = 900;
const CLOCKS = 630;
const HOME = '481';

const scoreOf = (n: number): number => 100 + (n % SCORES);
/** Down from 11:30, never into the last minute. */
const clockSecondsOf = (n: number): number => 690 - (n % CLOCKS);

/** Word `n`: always the third quarter, the visitors at 40, a clock that stands. */
export function wordOf(score: number, clock = score): TableState {
  const seconds = clockSecondsOf(clock);
  return {
    period: 'Q3',
    clock: [Math.floor(seconds / 60), seconds % 60, 0],
    running: false,
    home: scoreOf(score),
    away: 40,
  };
}

/** The newest word up to `most` of which `is` is true, of those from `least` on; null for none. */
function newest(least: number, most: number, is: (n: number) => boolean): number | null {
  for (let n = most; n >= least; n -= 1) if (is(n)) return n;
  return null;
}

/** Of the words from `least` to `most`, those that a relay's state knows: by its score, and by its clock. */
export const wordsIn = ({ home, clock }: State, least: number, most: number) => ({
  score: newest(least, most, (n) => scoreOf(n) === home?.score),
  clock: newest(least, most, (n) => clockSecondsOf(n) * 1_000 === clock?.remainingMs),
});

const keptSchema = z.discriminatedUnion('kind', [
  scoreSchema.pick({ kind: true, scores: true }),
  z.object({ kind: z.literal('clock'), game: z.object({ remainingMs: z.number() }) }),
]);

function factOf(line: string): z.infer<typeof keptSchema> | null {
  try {
    return keptSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** The newest of these words that is on the disk whole, its score and its clock; null for none. */
export async function wordOnDisk(folder: string, least: number, most: number): Promise<number | null> {
  const text = await readFile(join(folder, GAME_FILE), 'utf8').catch(() => '');
  let points: number | null = null;
  let remainingMs: number | null = null;
  for (const fact of text.split('\n').map(factOf)) {
    if (fact?.kind === 'score') points = fact.scores.find(({ teamId }) => teamId === HOME)?.points ?? points;
    if (fact?.kind === 'clock') ({ remainingMs } = fact.game);
  }
  const score = newest(least, most, (n) => scoreOf(n) === points);
  const clock = newest(least, most, (n) => clockSecondsOf(n) * 1_000 === remainingMs);
  return score === null || clock === null ? null : Math.min(score, clock);
}
