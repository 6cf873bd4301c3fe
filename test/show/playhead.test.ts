import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCue, type Cue } from '../../src/show/cue.ts';
import {
  delayedBy,
  delayOf,
  instantOf,
  LIVE,
  type Playhead,
  reachMs,
  replayFrom,
} from '../../src/show/playhead.ts';
import { emptyShow } from '../../src/show/show.ts';

const LIVE_MS = 90;

describe('a delayed playhead', () => {
  it('plays exactly its delay behind once it is there, and live plays as far behind as it must', () => {
    expect(instantOf(LIVE, 10_000, LIVE_MS)).toBe(10_000 - LIVE_MS);
    expect(instantOf(delayedBy(LIVE, 40, 0, 'cut'), 10_000, LIVE_MS)).toBe(10_000 - 40);
  });

  it('slews a small change at 5 % of speed, and cuts a large one', () => {
    const set = delayedBy(LIVE, 4_000, 0);
    expect(set.cut).toBe(true);
    const nudged = delayedBy(set, 4_400, 10_000);
    expect(delayOf(nudged, 10_000, LIVE_MS)).toBe(4_000);
    expect(delayOf(nudged, 14_000, LIVE_MS)).toBe(4_200);
    expect(delayOf(nudged, 60_000, LIVE_MS)).toBe(4_400);
  });

  it('goes on from where it is when it is changed in the middle of a slew', () => {
    const nudged = delayedBy(delayedBy(LIVE, 4_000, 0), 4_400, 10_000);
    const back = delayedBy(nudged, 4_000, 12_000);
    expect(delayOf(back, 12_000, LIVE_MS)).toBe(4_100);
    expect(delayOf(back, 13_000, LIVE_MS)).toBe(4_050);
  });

  it('never runs backwards and never faster or slower than 5 %, whatever delays are slewed to', () => {
    const changes = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 20, max: 4_000 })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(changes, (steps) => {
        let playhead: Playhead = delayedBy(LIVE, 2_000, 0, 'cut');
        let nowMs = 100;
        let last = instantOf(playhead, nowMs, LIVE_MS);
        for (const [delay, waitMs] of steps) {
          playhead = delayedBy(playhead, delay * 10, nowMs, 'slew');
          for (const untilMs = nowMs + waitMs; nowMs < untilMs; ) {
            nowMs += 16;
            const instant = instantOf(playhead, nowMs, LIVE_MS);
            const speed = (instant - last) / 16;
            expect(speed).toBeGreaterThan(0.9499);
            expect(speed).toBeLessThan(1.0501);
            last = instant;
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same on a page that has just been loaded', () => {
    const nudged = delayedBy(delayedBy(LIVE, 4_000, 0), 4_400, 10_000);
    const reloaded = JSON.parse(JSON.stringify(nudged)) as Playhead;
    expect(instantOf(reloaded, 13_000, 250)).toBe(instantOf(nudged, 13_000, LIVE_MS));
  });
});

describe('a replaying playhead', () => {
  it.each([
    [0, 5_000],
    [0.25, 5_500],
    [0.5, 6_000],
    [1, 7_000],
    [2, 9_000],
    [-1, 3_000],
  ])('at a rate of %d is at %d two seconds on', (rate, instantMs) => {
    expect(instantOf(replayFrom(LIVE, { instantMs: 5_000, rate }, 20_000), 22_000, LIVE_MS)).toBe(instantMs);
  });

  it('goes on from where it is when only its rate changes', () => {
    const slow = replayFrom(LIVE, { instantMs: 5_000, rate: 0.5 }, 20_000);
    const back = replayFrom(slow, { rate: -1 }, 22_000);
    expect(instantOf(back, 22_000, LIVE_MS)).toBe(6_000);
    expect(instantOf(back, 23_000, LIVE_MS)).toBe(5_000);
  });

  it('never runs ahead of live', () => {
    expect(instantOf(replayFrom(LIVE, { instantMs: 19_000, rate: 2 }, 20_000), 60_000, LIVE_MS)).toBe(
      60_000 - LIVE_MS,
    );
  });

  it('remembers the delay to go back to, and goes back to it at once', () => {
    const delayed = delayedBy(LIVE, 4_000, 0);
    const replay = replayFrom(
      replayFrom(delayed, { instantMs: 1_000, rate: 1 }, 20_000),
      { rate: 0 },
      21_000,
    );
    expect(instantOf(replay.after, 30_000, LIVE_MS)).toBe(26_000);
  });

  it('tells how much history it needs', () => {
    expect(reachMs(replayFrom(LIVE, { instantMs: 5_000, rate: 1 }, 20_000), 20_000, 2_000)).toBe(17_000);
    expect(reachMs(delayedBy(LIVE, 4_000, 0), 20_000, 2_000)).toBe(6_000);
  });
});

describe('a cue that replays', () => {
  it.each([
    ['what is to come', 400_001],
    ['what history does not hold any more', 99_999],
  ])('is refused for %s', (_what, fromMs) => {
    const cue: Cue = { cue: 'replay', output: 'program', rate: 1, fromMs };
    expect(applyCue(emptyShow, cue, 400_000, new Map())).toMatchObject({ fault: { where: 'fromMs' } });
  });
});
