// What a graphic shows at a moment, picked only when that can have changed; and since when it is so.
import type { Game } from '../game/game.ts';
import type { Moment } from '../time/moment.ts';
import type { Graphic } from './graphic.ts';

/** The last pick, and what it was made of. */
type Picked = {
  /** Of the newest Moment for which it is known to hold. */
  version: number;
  game: Game;
  readonly rules: unknown;
  readonly stale: unknown;
  readonly options: unknown;
  readonly view: unknown;
  /** It holds from the one instant until the other. */
  readonly fromMs: number;
  readonly untilMs: number;
};

export class Picker {
  readonly #graphic: Graphic;
  #picked: Picked | null = null;
  /** Until when the pick before the last one held by itself. */
  #turnedMs = Number.POSITIVE_INFINITY;

  constructor(graphic: Graphic) {
    this.#graphic = graphic;
  }

  /** The View; the same object as before where nothing it is made of has changed. */
  pick(moment: Moment, options: unknown): unknown {
    const picked = this.#picked;
    if (picked && picked.options === options && this.#holds(picked, moment)) return picked.view;
    const { version, game, rules, stale } = moment;
    const view = this.#graphic.pick(moment, options);
    const untilMs = this.#graphic.untilMs?.(moment, options);
    const fromMs = untilMs === undefined ? Number.NEGATIVE_INFINITY : moment.atMs;
    this.#picked = {
      version,
      game,
      rules,
      stale,
      options,
      view,
      fromMs,
      untilMs: untilMs ?? Number.POSITIVE_INFINITY,
    };
    this.#turnedMs = picked?.untilMs ?? Number.POSITIVE_INFINITY;
    return view;
  }

  /** Allocates nothing. */
  #holds(picked: Picked, { version, game, rules, stale, atMs }: Moment): boolean {
    if (!(atMs < picked.untilMs && atMs >= picked.fromMs)) return false;
    if (picked.version === version && picked.game === game) return true;
    const { heeds } = this.#graphic;
    if (heeds === undefined || picked.rules !== rules || picked.stale !== stale) return false;
    for (let i = 0; i < heeds.length; i += 1) {
      const key = heeds[i] as keyof Game;
      if (picked.game[key] !== game[key]) return false;
    }
    picked.version = version;
    picked.game = game;
    return true;
  }

  /**
   * The instant of the change that the last pick follows: of a fact, or of what was news and is no longer; where that lies not since `sinceMs`, the moment's
   * own. So what follows begins at one instant, however often a page asks.
   */
  changedMs({ atMs, game }: Moment, sinceMs: number): number {
    const known = [this.#turnedMs, game.atMs].filter((ms) => ms > sinceMs && ms <= atMs);
    return known.length === 0 ? atMs : Math.min(...known);
  }
}
