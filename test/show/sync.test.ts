import { describe, expect, it } from 'vitest';
import { arm, hear, MOST_PRESSES, press, type Sync, syncResult } from '../../src/show/sync.ts';
import { normal, seeded } from '../kit/random.ts';

const pressed = (sync: Sync, eventMs: number, delayMs: number): Sync =>
  press(hear(sync, sync.event, eventMs), eventMs + delayMs) as Sync;

describe('guided sync', () => {
  it('times the first event since it was armed, and no other', () => {
    let sync = arm(null, 'clock-starts', 10_000);
    for (const [event, atMs] of [
      ['clock-starts', 9_000],
      ['clock-stops', 11_000],
      ['clock-starts', 12_000],
      ['clock-starts', 13_000],
    ] as const)
      sync = hear(sync, event, atMs);
    expect(syncResult(press(sync, 14_500) as Sync)).toEqual({ delayMs: 2_500, spreadMs: 0 });
  });

  it('takes no press before there was anything to see', () => {
    const sync = arm(null, 'made-basket', 10_000);
    expect(press(sync, 12_000)).toBeNull();
    expect(press(hear(sync, 'made-basket', 20_000), 12_000)).toBeNull();
  });

  it('takes no press that is later than any delay could make it', () => {
    const sync = hear(arm(null, 'made-basket', 10_000), 'made-basket', 20_000);
    expect(press(sync, 320_001)).toBeNull();
    expect(press(sync, 1e300)).toBeNull();
    expect(press(sync, 320_000)?.presses).toHaveLength(1);
  });

  it('finds the delay to within a frame from seven presses of a human hand', () => {
    const random = seeded(11);
    for (let game = 0; game < 50; game += 1) {
      let sync = arm(null, 'whole-second', 0);
      for (let i = 1; i <= 7; i += 1) sync = pressed(sync, i * 20_000, 4_270 + normal(random, 25));
      const result = syncResult(sync);
      expect(Math.abs((result?.delayMs ?? 0) - 4_270)).toBeLessThanOrEqual(40);
      expect(result?.spreadMs).toBeLessThan(60);
    }
  });

  it('is not moved by one press that went wrong', () => {
    let sync = arm(null, 'clock-stops', 0);
    for (const [i, delayMs] of [3_000, 3_020, 9_000, 2_990, 3_010].entries())
      sync = pressed(sync, (i + 1) * 30_000, delayMs);
    expect(syncResult(sync)).toEqual({ delayMs: 3_010, spreadMs: 10 });
  });

  it('starts over for another event, and goes on for the same', () => {
    const sync = pressed(arm(null, 'clock-stops', 0), 1_000, 500);
    expect(arm(sync, 'clock-stops', 5_000).presses).toHaveLength(1);
    expect(arm(sync, 'made-basket', 5_000).presses).toHaveLength(0);
    expect(syncResult(arm(null, 'clock-stops', 0))).toBeNull();
  });

  it('keeps a bounded number of presses', () => {
    let sync = arm(null, 'clock-stops', 0);
    for (let i = 1; i < 40; i += 1) sync = pressed(sync, i * 10_000, 500);
    expect(sync.presses).toHaveLength(MOST_PRESSES);
  });
});
