// A tape played fifty times as fast as life, on a real page: the page keeps the pace that it has at once as fast.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { playGame } from '../../src/feeds/simulator/play-game.ts';
import { gameAt } from '../../src/game/course.ts';
import type { TransportInfo } from '../../src/game/transport.ts';
import { TAPE_SCHEMAS } from '../../src/relay/tape-schemas.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { median } from './figures.ts';
import { atLeast, atMost, type Found, told } from './row.ts';
import { serveTape } from './serving.ts';
import { ABOUT, START_MS } from './tape-about.ts';
import { inBrowser, type Pace, pace } from './watch.ts';

const FAST = 50;
const WATCHED_MS = 5_000;
const ROUNDS = 2;
/** Enough for all that is watched at the fast rate, and then some. */
const LONG_MS = 1.5 * ROUNDS * (WATCHED_MS + 1_000) * FAST;
const FLUSH_EACH = 500;

async function writeTape(file: string): Promise<void> {
  const writer = makeTapeWriter(await loadZstd(), TAPE_SCHEMAS);
  const parts = [writer.begin(ABOUT)];
  let count = 0;
  const words = playGame({ seed: 4, rules: 'nba', startMs: START_MS, untilMs: LONG_MS });
  for (const { atMs, source, text } of words) {
    writer.add({ topic: `shottracker/${source}`, text, heardMs: atMs, saidMs: atMs });
    count += 1;
    if (count % FLUSH_EACH === 0) parts.push(writer.flush());
  }
  await writeFile(file, Buffer.concat([...parts, writer.end()]));
}

async function order(url: string, what: object): Promise<TransportInfo> {
  const answer = await fetch(`${url}/api/v1/transport`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  });
  if (!answer.ok) throw new Error(`${JSON.stringify(what)}: ${await answer.text()}`);
  return ((await answer.json()) as { transport: TransportInfo }).transport;
}

/** What a tape says is known by then: what is measured is playing. */
async function wholeOf(url: string): Promise<TransportInfo> {
  for (;;) {
    const info = await order(url, { do: 'pause' });
    if (info.readMs >= info.toMs) return info;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** `behindMs`: how long ago the relay was where the picture is. */
type Watched = Pace & { readonly behindMs: number };

/** At a rate: the page's pace, and what it shows in the end. */
async function watchAt(tab: Page, url: string, rate: number): Promise<Watched> {
  const { course } = await order(url, { do: 'play', rate });
  await tab.waitForTimeout(1_000);
  const watched = await pace(tab, WATCHED_MS);
  const { instantMs, nowMs } = await tab.evaluate(() => ({
    instantMs: window.courtside?.painted().instantMs ?? Number.NaN,
    nowMs: Date.now(),
  }));
  const behindMs = (gameAt(course, nowMs) - instantMs) / rate;
  return { ...watched, behindMs };
}

const fpsOf = ({ frames, tookMs }: Pace): number => (frames * 1_000) / tookMs;
const lateOf = ({ frames, late }: Pace): number => (100 * late) / frames;

export async function benchFast(): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'courtside-bench-'));
  const file = join(folder, 'game.mcap');
  await writeTape(file);
  const relay = await serveTape(file);
  const slow: Watched[] = [];
  const fast: Watched[] = [];
  try {
    await inBrowser([], async (tab) => {
      await wholeOf(relay.url);
      await tab.goto(`${relay.url}/out?name=bench&graphics=scorebug,shot-clock,player-dots`);
      await order(relay.url, { do: 'seek', to: '+5s' });
      await tab.waitForTimeout(3_000);
      for (let round = 0; round < ROUNDS; round += 1) {
        slow.push(await watchAt(tab, relay.url, 1));
        fast.push(await watchAt(tab, relay.url, FAST));
      }
    });
  } finally {
    await relay.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const [one, many] = [slow, fast].map((all) => median(all.map(fpsOf))) as [number, number];
  return {
    title: `A tape played ${FAST} times as fast, on a page with scorebug, shot clock and dots, against once as fast (${one.toFixed(1)} frames a second)`,
    rows: [
      told('frames a second', many, '', 1),
      atLeast('the same, against once as fast', many / one, 0.9),
      told('late frames, once as fast', median(slow.map(lateOf)), ' %', 1),
      told(`late frames, ${FAST} times`, median(fast.map(lateOf)), ' %', 1),
      atMost(
        'how long ago the relay was where the picture is, worst',
        Math.max(...fast.map(({ behindMs }) => behindMs)),
        200,
        ' ms',
        0,
      ),
    ],
  };
}
