// A team has the ball: it breaks, or brings it up and attacks the half court.
import { carry } from './ball.ts';
import { gapTo, PACE } from './body.ts';
import { SET_COUNT, setPlaces, spotsOf } from './formations.ts';
import { halfCourt, leftMs } from './halfcourt.ts';
import { mustHurry } from './late.ts';
import { give, outlet, sendTo, spaceOf, until } from './moves.ts';
import { goesUpAgain } from './rebound.ts';
import type { Restart, Source } from './restart.ts';
import { beginPossession } from './scorer.ts';
import { letAllGo, shoot } from './shot.ts';
import { startClock } from './table.ts';
import { matchUp, order } from './think.ts';
import {
  type Athlete,
  type Attack,
  fromHoop,
  hoopGap,
  inSlot,
  onCourt,
  type Script,
  type Side,
  STEP_MS,
  type World,
} from './world.ts';

/** From here on, as seen from the hoop, an attack has arrived. */
const ARRIVED_MM = 9_300;
const BACK_COURT_MM = 13_500;
/** How often a team runs, by where it got the ball. */
const BREAKS: Readonly<Record<Source, number>> = {
  steal: 0.62,
  rebound: 0.24,
  tip: 0,
  'throw-in': 0,
  basket: 0.03,
};
/** A last shot of a period is taken with about this much left. */
const LAST_SHOT_MS = 5_200;

/** Gives everybody of a side his spot in a set. */
function takeSpots(world: World, side: Side): void {
  const { chance, court } = world;
  const places = setPlaces(spotsOf(court), Math.floor(chance.between(0, SET_COUNT)), chance.happens(0.5));
  side.five.forEach((athlete, slot) => {
    const place = places[slot];
    if (place !== undefined) athlete.spot = onCourt(world, side, place.xMm, place.yMm);
  });
}

/** When the team begins to look for a shot: at its own tempo, or so that nothing is left for the others. */
function wishOf(world: World, side: Side): number {
  const { chance, law, table } = world;
  const left = leftMs(world);
  if (mustHurry(world, side)) return world.nowMs + chance.between(300, 2_500);
  if (!table.shotOn) return world.nowMs + Math.max(0, left - LAST_SHOT_MS - 2_500);
  return world.nowMs + Math.max(600, chance.normal(law.tempoMs, law.tempoMs * 0.42));
}

/** Two run ahead on the wings. */
function runLanes(world: World, attack: Attack, handler: Athlete): readonly Athlete[] {
  const runners = attack.side.five
    .filter((mate) => mate !== handler)
    .sort((a, b) => hoopGap(world, attack.side, a.body) - hoopGap(world, attack.side, b.body))
    .slice(0, 2);
  runners.forEach((runner, index) => {
    const { xMm } = fromHoop(world, attack.side, runner.body);
    const side =
      index === 0
        ? Math.sign(xMm) || 1
        : -Math.sign(fromHoop(world, attack.side, runners[0]?.body ?? runner.body).xMm) || -1;
    sendTo(world, attack, runner, side * 2_300, 1_700, PACE.sprint);
  });
  return runners;
}

/** The break: to the hoop before the defence is there. Null: it is there, play goes on. */
function* fastBreak(
  world: World,
  attack: Attack,
  handler: Athlete,
): Script<{ over: Restart } | { handler: Athlete }> {
  const { chance, ball } = world;
  attack.transition = true;
  ball.hold = 'dribble';
  const runners = runLanes(world, attack, handler);
  sendTo(world, attack, handler, chance.between(-900, 900), 700, 7);
  const endMs = world.nowMs + 5_500;
  while (world.nowMs < endMs && hoopGap(world, attack.side, handler.body) > 4_300) yield STEP_MS;
  const ahead = runners.find(
    (runner) => hoopGap(world, attack.side, runner.body) < 5_000 && spaceOf(world, attack, runner) > 1_500,
  );
  if (ahead !== undefined && chance.happens(0.5)) {
    const had = yield* give(world, attack, handler, ahead, 1.3);
    if ('over' in had) return had;
    attack.paintTouched = true;
    return { over: yield* shoot(world, attack, ahead, 'catch') };
  }
  if (spaceOf(world, attack, handler) > 950 || chance.happens(0.4)) {
    yield* until(world, handler, 1_300, 700);
    attack.paintTouched = true;
    return { over: yield* shoot(world, attack, handler, 'dribble') };
  }
  attack.transition = false;
  const mate = outlet(world, attack, handler, 10_000);
  return mate === null ? { handler } : yield* give(world, attack, handler, mate);
}

