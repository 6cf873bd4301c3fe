// What a tape says is found out once: while it is recorded, or when it is played first; it is kept, and whatever goes wrong with that, the tape is played.
import { open, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { GistBlock, GistSource } from '../../../src/feeds/tape/gist.ts';
import { makeGist } from '../../../src/feeds/tape/make-gist.ts';
import { diskFile } from '../../../src/relay/tape-files.ts';
import {
  besideTape,
  gistKey,
  gistsFolder,
  gistsIn,
  keepGist,
  markOf,
} from '../../../src/relay/tapes/gists.ts';
import { Growth, packTape } from '../../../src/relay/tapes/pack-tape.ts';
import { openTape } from '../../../src/tape/open.ts';
import { loadZstd } from '../../../src/tape/zstd.ts';
import { scratchFolder } from '../../kit/relay-rig.ts';
import { GAME_ABOUT, gameEntries } from '../../kit/tape-disk.ts';
import { tapeOf } from '../../kit/tapes.ts';

const NOW_MS = 1_700_000_000_000;
const GAME = gameEntries(12_000);

/** A recorded tape in a folder, and a program that makes gists by saying so. */
async function rig(program = 'throw new Error("no thread today");\n') {
  const folder = await scratchFolder();
  const path = join(folder, 'game.mcap');
  await writeFile(path, await tapeOf(GAME, { about: GAME_ABOUT, each: 40 }));
  const programFile = join(folder, 'program.mjs');
  await writeFile(programFile, program);
  const zstd = await loadZstd();
  const sourceOf = async (): Promise<GistSource> => {
    const handle = await open(path);
    onTestFinished(() => handle.close());
    const file = await diskFile(handle);
    const tape = await openTape(file, zstd);
    if (tape.about === null) throw new Error('no tape');
    const gistOf = gistsIn(gistsFolder(folder), programFile);
    return gistOf({ tape, path, file, rules: 'nba', zstd, nowMs: NOW_MS });
  };
  return { folder, path, programFile, zstd, sourceOf };
}

/** All of it; `atOnce` where nothing was waited for. */
async function taken(source: GistSource) {
  const blocks: GistBlock[] = [];
  let isWhole = false;
  const isOver = new Promise<void>((resolve) => {
    source({
      block: (block) => blocks.push(block),
      end() {
        isWhole = true;
        resolve();
      },
    });
  });
  const atOnce = isWhole;
  await isOver;
  return { blocks, atOnce };
}

async function straight(path: string): Promise<readonly GistBlock[]> {
  const zstd = await loadZstd();
  const blocks: GistBlock[] = [];
  const handle = await open(path);
  const tape = await openTape(await diskFile(handle), zstd);
  if (tape.about === null) throw new Error('no tape');
  await makeGist({ tape, rules: 'nba', zstd, onBlock: (block) => blocks.push(block) });
  await handle.close();
  return blocks;
}

const facts = (blocks: readonly GistBlock[]) =>
  blocks.map(({ fromMs, toMs, entries, ops }) => ({ fromMs, toMs, entries, chars: ops.length }));

test('a tape that is packed while it is recorded is known at once when it is played', async () => {
  const { path, programFile, sourceOf } = await rig();
  const growth = new Growth();
  growth.grown((await stat(path)).size);
  growth.end();
  await packTape(path, growth, { mark: markOf(programFile) });
  const { blocks, atOnce } = await taken(await sourceOf());
  expect(atOnce).toBe(true);
  expect(facts(blocks)).toEqual(facts(await straight(path)));
});

test('a tape whose thread fails is made out all the same, each part once', async () => {
  const { path, sourceOf } = await rig();
  const { blocks, atOnce } = await taken(await sourceOf());
  expect(atOnce).toBe(false);
  expect(facts(blocks)).toEqual(facts(await straight(path)));
});

test('what a thread finds out is kept, and not found out again', async () => {
  const { path, folder, sourceOf, programFile } = await rig();
  const made = await straight(path);
  const told = JSON.stringify(
    made.map((block) => ({
      ...block,
      ops: { ...block.ops, bytes: [...block.ops.bytes] },
      standing: block.standing && { ...block.standing, bytes: [...block.standing.bytes] },
      drawn: { ...block.drawn, bytes: [...block.drawn.bytes] },
    })),
  );
  await writeFile(
    programFile,
    `import { parentPort } from 'node:worker_threads';
const packed = (one) => one && { ...one, bytes: Uint8Array.from(one.bytes) };
for (const block of ${told})
  parentPort.postMessage({ block: { ...block, ops: packed(block.ops), standing: packed(block.standing), drawn: packed(block.drawn) } });
parentPort.postMessage({ end: true });
`,
  );
  const first = await taken(await sourceOf());
  expect(first.atOnce).toBe(false);
  expect(facts(first.blocks)).toEqual(facts(made));
  await expect
    .poll(async () =>
      (await readdir(gistsFolder(folder)).catch(() => [])).filter((name) => name.endsWith('.gist')),
    )
    .toHaveLength(1);
  const again = await taken(await sourceOf());
  expect(again.atOnce).toBe(true);
  expect(facts(again.blocks)).toEqual(facts(made));
});

test('another program, other rules or another tape have gists of their own', async () => {
  const { path } = await rig();
  const handle = await open(path);
  const file = await diskFile(handle);
  const keys = [
    await gistKey(file, 'nba', 'one'),
    await gistKey(file, 'nba', 'two'),
    await gistKey(file, 'wnba', 'one'),
    await gistKey(file, 'nba', 'one'),
  ];
  await handle.close();
  expect(new Set(keys).size).toBe(3);
  expect(keys[3]).toBe(keys[0]);
});

test('of many that are kept those go that nobody has looked at for longest', async () => {
  const { path } = await rig();
  const folder = besideTape(path);
  for (let nth = 0; nth < 26; nth += 1) {
    await keepGist(folder, `${nth}`.padStart(24, '0'), []);
    await utimes(join(folder, `${`${nth}`.padStart(24, '0')}.gist`), nth, nth);
  }
  const left = (await readdir(folder)).sort();
  expect(left).toHaveLength(24);
  expect(left[0]).toBe(`${'2'.padStart(24, '0')}.gist`);
});
