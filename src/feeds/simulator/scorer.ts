// The scorer writes down what happens. Now and then he errs, and puts it right some seconds later, as scorers do.
import type { Place } from '../../game/court.ts';
import { isPlayed } from '../../game/period.ts';
import {
  type AttackType,
  type DeedEvent,
  type GameEvent,
  pointsOf,
  type ShotEvent,
  type SideName,
} from './event.ts';
import { type Athlete, type Attack, everybody, hoopOf, type Side, sideNamed, type World } from './world.ts';

const base = (world: World, side: SideName, place: Place) => ({
  id: ++world.lastId,
  atMs: world.nowMs,
  period: world.table.period,
  gameMs: world.table.gameMs,
  side,
  floor: world.floor,
  possession: world.attack?.id ?? 0,
  xMm: Math.round(place.xMm),
  yMm: Math.round(place.yMm),
  hoopYMm: Math.round(hoopOf(world, world.attack?.side ?? sideNamed(world, side)).yMm),
});

const placeOf = ({ body }: Athlete): Place => ({ xMm: body.x, yMm: body.y });

function score(world: World, side: SideName, points: number): void {
  world.points[side] += points;
  if (points <= 0) return;
  world.run = { side, points: (world.run.side === side ? world.run.points : 0) + points };
}

function write(world: World, event: GameEvent): void {
  world.fresh.push(event);
  score(world, event.side, pointsOf(event));
}

/** Writes down a rebound, an assist, a foul and the like. */
export const writeDeed = (world: World, kind: DeedEvent['kind'], by: Athlete): void =>
  write(world, { ...base(world, by.side, placeOf(by)), kind, player: by.player.id });

export const writeTurnover = (world: World, by: Athlete, live: boolean): void =>
  write(world, { ...base(world, by.side, placeOf(by)), kind: 'turnover', player: by.player.id, live });

const originOf = (attack: Attack | null) => ({
  afterTurnover: attack?.afterTurnover ?? false,
  secondChance: attack?.secondChance ?? false,
});

export const writeFreeThrow = (world: World, by: Athlete, made: boolean): void =>
  write(world, {
    ...base(world, by.side, placeOf(by)),
    ...originOf(world.attack),
    kind: 'free-throw',
    player: by.player.id,
    made,
  });

/** Which shot of a game each kind of error happens at, and how soon it is put right. The first fits is taken. */
const ERRORS = [
  { from: 14, kind: 'two-for-three' },
  { from: 46, kind: 'waved-off' },
  { from: 84, kind: 'make-for-miss' },
] as const;
const PUT_RIGHT_MS = { low: 5_000, high: 11_000 };

/** What is told of a shot beside who and when. */
export type ShotTold = Pick<
  ShotEvent,
  'made' | 'three' | 'inPaint' | 'attributes' | 'defenders' | 'heightMm' | 'flightMs'
> & { readonly place: Place; readonly assistant: Athlete | null; readonly fouled: boolean };

type ErrorKind = (typeof ERRORS)[number]['kind'];

/** The error that is due, if this shot lends itself to it. Late in the game the scorer takes care. */
function errorDue(
  world: World,
  done: number,
  { made, three, assistant, fouled }: ShotTold,
): ErrorKind | null {
  const due = ERRORS[done];
  const last = world.rules.periods[world.rules.periods.length - 1] === world.table.period;
  if (due === undefined || fouled || world.shotsTaken < due.from || !isPlayed(world.table.period))
    return null;
  if (last && world.table.gameMs < world.rules.periodMs / 2) return null;
  if (due.kind === 'two-for-three') return made && three ? due.kind : null;
  // An assist would have to go with the basket.
  if (assistant !== null) return null;
  const fits = due.kind === 'waved-off' ? made && !three : !made && !three;
  return fits ? due.kind : null;
}

/** Writes down a shot, and the assist. Returns nothing: what was really so is the script's to know. */
export function writeShot(world: World, by: Athlete, told: ShotTold): void {
  const { place, assistant, made, three, inPaint, attributes, defenders, heightMm, flightMs } = told;
  world.shotsTaken += 1;
  const truth: ShotEvent = {
    ...base(world, by.side, place),
    ...originOf(world.attack),
    kind: 'shot',
    made,
    three,
    inPaint,
    attributes,
    defenders,
    heightMm,
    flightMs,
    player: by.player.id,
  };
  const error = errorDue(world, world.errorsMade, told);
  const before =
    error === 'two-for-three'
      ? { ...truth, three: false }
      : error === 'make-for-miss'
        ? { ...truth, made: true }
        : truth;
  write(world, before);
  if (assistant !== null && truth.made) writeDeed(world, 'assist', assistant);
  if (error === null) return;
  world.errorsMade += 1;
  const atMs = world.nowMs + world.chance.between(PUT_RIGHT_MS.low, PUT_RIGHT_MS.high);
  world.amendments.push({ kind: 'amendment', atMs, before, after: error === 'waved-off' ? null : truth });
}

/** Puts right what is due. */
export function amend(world: World): void {
  if (world.amendments.length === 0) return;
  const due = world.amendments.filter(({ atMs }) => atMs <= world.nowMs);
  if (due.length === 0) return;
  world.amendments = world.amendments.filter((one) => !due.includes(one));
  for (const amendment of due) {
    world.fresh.push({ ...amendment, atMs: world.nowMs });
    const { before, after } = amendment;
    world.points[before.side] += (after === null ? 0 : pointsOf(after)) - pointsOf(before);
  }
}

const typeOf = ({ transition, paintTouched, reversed }: Attack): AttackType => {
  if (transition) return 'TRANSITION';
  return `PT${paintTouched ? 1 : 0}_BR${reversed ? 1 : 0}`;
};

/** Ends the possession that goes on, if any. */
export function endPossession(world: World): void {
  if (world.attack === null) return;
  const { side } = world.attack;
  write(world, {
    ...base(world, side.name, hoopOf(world, side)),
    kind: 'possession-end',
    type: typeOf(world.attack),
  });
  world.attack = null;
}

/** Begins a possession, or goes on with the one that this side has. */
export function beginPossession(world: World, side: Side, afterTurnover: boolean): Attack {
  if (world.attack?.side === side) return world.attack;
  endPossession(world);
  const attack: Attack = {
    id: world.lastId + 1,
    side,
    sinceMs: world.nowMs,
    afterTurnover,
    transition: false,
    secondChance: false,
    paintTouched: false,
    reversed: false,
    pass: null,
  };
  world.attack = attack;
  write(world, { ...base(world, side.name, { xMm: world.ball.x, yMm: world.ball.y }), kind: 'possession' });
  return attack;
}

/** Writes down how far everybody on the floor has run since it was last asked. */
export function writeDistances(world: World): void {
  for (const athlete of everybody(world)) {
    const metres = athlete.body.coveredM - athlete.toldM;
    if (metres < 1) continue;
    athlete.toldM = athlete.body.coveredM;
    write(world, {
      ...base(world, athlete.side, placeOf(athlete)),
      kind: 'distance',
      player: athlete.player.id,
      metres,
    });
  }
}
