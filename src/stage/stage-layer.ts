// One layer of the picture: at most one graphic on it, besides those that are leaving. A graphic that throws is taken off here, and nowhere else.
import { Container } from 'pixi.js';
import { Appearance, type AppearanceTick, type Taken } from './appearance.ts';
import { both, type Changed } from './changed.ts';
import type { SceneShelf } from './scene-shelf.ts';

/** What a layer should show, and what was last taken off it. */
export type LayerWish = { readonly onAir: Taken | null; readonly leaving: Taken | null };

/** A graphic threw: `doing` is the call in which it did. */
export type OnFailed = (graphic: string, doing: string, why: unknown) => void;

export class StageLayer {
  readonly view = new Container();
  readonly #shelf: SceneShelf;
  readonly #onFailed: OnFailed;
  #taken: Taken | null = null;
  /** Null also while what is taken has failed: it is tried again with its next take. */
  #current: Appearance | null = null;
  #leaving: Appearance[] = [];

  constructor(shelf: SceneShelf, onFailed: OnFailed) {
    this.#shelf = shelf;
    this.#onFailed = onFailed;
  }

  /** Graphics in the picture, by id. */
  get shown(): readonly string[] {
    return [this.#current, ...this.#leaving].flatMap((one) => (one?.shown ? [one.taken.graphic] : []));
  }

  /** True while what is taken cannot be drawn yet. */
  get loading(): boolean {
    return this.#current?.loading ?? false;
  }

  /** Puts the layer as it should be. Says what of the picture changed. */
  tick({ onAir, leaving }: LayerWish, tick: AppearanceTick): Changed {
    let changed: Changed = false;
    if (!isSameTake(this.#taken, onAir)) changed = this.#change(onAir, leaving, tick);
    else if (onAir && this.#current && this.#current.taken.options !== onAir.options)
      this.#current.retake(onAir);
    this.#taken = onAir;
    if (this.#leaving.length > 0) changed = both(this.#tickLeaving(tick), changed);
    if (this.#current) changed = both(this.#tickOne(this.#current, tick), changed);
    if (this.#current?.gone) this.#current = null;
    return changed;
  }

  #tickLeaving(tick: AppearanceTick): Changed {
    let changed: Changed = false;
    for (const one of this.#leaving) changed = both(this.#tickOne(one, tick), changed);
    this.#leaving = this.#leaving.filter(({ gone }) => !gone);
    return changed;
  }

  /** Takes a graphic off for what it threw elsewhere, as while it was drawn. */
  fail(graphic: string, doing: string, why: unknown): void {
    for (const one of [this.#current, ...this.#leaving])
      if (one?.taken.graphic === graphic) this.#fail(one, doing, why);
    if (this.#current?.gone) this.#current = null;
    this.#leaving = this.#leaving.filter(({ gone }) => !gone);
  }

  #change(onAir: Taken | null, leaving: Taken | null, tick: AppearanceTick): boolean {
    const changed = this.#current ? this.#letGo(this.#current, leaving, tick) : false;
    this.#current = null;
    if (!onAir) return changed;
    // One scene a graphic: what still leaves is what comes back.
    const back = this.#leaving.find(({ taken }) => taken.graphic === onAir.graphic);
    if (back) return this.#comeBack(back, onAir, tick);
    try {
      this.#current = new Appearance(onAir, this.#shelf, this.view);
    } catch (why) {
      this.#onFailed(onAir.graphic, 'load', why);
    }
    return changed;
  }

  #comeBack(one: Appearance, onAir: Taken, tick: AppearanceTick): true {
    this.#leaving = this.#leaving.filter((other) => other !== one);
    try {
      one.comeBack(onAir, tick);
      this.#current = one;
    } catch (why) {
      this.#fail(one, one.doing, why);
    }
    return true;
  }

  #letGo(one: Appearance, leaving: Taken | null, tick: AppearanceTick): boolean {
    const toldHow = leaving?.graphic === one.taken.graphic && leaving.sinceMs >= one.taken.sinceMs;
    try {
      const changed = one.leave(toldHow ? leaving : { sinceMs: tick.nowMs, cut: true }, tick);
      if (!one.gone) this.#leaving.push(one);
      return changed;
    } catch (why) {
      return this.#fail(one, one.doing, why);
    }
  }

  #tickOne(one: Appearance, tick: AppearanceTick): Changed {
    try {
      return one.tick(tick);
    } catch (why) {
      return this.#fail(one, one.doing, why);
    }
  }

  #fail(one: Appearance, doing: string, why: unknown): true {
    one.abandon();
    this.#shelf.discard(one.taken.graphic);
    this.#onFailed(one.taken.graphic, doing, why);
    return true;
  }
}

const isSameTake = (a: Taken | null, b: Taken | null): boolean =>
  a === b || (a !== null && b !== null && a.graphic === b.graphic && a.sinceMs === b.sinceMs);
