// HudStats LiveData as tests use it: on a free port of the loopback, with one fixture and one account, and no faults.

import { makeFaultBoard } from '../../src/emulator/faults.ts';
import { startHudStatsServer as start } from '../../src/emulator/hudstats/server.ts';
import type { Timekeeper } from '../../src/feeds/feed.ts';
import { realTime } from '../../src/relay/real-time.ts';

export const FIXTURE = 'esports:match:b20f4275-8060-4d17-a15c-8fb2963effa6';
export const USERNAME = 'producer';
export const PASSWORD = 'open sesame, please';

export type HudStatsServer = Awaited<ReturnType<typeof startHudStatsServer>>;

/** Its stream does not play yet. Its stamps are of that time. */
export const startHudStatsServer = (time: Timekeeper = realTime) =>
  start({
    time,
    host: '127.0.0.1',
    port: 0,
    fixture: FIXTURE,
    accounts: { [USERNAME]: PASSWORD },
    sportName: 'NBA2K',
    board: makeFaultBoard(),
    seed: 1,
  });
