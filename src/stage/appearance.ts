// One graphic on a layer from its take to its end: what it shows, and how it moves from one picture to the next.
import type { Container } from 'pixi.js';
import type { Moment } from '../time/moment.ts';
import { both, type Changed } from './changed.ts';
import type { Scene } from './graphic.ts';
import type { Motion } from './motion.ts';
import { type Drive, Motions } from './motions.ts';
import { Picker } from './picker.ts';
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

/** Every call into a graphic happens in here; what it throws comes out of `tick` and `leave`. */
export class Appearance {
  readonly #shelf: SceneShelf;
  readonly #layer: Container;
  readonly #picker: Picker;
  readonly #motions = new Motions();
  #taken: Taken;
  #scene: Scene<unknown> | null = null;
  #phase: Phase = 'waiting';
  /** Off air: once it has left, it does not come back. */
  #out = false;
  /** While it leaves: how. */
  #exiting: Motion | null = null;
  /** What the scene was last told to show. */
  #view: unknown = null;
  /** Up to where motion has been played, on both clocks; NaN before the first tick. */
  #playedNowMs = Number.NaN;
  #playedInstantMs = Number.NaN;
  /** The scene has been there, with nothing to show: what comes later was not late. */
  #hadNothing = false;
  /** What is being called, for the fault. */
  doing = 'pick';

