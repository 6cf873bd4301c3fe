// A packed tape holds what the tape that was recorded holds, entry for entry; other tools read of it what is not folded.
import { McapIndexedReader } from '@mcap/core';
import { expect, test } from 'vitest';
import { playGame } from '../../src/feeds/simulator/play-game.ts';
import { PLAIN_EACH } from '../../src/tape/arrange.ts';
import { openTape } from '../../src/tape/open.ts';
import { FOLDED_TOPIC, TAPE_VERSION } from '../../src/tape/tape.ts';
import { memoryFile } from '../../src/tape/tape-file.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { ABOUT, entriesOf, packed, piecesOf, tapeOf } from '../kit/tapes.ts';

const START_MS = 1_700_000_000_000;
const SECONDS = 40;

const ENTRIES = [...playGame({ seed: 3, rules: 'nba', startMs: START_MS, untilMs: SECONDS * 1_000 })].map(
  ({ atMs, source, text }) => ({
    topic: `shottracker/${source}`,
    text,
    heardMs: atMs + 0.25,
    saidMs: atMs,
  }),
);
const RECORDED = await tapeOf(ENTRIES, { each: 30 });
const PACKED = await packed(RECORDED);

async function all<T>(from: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of from) found.push(one);
  return found;
}

const mcap = async (bytes: Uint8Array) => {
  const zstd = await loadZstd();
  return McapIndexedReader.Initialize({
    readable: {
      size: () => Promise.resolve(BigInt(bytes.length)),
      read: (offset, size) => Promise.resolve(bytes.slice(Number(offset), Number(offset + size))),
    },
    decompressHandlers: { zstd: (part, size) => zstd.decompress(part, Number(size)) },
  });
};

test('a packed tape is the recorded one, entry for entry, in a fraction of its bytes', async () => {
  const pieces = await piecesOf(PACKED);
  expect(entriesOf(pieces)).toEqual(ENTRIES);
  expect(pieces[0]).toEqual({ kind: 'about', about: { ...ABOUT, version: TAPE_VERSION } });
  expect(pieces.at(-1)).toEqual({ kind: 'end', complete: true });
  expect(PACKED.length).toBeLessThan(RECORDED.length / 2);
});

test('a packed tape that is opened by its index tells every entry, and gives any stretch of any topics', async () => {
  const tape = await openTape(memoryFile(PACKED), await loadZstd());
  if (tape.about === null) throw new Error('no tape');
  expect(tape).toMatchObject({ indexed: true, entries: ENTRIES.length });
  const positions = ENTRIES.filter(({ topic }) => topic === 'shottracker/location');
  expect(tape.topics.get('shottracker/location')).toBe(positions.length);
  expect(tape.topics.has(FOLDED_TOPIC)).toBe(false);
  const [fromMs, toMs] = [START_MS + 9_990, START_MS + 21_003];
  const within = ENTRIES.filter(({ heardMs }) => heardMs >= fromMs && heardMs <= toMs);
  expect(await all(tape.read({ fromMs, toMs }))).toEqual(within);
  const topics = ['shottracker/location'];
  expect(await all(tape.read({ topics }))).toEqual(positions);
  expect(await all(tape.read({ topics: ['shottracker/clock'] }))).toEqual(
    ENTRIES.filter(({ topic }) => topic === 'shottracker/clock'),
  );
});

test('another tool reads every source of a packed tape as it came; of positions one in so many', async () => {
  const reader = await mcap(PACKED);
  const topicOf = new Map([...reader.channelsById.values()].map(({ id, topic }) => [id, topic]));
  const found = new Map<string, string[]>();
  let lastNs = 0n;
  for await (const message of reader.readMessages()) {
    expect(message.logTime >= lastNs).toBe(true);
    lastNs = message.logTime;
    const topic = topicOf.get(message.channelId) ?? '';
    if (topic === FOLDED_TOPIC) continue;
    found.set(topic, [...(found.get(topic) ?? []), Buffer.from(message.data).toString()]);
  }
  for (const topic of new Set(ENTRIES.map((one) => one.topic))) {
    const all = ENTRIES.filter((one) => one.topic === topic).map(({ text }) => text);
    const there = found.get(topic) ?? [];
    if (topic !== 'shottracker/location') expect(there).toEqual(all);
    else expect(there.length).toBeGreaterThanOrEqual(all.length / PLAIN_EACH);
    expect(all).toEqual(expect.arrayContaining(there));
  }
});

test('the statistics of a packed tape count its messages, as other tools count them', async () => {
  const reader = await mcap(PACKED);
  let messages = 0;
  for await (const _ of reader.readMessages()) messages += 1;
  expect(reader.statistics?.messageCount).toBe(BigInt(messages));
  expect(reader.statistics?.chunkCount).toBe(reader.chunkIndexes.length);
});

test('a tape that was not ended is not packed', async () => {
  const cut = await tapeOf(ENTRIES.slice(0, 50), { end: false });
  await expect(packed(cut)).rejects.toThrow('not ended');
});
