// A clock that says it runs and does not move is held: it is told as standing, so that nothing counts down what the table does not.
import type { ClockSaid } from '../../game/message.ts';
import type { FactOf } from '../told.ts';

type HeldClock = {
  /** The clock as it really goes: standing once its figures have stood for longer than they may. */
  look(said: ClockSaid, heardMs: number): ClockSaid;
  /** True from the tick on that found it held. */
  readonly isHeld: boolean;
};

/** `patienceMs`: how long figures may stand beyond their own resolution while the clock runs. */
function makeHeldClock(patienceMs: number): HeldClock {
  let remainingMs = Number.NaN;
  let sinceMs = 0;
  let isHeld = false;
  return {
    look(said, heardMs) {
      if (!said.running || said.remainingMs !== remainingMs) {
        remainingMs = said.remainingMs;
        sinceMs = heardMs;
      }
      isHeld = said.running && heardMs - sinceMs > said.resolutionMs + patienceMs;
      return isHeld ? { ...said, running: false } : said;
    },
    get isHeld() {
      return isHeld;
    },
  };
}

/** A game clock that stands for so long beyond its resolution while it says it runs is frozen: three ticks. Milliseconds. */
const FROZEN_MS = 1_000;
/** A shot clock is held after a basket until the ball is touched, though the game clock runs: two equal ticks. Milliseconds. */
const HELD_MS = 250;

export type HeldClocks = {
  /** The tick as the clocks really go. */
  look(tick: FactOf<'clock'>, heardMs: number): FactOf<'clock'>;
  /** True on the tick that found the game clock frozen. */
  readonly hasFrozen: boolean;
};

/** Both clocks of the table. */
export function makeHeldClocks(): HeldClocks {
  const game = makeHeldClock(FROZEN_MS);
  const shot = makeHeldClock(HELD_MS);
  let hasFrozen = false;
  return {
    look(tick, heardMs) {
      const wasHeld = game.isHeld;
      const looked = { ...tick, game: game.look(tick.game, heardMs) };
      hasFrozen = game.isHeld && !wasHeld && tick.game.remainingMs > 0;
      return tick.shot ? { ...looked, shot: shot.look(tick.shot, heardMs) } : looked;
    },
    get hasFrozen() {
      return hasFrozen;
    },
  };
}
