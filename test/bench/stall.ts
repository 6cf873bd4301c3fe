// What one stalled page of twenty costs the others: the p99 of their frames' lateness, with it and without.
import { pushFor, relayFanOut } from './fan-outs.ts';
import { print, quantile } from './figures.ts';
import { frameAt } from './frame-source.ts';
import { startLoad } from './load.ts';

const PAGES = 20;
const ROUNDS = 6;
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

export async function benchStall(): Promise<void> {
  const without: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turn first and second, so that neither always follows the other.
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const stalled of order) (stalled === 0 ? without : beside).push(...(await latenciesMs(stalled)));
  }
  const [p99Without, p99Beside] = [quantile(without, 0.99), quantile(beside, 0.99)];
  print(`One stalled page of ${PAGES}: p99 of the other pages' frames`, [
    {
      what: 'beside a stalled page against without',
      figure: p99Beside / p99Without,
      aim: 1.1,
      note: `${p99Beside.toFixed(2)} ms against ${p99Without.toFixed(2)} ms; medians ${quantile(beside, 0.5).toFixed(2)} and ${quantile(without, 0.5).toFixed(2)}`,
    },
  ]);
}
