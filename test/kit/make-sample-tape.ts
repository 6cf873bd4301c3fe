// `npm run sample-tape`: writes the sample tape, a cut out of a simulated game. The same program gives the same bytes.
import { writeFile } from 'node:fs/promises';
import { playGame } from '../../src/feeds/simulator/play-game.ts';
import { CARRIES } from '../../src/feeds/tape/carries.ts';
import { TAPE_SCHEMAS } from '../../src/relay/tape-schemas.ts';
import { cutEntries } from '../../src/tape/cut.ts';
import { rewrite } from '../../src/tape/rewrite.ts';
import { type About, type Entry, TAPE_VERSION } from '../../src/tape/tape.ts';
import { loadZstd } from '../../src/tape/zstd.ts';

const START_MS = Date.UTC(2026, 0, 10, 20, 0, 0);
const [FROM_MS, TO_MS] = [START_MS + 330_000, START_MS + 405_000];
/** How long words are on their way. */
const TRANSIT_MS = 80;
/** Enough for smooth motion, and small. */
const RATE_HZ = 20;

const ABOUT: About = {
  version: TAPE_VERSION,
  feed: 'simulator',
  words: 'shottracker',
  rules: 'nba',
  writer: 'courtside',
  startedMs: START_MS,
  fromMs: FROM_MS,
  what: 'a sample: a simulated game of invented clubs; nothing and nobody in it is real',
};

async function* game(): AsyncGenerator<Entry> {
  const options = { seed: 11, rules: 'nba', startMs: START_MS, rateHz: RATE_HZ } as const;
  for (const { atMs, source, text } of playGame({ ...options, untilMs: TO_MS - START_MS }))
    yield { topic: `shottracker/${source}`, text, heardMs: atMs + TRANSIT_MS, saidMs: atMs };
}

const entries = cutEntries({ read: game }, { fromMs: FROM_MS, toMs: TO_MS, carries: CARRIES });
const teams = { home: 'RIV Riverton Herons', away: 'ASH Ashport Comets' };
const parts: Uint8Array[] = [];
const tape = { about: ABOUT, teams, entries, zstd: await loadZstd(), schemas: TAPE_SCHEMAS };
for await (const part of rewrite(tape)) parts.push(part);
const [, , file = 'sample.mcap'] = process.argv;
const bytes = Buffer.concat(parts);
await writeFile(file, bytes);
console.log(`${file}, ${bytes.length} bytes`);
