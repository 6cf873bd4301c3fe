// The simulator as the relay hears it: at its beats, at its instants, one game after another.
import { describe, expect, it } from 'vitest';
import type { FeedReader, Words } from '../../../src/feeds/feed.ts';
import { makeSimulator, type SimulatorOptions } from '../../../src/feeds/simulator/simulator.ts';
import type { Fault } from '../../../src/game/fault.ts';
import { type Game, home, noGame } from '../../../src/game/game.ts';
import type { Message, Said } from '../../../src/game/message.ts';
import { foldAll } from '../../../src/time/timeline.ts';
import { type ManualTime, makeManualTime } from '../../kit/manual-time.ts';

type Listener = FeedReader & {
  readonly heard: Words[];
  readonly said: Said[];
  readonly statuses: string[];
  readonly faults: Fault[];
};

function makeListener(): Listener {
  const heard: Words[] = [];
  const said: Said[] = [];
  const statuses: string[] = [];
  const faults: Fault[] = [];
  return {
    heard,
    said,
    statuses,
    faults,
    words: (words) => heard.push(words),
    message: (message) => said.push(message),
    status: (status) => statuses.push(status),
    fault: (fault) => faults.push(fault),
  };
}

function begin(options: Partial<SimulatorOptions> = {}): {
  time: ManualTime;
  listener: Listener;
  stop: () => Promise<void>;
} {
  const time = makeManualTime();
  const listener = makeListener();
  // A timekeeper among the options stands in for this one.
  const feed = makeSimulator({ time, rules: 'nba', seed: 3, ...options });
  feed.start(listener);
  return { time, listener, stop: () => feed.stop() };
}

const count = ({ heard }: Listener, source: string): number =>
  heard.filter((one) => one.source === source).length;

function gameOf({ said }: Listener): Game {
  const facts = said.flatMap((one, seq) => {
    const message: Message = { ...one, seq };
    return message.kind === 'frame' ? [] : [message];
  });
  return foldAll(facts, noGame);
}

describe('the simulator as a feed', () => {
  it('says positions 25 times a second, clocks twice, and what is counted every two seconds', async () => {
    const { time, listener, stop } = begin({ startAt: 'tipoff' });
    time.advance(1_000);
    const before = {
      location: count(listener, 'location'),
      clock: count(listener, 'clock'),
      summary: count(listener, 'broadcastsummary'),
    };
    time.advance(10_000);
    expect(count(listener, 'location') - before.location).toBe(250);
    expect(count(listener, 'clock') - before.clock).toBe(20);
    expect(count(listener, 'broadcastsummary') - before.summary).toBeGreaterThanOrEqual(5);
    expect(listener.faults).toEqual([]);
    await stop();
  });

  it('stamps what it says with the timekeeper’s instants', async () => {
    const { time, listener, stop } = begin({ startAt: 'tipoff' });
    time.advance(5_000);
    const frames = listener.said.filter(({ kind }) => kind === 'frame');
    const last = frames.at(-1);
    expect(Math.abs((last?.atMs ?? 0) - time.now())).toBeLessThanOrEqual(80);
    for (const { atMs, heardMs } of listener.said) expect(atMs).toBeLessThanOrEqual(heardMs);
    await stop();
  });

  it('begins with play at once, and with the first half’s shots in the chart', async () => {
    const { time, listener, stop } = begin();
    time.advance(3_000);
    const game = gameOf(listener);
    expect(game.clock?.running).toBe(true);
    expect(home(game)?.score ?? 0).toBeGreaterThan(10);
    expect(home(game)?.onFloor.length).toBe(5);
    expect(home(game)?.colour).toBe('#0b7a75');
    expect(Object.keys(game.shots).length).toBeGreaterThan(40);
    expect(listener.statuses).toEqual(['connecting', 'live']);
    await stop();
  });

  it('tells what happened before in order, in portions, with the numbers of its sequence rising', async () => {
    const { time, listener, stop } = begin();
    const first = listener.heard.length;
    time.advance(4_000);
    expect(first).toBeLessThan(200);
    const seqs = listener.heard.flatMap(({ text }) => {
      const { seq } = JSON.parse(text);
      return typeof seq === 'number' ? [seq] : [];
    });
    expect(seqs.length).toBeGreaterThan(1_000);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    await stop();
  });

  it('begins some seconds before the tip when asked to', async () => {
    const { time, listener, stop } = begin({ startAt: 'pregame' });
    time.advance(1_000);
    expect(gameOf(listener).period).toBe('PRE');
    time.advance(25_000);
    expect(gameOf(listener).period).toBe('Q1');
    expect(listener.said.some((one) => one.kind === 'clock' && one.game.running)).toBe(true);
    await stop();
  });

  it('after a long sleep goes on from where it stood, instead of telling all at once', async () => {
    const manual = makeManualTime();
    let sleptMs = 0;
    const time = {
      now: () => manual.now() + sleptMs,
      after: (ms: number, act: () => void) => manual.after(ms, act),
    };
    const { listener, stop } = begin({ startAt: 'tipoff', time });
    manual.advance(2_000);
    const before = listener.heard.length;
    sleptMs = 600_000;
    manual.advance(100);
    expect(listener.heard.length - before).toBeLessThan(60);
    const last = listener.said.filter(({ kind }) => kind === 'frame').at(-1);
    expect(Math.abs((last?.atMs ?? 0) - time.now())).toBeLessThanOrEqual(120);
    await stop();
  });

  it('lets others have their turn on a machine that plays slower than time goes by', async () => {
    const manual = makeManualTime();
    let [lostMs, asked] = [0, 0];
    let isSlow = false;
    const time = {
      now() {
        asked += 1;
        if (asked > 100_000) throw new Error('nobody else had a turn');
        // Each look at the clock comes later than a step of the game lasts.
        if (isSlow) lostMs += 100;
        return manual.now() + lostMs;
      },
      after: (ms: number, act: () => void) => manual.after(ms, act),
    };
    const { listener, stop } = begin({ startAt: 'tipoff', time });
    isSlow = true;
    const before = listener.heard.length;
    for (let turn = 0; turn < 50; turn += 1) manual.advance(20);
    expect(listener.heard.length).toBeGreaterThan(before);
    await stop();
  });

  it('says that a game is over, and begins the next with an empty chart', async () => {
    const options = {
      rules: 'fiba',
      speed: 20,
      rateHz: 1,
      startAt: 'closing',
      betweenGamesMs: 5_000,
    } as const;
    const { time, listener, stop } = begin(options);
    const until = (last: string): void => {
      for (let i = 0; i < 5_000 && listener.statuses.at(-1) !== last; i += 1) time.advance(20);
    };
    until('live');
    until('ended');
    expect(listener.statuses).toEqual(['connecting', 'live', 'ended']);
    const first = gameOf(listener);
    expect(first.period).toBe('FINAL');
    expect(Object.keys(first.shots).length).toBeGreaterThan(80);
    until('live');
    expect(listener.statuses).toEqual(['connecting', 'live', 'ended', 'live']);
    time.advance(60);
    const next = gameOf(listener);
    expect(Object.keys(next.shots)).toEqual([]);
    expect(home(next)?.score).toBe(0);
    expect(next.period).toBe('PRE');
    await stop();
  }, 300_000);

  it('says nothing once it is stopped, twice', async () => {
    const { time, listener, stop } = begin({ startAt: 'tipoff' });
    time.advance(1_000);
    await stop();
    await stop();
    const said = listener.heard.length;
    time.advance(10_000);
    expect(listener.heard.length).toBe(said);
    expect(time.pending()).toBe(0);
  });
});
