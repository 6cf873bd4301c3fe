// The recorder is killed at instants that it cannot choose: its tape opens, with all but the last second of what was heard, and nothing else in it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FLUSH_MS } from '../../src/relay/recorder.ts';
import { startCommand } from '../kit/command.ts';
import { seeded } from '../kit/random.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { piecesOf } from '../kit/tapes.ts';

/** `COURTSIDE_TAPE_KILLS=500` for a long night. */
const KILLS = Number(process.env.COURTSIDE_TAPE_KILLS ?? 4);
const SEED = Number(process.env.COURTSIDE_SEED ?? 7);
/** From the kill to what it stopped, and from a flush to the disk, on a machine that has other things to do. */
const GRACE_MS = 400;

test(
  `a recorder that is killed ${KILLS} times leaves a tape each time, with at most a second missing (seed ${SEED})`,
  async () => {
    const random = seeded(SEED);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const data = await scratchFolder();
      const relay = await startCommand(['--seed', '1'], { data });
      await new Promise((resolve) => setTimeout(resolve, random() * 3_000));
      const killedMs = Date.now();
      await relay.kill();
      const [name] = (await readdir(data)).filter((file) => file.endsWith('.mcap'));
      const pieces = await piecesOf(await readFile(join(data, name ?? '')));
      expect(pieces[0]?.kind).toBe('about');
      expect(pieces.at(-1)).toEqual({ kind: 'end', complete: false });
      const heard = pieces.flatMap((piece) => (piece.kind === 'entry' ? [piece.entry.heardMs] : []));
      const about = pieces[0]?.kind === 'about' ? pieces[0].about.startedMs : 0;
      const lastMs = heard.at(-1) ?? about;
      expect({ kill, missing: killedMs - lastMs < FLUSH_MS + GRACE_MS }).toEqual({ kill, missing: true });
    }
  },
  60_000 + KILLS * 20_000,
);
