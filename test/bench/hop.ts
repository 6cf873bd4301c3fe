// What the relay's hop costs: CPU a delivery at 100 pages, as a ratio to a bare loop that encodes once, and to one that encodes for each page.
import { bareFanOut, type FanOut, pushFor, relayFanOut } from './fan-outs.ts';
import { median } from './figures.ts';
import { frameAt } from './frame-source.ts';
import { startLoad } from './load.ts';
import { atMost, type Found } from './row.ts';

const PAGES = 100;
const ROUNDS = 5;
const PACE = { rateHz: 25, lastsMs: 5_000 };
const WARM = { rateHz: 50, lastsMs: 1_500 };

/** CPU of this process a delivery, in microseconds, while frames go out at the pace of a feed. */
async function costUs(start: () => Promise<FanOut>): Promise<number> {
  const fanOut = await start();
  const load = await startLoad({ url: fanOut.url, count: PAGES, stalled: 0 });
  await pushFor(fanOut, WARM, frameAt);
  load.begin();
  const before = process.cpuUsage();
  await pushFor(fanOut, PACE, frameAt);
  const { user, system } = process.cpuUsage(before);
  const { deliveries } = await load.counted();
  await load.leave();
  await fanOut.stop();
  return (user + system) / deliveries;
}

/** Takes the kinds in turn, so that what else the machine does falls on all of them alike. */
export async function benchHop(): Promise<Found> {
  const kinds = {
    relay: relayFanOut,
    once: () => bareFanOut('once'),
    each: () => bareFanOut('for each'),
  };
  const costs = { relay: [] as number[], once: [] as number[], each: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of ['relay', 'once', 'each'] as const) costs[kind].push(await costUs(kinds[kind]));
  const [relay, once, each] = [median(costs.relay), median(costs.once), median(costs.each)];
  const note = `${relay.toFixed(1)} us against ${once.toFixed(1)} and ${each.toFixed(1)}`;
  return {
    title: `The relay's hop: CPU a delivery, ${PAGES} pages, ${PACE.rateHz} frames a second (${note})`,
    rows: [
      atMost('against a bare loop that encodes once', relay / once, 1.15),
      atMost('against a bare loop that encodes for each page', relay / each, 0.65),
    ],
  };
}
