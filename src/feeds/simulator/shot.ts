// A shot from the lift of the ball to what comes of it: in, off the rim, blocked, with a foul or without; and the fight for the rebound.
import { isThree } from '../../game/zones.ts';
import { carry, fly, flyTo, shotMs } from './ball.ts';
import { gapTo, PACE } from './body.ts';
import { shootingFoul } from './foul.ts';
import { basketStopsClock } from './law.ts';
import { rebound } from './rebound.ts';
import type { Restart } from './restart.ts';
import { endPossession, type ShotTold, writeDeed, writeShot } from './scorer.ts';
import { setShotClock, stopClock } from './table.ts';
import { order } from './think.ts';
import {
  type Athlete,
  type Attack,
  everybody,
  fromHoop,
  hoopGap,
  hoopOf,
  landed,
  nearest,
  onCourt,
  opponentOf,
  type Script,
  type World,
} from './world.ts';

/** Where a shot comes from: off a catch, off the dribble, from a rebound, from the post. */
export type Manner = 'catch' | 'dribble' | 'putback' | 'post';

const RELEASE_MS = 320;
const LATE_ASSIST_MS = 3_000;
const CONTEST_MM = 1_300;
const OPEN_MM = 2_300;
/** From nearer than this a shot is a lay-up, in millimetres. */
const LAYUP_MM = 2_000;

type Chances = { readonly made: number; readonly foul: number; readonly block: number };

/** By distance: how often it falls, is fouled, is blocked, before skill and defence have their say. */
function chancesFrom(distanceMm: number, three: boolean): Chances {
  if (three) return { made: 0.348, foul: 0.016, block: 0.008 };
  if (distanceMm < 1_500) return { made: 0.6, foul: 0.21, block: 0.15 };
  if (distanceMm < 3_000) return { made: 0.475, foul: 0.13, block: 0.12 };
  if (distanceMm < 4_900) return { made: 0.425, foul: 0.06, block: 0.025 };
  return { made: 0.405, foul: 0.025, block: 0.012 };
}

const skillAt = ({ skills }: Athlete, distanceMm: number, three: boolean): number =>
  three ? skills.three : distanceMm < 3_000 ? skills.rim : skills.mid;

function attributesOf(
  manner: Manner,
  distanceMm: number,
  contested: boolean,
  dunk: boolean,
): readonly string[] {
  // A finish off a cut or a roll is caught too, but it is no catch-and-shoot.
  const how = manner === 'catch' && distanceMm >= LAYUP_MM ? ['CAS'] : manner === 'dribble' ? ['OTD'] : [];
  const what = dunk ? 'DUNK' : distanceMm < LAYUP_MM ? 'LAYUP' : 'JUMPSHOT';
  return [...how, what, contested ? 'GUARDED' : 'UNGUARDED'];
}

type Try = ShotTold & { readonly blocker: Athlete | null; readonly fouler: Athlete | null };

/** Decides what will come of a shot that is about to be let go. */
function decide(world: World, attack: Attack, shooter: Athlete, manner: Manner): Try {
  const { chance, court } = world;
  const place = fromHoop(world, attack.side, shooter.body);
  const distanceMm = hoopGap(world, attack.side, shooter.body);
  const three = isThree(place.xMm, place.yMm, court.name);
  const defender = nearest(opponentOf(world, attack.side).five, shooter.body.x, shooter.body.y);
  const gapMm = gapTo(defender.body, shooter.body.x, shooter.body.y);
  const contested = gapMm < CONTEST_MM;
  const { made, foul, block } = chancesFrom(distanceMm, three);
  const nearby = gapMm < 1_900 ? 1 : 0.15;
  const fouled = chance.happens(foul * nearby);
  const blocked = !fouled && chance.happens(block * nearby * defender.skills.blocks);
  const openness = contested ? -0.035 : gapMm > OPEN_MM ? 0.045 : 0;
  const luck = made + skillAt(shooter, distanceMm, three) + openness + (attack.transition ? 0.05 : 0);
  const goesIn = !blocked && chance.happens(fouled ? luck * 0.42 : luck);
  const { pass } = attack;
  const assisted =
    pass?.to === shooter &&
    world.nowMs - pass.atMs < LATE_ASSIST_MS &&
    (manner === 'catch' || chance.happens(0.6));
  const lane = court.laneWidthMm / 2;
  return {
    made: goesIn,
    three,
    place: { xMm: shooter.body.x, yMm: shooter.body.y },
    inPaint: Math.abs(place.xMm) <= lane && place.yMm <= court.freeThrowFromEndMm - court.hoopFromEndMm,
    attributes: attributesOf(manner, distanceMm, contested, distanceMm < 1_100 && chance.happens(0.3)),
    defenders: contested ? [defender.player.id] : [],
    heightMm: Math.round(world.ball.z),
    flightMs: Math.round(shotMs(distanceMm, court.hoopHeightMm - world.ball.z)),
    assistant: assisted && goesIn ? pass.from : null,
    fouled,
    blocker: blocked ? defender : null,
    fouler: fouled ? defender : null,
  };
}

