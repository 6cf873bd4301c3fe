// While the ball is dead: the whistle, changes, timeouts; and how it comes alive again, from the side or from behind the end line.
import { playFrom } from './attack.ts';
import { changeInHuddle, gather, substitute, timeoutCaller } from './bench.ts';
import { PACE } from './body.ts';
import { setPlaces, spotsOf } from './formations.ts';
import { give, until } from './moves.ts';
import type { Restart } from './restart.ts';
import { beginPossession, writeDistances } from './scorer.ts';
import { letAllGo, tossTo } from './shot.ts';
import { setShotClock, stopClock } from './table.ts';
import { matchUp, order } from './think.ts';
import {
  type Athlete,
  type Attack,
  inSlot,
  nearest,
  onCourt,
  opponentOf,
  type Script,
  type Side,
  type World,
} from './world.ts';

/** A full timeout, made short: nobody watches a demonstration for 75 seconds of huddle. */
const TIMEOUT_MS = 20_000;
const BASKET_TIMEOUT = 0.5;

/** Play has stopped: bodies coast to a walk, the scorer writes, coaches think. `stays`: who must remain on the floor. */
export function* whistle(world: World, stays: Athlete | null): Script<void> {
  stopClock(world.table);
  world.mode = 'still';
  world.ball.hold = 'hold';
  for (const side of [world.home, world.away])
    for (const athlete of side.five) {
      const { body } = athlete;
      order(athlete, body.x + body.vx * 420, body.y + body.vy * 420, PACE.jog);
    }
  yield 800;
  writeDistances(world);
  const caller = timeoutCaller(world);
  if (caller !== null) {
    caller.timeouts -= 1;
    world.run = { side: caller.name, points: 0 };
    yield* gather(world, TIMEOUT_MS);
    changeInHuddle(world);
  }
  yield* substitute(world, stays);
}

/** The attackers' spots while the ball comes in: the set, with a guard who comes for the ball. */
function spread(world: World, attack: Attack): void {
  const places = setPlaces(
    spotsOf(world.court),
    Math.floor(world.chance.between(0, 3)),
    world.chance.happens(0.5),
  );
  attack.side.five.forEach((athlete, slot) => {
    const place = places[slot];
    if (place !== undefined) athlete.spot = onCourt(world, attack.side, place.xMm, place.yMm);
  });
  matchUp(world, attack);
}

type Inbound = { readonly attack: Attack; readonly thrower: Athlete; readonly receiver: Athlete };

/** The ball comes in; clocks run from the touch. */
function* throwIn(
  world: World,
  { attack, thrower, receiver }: Inbound,
  afterTurnover: boolean,
  source: 'throw-in' | 'basket',
): Script<Restart> {
  const had = yield* give(world, attack, thrower, receiver, 0.25);
  if ('over' in had) return had.over;
  return yield* playFrom(world, { side: attack.side, handler: had.handler, source, afterTurnover });
}

type SideOut = Extract<Restart, { kind: 'throw-in' }>;

/** A throw-in from the side line nearest to where play stopped. */
export function* sideOut(world: World, { side, at, shotMs, afterTurnover }: SideOut): Script<Restart> {
  const { court, chance } = world;
  yield* whistle(world, null);
  if (shotMs !== undefined) setShotClock(world.table, shotMs);
  const attack = beginPossession(world, side, afterTurnover);
  letAllGo(world);
  spread(world, attack);
  world.mode = 'line-up';
  const edge = court.widthMm / 2 + 420;
  const x = at.xMm >= 0 ? edge : -edge;
  const end = court.lengthMm / 2 - 1_800;
  const y = Math.max(-end, Math.min(end, at.yMm));
  const receiver = inSlot(side, 0);
  const thrower = nearest(
    side.five.filter((mate) => mate !== receiver && mate.skills.threes > 0.5),
    x,
    y,
  );
  order(thrower, x, y, PACE.jog);
  yield* until(world, thrower, 400, 8_000);
  yield* tossTo(world, thrower);
  const inward = x > 0 ? -1 : 1;
  const depth = Math.max(-end + 1_500, Math.min(end - 1_500, y - side.end * chance.between(500, 3_000)));
  order(receiver, x + inward * chance.between(3_200, 4_800), depth, PACE.run);
  yield* until(world, receiver, 900, 4_500);
  yield chance.between(300, 1_300);
  return yield* throwIn(world, { attack, thrower, receiver }, afterTurnover, 'throw-in');
}

/** Fetches the ball out of the net and steps behind the line. */
function* fetch(world: World, side: Side, thrower: Athlete): Script<void> {
  const { ball, chance, court } = world;
  const foe = opponentOf(world, side);
  order(thrower, ball.x, ball.y, PACE.run);
  yield* until(world, thrower, 900, 2_600);
  yield* tossTo(world, thrower);
  const out = onCourt(
    world,
    foe,
    (thrower.body.x >= 0 ? 1 : -1) * -foe.end * chance.between(700, 2_100),
    -court.hoopFromEndMm - 420,
  );
  order(thrower, out.xMm, out.yMm, PACE.jog);
  yield* until(world, thrower, 350, 2_200);
}

/** After a basket: from behind the end line, the others run back meanwhile. */
export function* afterBasket(world: World, side: Side): Script<Restart> {
  const { chance, table } = world;
  const stopped = !table.running;
  if (stopped && chance.happens(BASKET_TIMEOUT) && table.gameMs > 0) yield* whistle(world, null);
  const attack = beginPossession(world, side, false);
  letAllGo(world);
  world.mode = 'play';
  spread(world, attack);
  const foe = opponentOf(world, side);
  const hoop = onCourt(world, foe, 0, 0);
  const receiver = inSlot(side, 0);
  const thrower = nearest([inSlot(side, 4), inSlot(side, 3), inSlot(side, 2)], hoop.xMm, hoop.yMm);
  const wait = onCourt(
    world,
    foe,
    chance.between(1_800, 3_600) * (chance.happens(0.5) ? 1 : -1),
    chance.between(2_800, 4_600),
  );
  order(receiver, wait.xMm, wait.yMm, PACE.jog);
  yield* fetch(world, side, thrower);
  yield* until(world, receiver, 2_200, 1_500);
  return yield* throwIn(world, { attack, thrower, receiver }, false, 'basket');
}
