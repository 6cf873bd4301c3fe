// The HudStats feed on its emulator, for tests: time is turned by hand, and all is stopped after the test.
import { expect, onTestFinished, vi } from 'vitest';
import type { Timekeeper } from '../../src/feeds/feed.ts';
import { CHANNELS } from '../../src/feeds/hudstats/channels.ts';
import { type HudStatsOptions, makeHudStats } from '../../src/feeds/hudstats/hudstats.ts';
import { FIXTURE, type HudStatsServer, PASSWORD, startHudStatsServer, USERNAME } from './hudstats-server.ts';
import { makeListener } from './listener.ts';
import { makeManualTime } from './manual-time.ts';

/** Whom the server knows. */
export const ACCOUNT = { username: USERNAME, password: PASSWORD };
const NAMED = {
  teams: { home: { id: 'foxes', name: 'Foxes' }, away: { id: 'herons', name: 'Herons' }, players: {} },
};
/** A score channel's payload. */
export const points = (home: number, away: number) => ({
  score: { home: { matchScore: home }, away: { matchScore: away }, matchEnded: false },
});

/** A server that is stopped after the test. */
export async function serve(time?: Timekeeper): Promise<HudStatsServer> {
  const server = await startHudStatsServer(time);
  onTestFinished(() => server.stop());
  return server;
}

/** A feed on that server, its listener, and time turned by hand. */
export function listen(
  server: HudStatsServer,
  more: Partial<HudStatsOptions> = { account: ACCOUNT },
  time = makeManualTime(),
) {
  const to = makeListener();
  const url = server.liveUrl;
  const feed = makeHudStats({ time, rules: 'nba', url, gameId: FIXTURE, random: () => 0.5, ...more });
  feed.start(to);
  onTestFinished(() => feed.stop());
  const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 45_000 });
  const subscribed = () => until(() => server.subscribed().length === CHANNELS.length);
  const live = async () => {
    await subscribed();
    server.say('teams', NAMED);
    server.say('score', points(0, 0));
    await until(() => to.of('score').length > 0);
  };
  return { time, to, feed, until, subscribed, live };
}

/** The newest status. */
export const standing = (to: ReturnType<typeof makeListener>) => to.statuses.at(-1);
