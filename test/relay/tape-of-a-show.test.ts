// The tape of a show, played back, is the show: the same Moments one after the other, digest for digest, and the same graphics on air.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeSimulator } from '../../src/feeds/simulator/simulator.ts';
import { makeTapeFeed } from '../../src/feeds/tape/tape-feed.ts';
import { readAddress } from '../../src/hosts/output/address.ts';
import { Playback, type Shown } from '../../src/hosts/output/playback.ts';
import { makeRecorder } from '../../src/relay/recorder.ts';
import { openTape } from '../../src/tape/open.ts';
import { memoryFile } from '../../src/tape/tape-file.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import type { Down } from '../../src/wire/wire.ts';
import { type ManualTime, makeManualTime } from '../kit/manual-time.ts';
import { makeMemoryDisk } from '../kit/memory-disk.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

const START_MS = 1_700_000_000_000;
const LASTS_MS = 24_000;
const STEP_MS = 40;
const BEAT_STEPS = 480 / STEP_MS;
const ABOUT = { version: 2, feed: 'simulator', words: 'shottracker', rules: 'nba', writer: 'test' } as const;

/** What the operator does, by when after the beginning. */
const CUES: ReadonlyMap<number, object> = new Map<number, object>([
  [2_000, { cue: 'take', graphic: 'scorebug' }],
  [5_000, { cue: 'override', field: 'home.score', value: 77 }],
  [9_000, { cue: 'override', field: 'clock', value: { remainingMs: 300_000, running: true } }],
  [13_000, { cue: 'release', field: 'clock' }],
  [15_000, { cue: 'take', graphics: [{ graphic: 'shot-clock' }], autoOutMs: 3_000 }],
  [20_000, { cue: 'release', field: 'home.score' }],
  [21_000, { cue: 'out', graphic: 'scorebug' }],
]);

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Runs the show on a relay, and gives all that a page heard, in order. */
async function heardOf(rig: RelayRig, time: ManualTime): Promise<readonly Down[]> {
  const page = await openPage(rig.port);
  await page.snapshot();
  for (let step = 1; step * STEP_MS <= LASTS_MS; step += 1) {
    time.advance(STEP_MS);
    const cue = CUES.get(step * STEP_MS);
    if (cue) expect((await rig.cue(cue)).status).toBe(200);
    if (step % BEAT_STEPS === 0) await page.beat(null);
    await turn();
  }
  await page.beat(null);
  return page.downs;
}

/** Everything that a picture is made of, but for the count of its changes and what is said of feeds. */
function digest({ nowMs, moment, layers }: Shown): string {
  const { version: _version, past: _past, bodies, bodyCount, game, ...rest } = moment;
  const { feeds: _feeds, ...known } = game;
  const value = [nowMs, rest, known, bodies.slice(0, bodyCount), layers];
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What was said up to here is what a relay knows when its page comes: how much of it comes with the snapshot hangs on the page. */
const SETTLED_MS = START_MS + 1_000;

/** The digests of the Moments that a page's history makes of it, at each instant at which something was heard, and after each cue. */
function digestsOf(downs: readonly Down[], delay = 0): readonly string[] {
  const playback = new Playback(readAddress(`?delay=${delay}`), new Map());
  const digests = new Map<string, string>();
  let nowMs = START_MS;
  const take = (down: Down, atMs: number, revision: number): void => {
    nowMs = Math.max(nowMs, atMs);
    playback.hear(down, nowMs);
    const shown = nowMs > SETTLED_MS ? playback.at(nowMs) : null;
    if (shown) digests.set(`${nowMs - START_MS} ms, revision ${revision}`, digest(shown));
  };
  let revision = 0;
  for (const down of downs) {
    if (down.type === 'snapshot') playback.hear(down, nowMs);
    if (down.type === 'show') revision = down.show.revision;
    if (down.type === 'show') take(down, nowMs, revision);
    if (down.type === 'frame') take(down, down.frame[2], revision);
    if (down.type === 'facts')
      for (const fact of down.facts)
        if (fact.kind !== 'status') take({ type: 'facts', facts: [fact] }, fact.heardMs, revision);
  }
  return [...digests].map((one) => one.join(': '));
}

async function live(): Promise<{ readonly downs: readonly Down[]; readonly tape: Uint8Array }> {
  const disk = makeMemoryDisk();
  const time = makeManualTime(START_MS);
  const writer = makeTapeWriter(await loadZstd());
  const rig = await startRelay({
    time,
    feed: makeSimulator({ time, rules: 'nba', seed: 5, rateHz: 10 }) as unknown as RelayRig['feed'],
    recorder: (onFault) =>
      makeRecorder({
        time,
        about: ABOUT,
        writer,
        tapeName: () => 'show.mcap',
        openSink: disk.openSink,
        onFault,
      }),
  });
  const downs = await heardOf(rig, time);
  await rig.relay.stop();
  return { downs, tape: disk.bytes() };
}

async function played(bytes: Uint8Array): Promise<readonly Down[]> {
  const zstd = await loadZstd();
  const tape = await openTape(memoryFile(bytes), zstd);
  if (tape.about === null) throw new Error('no tape');
  const time = makeManualTime(START_MS);
  const feed = makeTapeFeed({ time, rules: 'nba', tape, file: 'show.mcap', zstd });
  const rig = await startRelay({ time, rehearsal: true, feed: feed as unknown as RelayRig['feed'] });
  await expect.poll(() => feed.transport.info().readMs >= feed.transport.info().toMs).toBe(true);
  return heardOf(rig, time);
}

test('its Moments are the same, message by message and cue by cue, live and delayed', async () => {
  const { downs, tape } = await live();
  const again = await played(tape);
  for (const delay of [0, 1_500]) {
    const first = digestsOf(downs, delay);
    expect(new Set(first.map((one) => one.split(': ')[1])).size).toBeGreaterThan(150);
    expect(digestsOf(again, delay)).toEqual(first);
  }
}, 240_000);
