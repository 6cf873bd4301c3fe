// Our own feed on the emulator, each fault on a socket of its own: whatever is done to it in any phase of a game, five seconds later it has said what the feed beside it said that nothing was done to.
import { expect, onTestFinished, test, vi } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { FAULT_NAMES, type FaultName, makeFaultBoard, scriptSchema } from '../../src/emulator/faults.ts';
import { makeShotTracker } from '../../src/feeds/shottracker/shottracker.ts';
import { makeListener } from '../kit/listener.ts';
import { type ManualTime, makeManualTime } from '../kit/manual-time.ts';
import { GAME } from '../kit/shottracker-server.ts';
import { stateAt } from './faulty-wire.ts';
import { FOR_MS, goTo, ON_MS, RULES, tellsLosses, WINDOW_MS, type Window, windowsOf } from './window.ts';

const PATIENCE = { interval: 1, timeout: 240_000 };

/** `COURTSIDE_FAULTS=all` for every phase: each takes a feed, a server and a socket a fault. */
const PHASES = process.env.COURTSIDE_FAULTS === 'all' ? undefined : 1;

/** `COURTSIDE_SEED=5` for another game, and other chances. */
const SEED = Number(process.env.COURTSIDE_SEED ?? 12);

/** A feed on a wire of its own, over a socket; without a fault it is the twin. */
async function hearing(time: ManualTime, fault: FaultName | null) {
  const script = scriptSchema.parse(fault === null ? [] : [{ atMs: ON_MS, forMs: FOR_MS, fault }]);
  const board = makeFaultBoard(script, time.now());
  const emulator = await startEmulator({ time, accounts: {}, board, seed: SEED });
  onTestFinished(() => emulator.stop());
  const gameId = `sim-${SEED}`;
  const game = emulator.offer({ ...GAME, event_id: gameId });
  const to = makeListener();
  const url = `ws://127.0.0.1:${emulator.port}/live`;
  const token = emulator.tokens.issue(gameId);
  const feed = makeShotTracker({ time, rules: RULES, url, token, gameId, random: () => 0.5 });
  onTestFinished(() => feed.stop());
  let before = 0;
  emulator.onClient = () => {
    before = to.heard.length;
  };
  return {
    fault,
    said: to.said,
    start: () => feed.start(to),
    hear: game.hear.bind(game),
    /** All that was given to the connection that stands has come, or none stands and the feed knows. */
    isSettled(): boolean {
      const [client, ...others] = emulator.clients;
      if (client === undefined) return to.standing() === 'lost';
      return others.length === 0 && to.heard.length - before >= client.sent;
    },
  };
}

type Hearing = Awaited<ReturnType<typeof hearing>>;

const settled = (all: readonly Hearing[]): Promise<void> =>
  vi.waitFor(() => {
    const open = all.filter((one) => !one.isSettled()).map(({ fault }) => fault);
    if (open.length > 0) throw new Error(`still on their way: ${open.join(', ')}`);
  }, PATIENCE);

/** All of them hear the window, at the same instants. */
async function through({ fromMs, lines }: Window, faults: readonly (FaultName | null)[]) {
  const time = makeManualTime(fromMs);
  const all = await Promise.all(faults.map((fault) => hearing(time, fault)));
  for (const line of lines.filter(({ atMs }) => atMs <= fromMs))
    for (const one of all) one.hear(line.source, line.text);
  for (const one of all) one.start();
  await settled(all);
  const turned = { time, settled: () => settled(all) };
  for (const line of lines.filter(({ atMs }) => atMs > fromMs)) {
    await goTo(line.atMs, turned);
    for (const one of all) one.hear(line.source, line.text);
  }
  await goTo(fromMs + WINDOW_MS, turned);
  return all;
}

test.each(
  windowsOf(SEED)
    .slice(0, PHASES)
    .map((window) => [window.name, window] as const),
)(
  `%s: no fault leaves anything behind five seconds after it (seed ${SEED})`,
  async (_, window) => {
    const faults = FAULT_NAMES.filter((fault) => fault !== 'loss' || tellsLosses(window));
    const [twin, ...others] = await through(window, [null, ...faults]);
    const untilMs = window.fromMs + WINDOW_MS;
    const state = (one: Hearing | undefined) => stateAt({ said: one?.said ?? [], faults: 0 }, untilMs);
    for (const one of others)
      expect({ fault: one.fault, state: state(one) }).toEqual({ fault: one.fault, state: state(twin) });
  },
  300_000,
);
