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
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import type { Said } from '../../src/game/message.ts';
import { FIXTURE } from '../kit/hudstats-server.ts';
import { makeListener } from '../kit/listener.ts';
import { type ManualTime, makeManualTime } from '../kit/manual-time.ts';
import { RULES, stateAt, type Window, windowsOf } from './faulty-wire.ts';

const ON_MS = 2_000;
const FOR_MS = 6_000;
const AFTER_MS = 5_000;
const WINDOW_MS = ON_MS + FOR_MS + AFTER_MS;
/** While nothing is said time goes on in such steps, in milliseconds. */
const STEP_MS = 250;
const SEED = 12;
const TOKEN = 'a token of the rehearsal';
const PATIENCE = { interval: 1, timeout: 20_000 };

/** Those for which no connection is made anew: what comes over a socket is counted here. All of them, by a wire in memory: `others-faults`. */
const LOSSLESS = ['delay', 'jitter', 'stall', 'reorder'] as const satisfies readonly FaultName[];

/** A server and the feed on it. */
type Stand = {
  readonly tell: (said: Said) => void;
  readonly feed: Feed;
  /** Who listens is let in to all that he asked for. */
  readonly isIn: () => boolean;
  readonly sent: () => number;
};

type Place = Omit<Parameters<typeof startImgArenaServer>[0], 'token'>;

const STANDS: Readonly<Record<'hudstats' | 'imgarena', (place: Place) => Promise<Stand>>> = {
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

type Hearing = Stand & { readonly fault: FaultName | null; readonly to: ReturnType<typeof makeListener> };

async function hearing(as: keyof typeof STANDS, time: ManualTime, fault: FaultName | null): Promise<Hearing> {
  const script = scriptSchema.parse(fault === null ? [] : [{ atMs: ON_MS, forMs: FOR_MS, fault }]);
  const board = makeFaultBoard(script, time.now());
  const stand = await STANDS[as]({ time, host: '127.0.0.1', port: 0, board, seed: SEED });
  const to = makeListener();
  onTestFinished(() => stand.feed.stop());
  stand.feed.start(to);
  return { ...stand, fault, to };
}

const until = (all: readonly Hearing[], is: (one: Hearing) => boolean): Promise<void> =>
  vi.waitFor(() => {
    const open = all.filter((one) => !is(one)).map(({ fault }) => fault);
    if (open.length > 0) throw new Error(`still on their way: ${open.join(', ')}`);
  }, PATIENCE);
const settled = (all: readonly Hearing[]) => until(all, ({ to, sent }) => to.heard.length === sent());

/** What stands in the end. Plays go by numbers of words, and more words are heard where the state was asked for: here they go by their order. */
function stood({ to }: Hearing, atMs: number): unknown {
  const ids = new Map<string, string>();
  const numbered = (id: string): string => {
    const nth = ids.get(id) ?? `play ${ids.size + 1}`;
    ids.set(id, nth);
    return nth;
  };
  const said = to.said.map((one) => (one.kind === 'play' ? { ...one, id: numbered(one.id) } : one));
  return stateAt({ said, faults: 0 }, atMs);
}

/** The facts of the window, each at its instant. */
function factsOf({ lines }: Window): readonly Said[] {
  const facts: Said[] = [];
  const nothing = (): void => undefined;
  const to = { words: nothing, fault: nothing, message: (said: Said) => void facts.push(said) };
  const reader = makeReader({ rules: RULES, to });
  for (const { text, atMs } of lines) reader.hear(text, atMs);
  return facts.filter(({ kind }) => kind !== 'frame');
}

/** All of them hear the window, at the same instants. */
async function through(as: keyof typeof STANDS, window: Window, faults: readonly (FaultName | null)[]) {
  const time = makeManualTime(window.fromMs);
  const all = await Promise.all(faults.map((fault) => hearing(as, time, fault)));
  // Connections are asked for one after the other.
  if (as === 'imgarena') time.advance(2 * GAP_MS);
  await until(all, ({ isIn }) => isIn());
  await settled(all);
  const goTo = async (atMs: number): Promise<void> => {
    while (time.now() < atMs) {
      time.advance(Math.min(STEP_MS, atMs - time.now()));
      await settled(all);
    }
  };
  for (const fact of factsOf(window)) {
    await goTo(fact.heardMs);
    for (const { tell } of all) tell(fact);
    await settled(all);
  }
  await goTo(window.fromMs + WINDOW_MS);
  return all;
}

const PHASES = ['open play', 'the last minute'];
const windows = windowsOf(SEED, WINDOW_MS).filter(({ name }) => PHASES.includes(name));

test.each(
  (['hudstats', 'imgarena'] as const).flatMap((as) =>
    windows.map((window) => [as, window.name, window] as const),
  ),
)(
  'of %s in %s, no fault that only holds words up leaves anything behind five seconds after it',
  async (as, _, window) => {
    const [twin, ...others] = await through(as, window, [null, ...LOSSLESS]);
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
