// One graphic on a layer from its take to its end: what it shows, and how it moves from one picture to the next.
import type { Container } from 'pixi.js';
import type { Moment } from '../time/moment.ts';
import type { Graphic, Scene } from './graphic.ts';
import { Motions } from './motions.ts';
import { same } from './same.ts';
import type { SceneShelf } from './scene-shelf.ts';

/** A graphic as it was taken, or taken out: `sinceMs` is the relay's instant of that, `cut` means without motion. Options are complete. */
export type Taken = {
  readonly graphic: string;
  readonly options: unknown;
  readonly sinceMs: number;
  readonly cut: boolean;
};

export type AppearanceTick = {
  /** The relay's clock: takes run on it. */
  readonly nowMs: number;
  readonly moment: Moment;
  /** The instant has jumped: all stands at once as it should, without motion. */
  readonly jumped: boolean;
};

/** A motion of a take can be no longer than this, in milliseconds; who comes later finds it settled. */
const LONGEST_TAKE_MS = 5_000;
const SECOND_MS = 1_000;

/** `waiting`: its scene is not loaded, or there is nothing to show. `leaving`: on its way out. `gone`: it has left, or failed. */
type Phase = 'waiting' | 'on' | 'leaving' | 'gone';

/** The last pick, and what it was made of: the same is not picked again. */
type Picked = {
  readonly version: number;
  readonly game: unknown;
  readonly options: unknown;
  readonly view: unknown;
  /** It holds from the one instant until the other. */
  readonly fromMs: number;
  readonly untilMs: number;
};

/** Every call into a graphic happens in here; what it throws comes out of `tick` and `leave`. */
export class Appearance {
  readonly #shelf: SceneShelf;
  readonly #layer: Container;
  readonly #graphic: Graphic;
  readonly #motions = new Motions();
  #taken: Taken;
  #scene: Scene<unknown> | null = null;
  #phase: Phase = 'waiting';
  /** Off air: once it has left, it does not come back. */
  #out = false;
  /** What the scene was last told to show. */
  #view: unknown = null;
  #picked: Picked | null = null;
  /** The scene has been there, with nothing to show: what comes later was not late. */
  #hadNothing = false;
  /** What is being called, for the fault. */
  doing = 'pick';

  /** @throws where there is no such graphic. */
  constructor(taken: Taken, shelf: SceneShelf, layer: Container) {
    this.#taken = taken;
    this.#shelf = shelf;
    this.#layer = layer;
    this.#graphic = shelf.graphic(taken.graphic);
  }

  get taken(): Taken {
    return this.#taken;
  }

  get gone(): boolean {
    return this.#phase === 'gone';
  }

  /** True while it is in the picture, settled or moving. */
  get shown(): boolean {
    return this.#phase === 'on' || this.#phase === 'leaving';
  }

  /** True while it is on air and its scene is not there yet. */
  get loading(): boolean {
    return this.#scene === null && this.#phase === 'waiting';
  }

  /** The same take with other options. */
  retake(taken: Taken): void {
    this.#taken = taken;
  }

