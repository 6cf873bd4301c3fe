// What `courtside tape` does with a file: each action tells its options, a damaged tape is repaired, and any instant is found by its index.
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openTape } from '../../../src/tape/open.ts';
import type { Entry } from '../../../src/tape/tape.ts';
import { memoryFile } from '../../../src/tape/tape-file.ts';
import { loadZstd } from '../../../src/tape/zstd.ts';
import { GAME_ABOUT, GAME_START_MS, tapeFile } from '../../kit/tape-disk.ts';
import { tapeOf } from '../../kit/tapes.ts';
import { allOf, GAME, run } from './tape-run.ts';

describe('repair', () => {
  test('makes a whole tape of one with a hole, with all that stands after the hole, and says what was lost', async () => {
    const file = await tapeFile(GAME);
    const bytes = await readFile(file);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0x5a, middle, middle + 30);
    await writeFile(file, bytes);
    expect((await run('verify', file)).code).toBe(1);
    const { code, out } = await run('repair', file);
    expect(code).toBe(0);
    const lost = Number(/and in them (\d+) entries/.exec(out)?.[1]);
    const mended = file.replace('.mcap', '-repaired.mcap');
    expect((await run('verify', mended)).code).toBe(0);
    const found = await allOf(mended);
    expect(found.length).toBe(GAME.length - lost);
    expect(found.at(-1)).toEqual(GAME.at(-1));
    const written = new Set(GAME.map((one) => JSON.stringify(one)));
    expect(found.filter((one) => !written.has(JSON.stringify(one)))).toEqual([]);
    expect((await run('verify', file)).code).toBe(1);
  });

  test('ends a tape that was never ended, and loses nothing of it', async () => {
    const file = await tapeFile(GAME.slice(0, 300), { end: false });
    const { code, out } = await run('repair', file, '--out', `${file}.whole`);
    expect([code, out]).toEqual([0, expect.stringContaining('nothing else was wrong')]);
    expect(await allOf(`${file}.whole`)).toEqual(GAME.slice(0, 300));
  });

  test('makes nothing of what is no tape', async () => {
    const file = await tapeFile([]);
    await writeFile(file, 'nothing of the kind'.repeat(50));
    expect((await run('repair', file)).code).toBe(1);
  });
});

test.each(['info', 'verify', 'repair', 'cut', 'export', 'import'])(
  '%s tells its options, and needs a file that is there',
  async (action) => {
    const help = await run(action, '--help');
    expect(help).toMatchObject({
      code: 0,
      out: expect.stringContaining(`courtside tape ${action} FILE`) as string,
    });
    expect(await run(action)).toMatchObject({ code: 2 });
    expect(await run(action, '/nowhere/at-all.mcap')).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT') as string,
    });
  },
);

test('an action that is none is wrong use, and says which there are', async () => {
  expect(await run('mend', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('repair') as string });
});

test('a tape opens at any instant by its index, and gives what lies there', async () => {
  const bytes = await tapeOf(GAME, { about: GAME_ABOUT, each: 40 });
  const tape = await openTape(memoryFile(bytes), await loadZstd());
  if (tape.about === null) throw new Error('no tape');
  expect(tape).toMatchObject({ indexed: true, entries: GAME.length });
  const [fromMs, toMs] = [GAME_START_MS + 61_000, GAME_START_MS + 64_000];
  const found: Entry[] = [];
  for await (const entry of tape.read({ fromMs, toMs, topics: ['shottracker/clock'] })) found.push(entry);
  expect(found).toEqual(
    GAME.filter(
      ({ topic, heardMs }) => topic === 'shottracker/clock' && heardMs >= fromMs && heardMs <= toMs,
    ),
  );
});