/** While a shot is up: bigs to the boards, defenders between them and the hoop, guards home. */
function crash(world: World, attack: Attack, shooter: Athlete): void {
  const { chance } = world;
  attack.side.five.forEach((athlete, slot) => {
    if (athlete === shooter) return;
    const { xMm } = fromHoop(world, attack.side, athlete.body);
    const goes = slot >= 3 || (slot === 2 && chance.happens(0.4));
    const to = goes
      ? onCourt(
          world,
          attack.side,
          Math.max(-2_000, Math.min(2_000, xMm * 0.35 + chance.between(-500, 500))),
          chance.between(1_100, 2_300),
        )
      : onCourt(world, attack.side, xMm * 0.6, chance.between(8_000, 10_500));
    order(athlete, to.xMm, to.yMm, goes ? 5 : 4.2);
  });
  for (const athlete of opponentOf(world, attack.side).five) {
    const man = athlete.mark;
    if (man === null) continue;
    const { xMm, yMm } = fromHoop(world, attack.side, man.body);
    const gap = Math.sqrt(xMm * xMm + yMm * yMm) || 1;
    const part = Math.min(0.8, chance.between(1_300, 2_600) / gap);
    const to = onCourt(world, attack.side, xMm * part, Math.max(-300, yMm * part));
    order(athlete, to.xMm, to.yMm, 4.6);
  }
}

/** The blocked ball falls to somebody near, mostly of the defence. */
function* blockedShot(world: World, attack: Attack, blocker: Athlete): Script<Restart> {
  writeDeed(world, 'block', blocker);
  return yield* rebound(world, attack, { offRim: false });
}

/** Through the net, to the floor; the clock stops where the rules say so. */
function* afterBasket(world: World, attack: Attack): Script<Restart> {
  const { table, ball, rules } = world;
  const hoop = hoopOf(world, attack.side);
  if (basketStopsClock(rules, table.period, table.gameMs)) stopClock(table);
  table.shotRuns = false;
  setShotClock(table, rules.shotClock.fullMs);
  const side = opponentOf(world, attack.side);
  endPossession(world);
  fly(ball, 'net', { x: hoop.xMm + world.chance.between(-250, 250), y: hoop.yMm, z: 120 }, world.nowMs, 720);
  yield 240;
  return { kind: 'basket', side };
}

/** Lets the ball go at the hoop and waits until it is there. */
function* throwAtHoop(world: World, attack: Attack, told: Try): Script<void> {
  const { ball, court, chance } = world;
  const hoop = hoopOf(world, attack.side);
  const rim = told.made ? 0 : court.hoopRadiusMm - 20;
  const angle = chance.between(0, 2 * Math.PI);
  const x = hoop.xMm + rim * Math.cos(angle);
  const y = hoop.yMm + rim * Math.sin(angle);
  fly(ball, 'shot', { x, y, z: court.hoopHeightMm + (told.made ? 0 : 110) }, world.nowMs, told.flightMs);
  yield* landed(world);
}

/** Somebody shoots from where he is. */
export function* shoot(world: World, attack: Attack, shooter: Athlete, manner: Manner): Script<Restart> {
  const { ball } = world;
  const { body } = shooter;
  if (ball.carrier !== body) carry(ball, body, 'hold', world.nowMs);
  ball.hold = 'raise';
  const near = hoopGap(world, attack.side, body) < 3_200;
  const hoop = hoopOf(world, attack.side);
  // A jump shot stops; a lay-up runs on under the hoop.
  if (near)
    order(shooter, body.x + (hoop.xMm - body.x) * 0.55, body.y + (hoop.yMm - body.y) * 0.55, PACE.run);
  else order(shooter, body.x + body.vx * 160, body.y + body.vy * 160, PACE.jog);
  yield RELEASE_MS;
  const told = decide(world, attack, shooter, manner);
  crash(world, attack, shooter);
  if (told.blocker !== null) {
    const { blocker } = told;
    fly(
      ball,
      'shot',
      { x: blocker.body.x, y: blocker.body.y, z: 2_700 },
      world.nowMs,
      120 + gapTo(blocker.body, body.x, body.y) / 8,
    );
    yield* landed(world);
    writeShot(world, shooter, told);
    return yield* blockedShot(world, attack, blocker);
  }
  yield* throwAtHoop(world, attack, told);
  if (told.made || told.fouler === null) writeShot(world, shooter, told);
  if (told.fouler !== null) {
    fly(
      ball,
      'net',
      { x: hoop.xMm + world.chance.between(-400, 400), y: hoop.yMm, z: 120 },
      world.nowMs,
      720,
    );
    return shootingFoul(world, attack, told.fouler, shooter, told.made ? 1 : told.three ? 3 : 2);
  }
  return yield* told.made ? afterBasket(world, attack) : rebound(world, attack, { offRim: true });
}

/** After a free throw that went in as the last of its kind. */
export function* afterLastThrow(world: World, attack: Attack): Script<Restart> {
  return yield* afterBasket(world, attack);
}

/** Sends the ball to somebody over the floor, not as a pass of play: a referee's toss, a helping hand. */
export function* tossTo(world: World, to: Athlete): Script<void> {
  const { ball } = world;
  if (ball.carrier === to.body) return;
  const gap = gapTo(to.body, ball.x, ball.y);
  flyTo(ball, 'toss', to.body, world.nowMs, Math.max(360, gap / 9));
  yield* landed(world);
}

/** Everybody on the floor belongs to himself again. */
export const letAllGo = (world: World): void => {
  for (const athlete of everybody(world)) athlete.busy = false;
};
