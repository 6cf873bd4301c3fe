// A Moment as the operator wants it seen: his overrides over the feed's values, his cameras, and what he wants of fields that are stale; worked out only when one of them has changed.
import { gameFigureText, shotFigureText } from '../game/clock.ts';
import type { Game } from '../game/game.ts';
import type { Moment, Stale } from '../time/moment.ts';
import { setClock, withOverrides } from './overrides.ts';
import { markedBy, type Policies, withoutStale } from './policy.ts';
import { SetClockReader } from './set-clock.ts';
import type { Show } from './show.ts';

/** What the operator says of it. */
type Said = Pick<Show, 'overrides' | 'cameras' | 'policies'>;
type OpenMoment = { -readonly [Key in keyof Moment]: Moment[Key] };

/** Gives one Moment, reused: valid until the next call. Its `version` also changes with what the operator says, and with another Timeline. */
export class SeenMoment {
  readonly #clock = new SetClockReader(gameFigureText);
  readonly #shotClock = new SetClockReader(shotFigureText);
  #seen: OpenMoment | null = null;
  #from: Moment | null = null;
  #version = Number.NaN;
  #game: Game | null = null;
  #overrides: Said['overrides'] | null = null;
  #policies: Policies | null = null;
  #clockVersion = 0;

  of(moment: Moment, { overrides, cameras, policies }: Said): Moment {
    const seen: OpenMoment = this.#seen ?? { ...moment, version: 0 };
    this.#seen = seen;
    const stale = markedBy({ policies, overrides }, moment.game, moment.atMs, seen.stale);
    const gameChanged = moment.game !== this.#game || overrides !== this.#overrides || stale !== seen.stale;
    if (gameChanged) seen.game = withoutStale(withOverrides(moment.game, overrides), stale);
    this.#readClocks(seen, moment, overrides, stale);
    const changed =
      gameChanged ||
      moment !== this.#from ||
      moment.version !== this.#version ||
      policies !== this.#policies ||
      cameras !== seen.cameras ||
      this.#clockVersion !== this.#clock.version + this.#shotClock.version;
    if (changed) seen.version += 1;
    this.#clockVersion = this.#clock.version + this.#shotClock.version;
    this.#from = moment;
    this.#version = moment.version;
    this.#game = moment.game;
    this.#overrides = overrides;
    this.#policies = policies;
    seen.atMs = moment.atMs;
    seen.rules = moment.rules;
    seen.bodies = moment.bodies;
    seen.bodyCount = stale?.positions === 'out' ? 0 : moment.bodyCount;
    seen.ball = stale?.positions === 'out' ? null : moment.ball;
    if (moment.past) seen.past = moment.past;
    seen.cameras = cameras;
    if (stale === undefined) delete seen.stale;
    else seen.stale = stale;
    return seen;
  }

  /** The operator's clocks over the feed's; nothing of one that he wants out while it is stale. */
  #readClocks(seen: OpenMoment, moment: Moment, overrides: Said['overrides'], stale?: Stale): void {
    const { rules, atMs } = moment;
    const clock = setClock(overrides, 'clock');
    const shotClock = setClock(overrides, 'shotClock');
    seen.clock = stale?.clock === 'out' ? null : moment.clock;
    if (clock) seen.clock = this.#clock.at(clock, rules.gameClock, atMs);
    seen.shotClock = stale?.shotClock === 'out' ? null : moment.shotClock;
    if (shotClock !== undefined)
      seen.shotClock = shotClock && this.#shotClock.at(shotClock, rules.shotClock, atMs);
  }
}
