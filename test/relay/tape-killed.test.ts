// The recorder is killed at instants that it cannot choose: its tape opens, with all but the last second of what pages were shown, and nothing else in it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RISK_MS } from '../../src/relay/recorder.ts';
import { startCommand } from '../kit/command.ts';
import { openPage } from '../kit/page.ts';
import { seeded } from '../kit/random.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { entriesOf, piecesOf } from '../kit/tapes.ts';

/** `COURTSIDE_TAPE_KILLS=500` for a long night. */
const KILLS = Number(process.env.COURTSIDE_TAPE_KILLS ?? 4);
const SEED = Number(process.env.COURTSIDE_SEED ?? 7);
/** Lives at a time: a life is mostly waiting. */
const AT_ONCE = 4;
const LIFE_MS = 2_500;
/** On a machine that brings a frame later than this nobody can be held to a second. Milliseconds. */
const ON_TIME_MS = 150;
/** A tape keeps instants to the microsecond, the wire to less. */
const whole = (ms: number): number => Math.floor(ms);

/** `lateMs`: how late a frame was shown at most. */
type Life = { readonly missingMs: number; readonly lateMs: number };

/** One life: how much of what a page was shown is missing on the tape. */
async function live(lifeMs: number): Promise<Life> {
  const data = await scratchFolder();
  const relay = await startCommand(['--seed', '1'], { data });
  const page = await openPage(relay.port);
  await page.heard('frame');
  let lateMs = 0;
  page.socket.on('message', () => {
    lateMs = Math.max(lateMs, Date.now() - (page.frames().at(-1)?.heardMs ?? 0));
  });
  await new Promise((resolve) => setTimeout(resolve, lifeMs));
  await relay.kill();
  await page.closed;
  const [name = ''] = (await readdir(data)).filter((file) => file.endsWith('.mcap'));
  const pieces = await piecesOf(await readFile(join(data, name)));
  expect(pieces[0]?.kind).toBe('about');
  expect(pieces.at(-1)).toEqual({ kind: 'end', complete: false });
  const entries = entriesOf(pieces);
  const lastMs = entries.at(-1)?.heardMs ?? 0;
  const heard = new Set(entries.map(({ heardMs }) => whole(heardMs)));
  const shown = page.frames().map(({ heardMs }) => whole(heardMs));
  expect(shown.filter((ms) => ms < whole(lastMs) && !heard.has(ms))).toEqual([]);
  // Killed before the first was safe, all that was shown is missing.
  const missingMs = Math.max(...shown) - (entries.length > 0 ? lastMs : Math.min(...shown));
  return { missingMs, lateMs };
}

test(
  `a recorder that is killed ${KILLS} times leaves a tape each time, with at most a second missing (seed ${SEED})`,
  async () => {
    const random = seeded(SEED);
    const all: Life[] = [];
    while (all.length < KILLS) {
      const lives = Array.from({ length: Math.min(AT_ONCE, KILLS - all.length) }, () => random() * LIFE_MS);
      all.push(...(await Promise.all(lives.map(live))));
    }
    const onTime = all.filter(({ lateMs }) => lateMs <= ON_TIME_MS);
    console.log(
      `${onTime.length} of ${KILLS} on a machine that was on time; of all the most that is missing: ${Math.max(...all.map(({ missingMs }) => missingMs))} ms`,
    );
    expect(onTime.filter(({ missingMs }) => !(missingMs <= RISK_MS))).toEqual([]);
  },
  300_000 + KILLS * 60_000,
);
