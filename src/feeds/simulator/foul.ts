// Fouls: what they are written down as, and how play goes on after one.
import type { Place } from '../../game/court.ts';
import { bonusThrows } from './law.ts';
import type { Restart } from './restart.ts';
import { endPossession, writeDeed, writeTurnover } from './scorer.ts';
import { setShotClock, stopClock } from './table.ts';
import { type Athlete, type Attack, fromHoop, opponentOf, sideNamed, type World } from './world.ts';

const FRONT_COURT_MM = 12_700;

/** Assumed: every personal foul counts as a team foul, an attacker's too: the feed's own sum of FL is what graphics count the bonus from. */
function whistle(world: World, by: Athlete, on: Athlete): void {
  stopClock(world.table);
  by.fouls += 1;
  sideNamed(world, by.side).fouls += 1;
  writeDeed(world, 'foul', by);
  writeDeed(world, 'foul-drawn', on);
}

const placeOf = ({ body }: Athlete): Place => ({ xMm: body.x, yMm: body.y });

/** After a foul or a kicked ball in the front court the attack has at least the short clock. Source: NBA Rule 7 IV, NCAA 2-11, FIBA Art. 29. */
export function keepsAtLeastShort(world: World): number {
  const { shortMs } = world.rules.shotClock;
  return world.table.shotOn ? Math.max(world.table.shotMs, shortMs) : shortMs;
}

/** A defender fouls who is not shooting. */
export function commonFoul(world: World, attack: Attack, by: Athlete, on: Athlete): Restart {
  whistle(world, by, on);
  const fouls = opponentOf(world, attack.side).fouls;
  const earned = bonusThrows(world.rules, fouls);
  if (earned !== 'none')
    return {
      kind: 'free-throws',
      side: attack.side,
      shooter: on,
      throws: 2,
      oneAndOne: earned === 'one-and-one',
    };
  const inFront = fromHoop(world, attack.side, on.body).yMm < FRONT_COURT_MM;
  return {
    kind: 'throw-in',
    side: attack.side,
    at: placeOf(on),
    shotMs: inFront ? keepsAtLeastShort(world) : world.rules.shotClock.fullMs,
    afterTurnover: attack.afterTurnover,
  };
}

/** A defender fouls one who shoots: as many throws as the shot was worth, or one if it went in. */
export function shootingFoul(
  world: World,
  attack: Attack,
  by: Athlete,
  on: Athlete,
  throws: number,
): Restart {
  whistle(world, by, on);
  return { kind: 'free-throws', side: attack.side, shooter: on, throws, oneAndOne: false };
}

/** The attacker runs his man over: a turnover, and no throws. */
export function offensiveFoul(world: World, attack: Attack, by: Athlete, on: Athlete): Restart {
  whistle(world, by, on);
  writeTurnover(world, by, false);
  endPossession(world);
  return {
    kind: 'throw-in',
    side: opponentOf(world, attack.side),
    at: placeOf(on),
    shotMs: world.rules.shotClock.fullMs,
    afterTurnover: true,
  };
}

/** The ball is lost without the other side touching it: a step too many, a foot on the line, the clock. */
export function deadTurnover(world: World, attack: Attack, by: Athlete): Restart {
  stopClock(world.table);
  writeTurnover(world, by, false);
  setShotClock(world.table, world.rules.shotClock.fullMs);
  endPossession(world);
  return {
    kind: 'throw-in',
    side: opponentOf(world, attack.side),
    at: { xMm: world.ball.x, yMm: world.ball.y },
    shotMs: world.rules.shotClock.fullMs,
    afterTurnover: true,
  };
}
