// What a half-court attack is made of: the drive, the screen and what follows, the post, the cut. Each ends play, or gives back who has the ball.
import { flyTo } from './ball.ts';
import { gapTo, PACE } from './body.ts';
import { commonFoul, offensiveFoul } from './foul.ts';
import { inPaint, pass } from './pass.ts';
import type { Restart } from './restart.ts';
import { writeDeed, writeTurnover } from './scorer.ts';
import { shoot } from './shot.ts';
import { setShotClock } from './table.ts';
import { order } from './think.ts';
import {
  type Athlete,
  type Attack,
  fromHoop,
  hoopGap,
  inSlot,
  landed,
  nearest,
  onCourt,
  opponentOf,
  type Script,
  STEP_MS,
  type World,
} from './world.ts';

/** What a move comes to: the end of this stretch of play, or somebody with the ball. */
export type Outcome = { readonly over: Restart } | { readonly handler: Athlete };

/** Per move with the ball near a defender: taken away, an attacker's foul, a defender's. */
const STRIPPED = 0.028;
const CHARGE = 0.018;
const REACH_IN = 0.098;
/** How far from the hoop a perimeter begins, in millimetres. */
const PERIMETER_MM = 4_600;

const over = (restart: Restart): Outcome => ({ over: restart });

/** How far the nearest defender is from somebody, in millimetres. */
export function spaceOf(world: World, attack: Attack, { body }: Athlete): number {
  const defender = nearest(opponentOf(world, attack.side).five, body.x, body.y);
  return gapTo(defender.body, body.x, body.y);
}

/** Time passes until he is within `withinMm` of where he was sent, or `mostMs` are over. */
export function* until(world: World, { body }: Athlete, withinMm: number, mostMs: number): Script<void> {
  const endMs = world.nowMs + mostMs;
  while (world.nowMs < endMs && gapTo(body, body.goalX, body.goalY) > withinMm) yield STEP_MS;
}

/** Sends an attacker to a place as seen from the hoop. */
export function sendTo(
  world: World,
  attack: Attack,
  who: Athlete,
  xMm: number,
  yMm: number,
  pace: number,
): void {
  const to = onCourt(world, attack.side, xMm, yMm);
  order(who, to.xMm, to.yMm, pace);
}

function* stripped(world: World, attack: Attack, handler: Athlete, thief: Athlete): Script<Outcome> {
  const { ball } = world;
  order(thief, handler.body.x, handler.body.y, PACE.run);
  flyTo(ball, 'loose', thief.body, world.nowMs, Math.max(280, gapTo(thief.body, ball.x, ball.y) / 6));
  yield* landed(world);
  writeTurnover(world, handler, true);
  writeDeed(world, 'steal', thief);
  setShotClock(world.table, world.rules.shotClock.fullMs);
  return over({ kind: 'live', side: opponentOf(world, attack.side), handler: thief, source: 'steal' });
}

/** What may go wrong with a ball on the dribble among defenders; null: nothing. */
function* mishap(world: World, attack: Attack, handler: Athlete): Script<Outcome | null> {
  const { chance, law } = world;
  const defender = nearest(opponentOf(world, attack.side).five, handler.body.x, handler.body.y);
  if (gapTo(defender.body, handler.body.x, handler.body.y) > 2_300) return null;
  if (chance.happens(REACH_IN * law.whistles)) return over(commonFoul(world, attack, defender, handler));
  if (chance.happens(CHARGE * law.whistles)) return over(offensiveFoul(world, attack, handler, defender));
  if (chance.happens(STRIPPED * law.mishaps)) return yield* stripped(world, attack, handler, defender);
  return null;
}

const touchPaint = (world: World, attack: Attack, { body }: Athlete): void => {
  const { xMm, yMm } = fromHoop(world, attack.side, body);
  if (inPaint(world, xMm, yMm)) attack.paintTouched = true;
};

/** Passes to somebody who may shoot at once; he has the ball then, or it is over. */
export function* give(world: World, attack: Attack, from: Athlete, to: Athlete, risk = 1): Script<Outcome> {
  const gone = yield* pass(world, attack, { from, to }, { risk });
  return gone === null ? { handler: to } : over(gone);
}

