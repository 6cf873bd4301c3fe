// Damaged tapes: cut at any byte, bytes flipped anywhere. What is given was written; what was not written is never given; nothing throws.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTape } from '../../src/tape/open.ts';
import { salvage } from '../../src/tape/salvage.ts';
import { memoryFile } from '../../src/tape/tape-file.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { entriesOf, entry, piecesOf, tapeOf } from '../kit/tapes.ts';

/** `COURTSIDE_DAMAGES=20000` for a long night. */
const RUNS = Number(process.env.COURTSIDE_DAMAGES ?? 300);
const SEED = Number(process.env.COURTSIDE_SEED ?? 11);

const ENTRIES = Array.from({ length: 120 }, (_, n) =>
  entry(1_700_000_000_000 + n * 40, JSON.stringify({ n, text: 'ž'.repeat(n % 9) }), `shottracker/s${n % 3}`),
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

test.each([true, false])(
  `a damaged tape (ended: %s) gives what stands before the damage, and says where and why (seed ${SEED})`,
  async (end) => {
    const bytes = await tapeOf(ENTRIES, { end });
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

test(`a damaged tape that is opened by its index gives what was written, or stops (seed ${SEED})`, async () => {
  const bytes = await tapeOf(ENTRIES);
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
});

test(`what is salvaged was written, in its order, and no less than what stands before the damage (seed ${SEED})`, async () => {
  const bytes = await tapeOf(ENTRIES);
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
});
