// A disk that is really full: a small file system in memory, which only root may mount. `COURTSIDE_FULL_DISK=1` runs it.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../src/game/fault.ts';
import { FLUSH_MS, makeRecorder } from '../../src/relay/recorder.ts';
import { freeBytesIn, sinksIn } from '../../src/relay/tape-files.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { waitFor } from '../kit/patience.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { ABOUT, entriesOf, piecesOf } from '../kit/tapes.ts';

const ROOM = '512k';
const WORD_BYTES = 20_000;

test.skipIf(process.env.COURTSIDE_FULL_DISK === undefined)(
  'on a disk that becomes full the tape stops with a Fault, and holds all that was on the disk by then',
  async () => {
    const folder = await scratchFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOM}`, 'tmpfs', folder]);
    onTestFinished(() => void execFileSync('umount', [folder]));
    const time = makeManualTime();
    const faults: Fault[] = [];
    const recorder = makeRecorder({
      time,
      about: ABOUT,
      writer: makeTapeWriter(await loadZstd()),
      tapeName: () => 'game.mcap',
      openSink: sinksIn(folder),
      freeBytes: freeBytesIn(folder),
      onFault: (fault) => faults.push(fault),
    });
    await recorder.start();
    const said: string[] = [];
    for (let n = 0; n < 100 && faults.length === 0; n += 1) {
      // What cannot be packed, so that room is taken.
      said.push(JSON.stringify({ n, noise: randomBytes(WORD_BYTES).toString('base64') }));
      recorder.words({ source: 'clock', text: said[n] ?? '', heardMs: time.now() });
      const before = recorder.info()?.bytes ?? 0;
      time.advance(FLUSH_MS);
      await waitFor(() => expect(faults.length > 0 || (recorder.info()?.bytes ?? 0) > before).toBe(true));
    }
    expect(faults).toMatchObject([
      { code: 'recording-stopped', found: expect.stringContaining('ENOSPC') as string },
    ]);
    expect(recorder.info()).toMatchObject({ recording: false });
    await recorder.stop();
    const pieces = await piecesOf(await readFile(join(folder, 'game.mcap')));
    const found = entriesOf(pieces).map(({ text }) => text);
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(said.slice(0, found.length));
    expect(found.length).toBeGreaterThanOrEqual(said.length - 1);
    expect(pieces.at(-1)).toMatchObject({ kind: 'end', complete: false });
  },
);
