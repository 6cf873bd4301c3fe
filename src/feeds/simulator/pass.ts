// A pass: it leads the receiver, arrives in his hands, and now and then in somebody else's.
import { fly, flyTo, passMs } from './ball.ts';
import { gapTo, PACE } from './body.ts';
import { deadTurnover } from './foul.ts';
import type { Restart } from './restart.ts';
import { writeDeed, writeTurnover } from './scorer.ts';
import { setShotClock } from './table.ts';
import { order } from './think.ts';
import { type Athlete, type Attack, fromHoop, landed, opponentOf, type Script, type World } from './world.ts';

/** How often a pass goes wrong in the half court: into a defender's hands, out of bounds. */
const STOLEN = 0.016;
const AWAY = 0.0075;
/** A ball that crosses the middle by this much on both sides has been reversed. */
const REVERSAL_MM = 1_800;

/** Who stands nearest to the line of a pass, its ends left out. */
function inTheLane(world: World, attack: Attack, from: Athlete, to: Athlete): Athlete | null {
  const dx = to.body.x - from.body.x;
  const dy = to.body.y - from.body.y;
  const squared = dx * dx + dy * dy || 1;
  let best: Athlete | null = null;
  let least = 2_600;
  for (const defender of opponentOf(world, attack.side).five) {
    const part = ((defender.body.x - from.body.x) * dx + (defender.body.y - from.body.y) * dy) / squared;
    if (part < 0.2 || part > 1.05) continue;
    const off = gapTo(defender.body, from.body.x + dx * part, from.body.y + dy * part);
    if (off < least) {
      least = off;
      best = defender;
    }
  }
  return best;
}

function* stolen(world: World, attack: Attack, from: Athlete, thief: Athlete, to: Athlete): Script<Restart> {
  const midX = (from.body.x + to.body.x) / 2;
  const midY = (from.body.y + to.body.y) / 2;
  order(thief, midX, midY, PACE.sprint);
  const gap = gapTo(thief.body, from.body.x, from.body.y);
  flyTo(world.ball, 'pass', thief.body, world.nowMs, Math.max(passMs(gap), 320));
  yield* landed(world);
  writeTurnover(world, from, true);
  writeDeed(world, 'steal', thief);
  setShotClock(world.table, world.rules.shotClock.fullMs);
  return { kind: 'live', side: opponentOf(world, attack.side), handler: thief, source: 'steal' };
}

function* thrownAway(world: World, attack: Attack, from: Athlete, to: Athlete): Script<Restart> {
  const { ball, court } = world;
  const edge = court.widthMm / 2 + 900;
  const x = to.body.x >= 0 ? edge : -edge;
  const gap = gapTo(from.body, x, to.body.y);
  fly(
    ball,
    'pass',
    { x, y: to.body.y + world.chance.between(-1_500, 1_500), z: 500 },
    world.nowMs,
    passMs(gap),
  );
  yield* landed(world);
  return deadTurnover(world, attack, from);
}

export type PassOptions = {
  /** How much likelier than usual it goes wrong; 1 by default. */
  readonly risk?: number;
};

/** Passes to a team-mate. Null: he has it. */
export function* pass(
  world: World,
  attack: Attack,
  { from, to }: { readonly from: Athlete; readonly to: Athlete },
  { risk = 1 }: PassOptions = {},
): Script<Restart | null> {
  const { ball, chance } = world;
  const thief = inTheLane(world, attack, from, to);
  if (thief !== null && chance.happens(STOLEN * world.law.mishaps * risk * (0.6 + 0.4 * thief.skills.steals)))
    return yield* stolen(world, attack, from, thief, to);
  if (chance.happens(AWAY * world.law.mishaps * risk)) return yield* thrownAway(world, attack, from, to);
  const before = fromHoop(world, attack.side, from.body);
  flyTo(ball, 'pass', to.body, world.nowMs, passMs(gapTo(to.body, ball.x, ball.y)));
  yield* landed(world);
  const after = fromHoop(world, attack.side, to.body);
  if (before.xMm * after.xMm < 0 && Math.min(Math.abs(before.xMm), Math.abs(after.xMm)) > REVERSAL_MM)
    attack.reversed = true;
  if (inPaint(world, after.xMm, after.yMm)) attack.paintTouched = true;
  attack.pass = { from, to, atMs: world.nowMs };
  from.busy = false;
  return null;
}

/** Whether a place, as seen from the hoop, is in the lane. */
export const inPaint = ({ court }: World, xMm: number, yMm: number): boolean =>
  Math.abs(xMm) < court.laneWidthMm / 2 && yMm < court.freeThrowFromEndMm - court.hoopFromEndMm;
