// How a game stands after its actions so far: one sum of all of them, to which each next one adds.
import type { Rules } from '../../game/rules.ts';
import type { Action } from './action.ts';
import { type Clock, clockAfter, NO_CLOCK } from './clock.ts';
import { type Fouls, foulsAfter, NO_FOULS } from './fouls.ts';
import { isThrow, pointsOf } from './kind.ts';
import { NO_PEOPLE, type People, peopleAfter } from './people.ts';
import { NO_SIDES, type Sides, sidesAfter } from './sides.ts';

/** A part that an action does not change stays the same object. */
export type StandingGame = {
  readonly sides: Sides;
  readonly people: People;
  readonly clock: Clock;
  readonly fouls: Fouls;
  /** The last of start and end of the match or a period, or start of the clock, that stands. */
  readonly phase: Action | null;
  /** Who gained the ball last. */
  readonly possessionId: string | null;
  /** What the throws that stand come to, by team; null before any throw was told. */
  readonly thrown: ReadonlyMap<string, number> | null;
};

/** Before the first action. */
export const NO_ACTION: StandingGame = {
  sides: NO_SIDES,
  people: NO_PEOPLE,
  clock: NO_CLOCK,
  fouls: NO_FOULS,
  phase: null,
  possessionId: null,
  thrown: null,
};

const IS_PHASE = /^(?:match|period)-|^clock-start$/;

function thrownAfter(thrown: StandingGame['thrown'], { kind, stands, team }: Action): StandingGame['thrown'] {
  if (!isThrow(kind)) return thrown;
  const points = pointsOf(kind);
  if (!stands || !team || points === 0) return thrown ?? new Map();
  return new Map(thrown).set(team.id, (thrown?.get(team.id) ?? 0) + points);
}

/** How the game stands after one action more. Its rules say which fouls count. */
export const standsAfter =
  (rules: Rules) =>
  (game: StandingGame, action: Action): StandingGame => {
    const { kind, stands, team } = action;
    return {
      sides: sidesAfter(game.sides, action),
      people: peopleAfter(game.people, action),
      clock: clockAfter(game.clock, action),
      fouls: foulsAfter(game.fouls, action, rules),
      phase: stands && IS_PHASE.test(kind) ? action : game.phase,
      possessionId: stands && kind === 'possession' ? (team?.id ?? null) : game.possessionId,
      thrown: thrownAfter(game.thrown, action),
    };
  };
