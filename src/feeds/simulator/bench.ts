// What coaches do: they change players who are tired, in foul trouble or out, and call timeouts.
import { letGo } from './ball.ts';
import { PACE, toGo } from './body.ts';
import { huddlePlaces, tablePlace } from './formations.ts';
import { isLastPeriod } from './law.ts';
import { order } from './think.ts';
import { type Athlete, everybody, fieldFives, type Script, type Side, STEP_MS, type World } from './world.ts';

const MINUTE_MS = 60_000;
/** How long a starter, and how long another, plays before he may rest. */
const STINT_MS = { starter: 7 * MINUTE_MS, other: 4.5 * MINUTE_MS } as const;
const REST_MS = 2.5 * MINUTE_MS;
/** The starters finish the game. */
const CLOSING_MS = 4 * MINUTE_MS;
const MOST_CHANGES = 2;

export const isOut = ({ law }: World, { fouls }: Athlete): boolean => fouls >= law.foulsOut;
const isStarter = (side: Side, athlete: Athlete): boolean => side.squad.indexOf(athlete) < 5;

const closing = (world: World): boolean =>
  isLastPeriod(world.rules, world.table.period) && world.table.gameMs < CLOSING_MS;

/** Two fouls in the first quarter of the game, three in the second and so on: time to sit down. */
function inTrouble(world: World, { fouls }: Athlete): boolean {
  const periods = world.rules.periods.length;
  const at = world.rules.periods.indexOf(world.table.period);
  if (at < 0) return false;
  return fouls >= 2 + Math.floor(((at + 0.5) * 4) / periods) && fouls >= world.law.foulsOut - 3;
}

function shouldRest(world: World, side: Side, athlete: Athlete): boolean {
  if (isOut(world, athlete)) return true;
  const starter = isStarter(side, athlete);
  if (closing(world)) return !starter && world.chance.happens(0.6);
  if (inTrouble(world, athlete) && world.chance.happens(0.4)) return true;
  const stint = world.playedMs - athlete.changedMs;
  return stint > (starter ? STINT_MS.starter : STINT_MS.other) && world.chance.happens(0.45);
}

const RANKS = { point: 0, shooter: 1, wing: 2, forward: 3, big: 4 } as const;

/** Who comes on for him: of a like kind, rested, the better the likelier. Null: nobody fits. */
function replacement(world: World, side: Side, off: Athlete, leaving: readonly Athlete[]): Athlete | null {
  const must = isOut(world, off);
  const fit = side.squad.filter((one) => {
    if (side.five.includes(one) || leaving.includes(one) || isOut(world, one)) return false;
    const rested = must || closing(world) || world.playedMs - one.changedMs > REST_MS || one.changedMs === 0;
    return rested && (must || Math.abs(RANKS[one.player.kind] - RANKS[off.player.kind]) <= 1);
  });
  const [first, ...rest] = fit;
  if (first === undefined) return null;
  return world.chance.pick([first, ...rest], (one) => {
    const kin = 3 - Math.min(2.7, Math.abs(RANKS[one.player.kind] - RANKS[off.player.kind]));
    return kin * (1.1 + one.player.rating) * (isStarter(side, one) ? 3 : 1);
  });
}

type Change = { readonly side: Side; readonly off: Athlete; readonly on: Athlete };

function changesOf(world: World, side: Side, stays: Athlete | null): readonly Change[] {
  const changes: Change[] = [];
  for (const off of side.five) {
    if (off === stays || (changes.length >= MOST_CHANGES && !isOut(world, off))) continue;
    if (!shouldRest(world, side, off)) continue;
    const on = replacement(
      world,
      side,
      off,
      changes.map((change) => change.on),
    );
    if (on !== null && (closing(world) ? isOut(world, off) || isStarter(side, on) : true))
      changes.push({ side, off, on });
  }
  return changes;
}

/** One takes the other's place in the team, where he stands. */
function exchange(world: World, { side, off, on }: Change, xMm: number, yMm: number): void {
  if (world.ball.carrier === off.body) letGo(world.ball);
  const { body } = on;
  Object.assign(body, { x: xMm, y: yMm, vx: 0, vy: 0, goalX: xMm, goalY: yMm });
  on.busy = false;
  on.mark = off.mark;
  on.spot = off.spot;
  off.changedMs = world.playedMs;
  on.changedMs = world.playedMs;
  side.five = side.five
    .map((athlete) => (athlete === off ? on : athlete))
    .sort((a, b) => RANKS[a.player.kind] - RANKS[b.player.kind]);
}

/** Players change at the table while the ball is dead. `stays`: who must not go off, since the throws are his. */
export function* substitute(world: World, stays: Athlete | null): Script<void> {
  const changes = [world.home, world.away].flatMap((side) => changesOf(world, side, stays));
  if (changes.length === 0) return;
  changes.forEach(({ side, off }, index) => {
    const place = tablePlace(world.court, side === world.home, index);
    order(off, place.xMm, place.yMm, PACE.jog);
  });
  const endMs = world.nowMs + 9_000;
  while (world.nowMs < endMs && changes.some(({ off }) => toGo(off.body) > 900)) yield STEP_MS;
  for (const change of changes) exchange(world, change, change.off.body.x + 350, change.off.body.y + 450);
  fieldFives(world);
}

/** Everybody to his bench while time passes. */
export function* gather(world: World, ms: number): Script<void> {
  world.mode = 'still';
  for (const side of [world.home, world.away]) {
    const places = huddlePlaces(world.court, side === world.home);
    side.five.forEach((athlete, seat) => {
      const place = places[seat];
      if (place !== undefined) order(athlete, place.xMm, place.yMm, PACE.jog * 0.8);
    });
  }
  yield ms;
}

/** Who is fresh comes out of the huddle instead of who is not. */
export function changeInHuddle(world: World): void {
  const changes = [world.home, world.away].flatMap((side) => changesOf(world, side, null));
  for (const change of changes) exchange(world, change, change.off.body.x, change.off.body.y);
  if (changes.length > 0) fieldFives(world);
}

/** The starters who may still play come back. */
export function sendStarters(world: World): void {
  for (const side of [world.home, world.away]) {
    const starts = side.squad.filter((one) => isStarter(side, one) && !isOut(world, one));
    for (const on of starts.filter((one) => !side.five.includes(one))) {
      const off = side.five.find((one) => !isStarter(side, one));
      if (off !== undefined) exchange(world, { side, off, on }, off.body.x, off.body.y);
    }
  }
  fieldFives(world);
}

/** Calls a timeout if a coach sees a reason: the others are on a run, or it is close and late. */
export function timeoutCaller(world: World): Side | null {
  const { run, chance, table } = world;
  for (const side of [world.home, world.away]) {
    if (side.timeouts === 0) continue;
    const suffers = run.side !== side.name && run.points >= 8;
    const close = Math.abs(world.points.home - world.points.away) <= 6;
    const late = isLastPeriod(world.rules, table.period) && table.gameMs < 2 * MINUTE_MS && close;
    if (chance.happens(suffers ? 0.4 : late ? 0.25 : 0.03)) return side;
  }
  return null;
}

/** Who is on the floor, by how far he still has to go; for waiting until a line-up stands. */
export const stragglers = (world: World, withinMm: number): number =>
  everybody(world).filter(({ body }) => toGo(body) > withinMm).length;
