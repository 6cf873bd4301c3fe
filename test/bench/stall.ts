// What one stalled page of twenty costs the others: the p99 of their frames' lateness, with it and without.
import { pushFor, relayFanOut } from './fan-outs.ts';
import { median, quantile } from './figures.ts';
import { frameAt } from './frame-source.ts';
import { startLoad } from './load.ts';
import { atMost, type Found } from './row.ts';

const PAGES = 20;
const ROUNDS = 8;
const PACE = { rateHz: 25, lastsMs: 6_000 };
const WARM = { rateHz: 50, lastsMs: 1_000 };

async function latenciesMs(stalled: number): Promise<readonly number[]> {
  const fanOut = await relayFanOut();
  const others = await startLoad({ url: fanOut.url, count: PAGES - 1, stalled: 0 });
  const last = await startLoad({ url: fanOut.url, count: 1, stalled });
  await pushFor(fanOut, WARM, frameAt);
  others.begin();
  await pushFor(fanOut, PACE, frameAt);
  const counted = await others.counted();
  await others.leave();
  await last.leave();
  await fanOut.stop();
  return counted.latenciesMs;
}

export async function benchStall(): Promise<Found> {
  const without: (readonly number[])[] = [];
  const beside: (readonly number[])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turn first and second, so that neither always follows the other.
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const stalled of order) (stalled === 0 ? without : beside).push(await latenciesMs(stalled));
  }
  // The middle one of the rounds: what else the machine did in one of them does not count.
  const at = (rounds: readonly (readonly number[])[], share: number): number =>
    median(rounds.map((latencies) => quantile(latencies, share)));
  const [p99Without, p99Beside] = [at(without, 0.99), at(beside, 0.99)];
  const note = `${p99Beside.toFixed(2)} ms against ${p99Without.toFixed(2)} ms; medians ${at(beside, 0.5).toFixed(2)} and ${at(without, 0.5).toFixed(2)}`;
  return {
    title: `One stalled page of ${PAGES}: p99 of the other pages' frames (${note})`,
    rows: [atMost('beside a stalled page against without', p99Beside / p99Without, 1.1)],
  };
}
