// A built relay that has heard from its hall of a game which stands: nothing of it moves until somebody says more.
import { onTestFinished } from 'vitest';
import { type Running, startCommand } from './command.ts';
import { waitUntil } from './patience.ts';
import { scratchFolder } from './relay-rig.ts';
import { GAME, startShotTrackerServer } from './shottracker-server.ts';
import { makeTable } from './table.ts';

/** Starts it, with more options where they are given; all of it ends with the test. 88 to 91 in the third quarter, 7:07 to go. */
export async function startStandingGame(...options: readonly string[]): Promise<Running> {
  const server = await startShotTrackerServer();
  const table = makeTable(server);
  onTestFinished(() => {
    table.stop();
    return server.stop();
  });
  const relay = await startCommand(['--feed', 'shottracker', '--url', server.liveUrl, ...options], {
    data: await scratchFolder(),
    env: { SHOTTRACKER_TOKEN: server.issue(GAME.event_id) },
  });
  await server.whenOpened(1);
  table.set({ period: 'Q3', clock: [7, 7, 0], home: 88, away: 91 });
  await waitUntil(async () => {
    table.say();
    const state = (await (await fetch(`${relay.url}/api/v1/state`)).json()) as { home: { score?: number } };
    return state.home?.score === 88;
  });
  return relay;
}
