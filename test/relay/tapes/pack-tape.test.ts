// A tape on the disk is packed while it grows: what takes its place holds the same, and what goes wrong leaves the tape as it was recorded.
import { appendFile, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Growth, PACKING, packTape } from '../../../src/relay/tapes/pack-tape.ts';
import { scratchFolder } from '../../kit/relay-rig.ts';
import { entriesOf, entry, piecesOf, tapeOf } from '../../kit/tapes.ts';

const ENTRIES = Array.from({ length: 400 }, (_, n) =>
  entry(
    1_700_000_000_000 + n * 40,
    JSON.stringify({ x: n * 11, y: n * n, court: 'main court '.repeat(80) }),
    'shottracker/location',
  ),
);

async function rig(bytes: Uint8Array) {
  const folder = await scratchFolder();
  const path = join(folder, 'game.mcap');
  await writeFile(path, '');
  const growth = new Growth();
  return {
    folder,
    path,
    growth,
    /** The tape grows by so much. */
    grow: async (from: number, to: number) => {
      await appendFile(path, bytes.subarray(from, to));
      growth.grown(to);
    },
  };
}

test('a tape that grows is packed, and the packed one stands in its place', async () => {
  const bytes = await tapeOf(ENTRIES);
  const { path, folder, growth, grow } = await rig(bytes);
  const packed = packTape(path, growth);
  const step = Math.ceil(bytes.length / 7);
  for (let at = 0; at < bytes.length; at += step) await grow(at, Math.min(at + step, bytes.length));
  growth.end();
  const size = await packed;
  const now = await readFile(path);
  expect(now.length).toBe(size);
  expect(size).toBeLessThan(bytes.length);
  expect(entriesOf(await piecesOf(now))).toEqual(ENTRIES);
  expect(await readdir(folder)).toEqual(['game.mcap']);
});

test.each([
  ['was never ended', async () => tapeOf(ENTRIES, { end: false })],
  [
    'is damaged',
    async () => {
      const bytes = await tapeOf(ENTRIES);
      const middle = Math.floor(bytes.length / 2);
      bytes.fill(0x5a, middle, middle + 9);
      return bytes;
    },
  ],
  ['is no tape', async () => Buffer.from('{}\n'.repeat(1000))],
])('a tape that %s stays as it is, and nothing is left beside it', async (_what, made) => {
  const bytes = await made();
  const { path, folder, growth, grow } = await rig(bytes);
  await grow(0, bytes.length);
  growth.end();
  await expect(packTape(path, growth)).rejects.toThrow();
  expect((await readFile(path)).equals(bytes)).toBe(true);
  expect(await readdir(folder)).toEqual(['game.mcap']);
});

test('packing that is given up leaves the tape as it is, and nothing beside it', async () => {
  const bytes = await tapeOf(ENTRIES);
  const { path, folder, growth, grow } = await rig(bytes);
  const wish = new AbortController();
  const packed = packTape(path, growth, { signal: wish.signal });
  await grow(0, bytes.length / 2);
  wish.abort();
  growth.end();
  await expect(packed).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['game.mcap']);
  expect((await readFile(path)).length).toBe(Math.floor(bytes.length / 2));
});

test('what a killed relay has left behind is cleared away once it is old', async () => {
  const bytes = await tapeOf(ENTRIES);
  const { path, folder, growth, grow } = await rig(bytes);
  const [old, young] = ['old', 'young'].map((name) => join(folder, `${name}.mcap${PACKING}`));
  for (const left of [old, young]) await writeFile(left ?? '', 'half a tape');
  const longAgo = new Date(2001, 1, 1);
  await utimes(old ?? '', longAgo, longAgo);
  await grow(0, bytes.length);
  growth.end();
  await packTape(path, growth);
  expect((await readdir(folder)).sort()).toEqual(['game.mcap', `young.mcap${PACKING}`]);
});
