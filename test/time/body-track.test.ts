import { describe, expect, it } from 'vitest';
import { BodyTrack, makeTrace, TRACE } from '../../src/time/body-track.ts';
import type { SampledBody } from '../../src/time/moment.ts';
import { BALL_TRACK, PLAYER_TRACK } from '../../src/time/track-options.ts';
import { seeded } from '../kit/random.ts';

const empty = (): SampledBody => ({
  id: 'p',
  teamId: null,
  xMm: 0,
  yMm: 0,
  zMm: 0,
  speedMps: 0,
  ageMs: 0,
  presence: 0,
});

/** A run along a curve at about 4 m/s. */
const pathMm = (atMs: number) => ({ x: 5_000 * Math.sin(atMs / 1_400), y: 3_000 * Math.cos(atMs / 1_100) });

function run(stampsMs: readonly number[], options = PLAYER_TRACK): BodyTrack {
  const track = new BodyTrack(options);
  for (const atMs of stampsMs) {
    const { x, y } = pathMm(atMs);
    track.push(atMs, x, y, 0);
  }
  return track;
}
const every = (stepMs: number, untilMs: number) =>
  Array.from({ length: Math.floor(untilMs / stepMs) }, (_, i) => i * stepMs);

function sampled(track: BodyTrack, atMs: number): SampledBody {
  const into = empty();
  if (!track.sample(atMs, into)) into.presence = 0;
  return into;
}

describe('a body track', () => {
  it.each([8, 40, 100, 200])(
    'follows a running body sampled every %i ms to within two centimetres',
    (stepMs) => {
      const track = run(every(stepMs, 6_000));
      let worst = 0;
      for (let atMs = 600; atMs < 5_000; atMs += 7) {
        const { x, y } = pathMm(atMs);
        const at = sampled(track, atMs);
        worst = Math.max(worst, Math.hypot(at.xMm - x, at.yMm - y));
      }
      expect(worst).toBeLessThan(20);
    },
  );

  it('goes exactly through its samples, whatever order they came in', () => {
    const random = seeded(3);
    const stamps = every(40, 2_000);
    const shuffled = [...stamps].sort(() => random() - 0.5);
    const inOrder = run(stamps);
    const track = run(shuffled);
    for (let atMs = 0; atMs < 2_100; atMs += 13) {
      const [one, other] = [sampled(track, atMs), sampled(inOrder, atMs)];
      expect(one.presence).toBe(other.presence);
      expect(Math.hypot(one.xMm - other.xMm, one.yMm - other.yMm)).toBeLessThan(10);
    }
    expect(sampled(track, 400).xMm).toBeCloseTo(pathMm(400).x, 9);
  });

  it('is not there before its first sample, and fades in from it', () => {
    const track = run(every(40, 2_000));
    expect(sampled(track, -1).presence).toBe(0);
    expect(sampled(track, 120).presence).toBeCloseTo(0.5);
    expect(sampled(track, 1_000).presence).toBe(1);
  });

  it('lets a player run on as he ran, ever slower, and fade where he was', () => {
    const track = run(every(40, 1_001));
    const way = (fromMs: number, toMs: number) => {
      const [from, to] = [sampled(track, fromMs), sampled(track, toMs)];
      return Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
    };
    expect(way(960, 1_060)).toBeGreaterThan(200);
    expect(way(1_400, 1_500)).toBeLessThan(0.7 * way(960, 1_060));
    expect(way(1_560, 1_660)).toBe(0);
    expect(sampled(track, 1_500).presence).toBe(1);
    expect(sampled(track, 960 + 700 + 120).presence).toBeCloseTo(0.5);
    expect(sampled(track, 3_000).presence).toBe(0);
  });

  it('never carries the ball beyond 34 ms', () => {
    const track = run(every(40, 1_001), BALL_TRACK);
    const at34 = sampled(track, 994);
    const at300 = sampled(track, 1_260);
    expect([at300.xMm, at300.yMm]).toEqual([at34.xMm, at34.yMm]);
  });

  it('fades out and in where a body jumps, and is never drawn between', () => {
    const track = new BodyTrack(PLAYER_TRACK);
    for (let i = 0; i <= 50; i += 1) track.push(i * 40, i < 25 ? 0 : 9_000, 0, 0);
    for (let atMs = 0; atMs <= 2_000; atMs += 3) expect([0, 9_000]).toContain(sampled(track, atMs).xMm);
    expect(sampled(track, 980).presence).toBeLessThan(0.1);
    expect(sampled(track, 980 - 120).presence).toBeCloseTo(0.5, 1);
    expect(sampled(track, 980 + 400).presence).toBe(1);
  });

  it('lets a small jump of measuring noise pass as movement', () => {
    const track = new BodyTrack(PLAYER_TRACK);
    for (let i = 0; i < 50; i += 1) track.push(i * 10, (i % 2) * 150, 0, 0);
    expect(sampled(track, 400).presence).toBe(1);
  });

  it('keeps one sample before what it was asked to keep, and does not fade in again', () => {
    const track = run(every(40, 4_000));
    track.trim(2_000);
    expect(track.count).toBe(50);
    expect(sampled(track, 2_010).presence).toBe(1);
  });

  it('does not grow with time once it is trimmed', () => {
    const track = run([]);
    for (let i = 0; i < 20_000; i += 1) {
      track.push(i * 40, i, 0, 0);
      if (i % 100 === 0) track.trim(i * 40 - 4_000);
    }
    expect(track.bytes).toBeLessThan(64 * 1024);
  });

  it('traces where it was on its own samples, and no further back than its track began', () => {
    const track = new BodyTrack(PLAYER_TRACK);
    for (let i = 0; i <= 50; i += 1) track.push(i * 40, i < 25 ? i : 9_000 + i * 100, i * 10, 0);
    const trace = makeTrace(4);
    const traced = (newestMs: number): readonly number[] => {
      trace.set([newestMs, 200]);
      expect(track.trace(trace)).toBe(true);
      return [0, 1, 2, 3].map((i) => trace[TRACE.places + TRACE.stride * i] ?? Number.NaN);
    };
    expect(traced(2_000)).toEqual([14_000, 13_500, 13_000, 12_500]);
    expect(traced(1_320)).toEqual([12_300, 11_800, 11_500, 11_500]);
    expect(traced(620).map((xMm) => xMm * 40)).toEqual([620, 420, 220, 20]);
    trace[TRACE.atMs] = 9_000;
    expect(track.trace(trace)).toBe(false);
  });

  it('crosses a hole in time in a straight line', () => {
    const track = new BodyTrack(PLAYER_TRACK);
    for (let i = 0; i < 10; i += 1) track.push(i * 40, i * 100, 0, 0);
    for (let i = 0; i < 10; i += 1) track.push(2_360 + i * 40, 900 - i * 100, 0, 0);
    for (let atMs = 360; atMs < 2_360; atMs += 20) expect(sampled(track, atMs).xMm).toBeLessThan(900.001);
  });
});
