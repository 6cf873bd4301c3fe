// How tapes are named, and that none is written over another.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sinksIn, tapeName } from '../../src/relay/tape-files.ts';
import { scratchFolder } from '../kit/relay-rig.ts';

test('a tape is named by its day and time, and never written over another', async () => {
  const startedMs = new Date(2026, 10, 3, 19, 30, 5).getTime();
  expect(tapeName(startedMs)).toBe('2026-11-03_19-30-05.mcap');
  const folder = join(await scratchFolder(), 'tapes');
  for (const text of ['one', 'two']) {
    const sink = await sinksIn(folder)(tapeName(startedMs));
    await sink.append(Buffer.from(text));
    await sink.close();
  }
  expect((await readdir(folder)).sort()).toEqual(['2026-11-03_19-30-05.mcap', '2026-11-03_19-30-05_2.mcap']);
  expect(await readFile(join(folder, '2026-11-03_19-30-05.mcap'), 'utf8')).toBe('one');
});
