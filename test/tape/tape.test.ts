// A tape read back is what was written; cut anywhere, it gives all that was whole before the cut.
import { McapIndexedReader } from '@mcap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/tape/crc32.ts';
import { MAX_CHUNK_BYTES } from '../../src/tape/gathered.ts';
import { readTape } from '../../src/tape/reader.ts';
import { surveyOf } from '../../src/tape/survey.ts';
import { MAX_CHANNELS, makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { ABOUT, entriesOf, entry, inPieces, piecesOf, tapeOf } from '../kit/tapes.ts';

const ENTRIES = Array.from({ length: 95 }, (_, n) =>
  entry(
    1_700_000_000_000 + n * 40,
    JSON.stringify({ n, text: 'č'.repeat(n % 7) }),
    n % 3 ? 'shottracker/location' : 'shottracker/clock',
  ),
);

/** Where a tape's data ends. Source: MCAP specification: Data End is 13 bytes, and the footer says where the summary begins. */
const dataEndOf = (bytes: Buffer): number => Number(bytes.readBigUInt64LE(bytes.length - 28)) - 13;

describe('a tape', () => {
  test('says first what it is, then gives every entry as it came, and last that it was ended', async () => {
    const pieces = await piecesOf(await tapeOf(ENTRIES));
    expect(pieces[0]).toEqual({ kind: 'about', about: ABOUT });
    expect(entriesOf(pieces)).toEqual(ENTRIES);
    expect(pieces.at(-1)).toEqual({ kind: 'end', complete: true });
  });

  test('is what was written, whatever was written and however it comes', async () => {
    const zstd = await loadZstd();
    const anEntry = fc.record({
      topic: fc.constantFrom(
        'shottracker/clock',
        'shottracker/location',
        'shottracker/unknown',
        'courtside/cue',
      ),
      text: fc.string({ unit: 'grapheme', maxLength: 50 }),
      // Microseconds are kept.
      heardMs: fc.integer({ min: 0, max: 4e15 }).map((us) => us / 1000),
      saidMs: fc.integer({ min: 0, max: 4e15 }).map((us) => us / 1000),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anEntry, { maxLength: 30 }),
        fc.integer({ min: 1, max: 300 }),
        async (entries, size) => {
          const bytes = await tapeOf(entries, { each: 7 });
          const back = [];
          for await (const piece of readTape(inPieces(bytes, size), zstd)) back.push(piece);
          expect(entriesOf(back)).toEqual(entries);
          expect(back.at(-1)).toEqual({ kind: 'end', complete: true });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('cut anywhere gives every entry that was flushed before the cut', async () => {
    const zstd = await loadZstd();
    const writer = makeTapeWriter(zstd);
    const parts = [writer.begin(ABOUT)];
    for (const [n, one] of ENTRIES.entries()) {
      writer.add(one);
      if (n % 10 === 9) parts.push(writer.flush());
    }
    parts.push(writer.end());
    const bytes = Buffer.concat(parts);
    const ends = parts.map((_, n) => Buffer.concat(parts.slice(0, n + 1)).length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: ends[0] ?? 0, max: bytes.length - 1 }), async (length) => {
        const pieces = await piecesOf(bytes.subarray(0, length));
        const flushes = ends.filter((end) => end <= length).length - 1;
        const found = entriesOf(pieces);
        expect(found.length).toBeGreaterThanOrEqual(Math.min(flushes * 10, ENTRIES.length));
        expect(found).toEqual(ENTRIES.slice(0, found.length));
        expect(pieces.at(-1)).toMatchObject({ kind: 'end', complete: false });
      }),
      { numRuns: 80 },
    );
  });

  test('with a broken piece gives what stands before it, and says where it broke', async () => {
    const bytes = await tapeOf(ENTRIES);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0xa5, middle, middle + 40);
    const pieces = await piecesOf(bytes);
    const found = entriesOf(pieces);
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(ENTRIES.slice(0, found.length));
    expect(pieces.at(-1)).toMatchObject({ kind: 'end', complete: false, fault: { code: 'tape-unread' } });
  });

  test('with any byte of its data changed is not whole', async () => {
    const bytes = await tapeOf(ENTRIES);
    const zstd = await loadZstd();
    const place = fc.integer({ min: 0, max: dataEndOf(bytes) - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ flip;
        const { about, complete, fault } = await surveyOf(readTape(inPieces(changed, 700), zstd));
        expect(about !== null && complete && fault === null).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('{"type":"data"}\n'.repeat(100))],
    ['another kind of file', Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 37) % 256))],
  ])('that is %s is none, and says so', async (_what, bytes) => {
    const pieces = await piecesOf(bytes);
    expect(pieces).toHaveLength(1);
    expect(pieces[0]).toMatchObject({ kind: 'end', complete: false, fault: { code: 'tape-unread' } });
  });

  test('of a later version is not read', async () => {
    const pieces = await piecesOf(await tapeOf(ENTRIES, { about: { ...ABOUT, version: 99 } }));
    expect(pieces).toEqual([expect.objectContaining({ kind: 'end', complete: false })]);
  });

  test('opens in any reader of MCAP, with an index by time and topic', async () => {
    const bytes = await tapeOf(ENTRIES);
    const zstd = await loadZstd();
    const reader = await McapIndexedReader.Initialize({
      readable: {
        size: () => Promise.resolve(BigInt(bytes.length)),
        read: (offset, size) =>
          Promise.resolve(new Uint8Array(bytes.subarray(Number(offset), Number(offset + size)))),
      },
      decompressHandlers: { zstd: (part, size) => zstd.decompress(part, Number(size)) },
    });
    expect(reader.statistics).toMatchObject({ messageCount: 95n, chunkCount: 10, channelCount: 2 });
    const [from, to] = [ENTRIES[30], ENTRIES[40]].map((one) => BigInt((one?.heardMs ?? 0) * 1e6));
    const range = {
      ...(from === undefined ? {} : { startTime: from }),
      ...(to === undefined ? {} : { endTime: to }),
    };
    const found: string[] = [];
    for await (const message of reader.readMessages({ ...range, topics: ['shottracker/clock'] }))
      found.push(Buffer.from(message.data).toString());
    const expected = ENTRIES.slice(30, 41).filter(({ topic }) => topic === 'shottracker/clock');
    expect(found).toEqual(expected.map(({ text }) => text));
  });

  test('that would unpack to more than the bound is not unpacked', async () => {
    const zstd = await loadZstd();
    let unpacked = 0;
    const counting: typeof zstd = {
      ...zstd,
      decompress: (part, length) => {
        unpacked += length;
        return zstd.decompress(part, length);
      },
    };
    const bytes = await tapeOf(ENTRIES);
    // The first chunk's claim of how long it is unpacked. Source: MCAP specification, Chunk: two times, then this.
    const chunk = bytes.indexOf(Buffer.from('zstd')) - 4 - 4 - 8;
    bytes.writeBigUInt64LE(BigInt(MAX_CHUNK_BYTES) + 1n, chunk);
    const { fault, entries } = await surveyOf(readTape(inPieces(bytes), counting));
    expect(fault?.found).toContain(String(MAX_CHUNK_BYTES + 1));
    expect([entries, unpacked]).toEqual([0, 0]);
  });

  test.each([Number.NaN, -5, 1e300, Number.POSITIVE_INFINITY])(
    'takes a stamp of %d for the nearest instant',
    async (saidMs) => {
      const [found] = entriesOf(await piecesOf(await tapeOf([{ ...entry(1000, '{}'), saidMs }])));
      expect(found?.heardMs).toBe(1000);
      expect(found?.saidMs).toBe(saidMs > 0 ? 9e12 : 0);
    },
  );

  test('keeps the entries of a provider that invents sources without end', async () => {
    const many = Array.from({ length: MAX_CHANNELS + 20 }, (_, n) =>
      entry(1000 + n, `${n}`, `shottracker/s${n}`),
    );
    const survey = await surveyOf(readTape(inPieces(await tapeOf(many)), await loadZstd()));
    expect(survey.entries).toBe(many.length);
    expect(survey.topics.size).toBe(MAX_CHANNELS + 1);
  });
});

test('a survey tells topics, length and whether the tape was ended', async () => {
  const zstd = await loadZstd();
  const whole = await surveyOf(readTape(inPieces(await tapeOf(ENTRIES)), zstd));
  expect(whole).toMatchObject({ about: ABOUT, entries: 95, complete: true, fault: null });
  expect([...whole.topics]).toEqual([
    ['shottracker/clock', 32],
    ['shottracker/location', 63],
  ]);
  expect(whole.lastMs - whole.firstMs).toBe(94 * 40);
  const cut = await surveyOf(readTape(inPieces(await tapeOf(ENTRIES, { end: false })), zstd));
  expect(cut).toMatchObject({ entries: 95, complete: false, fault: null });
});

// Source: the check value of CRC-32/ISO-HDLC.
test('the checksum is the one that MCAP means', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
