// A tape of three hours played by the very feed that plays it in a relay, and sent to instants chosen by chance: how long until what is true there can be asked.

import type { GistBlock } from '../../src/feeds/tape/gist.ts';
import { readGist, writeGist } from '../../src/feeds/tape/gist-file.ts';
import { keptGist, makeGist } from '../../src/feeds/tape/make-gist.ts';
import { makeTapeFeed } from '../../src/feeds/tape/tape-feed.ts';
import type { Message } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { openTape } from '../../src/tape/open.ts';
import type { TapeFile } from '../../src/tape/tape-file.ts';
import type { Zstd } from '../../src/tape/zstd.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { seeded } from '../kit/random.ts';

const SEEKS = 200;
const SEED = 5;
const KEY = 'bench';

export type Sought = {
  /** Processor time of finding out what the tape says, once. */
  readonly gistCpuMs: number;
  readonly gistBytes: number;
  /** Each from the order until the Moment there is at hand; and the processor time of all of them. */
  readonly seeksMs: readonly number[];
  readonly seeksCpuMs: number;
  /** From the file on the disk to a feed that plays. */
  readonly startMs: number;
  /** What the feed holds after all of them. */
  readonly heldBytes: number;
};

const heldNow = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Seeks in a tape, and looks at each instant through a Timeline of its own. */
export async function seekIn(file: TapeFile, zstd: Zstd): Promise<Sought> {
  const tape = await openTape(file, zstd);
  if (tape.about === null) throw new Error('no tape');
  const { rules } = tape.about;
  const blocks: GistBlock[] = [];
  const before = process.cpuUsage();
  await makeGist({ tape, rules, zstd, onBlock: (block) => blocks.push(block) });
  const { user, system } = process.cpuUsage(before);
  const bytes = writeGist(KEY, blocks.splice(0));

  const heldBefore = heldNow();
  const startedMs = performance.now();
  const opened = await openTape(file, zstd);
  const kept = readGist(KEY, bytes);
  if (opened.about === null || kept === null) throw new Error('no gist');
  const time = makeManualTime();
  const feed = makeTapeFeed({ time, rules, tape: opened, file: 'bench', zstd, gist: keptGist(kept) });
  const timeline = makeTimeline({ rules: rulesOf(rules) });
  let seq = 0;
  const numbered = (one: object): Message => ({ ...one, seq: (seq += 1) }) as Message;
  feed.start({
    words: () => {},
    message: (said) => timeline.push(numbered(said)),
    status: () => {},
    fault: () => {},
    jump({ game, messages }) {
      const all = messages.map(numbered);
      const frames = all.filter((one) => one.kind === 'frame');
      timeline.reset({ game, facts: all.filter((one) => one.kind !== 'frame'), frames });
    },
    reachMs: () => 2_000,
  });
  const startMs = performance.now() - startedMs;
  feed.transport.order({ do: 'pause' });
  const random = seeded(SEED);
  const cpuBefore = process.cpuUsage();
  const seeksMs = Array.from({ length: SEEKS }, () => {
    const to = opened.firstMs + random() * (opened.lastMs - opened.firstMs);
    const fromMs = performance.now();
    const refused = feed.transport.order({ do: 'seek', to });
    const { game, bodyCount } = timeline.at(time.now());
    const tookMs = performance.now() - fromMs;
    if (refused || game.homeId === null || (bodyCount === 0 && timeline.newestFrameMs === 0))
      throw new Error(`nothing is shown ${to - opened.firstMs} ms after the beginning`);
    return tookMs;
  });
  const spent = process.cpuUsage(cpuBefore);
  const seeksCpuMs = (spent.user + spent.system) / 1_000;
  const heldBytes = heldNow() - heldBefore;
  await feed.stop();
  return {
    gistCpuMs: (user + system) / 1_000,
    gistBytes: bytes.byteLength,
    seeksMs,
    seeksCpuMs,
    startMs,
    heldBytes,
  };
}
