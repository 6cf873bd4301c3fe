// A seeded game, advanced in fixed steps: the same seed and rules give the same game, step for step. No clock is looked at.
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import { moveBall } from './ball.ts';
import { type CastTeam, COMETS, HERONS } from './cast.ts';
import { moveAll } from './crowd.ts';
import type { Amendment, GameEvent } from './event.ts';
import { match, PAUSES, type Pauses } from './match.ts';
import { chanceOf } from './random.ts';
import { amend } from './scorer.ts';
import { runTable } from './table.ts';
import { think } from './think.ts';
import { STEP_MS, type World, worldBefore } from './world.ts';

export type GameOptions = {
  readonly seed: number;
  readonly rules: RuleSetName;
  /** Invented clubs by default. */
  readonly home?: CastTeam;
  readonly away?: CastTeam;
  readonly pauses?: Partial<Pauses>;
};

export type Simulation = {
  /** As it is now. Changes with every step; only looked at from outside. */
  readonly world: World;
  readonly over: boolean;
  /** Moves everything on by `STEP_MS`, and tells what was written down meanwhile. Does nothing once the game is over. */
  step(): readonly (GameEvent | Amendment)[];
};

const NOTHING: readonly (GameEvent | Amendment)[] = [];

/** A game that has not begun. */
export function simulate({ seed, rules, home = HERONS, away = COMETS, pauses }: GameOptions): Simulation {
  const world = worldBefore({ rules: rulesOf(rules), chance: chanceOf(seed), home, away });
  const script = match(world, { ...PAUSES, ...pauses });
  let wakeMs = 0;
  let over = false;

  const goOn = (): void => {
    const next = script.next();
    over = next.done === true;
    if (!next.done) wakeMs = world.nowMs + next.value;
  };

  return {
    world,
    get over() {
      return over;
    },
    step() {
      if (over) return NOTHING;
      world.nowMs += STEP_MS;
      if (world.table.running) world.playedMs += STEP_MS;
      runTable(world.table, STEP_MS);
      think(world);
      moveAll(world.crowd, STEP_MS, world.ball.x, world.ball.y);
      moveBall(world.ball, world.nowMs, STEP_MS);
      amend(world);
      if (world.nowMs >= wakeMs) goOn();
      return world.fresh.length === 0 ? NOTHING : world.fresh.splice(0);
    },
  };
}
