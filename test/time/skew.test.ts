import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ECHOES_KEPT,
  type Echo,
  FAST_SLEW,
  SETTLED_ECHOES,
  Skew,
  SLEW,
  STEP_MS,
} from '../../src/time/skew.ts';
import { seeded } from '../kit/random.ts';

/** An exchange with a clock that is `offsetMs` ahead, over a way of `thereMs` and `backMs`. */
const echo = (sentMs: number, offsetMs: number, thereMs: number, backMs: number): Echo => ({
  sentMs,
  receivedMs: sentMs + thereMs + offsetMs,
  answeredMs: sentMs + thereMs + offsetMs + 1,
  heardMs: sentMs + thereMs + 1 + backMs,
});

describe('skew', () => {
  it('believes its guess until the first echo, and says that it is not known', () => {
    const skew = new Skew(5_000);
    expect(skew.at(100)).toBe(5_100);
    expect(skew.errorMs(100)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is exact over a way as long there as back', () => {
    const skew = new Skew();
    skew.add(echo(1_000, 250_000, 8, 8));
    expect(skew.at(1_020)).toBe(251_020);
    expect(skew.errorMs(1_017)).toBe(8);
  });

  it('never errs by more than it says, whatever the ways and the drift', () => {
    const waysMs = fc.array(
      fc.tuple(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true })),
      {
        minLength: 1,
        maxLength: 3 * ECHOES_KEPT,
      },
    );
    fc.assert(
      fc.property(waysMs, fc.double({ min: -5e-5, max: 5e-5, noNaN: true }), (ways, drift) => {
        const skew = new Skew();
        let nowMs = 0;
        for (const [thereMs, backMs] of ways) {
          skew.add(echo(nowMs, 1_000 + drift * nowMs, thereMs, backMs));
          nowMs += 500;
        }
        const settled = new Skew();
        for (const [index, [thereMs, backMs]] of ways.entries())
          settled.add(echo(index * 500, 1_000 + drift * index * 500, thereMs, backMs));
        const truthMs = 1_000 + drift * nowMs;
        const lateMs = nowMs + 60_000;
        // A minute of slewing brings the clock in use to the estimate.
        for (let t = nowMs; t <= lateMs; t += 1_000) settled.at(t);
        expect(Math.abs(settled.offsetMs - truthMs)).toBeLessThanOrEqual(skew.errorMs(nowMs) + 0.02);
      }),
    );
  });

  it('never runs back and keeps the speed of time within its slew', () => {
    const random = seeded(11);
    const skew = new Skew();
    let lastMs = Number.NEGATIVE_INFINITY;
    let echoes = 0;
    for (let nowMs = 0; nowMs < 120_000; nowMs += 16) {
      if (nowMs % 496 === 0) {
        skew.add(echo(nowMs - 120, 700, random() * 60, random() * 60));
        echoes += 1;
      }
      const thereMs = skew.at(nowMs);
      if (echoes > SETTLED_ECHOES) {
        expect(thereMs - lastMs).toBeGreaterThanOrEqual(16 * (1 - SLEW) - 1e-6);
        expect(thereMs - lastMs).toBeLessThanOrEqual(16 * (1 + SLEW) + 1e-6);
      } else expect(thereMs).toBeGreaterThanOrEqual(lastMs);
      lastMs = thereMs;
    }
  });

  it('corrects a larger error faster, still without a jump', () => {
    const skew = new Skew();
    for (let i = 0; i < SETTLED_ECHOES; i += 1) skew.add(echo(i * 500, 1_000, 300, 0));
    const wrongMs = skew.at(2_400);
    skew.add(echo(2_400, 1_000, 1, 1));
    expect(skew.at(2_500) - wrongMs).toBeCloseTo(100 * (1 - FAST_SLEW), 6);
  });

  it('prefers a fresh exchange to an old one that was a little faster', () => {
    const skew = new Skew();
    skew.add(echo(0, 100, 1, 1));
    for (let i = 1; i <= 20; i += 1) skew.add(echo(i * 1_000, 103, 2, 2));
    for (let t = 20_000; t < 30_000; t += 100) skew.at(t);
    expect(Math.abs(skew.offsetMs - 103)).toBeLessThan(0.25);
  });

  it('follows a clock that was set forward at once', () => {
    const skew = new Skew();
    for (let i = 0; i < 10; i += 1) skew.add(echo(i * 500, 0, 1, 1));
    expect(skew.at(5_000)).toBe(5_000);
    skew.add(echo(5_000, 10 * STEP_MS, 1, 1));
    expect(skew.at(5_010)).toBe(5_010 + 10 * STEP_MS);
  });

  it('follows a clock that was set back at once, rather than stand still for as long', () => {
    const skew = new Skew();
    for (let i = 0; i < 10; i += 1) skew.add(echo(i * 500, 0, 1, 1));
    skew.at(5_000);
    skew.add(echo(5_000, -3_600_000, 1, 1));
    expect(skew.at(5_010)).toBe(5_010 - 3_600_000);
    expect(skew.at(5_020)).toBe(5_020 - 3_600_000);
  });

  it('passes by an exchange that cannot be true', () => {
    const skew = new Skew(7);
    skew.add({ sentMs: 100, receivedMs: 0, answeredMs: 50, heardMs: 120 });
    skew.add({ sentMs: 100, receivedMs: Number.NaN, answeredMs: 0, heardMs: 120 });
    expect(skew.at(200)).toBe(207);
  });
});