/** The team-mate out on the perimeter to whom the ball goes next: open, near, and a shooter. Null: nobody. */
export function outlet(world: World, attack: Attack, from: Athlete, mostMm: number): Athlete | null {
  const [first, ...rest] = attack.side.five.filter(
    (mate) =>
      mate !== from &&
      hoopGap(world, attack.side, mate.body) > PERIMETER_MM &&
      gapTo(mate.body, from.body.x, from.body.y) < mostMm,
  );
  if (first === undefined) return null;
  return world.chance.pick([first, ...rest], (mate) => {
    const space = Math.min(3_500, spaceOf(world, attack, mate));
    const outside = hoopGap(world, attack.side, mate.body) > world.court.threeArcMm ? 1.6 : 1;
    return outside * mate.skills.usage * (0.4 + mate.skills.threes) * (500 + space);
  });
}

/** Out of trouble: to somebody outside, or he keeps it. */
function* kickOut(world: World, attack: Attack, from: Athlete): Script<Outcome> {
  const mate = outlet(world, attack, from, 11_000);
  if (mate === null) return { handler: from };
  world.ball.hold = 'hold';
  return yield* give(world, attack, from, mate, 1.25);
}

/** Attacks the hoop on the dribble: a finish, a stop and a jumper, or a pass out when the help comes. */
export function* drive(world: World, attack: Attack, handler: Athlete): Script<Outcome> {
  const { ball, chance } = world;
  ball.hold = 'dribble';
  const { xMm } = fromHoop(world, attack.side, handler.body);
  const side = Math.abs(xMm) < 1_200 ? chance.pick([-1, 1]) : Math.sign(xMm);
  const stopsShort = chance.happens(0.28);
  sendTo(world, attack, handler, side * (stopsShort ? 1_900 : 500), stopsShort ? 3_200 : 900, 6.4);
  yield* until(world, handler, 3_200, 1_000);
  const wrong = yield* mishap(world, attack, handler);
  if (wrong !== null) return wrong;
  yield* until(world, handler, 700, 1_300);
  touchPaint(world, attack, handler);
  const gap = hoopGap(world, attack.side, handler.body);
  const crowded = spaceOf(world, attack, handler) < 900;
  if (gap < 5_200 && chance.happens(crowded ? 0.56 : 0.85))
    return over(yield* shoot(world, attack, handler, 'dribble'));
  return yield* kickOut(world, attack, handler);
}

/** After the screen: the jumper, the pass to the one who rolled, on to the hoop, or out. */
function* offTheScreen(world: World, attack: Attack, handler: Athlete, screener: Athlete): Script<Outcome> {
  const { chance } = world;
  const open = spaceOf(world, attack, screener) > 1_100;
  const choice = chance.pick(['pull-up', 'roll', 'drive', 'out'], (one) => {
    if (one === 'pull-up') return 0.3;
    if (one === 'roll') return open ? 0.34 : 0.16;
    return one === 'drive' ? 0.3 * handler.skills.drives : 0.24;
  });
  if (choice === 'pull-up') return over(yield* shoot(world, attack, handler, 'dribble'));
  if (choice === 'drive') return yield* drive(world, attack, handler);
  if (choice === 'out') return yield* kickOut(world, attack, handler);
  const had = yield* give(world, attack, handler, screener, 1.5);
  if ('over' in had) return had;
  touchPaint(world, attack, screener);
  return over(yield* shoot(world, attack, screener, 'catch'));
}

