// The half-court attack: five against a standing defence, move after move, until somebody shoots or the ball is gone.
import { gapTo } from './body.ts';
import { commonFoul, deadTurnover } from './foul.ts';
import { mustFoul, stopTheClock } from './late.ts';
import { cut, drive, give, type Outcome, outlet, post, screen, sendTo, spaceOf } from './moves.ts';
import type { Restart } from './restart.ts';
import { shoot } from './shot.ts';
import { matchUp } from './think.ts';
import {
  type Athlete,
  type Attack,
  fromHoop,
  hoopGap,
  nearest,
  opponentOf,
  type Script,
  type World,
} from './world.ts';

/** With less than this to play with somebody must look for a shot; with less than that he must take it. */
const LATE_MS = 5_600;
const LAST_MS = 2_000;
/** How often two change places between two moves. */
const STIR = 0.4;
/** A moment of holding the ball: a step too many, or a foul away from it. */
const VIOLATION = 0.014;
const OFF_BALL_FOUL = 0.024;

/** What is left to attack with, in milliseconds: the shot clock, or the game clock where that is off. */
export const leftMs = ({ table }: World): number =>
  table.shotOn ? Math.min(table.shotMs, table.gameMs) : table.gameMs;

const inRange = (world: World, attack: Attack, { body }: Athlete): boolean =>
  hoopGap(world, attack.side, body) < world.court.threeArcMm + 1_300;

/** Keeps the ball for a moment, on the dribble or not. */
function* hold(world: World, attack: Attack, handler: Athlete): Script<Outcome> {
  const { ball, chance, law } = world;
  const dribbles = chance.happens(0.7) || ball.hold === 'dribble';
  ball.hold = dribbles ? 'dribble' : 'hold';
  if (dribbles) {
    const { xMm, yMm } = fromHoop(world, attack.side, handler.body);
    const wide = world.court.widthMm / 2 - 1_200;
    const x = Math.max(-wide, Math.min(wide, xMm + chance.between(-1_500, 1_500)));
    sendTo(world, attack, handler, x, Math.max(2_500, Math.min(9_200, yMm + chance.between(-900, 600))), 2.6);
  }
  yield chance.between(500, 1_250);
  if (chance.happens(VIOLATION * law.mishaps)) return { over: deadTurnover(world, attack, handler) };
  if (chance.happens(OFF_BALL_FOUL * law.whistles)) {
    const man = chance.pick([handler, ...attack.side.five]);
    const by = nearest(opponentOf(world, attack.side).five, man.body.x, man.body.y);
    if (gapTo(by.body, man.body.x, man.body.y) < 3_000) return { over: commonFoul(world, attack, by, man) };
  }
  return { handler };
}

function* swing(world: World, attack: Attack, handler: Athlete): Script<Outcome> {
  const mate = outlet(world, attack, handler, 11_000);
  if (mate === null) return yield* hold(world, attack, handler);
  world.ball.hold = 'hold';
  yield 120;
  return yield* give(world, attack, handler, mate);
}

/** Whether he who has just caught the ball shoots at once. */
function firesAway(world: World, attack: Attack, handler: Athlete, wants: boolean): boolean {
  const { pass } = attack;
  if (pass?.to !== handler || world.nowMs - pass.atMs > 120 || !inRange(world, attack, handler)) return false;
  const outside = hoopGap(world, attack.side, handler.body) > world.court.threeArcMm - 300;
  const skill = outside ? handler.skills.threes : 0.7;
  const open = spaceOf(world, attack, handler) > 1_900;
  return world.chance.happens(
    skill * handler.skills.usage * (wants ? (open ? 0.6 : 0.24) : open ? 0.09 : 0.015),
  );
}

type MoveName = 'screen' | 'drive' | 'post' | 'pull-up' | 'swing' | 'hold' | 'cut';

/** Two without the ball change places, as after a screen away from it: the floor stays spread and nobody stands. */
function stir(world: World, attack: Attack, handler: Athlete): void {
  const { chance } = world;
  const idle = attack.side.five.filter((mate) => mate !== handler && !mate.busy);
  const [first, ...rest] = idle;
  if (first === undefined || rest.length === 0 || !chance.happens(STIR)) return;
  const one = chance.pick([first, ...rest]);
  const others = idle.filter((mate) => mate !== one);
  const near = nearest(others, one.body.x, one.body.y);
  if (gapTo(near.body, one.body.x, one.body.y) < 9_000) [one.spot, near.spot] = [near.spot, one.spot];
}

/** What he would do next: while there is time the ball goes round, then somebody attacks. */
function choose(world: World, attack: Attack, handler: Athlete, wants: boolean): MoveName {
  const { chance } = world;
  const outside = hoopGap(world, attack.side, handler.body) > 5_000;
  const { drives, usage } = handler.skills;
  if (!wants)
    return chance.pick(['swing', 'hold', 'cut'], (one) =>
      one === 'swing' ? 0.46 : one === 'hold' ? 0.3 : 0.24,
    );
  return chance.pick(['screen', 'drive', 'post', 'pull-up', 'swing'], (one) => {
    if (one === 'screen') return outside ? 0.5 * drives : 0;
    if (one === 'drive') return 0.36 * drives * usage;
    if (one === 'post') return outside ? 0.16 : 0.05;
    if (one === 'pull-up') return inRange(world, attack, handler) ? 0.1 * usage : 0;
    return 0.22;
  });
}

function* makeMove(world: World, attack: Attack, handler: Athlete, move: MoveName): Script<Outcome> {
  switch (move) {
    case 'screen':
      return yield* screen(world, attack, handler);
    case 'drive':
      return yield* drive(world, attack, handler);
    case 'post':
      return yield* post(world, attack, handler);
    case 'pull-up':
      return { over: yield* shoot(world, attack, handler, 'dribble') };
    case 'swing':
      return yield* swing(world, attack, handler);
    case 'hold':
      return yield* hold(world, attack, handler);
    case 'cut':
      return yield* cut(world, attack, handler);
    default: {
      const never: never = move;
      return never;
    }
  }
}

/** Attacks until it is over. `wishMs`: the instant at which the team begins to look for a shot. */
export function* halfCourt(world: World, attack: Attack, first: Athlete, wishMs: number): Script<Restart> {
  let handler = first;
  for (;;) {
    for (const mate of attack.side.five) if (mate !== handler) mate.busy = false;
    matchUp(world, attack);
    stir(world, attack, handler);
    if (mustFoul(world, attack)) return yield* stopTheClock(world, attack, handler);
    const left = leftMs(world);
    const wants = world.nowMs >= wishMs || left < LATE_MS;
    const mustShoot = left < LAST_MS;
    if (mustShoot || firesAway(world, attack, handler, wants))
      return yield* shoot(
        world,
        attack,
        handler,
        mustShoot && world.ball.hold === 'dribble' ? 'dribble' : 'catch',
      );
    const late = left < LATE_MS - 1_500;
    const move = late
      ? world.chance.pick<MoveName>(['drive', 'pull-up'])
      : choose(world, attack, handler, wants);
    const outcome = yield* makeMove(world, attack, handler, move);
    if ('over' in outcome) return outcome.over;
    handler = outcome.handler;
  }
}
