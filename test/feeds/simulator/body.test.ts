// Bodies move as people do: bounded, without overshoot, never through one another.
import { describe, expect, it } from 'vitest';
import { FASTEST, gapTo, PACE, send, standing, toGo } from '../../../src/feeds/simulator/body.ts';
import { crowdOf, moveAll } from '../../../src/feeds/simulator/crowd.ts';

const STEP_MS = 40;
const speed = ({ vx, vy }: { vx: number; vy: number }): number => Math.hypot(vx, vy);

describe('a body', () => {
  it('sprints 20 metres in about three and a half seconds, stops there, and never exceeds its pace', () => {
    const body = standing(0, 0);
    send(body, 20_000, 0, PACE.sprint);
    const crowd = crowdOf([body]);
    let fastest = 0;
    let arrivedMs = 0;
    for (let ms = STEP_MS; ms <= 8_000; ms += STEP_MS) {
      moveAll(crowd, STEP_MS, 0, 0);
      fastest = Math.max(fastest, speed(body));
      if (arrivedMs === 0 && toGo(body) < 300) arrivedMs = ms;
    }
    expect(fastest).toBeLessThanOrEqual(PACE.sprint + 1e-9);
    expect(arrivedMs).toBeGreaterThan(2_800);
    expect(arrivedMs).toBeLessThan(4_800);
    expect(speed(body)).toBeLessThan(0.05);
    expect(Math.abs(body.x - 20_000)).toBeLessThan(60);
  });

  it('does not swing past its goal and back', () => {
    const body = standing(0, 0);
    send(body, 3_000, 0, PACE.run);
    const crowd = crowdOf([body]);
    let before = 0;
    for (let i = 0; i < 120; i += 1) {
      moveAll(crowd, STEP_MS, 0, 0);
      expect(body.x).toBeGreaterThanOrEqual(before - 1e-9);
      before = body.x;
    }
  });

  it('gives way to another that comes the opposite way, and both get there', () => {
    const left = standing(0, 0);
    const right = standing(8_000, 0);
    send(left, 8_000, 0, PACE.run);
    send(right, 0, 0, PACE.run);
    const crowd = crowdOf([left, right]);
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 200; i += 1) {
      moveAll(crowd, STEP_MS, 0, 0);
      nearest = Math.min(nearest, gapTo(left, right.x, right.y));
      expect(speed(left)).toBeLessThan(FASTEST + 0.5);
    }
    expect(nearest).toBeGreaterThan(300);
    expect(toGo(left)).toBeLessThan(200);
    expect(toGo(right)).toBeLessThan(200);
  });

  it('parts from one who stands on the same spot', () => {
    const one = standing(0, 0);
    const other = standing(0, 0);
    const crowd = crowdOf([one, other]);
    for (let i = 0; i < 50; i += 1) moveAll(crowd, STEP_MS, 0, 0);
    expect(gapTo(one, other.x, other.y)).toBeGreaterThan(400);
  });
});
