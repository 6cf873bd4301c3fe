// The simulated game at one instant: who is where, who has the ball, what the table says, what was written down. Scripts change it, step by step.
import {
  type Court,
  courtOf,
  type End,
  fromHoopFrame,
  nominalHoop,
  type Place,
  toHoopFrame,
} from '../../game/court.ts';
import type { Rules } from '../../game/rules.ts';
import { type Ball, ballAt } from './ball.ts';
import { type Body, standing } from './body.ts';
import type { CastPlayer, CastTeam } from './cast.ts';
import { type Crowd, crowdOf } from './crowd.ts';
import type { Amendment, Floor, GameEvent, SideName } from './event.ts';
import { type Law, lawOf } from './law.ts';
import type { Chance } from './random.ts';
import { type Skills, skillsOf } from './skills.ts';
import { type Table, tableBefore } from './table.ts';

/** One step of the simulated world, in milliseconds. */
export const STEP_MS = 40;

/** A player tonight. */
export type Athlete = {
  readonly player: CastPlayer;
  readonly skills: Skills;
  readonly side: SideName;
  readonly body: Body;
  fouls: number;
  /** How much of what he has covered was written down, in metres. */
  toldM: number;
  /** What `World.playedMs` was when he last came on or went off. */
  changedMs: number;
  /** The spot of the offence that he holds, in the court's frame, and a phase that makes him drift about it in his own time. */
  spot: Place;
  readonly phase: number;
  /** True while a script sends him somewhere; else `think` does. */
  busy: boolean;
  /** Whom he guards. */
  mark: Athlete | null;
};

export type Side = {
  readonly name: SideName;
  readonly team: CastTeam;
  readonly squad: readonly Athlete[];
  /** On the floor, by place in the team: point, shooter, wing, forward, big. */
  five: readonly Athlete[];
  /** The hoop that it attacks. */
  end: End;
  /** In this period. */
  fouls: number;
  timeouts: number;
};

/** The possession that goes on. */
export type Attack = {
  readonly id: number;
  readonly side: Side;
  readonly sinceMs: number;
  readonly afterTurnover: boolean;
  /** Into the half court with numbers, before the defence stands. */
  transition: boolean;
  secondChance: boolean;
  paintTouched: boolean;
  reversed: boolean;
  /** Who last gave the ball away, to whom and when: an assist if a basket follows soon. */
  pass: { readonly from: Athlete; readonly to: Athlete; readonly atMs: number } | null;
};

export type World = {
  nowMs: number;
  readonly chance: Chance;
  readonly rules: Rules;
  readonly law: Law;
  readonly court: Court;
  readonly table: Table;
  readonly ball: Ball;
  readonly home: Side;
  readonly away: Side;
  crowd: Crowd;
  floor: Floor;
  attack: Attack | null;
  /** `play`: attackers hold their spots and defenders guard them. `line-up`: the same at a walk. `still`: scripts alone send everybody. */
  mode: 'play' | 'line-up' | 'still';
  /** How long the game clock has run so far. */
  playedMs: number;
  /** Who won the opening tip: the others have the ball first in some later periods. */
  tipWinner: SideName;
  /** What was written down and not yet taken by the stepper. */
  readonly fresh: (GameEvent | Amendment)[];
  /** Corrections that are still to come. */
  amendments: Amendment[];
  readonly points: Record<SideName, number>;
  /** Points since the other side last scored, for coaches who call a timeout. */
  run: { side: SideName; points: number };
  lastId: number;
  shotsTaken: number;
  /** Errors of the scorer so far. */
  errorsMade: number;
};

/** A script of the game: it changes the world, and yields how many milliseconds may pass until it goes on. */
export type Script<T> = Generator<number, T, void>;

const athleteOf = (player: CastPlayer, side: SideName, seat: number, court: Court): Athlete => ({
  player,
  skills: skillsOf(player),
  side,
  body: standing(court.widthMm / 2 + 1_100, (side === 'home' ? -1 : 1) * (3_500 + 750 * seat)),
  fouls: 0,
  toldM: 0,
  changedMs: 0,
  spot: { xMm: 0, yMm: 0 },
  phase: (player.id % 97) / 7,
  busy: false,
  mark: null,
});

