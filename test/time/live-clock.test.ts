import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/game/rules.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { messages } from '../kit/messages.ts';
import { seeded } from '../kit/random.ts';
import { readTruth, ticksOf, trueClock } from '../kit/true-clock.ts';

/** The last minute of a period, as viewers see it drawn at `fps`, `delayMs` behind: rises and skipped tenths while the clock runs. */
function watched(seed: number, { fps, delayMs }: { fps: number; delayMs: number }) {
  const random = seeded(seed);
  const lengthMs = 90_000;
  const truth = trueClock(random, { fullMs: 58_000, lengthMs });
  const ticks = ticksOf(truth, { lengthMs, jitterMs: 4, phaseMs: random() * 500, random });
  const say = messages();
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  let next = 0;
  let shown = Number.POSITIVE_INFINITY;
  let lastRiseMs = Number.NEGATIVE_INFINITY;
  const seen = { skips: 0, largestRise: 0, risesWithinASecond: 0, asked: 0 };
  for (let nowMs = 1_500; nowMs < lengthMs; nowMs += 1000 / fps) {
    for (; next < ticks.length && (ticks[next]?.atMs ?? 0) <= nowMs; next += 1) {
      const { atMs, remainingMs, running } = ticks[next] as (typeof ticks)[number];
      timeline.push(say.clock(atMs, remainingMs, running));
    }
    const { clock } = timeline.at(nowMs - delayMs);
    if (!clock) continue;
    const tenths = Math.round(Number(clock.text) * 10);
    if (clock.running && shown - tenths > Math.ceil(10 / fps) && Number.isFinite(shown)) seen.skips += 1;
    if (tenths > shown) {
      seen.largestRise = Math.max(seen.largestRise, tenths - shown);
      if (nowMs - lastRiseMs < 1_000) seen.risesWithinASecond += 1;
      lastRiseMs = nowMs;
    }
    seen.asked += readTruth(truth, nowMs).running ? 1 : 0;
    shown = tenths;
  }
  return seen;
}

describe('a clock in its last minute, shown live', () => {
  it.each([25, 30, 60, 120])(
    'at %i frames a second skips no tenth while it runs, and rises once a stop, by at most five tenths',
    (fps) => {
      for (let seed = 1; seed <= 40; seed += 1) {
        const { skips, largestRise, risesWithinASecond, asked } = watched(seed, { fps, delayMs: 0 });
        expect({ seed, skips, risesWithinASecond }).toEqual({ seed, skips: 0, risesWithinASecond: 0 });
        expect(largestRise).toBeLessThanOrEqual(5);
        expect(asked).toBeGreaterThan(100);
      }
    },
  );
});

describe('a clock in its last minute, 600 ms behind', () => {
  it.each([25, 60])('at %i frames a second neither skips nor rises', (fps) => {
    for (let seed = 1; seed <= 40; seed += 1)
      expect(watched(seed, { fps, delayMs: 600 })).toMatchObject({ skips: 0, largestRise: 0 });
  });
});
