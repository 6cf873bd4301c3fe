import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/hosts/output/pace.ts';

describe('pace', () => {
  it('of an even page is its rate, and no lateness', () => {
    const pace = new Pace();
    for (let nowMs = 0; nowMs <= 1_000; nowMs += 20) pace.tick(nowMs);
    pace.mark(1_000);
    for (let nowMs = 1_020; nowMs <= 1_500; nowMs += 20) pace.tick(nowMs);
    expect(pace.fps(1_500)).toBe(50);
    expect(pace.lateMs).toBe(0);
  });

  it('tells by how much the longest wait was too long, until it has been told', () => {
    const pace = new Pace();
    for (const nowMs of [0, 20, 40, 120, 140]) pace.tick(nowMs);
    expect(pace.lateMs).toBe(60);
    pace.mark(140);
    for (const nowMs of [160, 180]) pace.tick(nowMs);
    expect(pace.lateMs).toBe(0);
  });

  it('does not take the time that a page was hidden for lateness', () => {
    const pace = new Pace();
    for (const nowMs of [0, 20, 40]) pace.tick(nowMs);
    pace.pause();
    for (const nowMs of [60_000, 60_020]) pace.tick(nowMs);
    expect(pace.lateMs).toBe(0);
  });
});