  /** @throws where there is no such graphic. */
  constructor(taken: Taken, shelf: SceneShelf, layer: Container) {
    this.#taken = taken;
    this.#shelf = shelf;
    this.#layer = layer;
    this.#picker = new Picker(shelf.graphic(taken.graphic));
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

  /** Puts the graphic as it should be at that instant. Says what of the picture changed. */
  tick(tick: AppearanceTick): Changed {
    if (this.#phase === 'gone') return false;
    const scene = this.#scene ?? this.#load();
    if (!scene) return false;
    const changed = this.#out ? false : this.#follow(scene, tick);
    return both(this.#move(scene, tick), changed);
  }

  /** Starts to go, `sinceMs` ago on the relay's clock; at once where it is cut. True when the picture changed. */
  leave({ sinceMs, cut }: Pick<Taken, 'sinceMs' | 'cut'>, tick: AppearanceTick): boolean {
    this.#out = true;
    const scene = this.#scene;
    if (this.#phase === 'waiting' || !scene) return this.#end();
    if (cut || tick.jumped || tick.nowMs - sinceMs > LONGEST_TAKE_MS) return this.#end();
    if (this.#phase === 'leaving') return false;
    this.#exit(scene, 'now', sinceMs, tick);
    return true;
  }

  /** Taken again while it leaves: it turns round where it is. */
  comeBack(taken: Taken, tick: AppearanceTick): void {
    this.#taken = taken;
    this.#out = false;
    this.#hadNothing = false;
    this.#playTo('now', taken.sinceMs, tick);
    // It had left by then.
    if (!this.#motions.runs(this.#exiting)) this.#hide();
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
    this.doing = 'pick';
    const view = this.#picker.pick(tick.moment, this.#taken.options);
    const last = this.#view;
    const shown = this.#phase === 'on';
    if (view === null || view === undefined) {
      this.#hadNothing = true;
      if (!shown) return false;
      if (tick.jumped) return this.#hide();
      this.#exit(scene, 'instant', this.#changedMs(tick), tick);
      return true;
    }
    if (!shown) this.#enter(scene, view, last, tick);
    else if (tick.jumped) this.#show(scene, view);
    else if (!same(view, last)) this.#update(scene, view, last, tick);
    else return false;
    this.#view = view;
    return true;
  }

  /** When the View became what it is. */
  #changedMs({ moment }: AppearanceTick): number {
    return this.#picker.changedMs(moment, this.#playedInstantMs);
  }

  /** Enters with the take, however much of that has passed; what had nothing to show before enters with its first view. What leaves turns round. */
  #enter(scene: Scene<unknown>, view: unknown, last: unknown, tick: AppearanceTick): void {
    const { sinceMs, cut } = this.#taken;
    const [drive, startMs] = this.#hadNothing
      ? (['instant', this.#changedMs(tick)] as const)
      : (['now', sinceMs] as const);
    const returns = this.#phase === 'leaving';
    if (returns) this.#playTo(drive, startMs, tick);
    else this.#layer.addChild(scene.view);
    this.#phase = 'on';
    this.#exiting = null;
    const isLate = !this.#hadNothing && (cut || tick.nowMs - sinceMs > LONGEST_TAKE_MS);
    if (tick.jumped || isLate) return this.#show(scene, view);
    if (!returns) {
      this.#show(scene, view);
      scene.hide();
    }
    this.doing = 'enter';
    const entering = scene.enter();
    if (drive === 'now' && tick.nowMs - startMs >= entering.duration() * SECOND_MS)
      return this.#show(scene, view);
    this.#motions.add(entering, drive, startMs);
    if (returns && !same(view, last)) this.#update(scene, view, last, tick);
  }

  #show(scene: Scene<unknown>, view: unknown): void {
    this.#settle();
    this.doing = 'show';
    scene.show(view);
  }

  #update(scene: Scene<unknown>, view: unknown, last: unknown, tick: AppearanceTick): void {
    const startMs = this.#changedMs(tick);
    this.#playTo('instant', startMs, tick);
    this.doing = 'update';
    const motion = scene.update(view, last);
    if (motion) this.#motions.add(motion, 'instant', startMs);
  }

  #exit(scene: Scene<unknown>, drive: Drive, startMs: number, tick: AppearanceTick): void {
    this.#playTo(drive, startMs, tick);
    this.doing = 'exit';
    this.#exiting = scene.exit();
    this.#motions.add(this.#exiting, drive, startMs);
    this.#phase = 'leaving';
  }

  /** What moves is put where it was at an instant since the tick before: what follows goes on from there. */
  #playTo(drive: Drive, ms: number, { nowMs, moment }: AppearanceTick): void {
    const passedNowMs = nowMs - this.#playedNowMs;
    const passedMs = moment.atMs - this.#playedInstantMs;
    const part =
      drive === 'now' ? (ms - this.#playedNowMs) / passedNowMs : (ms - this.#playedInstantMs) / passedMs;
    // Also where nothing has passed, and before the first tick.
    if (!(part < 1)) this.#playBoth(nowMs, moment.atMs);
    else if (part > 0)
      this.#playBoth(this.#playedNowMs + part * passedNowMs, this.#playedInstantMs + part * passedMs);
  }

  #playBoth(nowMs: number, instantMs: number): boolean {
    this.doing = 'motion';
    this.#playedNowMs = nowMs;
    this.#playedInstantMs = instantMs;
    return this.#motions.play(nowMs, instantMs);
  }

  /** NOTE: numbers that are handed on are garbage; most of the time nothing moves, and none are. */
  #play(tick: AppearanceTick): boolean {
    this.doing = 'motion';
    if (!this.#motions.areAtRest) return this.#playBoth(tick.nowMs, tick.moment.atMs);
    this.#playedNowMs = tick.nowMs;
    this.#playedInstantMs = tick.moment.atMs;
    return false;
  }

  #move(scene: Scene<unknown>, tick: AppearanceTick): Changed {
    const { moment, jumped } = tick;
    if (!this.shown) return false;
    if (jumped && this.#phase === 'leaving') return this.#leftNow();
    const moved = this.#play(tick);
    if (this.#phase === 'leaving' && !this.#motions.runs(this.#exiting)) return this.#leftNow();
    this.doing = 'tick';
    return both(scene.tick?.(moment) ?? false, moved);
  }

  #leftNow(): boolean {
    return this.#out ? this.#end() : this.#hide();
  }

  /** Out of the picture, still on air: there is nothing to show. */
  #hide(): boolean {
    this.#settle();
    this.#scene?.view.removeFromParent();
    this.#phase = 'waiting';
    this.#exiting = null;
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
