import { describe, expect, it } from 'vitest';
import { type ClockTick, ClockTrack } from '../../src/time/clock-track.ts';
import { seeded } from '../kit/random.ts';
import { readTruth, ticksOf, trueClock } from '../kit/true-clock.ts';

const tick = (
  atMs: number,
  remainingMs: number,
  running: boolean,
  more: Partial<ClockTick> = {},
): ClockTick => ({
  atMs,
  remainingMs,
  running,
  resolutionMs: 100,
  off: false,
  ...more,
});

const trackOf = (ticks: readonly ClockTick[], options = {}) => {
  const track = new ClockTrack(options);
  for (const each of ticks) track.push(each);
  return track;
};

/** Plays a simulated game `delayMs` behind and tells what a viewer would see at 60 Hz. */
function playedOut(seed: number, delayMs: number, jitterMs: number) {
  const random = seeded(seed);
  const lengthMs = 240_000;
  const truth = trueClock(random, { fullMs: 720_000, lengthMs });
  const ticks = ticksOf(truth, { lengthMs, jitterMs, phaseMs: random() * 500, random });
  const track = new ClockTrack();
  let heard = 0;
  let shown = Number.POSITIVE_INFINITY;
  const seen = { rises: 0, largestRiseTenths: 0, skips: 0, worstMs: 0, offByMoreThanATenth: 0, asked: 0 };
  for (let nowMs = 2_000; nowMs < lengthMs; nowMs += 1000 / 60) {
    while (heard < ticks.length && (ticks[heard] as ClockTick).atMs <= nowMs)
      track.push(ticks[heard++] as ClockTick);
    const atMs = nowMs - delayMs;
    const { known, remainingMs } = track.read(atMs);
    if (!known) continue;
    const tenths = Math.floor((remainingMs + 1e-3) / 100);
    const right = readTruth(truth, atMs);
    seen.asked += 1;
    if (tenths > shown) {
      seen.rises += 1;
      seen.largestRiseTenths = Math.max(seen.largestRiseTenths, tenths - shown);
    }
    if (right.running && shown - tenths > 1 && Number.isFinite(shown)) seen.skips += 1;
    if (Math.abs(tenths - Math.floor((right.remainingMs + 1e-3) / 100)) > 1) seen.offByMoreThanATenth += 1;
    seen.worstMs = Math.max(seen.worstMs, Math.abs(remainingMs - right.remainingMs));
    shown = tenths;
  }
  return seen;
}

describe('a clock played out 600 ms behind', () => {
  it.each([0, 5, 20])(
    'never rises, skips no tenth and is right to a tenth with ticks up to %i ms late',
    (jitterMs) => {
      for (let seed = 1; seed <= 25; seed += 1) {
        const seen = playedOut(seed, 600, jitterMs);
        expect({ seed, ...seen }).toMatchObject({ seed, rises: 0, skips: 0, offByMoreThanATenth: 0 });
        expect(seen.worstMs).toBeLessThanOrEqual(110);
        expect(seen.asked).toBeGreaterThan(10_000);
      }
    },
  );
});

describe('a clock shown live', () => {
  it('rises by at most five tenths, when a stop is heard', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const seen = playedOut(seed, 0, 3);
      expect(seen.largestRiseTenths).toBeLessThanOrEqual(5);
    }
  });
});

describe('a clock track', () => {
  it('knows nothing before its first tick', () => {
    expect(trackOf([tick(1_000, 5_000, false)]).read(999).known).toBe(false);
  });

  it('recovers the instant of a start from the first running tick', () => {
    // Started at 1,200: at 1,500 it has run 300 ms from 10.0 s.
    const track = trackOf([tick(1_000, 10_000, false), tick(1_500, 9_700, true)]);
    expect(track.read(1_100).remainingMs).toBe(10_000);
    expect(track.read(1_400).remainingMs).toBeCloseTo(9_850, -2);
  });

  it('stands at what it stopped at from the moment it got there', () => {
    const track = trackOf([tick(0, 10_000, true), tick(500, 9_500, true), tick(1_000, 9_300, false)]);
    expect(track.read(990).remainingMs).toBe(9_300);
    expect(track.read(600).remainingMs).toBeGreaterThan(9_300);
  });

  it('draws a correction as one step, at the tick that says it', () => {
    const track = trackOf([tick(0, 60_000, false), tick(500, 63_000, false)]);
    expect(track.read(499).remainingMs).toBe(60_000);
    expect(track.read(500).remainingMs).toBe(63_000);
  });

  it('knows when a running shot clock was reset between two ticks', () => {
    // 14.0 at 0; reset to 24 at 700; at 1,000 it reads 23.7.
    const track = trackOf([tick(0, 14_000, true), tick(500, 13_500, true), tick(1_000, 23_700, true)], {
      resetsMs: [24_000, 14_000],
    });
    expect(track.read(650).remainingMs).toBeLessThan(14_000);
    expect(track.read(760).remainingMs).toBeGreaterThan(23_800);
  });

  it('is off from the tick that says so', () => {
    const track = trackOf([tick(0, 5_000, true), tick(500, 0, false, { off: true })]);
    expect(track.read(400).off).toBe(false);
    expect(track.read(500).off).toBe(true);
  });

  it('never reads below zero, however long nothing is heard', () => {
    expect(trackOf([tick(0, 1_000, true)]).read(60_000).remainingMs).toBe(0);
  });

  it('gives the same readings for ticks in any order', () => {
    const random = seeded(7);
    const truth = trueClock(random, { fullMs: 600_000, lengthMs: 60_000 });
    const ticks = ticksOf(truth, { lengthMs: 60_000 });
    const inOrder = trackOf(ticks);
    const reversed = trackOf([...ticks].reverse());
    for (let atMs = 0; atMs < 60_000; atMs += 170)
      expect({ ...reversed.read(atMs) }).toEqual({ ...inOrder.read(atMs) });
  });
});
