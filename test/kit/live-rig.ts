// The whole way from a provider's socket to a page's, for one test: the rehearsal server, the real feed, the real relay, one page.
import { onTestFinished } from 'vitest';
import { makeShotTracker, type ShotTrackerOptions } from '../../src/feeds/shottracker/shottracker.ts';
import type { Fact } from '../../src/game/message.ts';
import { makeRelay } from '../../src/relay/relay.ts';
import { type ManualTime, makeManualTime } from './manual-time.ts';
import { openPage, type Page } from './page.ts';
import { GRAPHICS } from './relay-rig.ts';
import {
  GAME,
  type ServerOptions,
  type ShotTrackerServer,
  startShotTrackerServer,
} from './shottracker-server.ts';

export type LiveRig = {
  readonly server: ShotTrackerServer;
  readonly page: Page;
  readonly time: ManualTime;
  /** The token that the feed was given. */
  readonly token: string;
  /** What the relay told whoever watches the process: Faults among it. */
  readonly lines: readonly string[];
  /** The first such line, when it comes. */
  readonly line: (like: RegExp) => Promise<string>;
  /** Lets time pass while the page goes on beating. */
  readonly pass: (ms: number) => Promise<void>;
  readonly get: (path: string) => Promise<unknown>;
  /** The first fact from `from` on that is such a one, when it comes. */
  readonly fact: (is: (fact: Fact) => boolean, from?: number) => Promise<Fact>;
};

/** Starts all of it, by time that is turned by hand; each wait between tries is as short as it can be. */
export async function startLive(
  given: Partial<ShotTrackerOptions> = {},
  wire: ServerOptions = {},
): Promise<LiveRig> {
  const server = await startShotTrackerServer(wire);
  onTestFinished(() => server.stop());
  const token = server.issue(GAME.event_id);
  const lines: string[] = [];
  const time = makeManualTime();
  const looks = new Set<() => void>();
  const relay = makeRelay({
    version: '1.2.3',
    rehearsal: false,
    rules: 'nba',
    graphics: GRAPHICS,
    pagesFolder: '/nowhere',
    host: '127.0.0.1',
    port: 0,
    addresses: [],
    secrets: [token],
    log: (line) => {
      lines.push(line);
      for (const look of looks) look();
    },
    time,
    feed: makeShotTracker({
      time,
      rules: 'nba',
      url: server.liveUrl,
      token,
      random: () => 0,
      ...given,
    }),
  });
  onTestFinished(() => relay.stop());
  const { port } = await relay.start();
  const page = await openPage(port);
  await page.snapshot();
  await server.whenOpened(1);
  return {
    server,
    page,
    time,
    token,
    lines,
    line: (like) =>
      new Promise((resolve) => {
        const look = () => {
          const found = lines.find((line) => like.test(line));
          if (found === undefined) return;
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        look();
      }),
    async pass(ms) {
      for (let leftMs = ms; leftMs > 0; leftMs -= 1_000) {
        time.advance(Math.min(leftMs, 1_000));
        await page.beat(null);
      }
    },
    get: async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).json(),
    async fact(is, from = 0) {
      for (let batch = 1; ; batch += 1) {
        const found = page.facts().slice(from).find(is);
        if (found) return found;
        await page.heard('facts', page.downs.filter(({ type }) => type === 'facts').length);
      }
    },
  };
}
