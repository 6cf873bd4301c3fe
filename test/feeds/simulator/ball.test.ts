// The ball flies, bounces and is carried without a jump.
import { describe, expect, it } from 'vitest';
import {
  type Ball,
  ballAt,
  carry,
  fly,
  flyTo,
  letGo,
  moveBall,
  passMs,
  shotMs,
} from '../../../src/feeds/simulator/ball.ts';
import { standing } from '../../../src/feeds/simulator/body.ts';

const STEP_MS = 40;
const HOOP_MM = 3_048;

function play(ball: Ball, ms: number, each: (nowMs: number) => void): void {
  for (let nowMs = STEP_MS; nowMs <= ms; nowMs += STEP_MS) {
    moveBall(ball, nowMs, STEP_MS);
    each(nowMs);
  }
}

describe('the ball', () => {
  it.each([
    [4_200, 3.4, 4.6],
    [7_300, 3.9, 5.4],
    [10_000, 4.2, 6.4],
  ])(
    'of a shot from %d mm rises to a height between %d and %d metres and comes down into the hoop',
    (distanceMm, low, high) => {
      const ball = ballAt(0, 0);
      ball.z = 2_350;
      const ms = shotMs(distanceMm, HOOP_MM - ball.z);
      fly(ball, 'shot', { x: distanceMm, y: 0, z: HOOP_MM }, 0, ms);
      let apex = 0;
      let last = { x: 0, z: 0 };
      let downwards = false;
      play(ball, Math.floor(ms / STEP_MS) * STEP_MS, () => {
        apex = Math.max(apex, ball.z);
        downwards = ball.z < last.z;
        last = { x: ball.x, z: ball.z };
      });
      expect(apex / 1000).toBeGreaterThan(low);
      expect(apex / 1000).toBeLessThan(high);
      expect(downwards).toBe(true);
      expect(ms).toBeGreaterThan(750);
      expect(ms).toBeLessThan(1_750);
    },
  );

  it('that is passed ends in the hands of one who runs on', () => {
    const thrower = standing(0, 0);
    const runner = standing(6_000, 0);
    const ball = ballAt(0, 0);
    carry(ball, thrower, 'hold', 0);
    flyTo(ball, 'pass', runner, 0, passMs(6_000));
    play(ball, 1_000, () => {
      runner.y += 200;
    });
    expect(ball.carrier).toBe(runner);
    expect(Math.hypot(ball.x - runner.x, ball.y - runner.y)).toBeLessThan(700);
  });

  it('on the dribble touches the floor about twice a second and never goes through it', () => {
    const body = standing(0, 0);
    const ball = ballAt(0, 0);
    carry(ball, body, 'dribble', 0);
    let touches = 0;
    let before = ball.z;
    let falling = false;
    play(ball, 4_000, () => {
      if (falling && ball.z > before) touches += 1;
      falling = ball.z < before;
      before = ball.z;
      expect(ball.z).toBeGreaterThanOrEqual(100);
    });
    expect(touches).toBeGreaterThanOrEqual(6);
    expect(touches).toBeLessThanOrEqual(8);
  });

  it('that nobody has falls, bounces lower each time, and lies still', () => {
    const ball = ballAt(0, 0);
    ball.z = 2_000;
    letGo(ball);
    let highest = 0;
    let touched = false;
    play(ball, 6_000, () => {
      if (ball.z <= 120) touched = true;
      else if (touched) highest = Math.max(highest, ball.z);
    });
    expect(touched).toBe(true);
    expect(highest).toBeLessThan(1_200);
    expect(highest).toBeGreaterThan(300);
    expect(ball.z).toBe(120);
  });
});
