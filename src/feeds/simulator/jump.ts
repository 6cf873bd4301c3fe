// The jump ball: ten around the circle, two in the middle, the ball up and tapped to somebody.

import { playFrom } from './attack.ts';
import { fly, flyTo } from './ball.ts';
import { stragglers } from './bench.ts';
import { PACE } from './body.ts';
import { jumpPlaces } from './formations.ts';
import type { Restart } from './restart.ts';
import { startClock } from './table.ts';
import { order } from './think.ts';
import { inSlot, landed, opponentOf, type Script, STEP_MS, type World } from './world.ts';

/** Sends both fives to the circle. */
export function toTheCircle(world: World, pace: number): void {
  world.mode = 'still';
  const places = jumpPlaces(world.court);
  for (const side of [world.home, world.away])
    side.five.forEach((athlete, slot) => {
      const place = places[slot];
      if (place !== undefined) order(athlete, place.xMm * side.end, place.yMm * side.end, pace);
    });
}

/** Throws the ball up; the clock runs from the tap. */
export function* jumpBall(world: World): Script<Restart> {
  const { ball, chance } = world;
  toTheCircle(world, PACE.jog);
  const endMs = world.nowMs + 12_000;
  while (world.nowMs < endMs && stragglers(world, 350) > 0) yield STEP_MS;
  fly(ball, 'toss', { x: 0, y: 0, z: 1_500 }, world.nowMs, 900);
  yield* landed(world);
  yield 600;
  fly(ball, 'tip', { x: 0, y: 0, z: 3_000 }, world.nowMs, 620);
  yield* landed(world);
  const winner = chance.happens(0.5) ? world.home : world.away;
  world.tipWinner = winner.name;
  startClock(world.table);
  const taker = inSlot(winner, chance.happens(0.7) ? 0 : 1);
  flyTo(ball, 'tip', taker.body, world.nowMs, 620);
  yield* landed(world);
  // He who lost the tip is already on his way back.
  opponentOf(world, winner).five.forEach((athlete) => {
    athlete.busy = false;
  });
  return yield* playFrom(world, { side: winner, handler: taker, source: 'tip' });
}
