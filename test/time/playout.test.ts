import { describe, expect, it } from 'vitest';
import { Lateness } from '../../src/time/lateness.ts';
import { Playout } from '../../src/time/playout.ts';
import { seeded } from '../kit/random.ts';

/** Feeds a playout for `seconds` with samples every `intervalMs`, each late by what `lateMs` says; asks at 60 Hz; tells each asked instant. */
function play(
  playout: Playout,
  {
    seconds,
    intervalMs,
    lateMs,
    fromMs = 0,
  }: { seconds: number; intervalMs: number; lateMs: () => number; fromMs?: number },
) {
  const asked: { nowMs: number; instantMs: number }[] = [];
  const arrivals: [number, number][] = [];
  for (let atMs = fromMs; atMs < fromMs + seconds * 1000; atMs += intervalMs)
    arrivals.push([atMs, atMs + lateMs()]);
  arrivals.sort(([, a], [, b]) => a - b);
  let next = 0;
  for (let nowMs = fromMs; nowMs < fromMs + seconds * 1000; nowMs += 1000 / 60) {
    while (next < arrivals.length && (arrivals[next] as [number, number])[1] <= nowMs)
      playout.heard(...(arrivals[next++] as [number, number]));
    asked.push({ nowMs, instantMs: playout.instant(nowMs) });
  }
  return asked;
}

describe('a live playout', () => {
  it.each([
    [80, 3],
    [40, 3],
    [40, 20],
    [16, 5],
  ])(
    'of samples every %i ms, up to %i ms late, plays one interval and that lateness behind',
    (intervalMs, jitterMs) => {
      const random = seeded(5);
      const playout = new Playout();
      play(playout, { seconds: 60, intervalMs, lateMs: () => random() * jitterMs });
      expect(playout.delayMs).toBeGreaterThanOrEqual(intervalMs + 0.9 * jitterMs - 2);
      expect(playout.delayMs).toBeLessThanOrEqual(intervalMs + jitterMs + 4);
    },
  );

  it('changes speed by at most a few per cent once it plays, whatever comes', () => {
    const random = seeded(6);
    const playout = new Playout();
    play(playout, { seconds: 5, intervalMs: 40, lateMs: () => 2 });
    const asked = play(playout, {
      seconds: 60,
      intervalMs: 40,
      lateMs: () => (random() < 0.1 ? 300 : 5),
      fromMs: 5_000,
    });
    for (let i = 1; i < asked.length; i += 1) {
      const [last, now] = [asked[i - 1], asked[i]] as [(typeof asked)[0], (typeof asked)[0]];
      if (!last || !now) continue;
      const speed = (now.instantMs - last.instantMs) / (now.nowMs - last.nowMs);
      expect(speed).toBeGreaterThan(0.959);
      expect(speed).toBeLessThan(1.021);
    }
    expect(playout.delayMs).toBeGreaterThan(200);
  });

  it('comes back when the feed is good again', () => {
    const random = seeded(8);
    const playout = new Playout();
    play(playout, { seconds: 60, intervalMs: 40, lateMs: () => random() * 200 });
    const worse = playout.delayMs;
    play(playout, { seconds: 240, intervalMs: 40, lateMs: () => random() * 5, fromMs: 60_000 });
    expect(playout.delayMs).toBeLessThan(worse - 100);
  });

  it('is bounded, and not moved by a pause of the feed', () => {
    const playout = new Playout({ maxMs: 300 });
    play(playout, { seconds: 20, intervalMs: 40, lateMs: () => 900 });
    expect(playout.delayMs).toBeLessThanOrEqual(300);
    const calm = new Playout();
    play(calm, { seconds: 20, intervalMs: 40, lateMs: () => 3 });
    const before = calm.delayMs;
    play(calm, { seconds: 20, intervalMs: 40, lateMs: () => 3, fromMs: 80_000 });
    expect(Math.abs(calm.delayMs - before)).toBeLessThan(4);
  });
});

describe('lateness', () => {
  it('is the upper edge of the bucket that holds the wanted share', () => {
    const lateness = new Lateness({ quantile: 0.9, keep: 1, bucketMs: 10, buckets: 20 });
    for (let ms = 0; ms < 100; ms += 1) lateness.add(ms);
    expect(lateness.quantile()).toBe(90);
  });

  it('counts what is beyond its last bucket as that one', () => {
    const lateness = new Lateness({ quantile: 0.5, keep: 1, bucketMs: 10, buckets: 5 });
    lateness.add(10_000);
    expect(lateness.quantile()).toBe(50);
  });
});
