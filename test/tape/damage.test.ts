// Damaged tapes: cut at any byte, bytes flipped anywhere. What is given was written; what was not written is never given; nothing throws.
import { McapConstants } from '@mcap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTape } from '../../src/tape/open.ts';
import { salvage } from '../../src/tape/salvage.ts';
import type { Entry } from '../../src/tape/tape.ts';
import { memoryFile } from '../../src/tape/tape-file.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { entriesOf, entry, packed, piecesOf, tapeOf } from '../kit/tapes.ts';

/** `COURTSIDE_DAMAGES=20000` for a long night. */
const RUNS = Number(process.env.COURTSIDE_DAMAGES ?? 300);
const SEED = Number(process.env.COURTSIDE_SEED ?? 11);

const LONG = 'court '.repeat(300);

/** Small sources, and one that says so much that it is folded. */
const ENTRIES = Array.from({ length: 300 }, (_, n) =>
  n % 3 === 0
    ? entry(
        1_700_000_000_000 + n * 20,
        JSON.stringify({ n, text: 'ž'.repeat(n % 9) }),
        `shottracker/s${n % 2}`,
      )
    : entry(
        1_700_000_000_000 + n * 20,
        JSON.stringify({ x: n * 7, y: -3 * n, pad: LONG }),
        'shottracker/location',
      ),
);

type Damage = { readonly cut: number; readonly flips: readonly (readonly [at: number, bits: number])[] };

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const damage: fc.Arbitrary<{ cut: number; flips: [number, number][] }> = fc.record({
  cut: fc.oneof(fc.constant(1), share),
  flips: fc.array(fc.tuple(share, fc.integer({ min: 1, max: 255 })), { maxLength: 4 }),
});

function damaged(bytes: Buffer, { cut, flips }: Damage): Buffer {
  const copy = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * cut)));
  for (const [share, bits] of flips) {
    const at = Math.floor(share * copy.length);
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ bits;
  }
  return copy;
}

const parameters = { numRuns: RUNS, seed: SEED };

const RECORDED = await tapeOf(ENTRIES);
const CUT_OFF = await tapeOf(ENTRIES, { end: false });
const PACKED = await packed(RECORDED);
const TAPES: readonly (readonly [string, Buffer])[] = [
  ['that was ended', RECORDED],
  ['that was not ended', CUT_OFF],
  ['that was packed', PACKED],
];

test.each(TAPES)(
  `a damaged tape %s gives what stands before the damage, and says where and why (seed ${SEED})`,
  async (_which, bytes) => {
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const pieces = await piecesOf(damaged(bytes, how));
        const found = entriesOf(pieces);
        expect(found).toEqual(ENTRIES.slice(0, found.length));
        const last = pieces.at(-1);
        expect(last?.kind).toBe('end');
        if (last?.kind !== 'end') return;
        if (found.length < ENTRIES.length) expect(last.complete && last.fault === undefined).toBe(false);
        if (last.fault) expect(last.fault.where).toMatch(/^tape/);
      }),
      parameters,
    );
  },
);

test.each(TAPES)(
  `a damaged tape %s that is opened gives what was written, or stops (seed ${SEED})`,
  async (_which, bytes) => {
    const zstd = await loadZstd();
    const written = new Set(ENTRIES.map((one) => JSON.stringify(one)));
    await fc.assert(
      fc.asyncProperty(damage, share, async (how, from) => {
        const tape = await openTape(memoryFile(damaged(bytes, how)), zstd);
        if (tape.about === null) return;
        const fromMs = 1_700_000_000_000 + from * 4_800;
        try {
          for await (const found of tape.read({ fromMs })) expect(written).toContain(JSON.stringify(found));
        } catch (error) {
          // It says so: an assertion of ours is no such thing.
          if (error instanceof Error && error.name === 'AssertionError') throw error;
        }
      }),
      parameters,
    );
  },
);

