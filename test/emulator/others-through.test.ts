// HudStats' and IMG Arena's feeds on their emulators, each fault that only holds words up on sockets of its own: five seconds after it the feed has said what the one beside it said that nothing was done to.
import { expect, onTestFinished, test, vi } from 'vitest';
import { type FaultName, makeFaultBoard, scriptSchema } from '../../src/emulator/faults.ts';
import { startHudStatsServer } from '../../src/emulator/hudstats/server.ts';
import { cornersFor, makeHudStatsTeller } from '../../src/emulator/hudstats/teller.ts';
import { startImgArenaServer } from '../../src/emulator/imgarena/server.ts';
import { makeImgArenaTeller } from '../../src/emulator/imgarena/teller.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import { CHANNELS } from '../../src/feeds/hudstats/channels.ts';
import { makeHudStats } from '../../src/feeds/hudstats/hudstats.ts';
import { makeImgArena } from '../../src/feeds/imgarena/imgarena.ts';
import { GAP_MS } from '../../src/feeds/imgarena/pace.ts';
import type { Said } from '../../src/game/message.ts';
import { FIXTURE } from '../kit/hudstats-server.ts';
import { makeListener } from '../kit/listener.ts';
import { type ManualTime, makeManualTime } from '../kit/manual-time.ts';
import { PROVIDERS, type Provider, stood } from './others-wire.ts';
import { FOR_MS, ON_MS, RULES, tellThrough, WINDOW_MS, type Window, windowsOf } from './window.ts';

const SEED = 12;
const TOKEN = 'a token of the rehearsal';
const PATIENCE = { interval: 1, timeout: 20_000 };

/**
 * Those for which no connection is made anew: what comes over a socket is counted here. IMG Arena's list is asked for again when a stall ends: what
 * comes then bears stamps that lie too far back. All of them, by a wire in memory: `others-faults`.
 */
const LOSSLESS = {
  hudstats: ['delay', 'jitter', 'stall', 'reorder'],
  imgarena: ['delay', 'jitter', 'reorder'],
} as const satisfies Readonly<Record<Provider, readonly FaultName[]>>;

/** A server and the feed on it. */
type Stand = {
  readonly tell: (said: Said) => void;
  readonly feed: Feed;
  /** Who listens is let in to all that he asked for. */
  readonly isIn: () => boolean;
  readonly sent: () => number;
};

type Place = Omit<Parameters<typeof startImgArenaServer>[0], 'token'>;

const STANDS: Readonly<Record<Provider, (place: Place) => Promise<Stand>>> = {
  async hudstats(place) {
    const server = await startHudStatsServer({
      ...place,
      accounts: {},
      fixture: FIXTURE,
      sportName: 'Basketball',
    });
    onTestFinished(() => server.stop());
    return {
      tell: makeHudStatsTeller(RULES, (channel, payload) => server.say(channel, payload)),
      feed: makeHudStats({
        time: place.time,
        rules: RULES,
        url: server.liveUrl,
        gameId: FIXTURE,
        token: server.issue(),
        corners: cornersFor(RULES) as NonNullable<Parameters<typeof makeHudStats>[0]['corners']>,
        random: () => 0.5,
      }),
      isIn: () => server.subscribed().length === CHANNELS.length,
      sent: () => server.sent(),
    };
  },
  async imgarena(place) {
    const server = await startImgArenaServer({ ...place, token: TOKEN });
    onTestFinished(() => server.stop());
    const fixtureId = 'a-fixture';
    return {
      tell: makeImgArenaTeller({ rules: RULES, fixtureId }, (stream, packet) => server.say(stream, packet)),
      feed: makeImgArena({
        time: place.time,
        rules: RULES,
        url: server.url,
        fixtureId,
        token: TOKEN,
        random: () => 0.5,
      }),
      isIn: () => server.visits.filter(({ heard }) => heard.length > 0).length === 2,
      sent: () => server.sent(),
    };
  },
};

type Hearing = Stand & {
  readonly as: Provider;
  readonly fault: FaultName | null;
  readonly to: ReturnType<typeof makeListener>;
};

async function hearing(as: Provider, time: ManualTime, fault: FaultName | null): Promise<Hearing> {
  const script = scriptSchema.parse(fault === null ? [] : [{ atMs: ON_MS, forMs: FOR_MS, fault }]);
  const board = makeFaultBoard(script, time.now());
  const stand = await STANDS[as]({ time, host: '127.0.0.1', port: 0, board, seed: SEED });
  const to = makeListener();
  onTestFinished(() => stand.feed.stop());
  stand.feed.start(to);
  return { ...stand, as, fault, to };
}

const until = (all: readonly Hearing[], is: (one: Hearing) => boolean): Promise<void> =>
  vi.waitFor(() => {
    const open = all.filter((one) => !is(one)).map(({ fault }) => fault);
    if (open.length > 0) throw new Error(`still on their way: ${open.join(', ')}`);
  }, PATIENCE);
const settled = (all: readonly Hearing[]) => until(all, ({ to, sent }) => to.heard.length === sent());

/** All of them hear the window, at the same instants. */
async function through(as: Provider, window: Window, faults: readonly (FaultName | null)[]) {
  const time = makeManualTime(window.fromMs);
  const all = await Promise.all(faults.map((fault) => hearing(as, time, fault)));
  // Connections are asked for one after the other.
  if (as === 'imgarena') time.advance(2 * GAP_MS);
  await until(all, ({ isIn }) => isIn());
  await settled(all);
  await tellThrough(window, all, { time, settled: () => settled(all) });
  return all;
}

const PHASES = ['open play', 'the last minute'];
const windows = windowsOf(SEED).filter(({ name }) => PHASES.includes(name));

test.each(PROVIDERS.flatMap((as) => windows.map((window) => [as, window.name, window] as const)))(
  'of %s in %s, no fault that only holds words up leaves anything behind five seconds after it',
  async (as, _, window) => {
    const [twin, ...others] = await through(as, window, [null, ...LOSSLESS[as]]);
    const untilMs = window.fromMs + WINDOW_MS;
    if (twin === undefined) throw new Error('nobody listened');
    expect(twin.to.of('clock').length).toBeGreaterThan(0);
    expect(twin.to.codes()).toEqual([]);
    const state = stood(twin, untilMs);
    for (const one of others)
      expect({ fault: one.fault, state: stood(one, untilMs) }).toEqual({ fault: one.fault, state });
  },
  150_000,
);
