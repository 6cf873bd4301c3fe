// The last minute of a close game: who is behind hurries, and stops the clock with fouls; who leads lets it run.
import { gapTo, PACE } from './body.ts';
import { commonFoul } from './foul.ts';
import { isLastPeriod } from './law.ts';
import type { Restart } from './restart.ts';
import { order } from './think.ts';
import {
  type Athlete,
  type Attack,
  nearest,
  opponentOf,
  type Script,
  type Side,
  type World,
} from './world.ts';

/** From when on a team that is behind plays for time, and from when on it fouls. Milliseconds left. */
const HURRY_MS = 75_000;
const FOUL_MS = 30_000;
/** A game is lost beyond this, and a foul helps nobody. */
const WITHIN_REACH = 9;

const leadOf = ({ points, home }: World, side: Side): number =>
  side === home ? points.home - points.away : points.away - points.home;

const isLate = ({ rules, table }: World, ms: number): boolean =>
  isLastPeriod(rules, table.period) && table.gameMs < ms;

/** True for a side that is behind and has little time. */
export const mustHurry = (world: World, side: Side): boolean =>
  isLate(world, HURRY_MS) && leadOf(world, side) < 0;

/** True when the side that defends must stop the clock: it is behind, and the others could hold the ball to the end. */
export function mustFoul(world: World, { side }: Attack): boolean {
  const lead = leadOf(world, side);
  return isLate(world, FOUL_MS) && lead > 0 && lead <= WITHIN_REACH && (!world.table.shotOn || lead > 3);
}

/** The nearest defender runs up and fouls. */
export function* stopTheClock(world: World, attack: Attack, handler: Athlete): Script<Restart> {
  const { body } = handler;
  const by = nearest(opponentOf(world, attack.side).five, body.x, body.y);
  order(by, body.x, body.y, PACE.sprint);
  yield Math.min(2_000, 400 + gapTo(by.body, body.x, body.y) / 4);
  return commonFoul(world, attack, by, handler);
}