test.each(TAPES)(
  `what is salvaged of a tape %s was written, in its order, and no less than what stands before the damage (seed ${SEED})`,
  async (_which, bytes) => {
    const zstd = await loadZstd();
    const places = new Map(ENTRIES.map((one, place) => [JSON.stringify(one), place]));
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const broken = damaged(bytes, how);
        const { entries } = await salvage(memoryFile(broken), zstd);
        const found = entries.map((one) => places.get(JSON.stringify(one)) ?? -1);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        expect(found[0] ?? 0).toBeGreaterThanOrEqual(0);
        expect(found.length).toBeGreaterThanOrEqual(entriesOf(await piecesOf(broken)).length);
      }),
      parameters,
    );
  },
);

/** What a byte of a tape belongs to. Source: MCAP specification, Records. */
function kindsOf(bytes: Buffer): ReadonlyMap<string, readonly [from: number, to: number][]> {
  const names = new Map(
    Object.entries(McapConstants.Opcode).flatMap(([name, code]): [number, string][] =>
      name === 'MAX' ? [] : [[Number(code), name]],
    ),
  );
  const kinds = new Map<string, [number, number][]>([['MAGIC', [[0, 8]]]]);
  for (let at = 8; at + 9 <= bytes.length - 8; ) {
    const to = at + 9 + Number(bytes.readBigUInt64LE(at + 1));
    const name = names.get(bytes[at] ?? 0) ?? 'none';
    kinds.set(name, [...(kinds.get(name) ?? []), [at, to]]);
    at = to;
  }
  kinds.set('END', [[bytes.length - 8, bytes.length]]);
  return kinds;
}

/** Every byte of these in a long night. */
const EACH = RUNS > 1_000 ? 1 : 7;

/** Of each kind of record the first, the middle and the last: of each of these its first bytes, its last, and some between. */
function placesIn(bytes: Buffer): readonly (readonly [kind: string, at: number])[] {
  return [...kindsOf(bytes)].flatMap(([kind, all]) => {
    const some = new Set([all[0], all[Math.floor(all.length / 2)], all.at(-1)]);
    return [...some].flatMap((record) => {
      const [from, to] = record ?? [0, 0];
      const within = Array.from({ length: to - from }, (_, n) => n).filter(
        (n) => (n + SEED) % EACH === 0 && (n < 48 || n >= to - from - 12 || n % 97 === 0),
      );
      return within.map((n): [string, number] => [kind, from + n]);
    });
  });
}

test.each(TAPES)('a tape %s has every kind of record that can be damaged', (which, bytes) => {
  const all = ['MAGIC', 'HEADER', 'METADATA', 'CHUNK', 'MESSAGE_INDEX'];
  const end = [
    'DATA_END',
    'CHANNEL',
    'STATISTICS',
    'METADATA_INDEX',
    'CHUNK_INDEX',
    'SUMMARY_OFFSET',
    'FOOTER',
  ];
  expect([...kindsOf(bytes).keys()]).toEqual(
    expect.arrayContaining(which === 'that was not ended' ? all : [...all, ...end]),
  );
});

test.each(TAPES)(
  'a tape %s that is cut at a byte of any kind of record, or changed there, gives nothing else than it held',
  async (_which, bytes) => {
    const zstd = await loadZstd();
    const isBeginning = (found: readonly Entry[]): boolean =>
      found.every(({ topic, text, heardMs }, n) => {
        const one = ENTRIES[n];
        return one?.topic === topic && one.text === text && one.heardMs === heardMs;
      });
    for (const [kind, at] of placesIn(bytes)) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      for (const broken of [bytes.subarray(0, at), changed]) {
        const pieces = await piecesOf(broken, broken.length);
        const found = entriesOf(pieces);
        const last = pieces.at(-1);
        const isTold = last?.kind === 'end' && (!last.complete || last.fault !== undefined);
        const isWhole = found.length === ENTRIES.length;
        expect([kind, at, isBeginning(found), isTold || isWhole]).toEqual([kind, at, true, true]);
        const opened = await openTape(memoryFile(broken), zstd);
        if (opened.about === null) continue;
        const read: Entry[] = [];
        try {
          for await (const one of opened.read()) read.push(one);
        } catch {
          // It cannot be read on, and says so.
        }
        expect([kind, at, isBeginning(read)]).toEqual([kind, at, true]);
      }
    }
  },
);
