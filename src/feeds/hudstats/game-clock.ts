// The game clock, from two witnesses: incidents say when it starts and stops, in-game words what it reads meanwhile.
import { type Fault, fault } from '../../game/fault.ts';
import type { ClockSaid } from '../../game/message.ts';

/** In-game time that stays for so long stands, in milliseconds: longer than a clock of whole seconds keeps one figure. */
export const STANDS_MS = 1_500;
/** In-game time must fall so often in a row to contradict a stop that an incident told. */
const FALLS = 2;
/** In-game time that rises so often in a row is no remaining time. */
const RISES = 3;
const SECOND_MS = 1_000;
const TENTH_MS = 100;

/** In-game words on the clock. `saidMs` in the provider's own time. */
export type Tick = {
  readonly timeMs: number;
  readonly paused: boolean | undefined;
  readonly saidMs: number;
  /** It answers a question: the provider may have kept it for a while, so that it does not tell that the clock stands. */
  readonly isAnswer: boolean;
};

export type GameClock = {
  /** An incident tells what the clock reads and whether it runs. */
  set(remainingMs: number, running: boolean, saidMs: number): ClockSaid;
  /** In-game words. Null while nobody can say whether it runs, or when an incident has said more since. */
  tick(tick: Tick, faults: Fault[]): ClockSaid | null;
  /** Words may have been missed: whether it runs is not known any more. */
  forget(): void;
  /** The provider's own time was set. */
  reset(): void;
  readonly running: boolean | null;
};

type Seen = { readonly timeMs: number; readonly sinceMs: number };

export function makeGameClock(): GameClock {
  let running: boolean | null = null;
  let seen: Seen | null = null;
  let setMs = Number.NEGATIVE_INFINITY;
  let falls = 0;
  let rises = 0;
  /** As fine as the finest figure so far: a clock of whole seconds never says another. */
  let resolutionMs = SECOND_MS;

  const said = (remainingMs: number, runs: boolean): ClockSaid => {
    if (remainingMs % TENTH_MS !== 0) resolutionMs = 1;
    else if (remainingMs % SECOND_MS !== 0) resolutionMs = Math.min(resolutionMs, TENTH_MS);
    return { remainingMs, running: runs && remainingMs > 0, resolutionMs };
  };

  const watch = ({ timeMs, paused, saidMs }: Tick): void => {
    const before = seen;
    if (before === null || before.timeMs !== timeMs) seen = { timeMs, sinceMs: saidMs };
    if (before === null || paused === true) return;
    if (timeMs < before.timeMs) {
      falls += 1;
      rises = 0;
      if (running === null || falls >= FALLS) running = true;
      return;
    }
    if (timeMs > before.timeMs) rises += 1;
    falls = 0;
    if (timeMs === before.timeMs && saidMs - before.sinceMs >= STANDS_MS) running = false;
  };

  return {
    get running() {
      return running;
    },
    set(remainingMs, runs, saidMs) {
      running = runs;
      falls = 0;
      setMs = saidMs;
      seen = { timeMs: remainingMs, sinceMs: saidMs };
      return said(remainingMs, runs);
    },
    tick(tick, faults) {
      if (tick.saidMs < setMs) return null;
      if (tick.isAnswer && tick.paused !== true && seen?.timeMs === tick.timeMs) return null;
      watch(tick);
      if (rises === RISES)
        faults.push(
          fault('clock-rises', 'inGame.time', 'milliseconds that remain', `${tick.timeMs} ms after less`),
        );
      // Assumed: in-game time is what remains of the period, as the incidents' time is. Where it rises, it is not, and is passed by.
      if (rises >= RISES) return null;
      if (tick.paused === true) return said(tick.timeMs, false);
      return running === null ? null : said(tick.timeMs, running);
    },
    reset() {
      setMs = Number.NEGATIVE_INFINITY;
      seen = null;
    },
    forget() {
      running = null;
      seen = null;
      falls = 0;
      rises = 0;
    },
  };
}
