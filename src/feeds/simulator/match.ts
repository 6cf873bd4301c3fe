// The whole game, from the walk to the centre circle to the final horn: periods, breaks, overtime until it is decided.
import { overtimeNumber, type Period } from '../../game/period.ts';
import { playFrom } from './attack.ts';
import { letGo } from './ball.ts';
import { changeInHuddle, gather, sendStarters } from './bench.ts';
import { PACE } from './body.ts';
import { afterBasket, sideOut } from './dead-ball.ts';
import { otherSide, type SideName } from './event.ts';
import { deadTurnover } from './foul.ts';
import { freeThrows } from './free-throws.ts';
import { jumpBall, toTheCircle } from './jump.ts';
import { endsChanged } from './law.ts';
import type { Restart } from './restart.ts';
import { endPossession, writeDistances } from './scorer.ts';
import { beginPeriod, stopClock } from './table.ts';
import { nearest, type Script, STEP_MS, sideNamed, type World } from './world.ts';

/** How long what is no play lasts, in milliseconds: far shorter than in an arena. */
export type Pauses = {
  readonly beforeTipMs: number;
  readonly betweenPeriodsMs: number;
  readonly halfTimeMs: number;
  /** From the last horn until the game is official. */
  readonly untilOfficialMs: number;
};

/** It is said to be final for so long before the words end. */
const OFFICIAL_MS = 2_000;

export const PAUSES: Pauses = {
  beforeTipMs: 12_000,
  betweenPeriodsMs: 20_000,
  halfTimeMs: 30_000,
  untilOfficialMs: 6_000,
};

/** One stretch of play, from how it begins to how the next does. */
function* playOn(world: World, restart: Restart): Script<Restart> {
  switch (restart.kind) {
    case 'live':
      return yield* playFrom(world, restart);
    case 'basket':
      return yield* afterBasket(world, restart.side);
    case 'throw-in':
      return yield* sideOut(world, restart);
    case 'free-throws':
      return yield* freeThrows(world, restart);
    case 'jump':
      return yield* jumpBall(world);
    case 'horn':
      return restart;
    default: {
      const never: never = restart;
      return never;
    }
  }
}

/** A shot clock at zero ends the attack unless a shot is up. */
function shotClockCall(world: World): Restart | null {
  const { table, ball, attack } = world;
  if (attack === null || !table.running || !table.shotOn || table.shotMs > 0) return null;
  if (ball.carrier === null && ball.flight?.kind !== 'pass') return null;
  return deadTurnover(world, attack, nearest(attack.side.five, ball.x, ball.y));
}

/** Plays a stretch while both clocks are watched: the horn waits for a shot that is in the air. */
function* underTheClock(world: World, play: Script<Restart>): Script<Restart> {
  let ran = world.table.running;
  let step = play.next();
  while (!step.done) {
    const wakeMs = world.nowMs + step.value;
    do {
      yield STEP_MS;
      ran ||= world.table.running;
      const call = shotClockCall(world);
      const horn = ran && world.table.gameMs === 0 && world.ball.flight?.kind !== 'shot';
      if (call !== null || horn) {
        play.return({ kind: 'horn' });
        return call ?? { kind: 'horn' };
      }
    } while (world.nowMs < wakeMs);
    step = play.next();
  }
  return step.value;
}

function* playPeriod(world: World, first: Restart): Script<void> {
  let restart = first;
  do restart = yield* underTheClock(world, playOn(world, restart));
  while (restart.kind !== 'horn' && (world.table.gameMs > 0 || restart.kind === 'free-throws'));
  stopClock(world.table);
  endPossession(world);
  writeDistances(world);
  if (world.ball.carrier !== null) letGo(world.ball);
}

/** How a period begins: the first with a jump, the others with the ball of the side whose turn it is. */
function openingOf(world: World, period: Period): Restart {
  const index = world.rules.periods.indexOf(period);
  if (index === 0 || (overtimeNumber(period) > 0 && world.law.overtimeJump)) return { kind: 'jump' };
  // Source: NBA Rule 6: second and third to who lost the tip, the fourth to who won it. With an arrow it comes to turns.
  const name: SideName =
    index === 3 || overtimeNumber(period) % 2 === 1 ? world.tipWinner : otherSide(world.tipWinner);
  return {
    kind: 'throw-in',
    side: sideNamed(world, name),
    at: { xMm: -1, yMm: 0 },
    shotMs: world.rules.shotClock.fullMs,
    afterTurnover: false,
  };
}

function* period(world: World, name: Period): Script<void> {
  beginPeriod(world.table, world.rules, name);
  for (const side of [world.home, world.away]) {
    side.fouls = 0;
    side.end = (side.name === 'home') === endsChanged(world.rules, name) ? -1 : 1;
  }
  yield* playPeriod(world, openingOf(world, name));
}

function* breakBefore(world: World, next: Period, pauses: Pauses): Script<void> {
  const half =
    endsChanged(world.rules, next) &&
    overtimeNumber(next) === 0 &&
    next === world.rules.periods[world.rules.periods.length / 2];
  // The horn is heard, the last positions are seen, then people leave.
  yield 2_500;
  if (half) world.table.period = 'HT';
  yield* gather(world, half ? pauses.halfTimeMs : pauses.betweenPeriodsMs);
  if (half || overtimeNumber(next) > 0) sendStarters(world);
  else changeInHuddle(world);
}

/** Plays a whole game. */
export function* match(world: World, pauses: Pauses): Script<void> {
  yield Math.max(STEP_MS, pauses.beforeTipMs - 9_000);
  toTheCircle(world, PACE.jog * 0.75);
  yield Math.min(9_000, pauses.beforeTipMs);
  const [first, ...others] = world.rules.periods;
  if (first === undefined) return;
  yield* period(world, first);
  for (const next of others) {
    yield* breakBefore(world, next, pauses);
    yield* period(world, next);
  }
  for (let extra = 1; world.points.home === world.points.away; extra += 1) {
    yield* breakBefore(world, `OT${extra}`, pauses);
    yield* period(world, `OT${extra}`);
  }
  world.table.period = 'END';
  yield* gather(world, pauses.untilOfficialMs);
  world.table.period = 'FINAL';
  yield OFFICIAL_MS;
}
