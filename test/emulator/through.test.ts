// Our own feed on the emulator: what it says of a game is what the game said, Moment for Moment, also where its connection is cut.
import { expect, onTestFinished, test, vi } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { type Line, lineOf } from '../../src/emulator/line.ts';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { makeShotTracker } from '../../src/feeds/shottracker/shottracker.ts';
import { makeTeller } from '../../src/feeds/simulator/teller.ts';
import type { Message, Said } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { makeTimeline, type Timeline } from '../../src/time/timeline.ts';
import { makeListener } from '../kit/listener.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { waitFor } from '../kit/patience.ts';
import { GAME } from '../kit/shottracker-server.ts';

const START_MS = 1_700_000_000_000;
const PLAY_MS = 30_000;
const RULES = 'wnba';
/** Within so long the feed tries to connect again. */
const RECONNECT_MS = 1_000;
/** How long after the connection is back nothing is left of a cut; and how long before it a dot is drawn on its way to where it is next seen. */
const AFTER_MS = 5_000;
const BEFORE_MS = 500;
/** As fine as the provider writes a clock: between two ticks of it a reading is as good as the ticks that were heard. */
const TENTH_MS = 100;

/** Half a minute of open play, each line with the instant at which it is said. */
function openPlay(): readonly Line[] {
  const teller = makeTeller({ seed: 4, rules: RULES, rateHz: 10, gameId: GAME.event_id });
  while (!teller.world.table.running || teller.world.playedMs < 60_000) teller.step(true);
  const fromMs = teller.world.nowMs;
  const stampOf = (simMs: number) => START_MS + simMs - fromMs;
  const lines: Line[] = [];
  while (teller.world.nowMs < fromMs + PLAY_MS)
    for (const { source, simMs, text } of teller.step()) {
      // What was said before the connection stands is told at once when it does.
      const line = lineOf(source, text(stampOf), Math.max(START_MS, stampOf(simMs)));
      if (line) lines.push(line);
    }
  return lines.sort((a, b) => a.atMs - b.atMs);
}

const lines = openPlay();

function timelineOf(said: readonly Said[]): Timeline {
  const timeline = makeTimeline({ rules: rulesOf(RULES) });
  said.forEach((one, index) => {
    timeline.push({ ...one, seq: index + 1 } as Message);
  });
  return timeline;
}

/** A Moment to keep: a Timeline makes its next in the same place. */
const momentAt = (timeline: Timeline, atMs: number) => structuredClone(timeline.at(atMs));

/** A Moment without its clocks' readings, without the past behind it, and without when anything was last repeated: what stands is said again at the feed's own beat. */
function standing({
  version: _version,
  game,
  clock: _clock,
  shotClock: _shotClock,
  past: _past,
  ...rest
}: ReturnType<typeof momentAt>) {
  const {
    said: _said,
    atMs: _atMs,
    summaryScoreAtMs: _summaryMs,
    clock: _anchor,
    shotClock: _shot,
    ...stands
  } = game;
  return { ...rest, game: stands };
}

/** A Moment as it is to be, its places to half a centimetre: what smooths the dots weighs what it has heard. */
function near(moment: ReturnType<typeof standing>): unknown {
  const places = (value: unknown): unknown => {
    if (typeof value === 'number') return expect.closeTo(value, -1);
    if (Array.isArray(value)) return value.map(places);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, places(inner)]));
  };
  return { ...moment, bodies: places(moment.bodies), ball: places(moment.ball) };
}

/** What the game says to one who hears every line at the instant at which it is said. */
function heardDirectly(): readonly Said[] {
  const to = makeListener();
  const reader = makeReader({ rules: RULES, to, gameId: GAME.event_id });
  for (const { text, atMs } of lines) reader.hear(text, atMs);
  return to.said;
}

/** What our feed says of it on the emulator, with its connection cut at those instants after the start. */
async function heardThrough(cutsMs: readonly number[] = []): Promise<readonly Said[]> {
  const time = makeManualTime(START_MS);
  const emulator = await startEmulator({ time, accounts: {} });
  onTestFinished(() => emulator.stop());
  const game = emulator.offer(GAME);
  const to = makeListener();
  const url = `ws://127.0.0.1:${emulator.port}/live`;
  const token = emulator.tokens.issue(GAME.event_id);
  const feed = makeShotTracker({ time, rules: RULES, url, token, gameId: GAME.event_id, random: () => 0.5 });
  onTestFinished(() => feed.stop());
  feed.start(to);
  await waitFor(() => expect(emulator.clients).toHaveLength(1));

  let sentBefore = 0;
  const sent = (): number => sentBefore + (emulator.clients[0]?.sent ?? 0);
  const heardAll = () =>
    vi.waitFor(() => expect(to.heard).toHaveLength(sent()), { interval: 1, timeout: 45_000 });
  const cut = async (): Promise<void> => {
    const [client] = emulator.clients;
    sentBefore = sent();
    client?.cut();
    await waitFor(() => expect([emulator.clients, to.standing()]).toEqual([[], 'lost']));
  };

  const cuts = cutsMs.map((ms) => START_MS + ms);
  let backMs = START_MS;
  for (const line of lines) {
    if (line.atMs > time.now()) {
      await heardAll();
      time.advance(line.atMs - time.now());
      if (time.now() >= (cuts[0] ?? Number.POSITIVE_INFINITY)) {
        cuts.shift();
        await cut();
        backMs = time.now() + RECONNECT_MS;
      }
      if (time.now() >= backMs) await waitFor(() => expect(emulator.clients).toHaveLength(1));
    }
    game.hear(line.source, line.text);
  }
  await heardAll();
  return to.said;
}

test('Moment for Moment what the feed says through the emulator is what the game said', async () => {
  const said = await heardThrough();
  const direct = heardDirectly();
  expect(said).toEqual(direct);
  expect(direct.length).toBeGreaterThan(400);
  const [through, twin] = [timelineOf(said), timelineOf(direct)];
  for (let atMs = START_MS; atMs < START_MS + PLAY_MS; atMs += 190)
    expect(momentAt(through, atMs)).toEqual(momentAt(twin, atMs));
});

test('five seconds after its connection was cut the feed says what it would have said', async () => {
  const cutsMs = [6_050, 15_050];
  const [through, twin] = [timelineOf(await heardThrough(cutsMs)), timelineOf(heardDirectly())];
  const isSound = (ms: number) =>
    cutsMs.every((cutMs) => ms < cutMs - BEFORE_MS || ms > cutMs + RECONNECT_MS + AFTER_MS);
  let looked = 0;
  for (let ms = 0; ms < PLAY_MS; ms += 190) {
    if (!isSound(ms)) continue;
    looked += 1;
    const [heard, meant] = [momentAt(through, START_MS + ms), momentAt(twin, START_MS + ms)];
    expect(standing(heard), `${ms} ms`).toEqual(near(standing(meant)));
    for (const clock of ['clock', 'shotClock'] as const) {
      const apartMs = (heard[clock]?.remainingMs ?? 0) - (meant[clock]?.remainingMs ?? 0);
      expect(Math.abs(apartMs), `${clock} at ${ms} ms`).toBeLessThan(TENTH_MS);
      expect(heard[clock]?.running).toBe(meant[clock]?.running);
    }
  }
  expect(looked).toBeGreaterThan(80);
});
