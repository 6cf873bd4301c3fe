// A recorded HudStats or IMG Arena game is as its tape says too: each of the provider's channels bears a JSON Schema, and every text on it is as that has it.
import { expect, test } from 'vitest';
import { lineOf } from '../../src/emulator/line.ts';
import { CHANNELS } from '../../src/feeds/hudstats/channels.ts';
import { STREAM_SCHEMAS } from '../../src/feeds/imgarena/tape-schemas.ts';
import { playGame } from '../../src/feeds/simulator/play-game.ts';
import { makeRecorder } from '../../src/relay/recorder.ts';
import { TAPE_SCHEMAS } from '../../src/relay/tape-schemas.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { type Provider, through } from '../emulator/others-wire.ts';
import { RULES, type Window } from '../emulator/window.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { makeMemoryDisk } from '../kit/memory-disk.ts';
import { judged } from '../kit/tape-texts.ts';

const SEED = 12;
const START_MS = 1_700_000_000_000;
/** From the beginning: by then everything is said that is told of a game that goes on. */
const UNTIL_MS = 60_000;
const RATE_HZ = 2;

/** What happens in a game, in the words of another provider: the emulators tell it in theirs. */
function beginning(): Window {
  const given = { seed: SEED, rules: RULES, startMs: START_MS, untilMs: UNTIL_MS, rateHz: RATE_HZ } as const;
  const lines = [...playGame(given)].flatMap(({ source, text, atMs }) => lineOf(source, text, atMs) ?? []);
  return { name: 'the beginning', fromMs: START_MS, lines };
}

/** What a feed hears from its provider's emulator, as a recorder leaves it. */
async function recorded(as: Provider): Promise<Uint8Array> {
  const disk = makeMemoryDisk();
  const recorder = makeRecorder({
    time: makeManualTime(),
    about: { version: 1, feed: as, words: as, rules: RULES, writer: 'test' },
    writer: makeTapeWriter(await loadZstd(), TAPE_SCHEMAS),
    tapeName: () => 'a.mcap',
    openSink: disk.openSink,
    onFault: () => undefined,
  });
  await recorder.start();
  for (const { to } of await through(as, beginning(), [null], SEED))
    for (const words of to.heard) recorder.words(words);
  await recorder.stop();
  return disk.bytes();
}

test.each([
  // Warnings to whoever listens, which nobody sends in these minutes.
  ['hudstats', CHANNELS.filter((channel) => channel !== 'outbound-messages')],
  ['imgarena', [...STREAM_SCHEMAS.keys()]],
] as const)(
  'every text of a recorded game of %s is as the schema of its channel has it',
  async (as, said) => {
    const { count, encodings, wrong } = await judged(await recorded(as));
    expect(wrong.slice(0, 4)).toEqual([]);
    for (const channel of said) {
      const topic = `${as}/${channel}`;
      expect({ topic, encoding: encodings.get(topic) }).toEqual({ topic, encoding: 'jsonschema' });
      expect({ topic, texts: count.get(topic) ?? 0 }).not.toEqual({ topic, texts: 0 });
    }
  },
);
