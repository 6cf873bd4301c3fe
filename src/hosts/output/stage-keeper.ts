// Keeps an output drawn: a stage that cannot draw any more, was made for another size of screen or wears another theme is replaced by a new one without a blink.
import { type Fault, fault } from '../../game/fault.ts';
import { fitFrame, type Viewport } from '../../stage/frame-fit.ts';
import type { RendererKind } from '../../stage/renderer-choice.ts';
import type { Stage, StageTick } from '../../stage/stage.ts';

/** A context that is not back after so long, in milliseconds, is given up: the 2D canvas takes over. */
export const LOST_PATIENCE_MS = 2_500;
/** A new size must hold so long before textures are made for it. Milliseconds. */
export const SIZE_HOLDS_MS = 600;
/** From one failed try to make a stage to the next. Milliseconds. */
export const RETRY_MS = 2_000;
/** Textures serve sizes as near as this, as a share. */
const NEAR_ENOUGH = 0.1;

export type StageKeeperOptions = {
  readonly make: (renderer: RendererKind, viewport: Viewport) => Promise<Stage>;
  readonly renderer: RendererKind;
  readonly viewport: Viewport;
  readonly onFault: (fault: Fault) => void;
};

/** Every `clockMs` is the page's own clock. */
export class StageKeeper {
  readonly #options: StageKeeperOptions;
  readonly #prepared = new Set<string>();
  /** Scenes to be made in the stage that draws, one at a tick: ten at once would hold up the picture. */
  #toPrepare: string[] = [];
  #renderer: RendererKind;
  #viewport: Viewport;
  #stage: Stage | null = null;
  /** Takes over once it has everything that it must draw. */
  #next: Stage | null = null;
  /** What the textures of the newest stage were made for. */
  #madeFor = Number.NaN;
  #making = false;
  /** What it is made of, and what the stage that draws, the one that follows it, and the last that failed, were made of. */
  #wanted = 0;
  #madeOf = 0;
  #nextOf = 0;
  #failedOf = -1;
  #drawn = false;
  #disposed = false;
  #retryMs = Number.NEGATIVE_INFINITY;
  #lostSinceMs: number | null = null;
  #resizedMs = Number.NEGATIVE_INFINITY;
  #contextsLost = 0;

  constructor(options: StageKeeperOptions) {
    this.#options = options;
    this.#renderer = options.renderer;
    this.#viewport = options.viewport;
  }

  /** Null until the first is made. */
  get stage(): Stage | null {
    return this.#stage;
  }

  get contextsLost(): number {
    return this.#contextsLost + (this.#stage?.contextsLost ?? 0);
  }

  /** Puts the picture as it should be. True when it stands on the screen, drawn now or unchanged, as it is wanted. */
  tick(tick: StageTick, clockMs: number): boolean {
    this.watch(clockMs);
    this.#next?.tick({ ...tick, settled: true });
    if (this.#next && !this.#next.loading) this.#swap(this.#next);
    else this.#stage?.tick(tick);
    this.#drawn ||= this.#stage !== null;
    const isWanted = this.#madeOf === this.#wanted || this.#failedOf === this.#wanted;
    return this.#stage !== null && !this.#stage.lost && !this.#stage.loading && isWanted;
  }

  /** What `make` makes is another from now on: a theme. The picture stands as it is until all of the new one is there. */
  remake(): void {
    this.#wanted += 1;
    this.#next?.dispose();
    this.#next = null;
    if (this.#drawn) return;
    // Nobody has seen it yet: what comes first is already as it should be.
    this.#stage?.dispose();
    this.#stage = null;
  }

  /** Sees to it that there is a stage, also while there is nothing to draw. */
  watch(clockMs: number): void {
    this.#lostSinceMs = this.#stage?.lost ? (this.#lostSinceMs ?? clockMs) : null;
    this.#prepareOne();
    if (this.#disposed || this.#making || this.#next || clockMs < this.#retryMs) return;
    const lost = this.#lostSinceMs !== null && clockMs - this.#lostSinceMs >= LOST_PATIENCE_MS;
    if (lost) this.#renderer = 'canvas';
    const isOther = this.#madeOf !== this.#wanted;
    if (lost || !this.#stage || isOther || this.#isOfAnotherSize(clockMs)) void this.#make(clockMs);
  }

  resize(viewport: Viewport, clockMs: number): void {
    this.#viewport = viewport;
    this.#resizedMs = clockMs;
    this.#stage?.resize(viewport);
    this.#next?.resize(viewport);
  }

  /** What is on the canvas may be old: the next tick draws. */
  redraw(): void {
    this.#stage?.redraw();
    this.#next?.redraw();
  }

  /** Loads scenes ahead of their takes, now and in every stage to come. */
  prepare(ids: Iterable<string>): void {
    for (const id of ids) this.#prepared.add(id);
    this.#stage?.prepare(this.#prepared);
  }

  /** May be called twice. */
  dispose(): void {
    this.#disposed = true;
    this.#stage?.dispose();
    this.#next?.dispose();
    this.#stage = null;
    this.#next = null;
  }

  #prepareOne(): void {
    const one = this.#stage && !this.#next ? this.#toPrepare.shift() : undefined;
    if (one !== undefined) this.#stage?.prepare([one]);
  }

  #isOfAnotherSize(clockMs: number): boolean {
    const change = fitFrame(this.#viewport).pixelsPerUnit / this.#madeFor;
    return Math.abs(change - 1) > NEAR_ENOUGH && clockMs - this.#resizedMs >= SIZE_HOLDS_MS;
  }

  async #make(clockMs: number): Promise<void> {
    this.#making = true;
    const viewport = this.#viewport;
    const wanted = this.#wanted;
    try {
      const stage = await this.#options.make(this.#renderer, viewport);
      if (this.#disposed || wanted !== this.#wanted) return stage.dispose();
      this.#madeFor = fitFrame(viewport).pixelsPerUnit;
      stage.resize(this.#viewport);
      this.#toPrepare = [...this.#prepared];
      if (this.#stage) {
        this.#next = stage;
        this.#nextOf = wanted;
        // It draws while it is loaded: not over what stands.
        stage.frame.style.visibility = 'hidden';
      } else {
        this.#stage = stage;
        this.#madeOf = wanted;
      }
    } catch (why) {
      this.#failedOf = wanted;
      this.#retryMs = clockMs + RETRY_MS;
      this.#renderer = 'canvas';
      const found = why instanceof Error ? why.message : String(why);
      this.#options.onFault(fault('stage-failed', 'stage', 'a stage that can draw', found));
    } finally {
      this.#making = false;
    }
  }

  #swap(next: Stage): void {
    this.#contextsLost += this.#stage?.contextsLost ?? 0;
    this.#stage?.dispose();
    this.#stage = next;
    next.frame.style.visibility = '';
    this.#next = null;
    this.#madeOf = this.#nextOf;
    this.#lostSinceMs = null;
  }
}
