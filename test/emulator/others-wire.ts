// HudStats' and IMG Arena's feeds on their emulators over a wire in memory, with faults on it, by time that is turned by hand: what each has said in a window of a game.
import { onTestFinished } from 'vitest';
import { FAULT_NAMES, type FaultName, makeFaultBoard, scriptSchema } from '../../src/emulator/faults.ts';
import { startHudStatsServer } from '../../src/emulator/hudstats/server.ts';
import { cornersFor, makeHudStatsTeller } from '../../src/emulator/hudstats/teller.ts';
import { startImgArenaServer } from '../../src/emulator/imgarena/server.ts';
import { makeImgArenaTeller } from '../../src/emulator/imgarena/teller.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import type { Corners } from '../../src/feeds/hudstats/calibration.ts';
import { makeHudStats } from '../../src/feeds/hudstats/hudstats.ts';
import { makeImgArena } from '../../src/feeds/imgarena/imgarena.ts';
import type { Said } from '../../src/game/message.ts';
import { FIXTURE } from '../kit/hudstats-server.ts';
import { makeListener } from '../kit/listener.ts';
import { type ManualTime, makeManualTime } from '../kit/manual-time.ts';
import { dialInto } from '../kit/wire-in-memory.ts';
import { stateAt } from './faulty-wire.ts';
import { FOR_MS, goTo, ON_MS, RULES, tellThrough, type Window } from './window.ts';

/** By then all that was asked for is let in. Milliseconds. */
const LET_IN_MS = 1_000;
const TOKEN = 'a token of the rehearsal';
const random = (): number => 0.5;

export const PROVIDERS = ['hudstats', 'imgarena'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Every fault; and of a clock that is off both ways. */
export const HARMS = [...FAULT_NAMES, 'clock-skew-back'] as const;
export type Harm = (typeof HARMS)[number];
const BACK_MS = -5_000;
const orderOf = (harm: Harm): { readonly fault: FaultName; readonly ms?: number } =>
  harm === 'clock-skew-back' ? { fault: 'clock-skew', ms: BACK_MS } : { fault: harm };

/** A server and the feed on it. */
type Stand = { readonly tell: (said: Said) => void; readonly feed: Feed };
type Place = Omit<Parameters<typeof startImgArenaServer>[0], 'token'>;

/** By provider. */
export const STANDS: Readonly<Record<Provider, (place: Place) => Promise<Stand>>> = {
  async hudstats(place) {
    const { time } = place;
    const fixture = { accounts: {}, fixture: FIXTURE, sportName: 'Basketball' };
    const server = await startHudStatsServer({ ...place, ...fixture });
    onTestFinished(() => server.stop());
    const dial = dialInto((socket) => server.letIn(socket));
    const own = { url: server.liveUrl, gameId: FIXTURE, token: server.issue(), dial, random };
    const corners = cornersFor(RULES) as Corners;
    return {
      tell: makeHudStatsTeller(RULES, (channel, payload) => server.say(channel, payload)),
      feed: makeHudStats({ time, rules: RULES, ...own, corners }),
    };
  },
  async imgarena(place) {
    const { time } = place;
    const server = await startImgArenaServer({ ...place, token: TOKEN });
    onTestFinished(() => server.stop());
    const fixtureId = 'a-fixture';
    const dial = dialInto((socket, address) => server.letIn(socket, address, {}));
    const own = { url: server.url, fixtureId, token: TOKEN, dial, random };
    return {
      tell: makeImgArenaTeller({ rules: RULES, fixtureId }, (stream, packet) => server.say(stream, packet)),
      feed: makeImgArena({ time, rules: RULES, ...own }),
    };
  },
};

export type Hearing = Stand & {
  readonly as: Provider;
  readonly fault: Harm | null;
  readonly to: ReturnType<typeof makeListener>;
};

async function hearing(
  as: Provider,
  fault: Harm | null,
  { time, fromMs, seed }: { time: ManualTime; fromMs: number; seed: number },
): Promise<Hearing> {
  const script = scriptSchema.parse(
    fault === null ? [] : [{ atMs: ON_MS, forMs: FOR_MS, ...orderOf(fault) }],
  );
  const board = makeFaultBoard(script, fromMs);
  const stand = await STANDS[as]({ time, host: '127.0.0.1', port: 0, board, seed });
  const to = makeListener();
  onTestFinished(() => stand.feed.stop());
  stand.feed.start(to);
  return { ...stand, as, fault, to };
}

/** Everything that was sent has come: the wires take turns, not time. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** All of them hear the window, at the same instants. */
export async function through(
  as: Provider,
  window: Window,
  faults: readonly (Harm | null)[],
  seed: number,
): Promise<readonly Hearing[]> {
  const { fromMs } = window;
  const time = makeManualTime(fromMs - LET_IN_MS);
  const all = await Promise.all(faults.map((fault) => hearing(as, fault, { time, fromMs, seed })));
  const turned = { time, settled };
  await settled();
  await goTo(fromMs, turned);
  await tellThrough(window, all, turned);
  return all;
}

/** What stands in the end. HudStats' plays go by numbers of words, and more words are heard where the state was asked for: here they go by their order. */
export function stood(
  { as, to }: Pick<Hearing, 'as' | 'to'>,
  atMs: number,
): Readonly<Record<string, unknown>> {
  const ids = new Map<string, string>();
  const numbered = (id: string): string => {
    const nth = ids.get(id) ?? `play ${ids.size + 1}`;
    ids.set(id, nth);
    return nth;
  };
  const said = to.said.map((one) =>
    one.kind === 'play' && as === 'hudstats' ? { ...one, id: numbered(one.id) } : one,
  );
  return stateAt({ said, faults: 0 }, atMs) as Readonly<Record<string, unknown>>;
}