/** A big comes up and stands in the way of the handler's man; the handler goes round him. */
export function* screen(world: World, attack: Attack, handler: Athlete): Script<Outcome> {
  const { ball, chance } = world;
  const screener =
    [inSlot(attack.side, 4), inSlot(attack.side, 3)].find((big) => big !== handler) ?? inSlot(attack.side, 4);
  ball.hold = 'dribble';
  const at = fromHoop(world, attack.side, handler.body);
  const side = Math.abs(at.xMm) > 3_000 ? -Math.sign(at.xMm) : chance.pick([-1, 1]);
  sendTo(world, attack, screener, at.xMm + side * 1_050, at.yMm - 900, PACE.run);
  sendTo(world, attack, handler, at.xMm - side * 350, at.yMm + 200, 1.6);
  yield* until(world, screener, 500, 2_200);
  yield 320;
  const deep = chance.happens(0.45) ? 4_300 : world.court.threeArcMm + 350;
  const x = at.xMm + side * 3_400;
  const wide = Math.max(-4_800, Math.min(4_800, x));
  const y = deep > 5_000 ? Math.sqrt(Math.max(9e6, deep * deep - wide * wide)) : deep;
  sendTo(world, attack, handler, wide, y, 5.6);
  yield 480;
  const pops = chance.happens(screener.skills.threes * 0.3);
  if (pops) sendTo(world, attack, screener, at.xMm * 0.5, world.court.threeArcMm + 400, PACE.run);
  else sendTo(world, attack, screener, side * 700, 1_100, 6);
  const wrong = yield* mishap(world, attack, handler);
  if (wrong !== null) return wrong;
  yield* until(world, handler, 900, 1_400);
  return yield* offTheScreen(world, attack, handler, screener);
}

/** The ball goes in to a big with his back to the hoop; he works, shoots, or gives it back out. */
export function* post(world: World, attack: Attack, handler: Athlete): Script<Outcome> {
  const { ball, chance } = world;
  const big = chance.pick([inSlot(attack.side, 4), inSlot(attack.side, 3)]);
  if (big === handler) return yield* drive(world, attack, handler);
  const { xMm } = fromHoop(world, attack.side, handler.body);
  const side = xMm < 0 ? -1 : 1;
  sendTo(world, attack, big, side * (world.court.laneWidthMm / 2 + 200), 1_500, PACE.run);
  yield* until(world, big, 500, 1_500);
  const had = yield* give(world, attack, handler, big, 1.5);
  if ('over' in had) return had;
  ball.hold = 'dribble';
  sendTo(world, attack, big, side * chance.between(700, 1_700), chance.between(900, 1_800), 1.9);
  yield chance.between(800, 1_500);
  const wrong = yield* mishap(world, attack, big);
  if (wrong !== null) return wrong;
  touchPaint(world, attack, big);
  if (chance.happens(0.68)) return over(yield* shoot(world, attack, big, 'post'));
  return yield* kickOut(world, attack, big);
}

/** Somebody without the ball cuts through the lane and out at the other side; at the hoop the ball may find him. */
export function* cut(world: World, attack: Attack, handler: Athlete): Script<Outcome> {
  const { chance, ball } = world;
  const [first, ...rest] = attack.side.five.filter(
    (mate) => mate !== handler && hoopGap(world, attack.side, mate.body) > PERIMETER_MM,
  );
  if (first === undefined) return { handler };
  const cutter = chance.pick([first, ...rest]);
  const from = fromHoop(world, attack.side, cutter.body);
  ball.hold = chance.happens(0.5) ? 'dribble' : 'hold';
  sendTo(world, attack, cutter, -Math.sign(from.xMm) * 300, 1_300, 6);
  yield* until(world, cutter, 1_500, 1_500);
  if (spaceOf(world, attack, cutter) > 1_200 && chance.happens(0.3)) {
    const had = yield* give(world, attack, handler, cutter, 1.6);
    if ('over' in had) return had;
    attack.paintTouched = true;
    return over(yield* shoot(world, attack, cutter, 'catch'));
  }
  // Out to the side that is empty: the spot mirrored, so that the floor stays spread.
  const mirrored = onCourt(world, attack.side, -from.xMm, from.yMm);
  const taken = attack.side.five.some(
    (mate) => mate !== cutter && gapTo(mate.body, mirrored.xMm, mirrored.yMm) < 2_500,
  );
  if (!taken) cutter.spot = mirrored;
  cutter.busy = false;
  yield chance.between(200, 500);
  return { handler };
}