  /** Puts the graphic as it should be at that instant. True when the picture changed. */
  tick(tick: AppearanceTick): boolean {
    if (this.#phase === 'gone') return false;
    const scene = this.#scene ?? this.#load();
    if (!scene) return false;
    const changed = this.#out ? false : this.#follow(scene, tick);
    return this.#move(scene, tick) || changed;
  }

  /** Starts to go, `sinceMs` ago on the relay's clock; at once where it is cut. True when the picture changed. */
  leave({ sinceMs, cut }: Pick<Taken, 'sinceMs' | 'cut'>, { nowMs, jumped }: AppearanceTick): boolean {
    this.#out = true;
    const scene = this.#scene;
    if (this.#phase === 'waiting' || !scene) return this.#end();
    if (cut || jumped || nowMs - sinceMs > LONGEST_TAKE_MS) return this.#end();
    if (this.#phase === 'leaving') return false;
    this.#exit(scene, 'now', sinceMs);
    return true;
  }

  /** Goes at once; its scene can be used by another. True when the picture changed. */
  finish(): boolean {
    if (this.#phase === 'gone') return false;
    this.#out = true;
    return this.#end();
  }

  /** Takes the scene off its layer as it is, calling nothing of it: it has failed. */
  abandon(): void {
    this.#motions.drop();
    this.#phase = 'gone';
    try {
      this.#scene?.view.removeFromParent();
    } catch {
      // A display object so broken is left to the shelf, which throws it away.
    }
  }

  #load(): Scene<unknown> | null {
    this.doing = 'load';
    this.#scene = this.#shelf.scene(this.#taken.graphic);
    return this.#scene;
  }

  /** Picks what is to be seen, and starts what follows from it. */
  #follow(scene: Scene<unknown>, tick: AppearanceTick): boolean {
    const view = this.#pick(tick.moment);
    const last = this.#view;
    const shown = this.#phase === 'on';
    if (view === null || view === undefined) {
      this.#hadNothing = true;
      if (!shown) return false;
      if (tick.jumped) return this.#hide();
      this.#exit(scene, 'instant', tick.moment.atMs);
      return true;
    }
    this.#view = view;
    if (!shown) this.#enter(scene, view, tick);
    else if (tick.jumped) this.#show(scene, view);
    else if (!same(view, last)) this.#update(scene, view, last, tick.moment.atMs);
    else return false;
    return true;
  }

  #pick(moment: Moment): unknown {
    const { options } = this.#taken;
    const { version, game } = moment;
    const picked = this.#picked;
    if (picked?.version === version && picked.game === game && picked.options === options)
      if (moment.atMs < picked.untilMs && moment.atMs >= picked.fromMs) return picked.view;
    this.doing = 'pick';
    const view = this.#graphic.pick(moment, options);
    const untilMs = this.#graphic.untilMs?.(moment, options);
    const fromMs = untilMs === undefined ? Number.NEGATIVE_INFINITY : moment.atMs;
    this.#picked = { version, game, options, view, fromMs, untilMs: untilMs ?? Number.POSITIVE_INFINITY };
    return view;
  }

  /** Enters with the take, however much of that has passed; what had nothing to show before enters with its first view. */
  #enter(scene: Scene<unknown>, view: unknown, { nowMs, moment, jumped }: AppearanceTick): void {
    const { sinceMs, cut } = this.#taken;
    this.#settle();
    this.#show(scene, view);
    this.#layer.addChild(scene.view);
    this.#phase = 'on';
    const passedMs = this.#hadNothing ? 0 : nowMs - sinceMs;
    if (jumped || (cut && !this.#hadNothing) || passedMs > LONGEST_TAKE_MS) return;
    this.doing = 'enter';
    const motion = scene.enter(view);
    if (this.#hadNothing) this.#motions.add(motion, 'instant', moment.atMs);
    else if (passedMs < motion.duration() * SECOND_MS) this.#motions.add(motion, 'now', sinceMs);
    else this.#show(scene, view);
  }

  #show(scene: Scene<unknown>, view: unknown): void {
    this.#settle();
    this.doing = 'show';
    scene.show(view);
  }

  #update(scene: Scene<unknown>, view: unknown, last: unknown, instantMs: number): void {
    this.doing = 'update';
    const motion = scene.update(view, last);
    if (motion) this.#motions.add(motion, 'instant', instantMs);
  }

  #exit(scene: Scene<unknown>, drive: 'now' | 'instant', startMs: number): void {
    this.#settle();
    this.doing = 'exit';
    this.#motions.add(scene.exit(), drive, startMs);
    this.#phase = 'leaving';
  }

  #move(scene: Scene<unknown>, { nowMs, moment, jumped }: AppearanceTick): boolean {
    if (!this.shown) return false;
    this.doing = 'motion';
    if (jumped && this.#phase === 'leaving') return this.#leftNow();
    const moved = this.#motions.play(nowMs, moment.atMs);
    if (this.#phase === 'leaving' && !this.#motions.moving) return this.#leftNow();
    this.doing = 'tick';
    return (scene.tick?.(moment) ?? false) || moved;
  }

  #leftNow(): boolean {
    return this.#out ? this.#end() : this.#hide();
  }

  /** Out of the picture, still on air: there is nothing to show. */
  #hide(): boolean {
    this.#settle();
    this.#scene?.view.removeFromParent();
    this.#phase = 'waiting';
    this.#view = null;
    return true;
  }

  #end(): boolean {
    const wasShown = this.shown;
    if (wasShown) this.#hide();
    this.#phase = 'gone';
    return wasShown;
  }

  #settle(): void {
    this.doing = 'motion';
    this.#motions.settle();
  }
}
