import { describe, expect, it } from 'vitest';
import { type ClockTick, ClockTrack } from '../../src/time/clock-track.ts';
import { TwoWitnesses } from '../../src/time/two-witnesses.ts';
import { seeded } from '../kit/random.ts';
import { readTruth, ticksOf, trueClock } from '../kit/true-clock.ts';

const LENGTH_MS = 120_000;

/** Plays a game live, the table at 2 Hz and positions at 25 Hz that are off by `wrongMs`; tells the largest rise and the worst miss while shown at 60 Hz. */
function live(seed: number, { wrongMs = 0, tableUntilMs = Number.POSITIVE_INFINITY, positions = true } = {}) {
  const random = seeded(seed);
  const truth = trueClock(random, { fullMs: 720_000, lengthMs: LENGTH_MS });
  const ticks = ticksOf(truth, { lengthMs: LENGTH_MS, phaseMs: random() * 500 }).filter(
    ({ atMs }) => atMs < tableUntilMs,
  );
  const track = new ClockTrack();
  const witnesses = new TwoWitnesses(track);
  let tick = 0;
  let positionMs = 0;
  let shown = Number.POSITIVE_INFINITY;
  let rise = 0;
  let worst = 0;
  for (let nowMs = 1_000; nowMs < LENGTH_MS; nowMs += 1000 / 60) {
    while (tick < ticks.length && (ticks[tick] as ClockTick).atMs <= nowMs)
      witnesses.table(ticks[tick++] as ClockTick);
    for (; positions && positionMs <= nowMs; positionMs += 40) {
      const { remainingMs, running } = readTruth(truth, positionMs);
      witnesses.tracking(positionMs, Math.max(0, remainingMs + wrongMs), running);
    }
    const { remainingMs } = track.read(nowMs);
    const tenths = Math.floor((remainingMs + 1e-3) / 100);
    if (nowMs > 3_000) {
      rise = Math.max(rise, tenths - shown);
      worst = Math.max(worst, Math.abs(remainingMs - readTruth(truth, nowMs).remainingMs));
    }
    shown = tenths;
  }
  return { rise, worst };
}

describe('two witnesses of a clock, live', () => {
  it('show a stop at the rate of the positions: it rises by at most a tenth, where the table alone rises by up to five', () => {
    let alone = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      expect({ seed, rise: live(seed).rise <= 1 }).toEqual({ seed, rise: true });
      alone = Math.max(alone, live(seed, { positions: false }).rise);
    }
    expect(alone).toBeGreaterThan(1);
  });

  it('stay right to a tenth and a beat of the positions', () => {
    for (let seed = 1; seed <= 20; seed += 1) expect(live(seed).worst).toBeLessThan(160);
  });

  it('go by the table where the positions say another clock', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { worst } = live(seed, { wrongMs: 5_000 });
      expect(worst).toBe(live(seed, { positions: false }).worst);
    }
  });

  it('go by the table within half a second where the positions are a little off', () => {
    for (let seed = 1; seed <= 10; seed += 1) expect(live(seed, { wrongMs: 200 }).worst).toBeLessThan(560);
  });

  it('go on by the positions when the table falls silent', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { worst } = live(seed, { tableUntilMs: 30_000 });
      expect(worst).toBeLessThan(2_000);
    }
    const positionsOnly = live(3, { tableUntilMs: 0 });
    expect(positionsOnly.worst).toBeLessThan(60);
  });
});
