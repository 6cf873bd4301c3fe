// A Moment as the operator wants it seen: his overrides over the feed's values, and his cameras; worked out only when one of them has changed.
import type { FloorCameras } from '../../game/floor-camera.ts';
import type { Game } from '../../game/game.ts';
import { type Override, withOverrides } from '../../show/overrides.ts';
import type { Moment } from '../../time/moment.ts';

type Overrides = Readonly<Record<string, Override>>;
/** What the operator says of it. */
type Said = { readonly overrides: Overrides; readonly cameras: FloorCameras };
type OpenMoment = { -readonly [Key in keyof Moment]: Moment[Key] };

/** Gives one Moment, reused: valid until the next call. Its `version` also changes with the overrides and the cameras, and with another Timeline. */
export class SeenMoment {
  #seen: OpenMoment | null = null;
  #from: Moment | null = null;
  #version = Number.NaN;
  #game: Game | null = null;
  #overrides: Overrides | null = null;

  of(moment: Moment, { overrides, cameras }: Said): Moment {
    const seen = this.#seen ?? { ...moment, version: 0 };
    this.#seen = seen;
    const changed =
      moment !== this.#from ||
      moment.version !== this.#version ||
      overrides !== this.#overrides ||
      cameras !== seen.cameras;
    if (moment.game !== this.#game || overrides !== this.#overrides)
      seen.game = withOverrides(moment.game, overrides);
    if (changed) seen.version += 1;
    this.#from = moment;
    this.#version = moment.version;
    this.#game = moment.game;
    this.#overrides = overrides;
    seen.atMs = moment.atMs;
    seen.rules = moment.rules;
    seen.clock = moment.clock;
    seen.shotClock = moment.shotClock;
    seen.bodies = moment.bodies;
    seen.bodyCount = moment.bodyCount;
    seen.ball = moment.ball;
    seen.cameras = cameras;
    return seen;
  }
}