function sideOf(name: SideName, team: CastTeam, court: Court, law: Law): Side {
  const squad = team.players.map((player, seat) => athleteOf(player, name, seat, court));
  return {
    name,
    team,
    squad,
    five: squad.slice(0, 5),
    end: name === 'home' ? 1 : -1,
    fouls: 0,
    timeouts: law.timeouts,
  };
}

export type WorldOptions = {
  readonly rules: Rules;
  readonly chance: Chance;
  readonly home: CastTeam;
  readonly away: CastTeam;
};

/** A world before the game: everybody by his bench. */
export function worldBefore({ rules, chance, home, away }: WorldOptions): World {
  const court = courtOf(rules.court);
  const law = lawOf(rules.name);
  const sides = { home: sideOf('home', home, court, law), away: sideOf('away', away, court, law) };
  const world: World = {
    nowMs: 0,
    chance,
    rules,
    law,
    court,
    table: tableBefore(rules),
    ball: ballAt(0, 0),
    ...sides,
    crowd: crowdOf([]),
    floor: { home: [], away: [] },
    attack: null,
    mode: 'still',
    playedMs: 0,
    tipWinner: 'home',
    fresh: [],
    amendments: [],
    points: { home: 0, away: 0 },
    run: { side: 'home', points: 0 },
    lastId: 0,
    shotsTaken: 0,
    errorsMade: 0,
  };
  fieldFives(world);
  return world;
}

/** Tells the world who is on the floor after somebody was changed. */
export function fieldFives(world: World): void {
  const { home, away } = world;
  const ids = (side: Side): readonly number[] =>
    side.five.map(({ player }) => player.id).sort((a, b) => a - b);
  world.floor = { home: ids(home), away: ids(away) };
  world.crowd = crowdOf([...home.five, ...away.five].map(({ body }) => body));
}

export const opponentOf = (world: World, side: Side): Side => (side === world.home ? world.away : world.home);
export const sideNamed = (world: World, name: SideName): Side => (name === 'home' ? world.home : world.away);
export const everybody = (world: World): readonly Athlete[] => [...world.home.five, ...world.away.five];

/** The hoop that a side attacks, in the court's frame. */
export const hoopOf = ({ court }: World, { end }: Side): Place => nominalHoop(court, end);

/** A place as seen from the hoop that a side attacks. */
export const fromHoop = (
  world: World,
  side: Side,
  { x, y }: { readonly x: number; readonly y: number },
): Place => toHoopFrame(x, y, hoopOf(world, side));

/** The way back: into the court's frame. */
export const onCourt = (world: World, side: Side, xMm: number, yMm: number): Place =>
  fromHoopFrame(xMm, yMm, hoopOf(world, side));

/** How far somebody is from the hoop that a side attacks, in millimetres. */
export function hoopGap(
  world: World,
  side: Side,
  { x, y }: { readonly x: number; readonly y: number },
): number {
  const { yMm } = hoopOf(world, side);
  return Math.sqrt(x * x + (y - yMm) * (y - yMm));
}

/** The one nearest to a place; the first of equals. */
export function nearest(among: readonly Athlete[], x: number, y: number): Athlete {
  let best: Athlete | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const athlete of among) {
    const dx = athlete.body.x - x;
    const dy = athlete.body.y - y;
    const squared = dx * dx + dy * dy;
    if (squared < least) {
      least = squared;
      best = athlete;
    }
  }
  if (best === undefined) throw new Error('nobody is on the floor');
  return best;
}

/** Who of a side plays at that place of the team: 0 point, 1 shooter, 2 wing, 3 forward, 4 big. */
export function inSlot(side: Side, slot: number): Athlete {
  const athlete = side.five[slot];
  if (athlete === undefined) throw new Error(`no player in place ${slot}`);
  return athlete;
}

/** Time passes until the ball has landed. */
export function* landed(world: World): Script<void> {
  while (world.ball.flight !== null) yield STEP_MS;
}
