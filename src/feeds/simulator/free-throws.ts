// Free throws: everybody to his place at the lane, the shooter at the line, as many throws as were earned, and play goes on from the last.
import { fly, shotMs } from './ball.ts';
import { stragglers } from './bench.ts';
import { PACE } from './body.ts';
import { whistle } from './dead-ball.ts';
import { lanePlaces } from './formations.ts';
import { rebound } from './rebound.ts';
import type { Restart } from './restart.ts';
import { beginPossession, writeFreeThrow } from './scorer.ts';
import { afterLastThrow, tossTo } from './shot.ts';
import { startClock } from './table.ts';
import { order } from './think.ts';
import {
  type Athlete,
  type Attack,
  hoopGap,
  hoopOf,
  landed,
  onCourt,
  opponentOf,
  type Script,
  STEP_MS,
  type World,
} from './world.ts';

type Throws = Extract<Restart, { kind: 'free-throws' }>;

/** Bigs next to the hoop, guards back. */
function lineUp(world: World, attack: Attack, shooter: Athlete): void {
  const { shooter: line, attackers, defenders } = lanePlaces(world.court);
  const to = (athlete: Athlete, place: { xMm: number; yMm: number } | undefined): void => {
    if (place === undefined) return;
    const at = onCourt(world, attack.side, place.xMm, place.yMm);
    order(athlete, at.xMm, at.yMm, PACE.jog);
  };
  to(shooter, line);
  attack.side.five.filter((mate) => mate !== shooter).forEach((mate, index) => to(mate, attackers[index]));
  opponentOf(world, attack.side).five.forEach((athlete, index) => to(athlete, defenders[index]));
}

/** One throw. Returns whether it went in. */
function* throwOne(world: World, attack: Attack, shooter: Athlete): Script<boolean> {
  const { ball, chance, court } = world;
  ball.hold = 'dribble';
  ball.holdSinceMs = world.nowMs;
  yield chance.between(1_100, 2_000);
  ball.hold = 'raise';
  yield 400;
  const made = chance.happens(shooter.skills.freeThrow);
  const hoop = hoopOf(world, attack.side);
  const off = made ? 0 : court.hoopRadiusMm - 20;
  const angle = chance.between(0, 2 * Math.PI);
  const ms = shotMs(hoopGap(world, attack.side, ball), court.hoopHeightMm - ball.z);
  const to = {
    x: hoop.xMm + off * Math.cos(angle),
    y: hoop.yMm + off * Math.sin(angle),
    z: court.hoopHeightMm + (made ? 0 : 110),
  };
  fly(ball, 'shot', to, world.nowMs, ms);
  yield* landed(world);
  writeFreeThrow(world, shooter, made);
  return made;
}

/** The last one missed: those at the lane go for it, and the clock runs from the touch. */
function* boards(world: World, attack: Attack): Script<Restart> {
  startClock(world.table);
  return yield* rebound(world, attack, { offRim: true });
}

function* fallThrough(world: World, attack: Attack): Script<void> {
  const hoop = hoopOf(world, attack.side);
  fly(
    world.ball,
    'net',
    { x: hoop.xMm, y: hoop.yMm - attack.side.end * world.chance.between(200, 900), z: 120 },
    world.nowMs,
    720,
  );
  yield* landed(world);
}

/** Takes the throws that were earned. After the horn nobody rebounds. */
export function* freeThrows(world: World, { side, shooter, throws, oneAndOne }: Throws): Script<Restart> {
  yield* whistle(world, shooter);
  const attack = beginPossession(world, side, false);
  world.mode = 'still';
  lineUp(world, attack, shooter);
  const endMs = world.nowMs + 8_000;
  while (world.nowMs < endMs && stragglers(world, 500) > 0) yield STEP_MS;
  for (let left = throws; ; left -= 1) {
    yield* tossTo(world, shooter);
    const made = yield* throwOne(world, attack, shooter);
    const last = left === 1 || (oneAndOne && !made);
    if (last && world.table.gameMs === 0) return { kind: 'horn' };
    if (last) return yield* made ? afterLastThrow(world, attack) : boards(world, attack);
    yield* fallThrough(world, attack);
    yield 500;
  }
}