/** The ball goes to the point guard, unless one who can bring it up has it. */
function* toTheGuard(
  world: World,
  attack: Attack,
  handler: Athlete,
): Script<{ over: Restart } | { handler: Athlete }> {
  const guard = inSlot(attack.side, 0);
  if (handler.skills.drives >= 1 || handler === guard) return { handler };
  world.ball.hold = 'hold';
  const { body } = handler;
  const toCentre = onCourt(
    world,
    attack.side,
    fromHoop(world, attack.side, body).xMm * 0.4,
    fromHoop(world, attack.side, body).yMm - 2_800,
  );
  order(guard, toCentre.xMm, toCentre.yMm, PACE.run);
  yield 500;
  const endMs = world.nowMs + 1_600;
  while (world.nowMs < endMs && gapTo(guard.body, body.x, body.y) > 6_500) yield STEP_MS;
  return yield* give(world, attack, handler, guard, 0.35);
}

function* bringUp(world: World, attack: Attack, handler: Athlete): Script<void> {
  const { ball, chance } = world;
  ball.hold = 'dribble';
  const { xMm } = fromHoop(world, attack.side, handler.body);
  const hurry = leftMs(world) < 9_000 || mustHurry(world, attack.side);
  sendTo(
    world,
    attack,
    handler,
    xMm * 0.5 + chance.between(-1_200, 1_200),
    ARRIVED_MM - 1_500,
    hurry ? 6.6 : chance.between(3.7, 5),
  );
  const endMs = world.nowMs + 7_500;
  while (world.nowMs < endMs && fromHoop(world, attack.side, handler.body).yMm > ARRIVED_MM) yield STEP_MS;
}

/** After an offensive rebound: up again, or out and once more round. */
function* secondChance(world: World, attack: Attack, taker: Athlete): Script<Restart> {
  if (goesUpAgain(world, attack, taker)) return yield* shoot(world, attack, taker, 'putback');
  world.ball.hold = 'hold';
  yield 350;
  const mate = outlet(world, attack, taker, 10_500);
  let handler = taker;
  if (mate !== null) {
    const had = yield* give(world, attack, taker, mate);
    if ('over' in had) return had.over;
    handler = had.handler;
  }
  return yield* halfCourt(world, attack, handler, world.nowMs + world.chance.between(800, 5_500));
}

export type LiveStart = {
  readonly side: Side;
  readonly handler: Athlete;
  readonly source: Source;
  readonly afterTurnover?: boolean;
};

/** Plays on with the ball in somebody's hands, until this stretch of play ends. */
export function* playFrom(
  world: World,
  { side, handler: first, source, afterTurnover = false }: LiveStart,
): Script<Restart> {
  const goesOn = world.attack?.side === side;
  const attack = beginPossession(world, side, source === 'steal' || afterTurnover);
  if (world.ball.carrier !== first.body) carry(world.ball, first.body, 'hold', world.nowMs);
  letAllGo(world);
  world.mode = 'play';
  if (!world.table.running) startClock(world.table);
  world.table.shotRuns = world.table.running;
  matchUp(world, attack);
  if (goesOn && source === 'rebound') return yield* secondChance(world, attack, first);
  takeSpots(world, side);
  let handler = first;
  const far = fromHoop(world, side, first.body).yMm > BACK_COURT_MM - 4_000;
  if (far && world.chance.happens(BREAKS[source]) && leftMs(world) > 3_500) {
    const had = yield* fastBreak(world, attack, first);
    if ('over' in had) return had.over;
    handler = had.handler;
  } else if (far) {
    const had = yield* toTheGuard(world, attack, first);
    if ('over' in had) return had.over;
    handler = had.handler;
    yield* bringUp(world, attack, handler);
  }
  return yield* halfCourt(world, attack, handler, wishOf(world, side));
}
