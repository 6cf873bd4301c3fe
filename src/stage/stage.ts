// The picture of one output: it is told the instant and what should be on air, and draws that. It owns no clock, and draws only what has changed.
import type { Renderer } from 'pixi.js';
import { type Fault, fault } from '../game/fault.ts';
import type { Moment } from '../time/moment.ts';
import { both, type Changed } from './changed.ts';
import type { Viewport } from './frame-fit.ts';
import { type Graphic, LAYERS, type LayerName } from './graphic.ts';
import type { Plane } from './plane.ts';
import type { RendererKind } from './renderer-choice.ts';
import { SceneShelf } from './scene-shelf.ts';
import type { StageKit } from './stage-kit.ts';
import { type LayerWish, StageLayer } from './stage-layer.ts';
import { Surface } from './surface.ts';

export type StageOptions = {
  /** The frame is put into it. Give it `position: relative`, or let it be the body. */
  readonly element: HTMLElement;
  readonly viewport: Viewport;
  readonly renderer: RendererKind;
  readonly graphics: ReadonlyMap<string, Graphic>;
  /** Called once, when the renderer is there. What it gives is disposed of with the stage. `redraw`: what it has made looks different without a tick. */
  readonly makeKit: (renderer: Renderer, redraw: () => void) => Promise<StageKit & { dispose?(): void }>;
  /** Told once for each take that failed. */
  readonly onFault?: (fault: Fault) => void;
};

/** All that a picture depends on. */
export type StageTick = {
  /** The relay's clock, in milliseconds: takes move by it. */
  readonly nowMs: number;
  /** What is true at the instant to be shown; its `atMs` moves what the game moves. */
  readonly moment: Moment;
  /** By layer; one that is not named is empty. */
  readonly layers: Readonly<Partial<Record<LayerName, LayerWish>>>;
  /** The history has been replaced: what differs is not news. All stands at once as it should. */
  readonly settled?: boolean;
};

export interface Stage {
  /** Lies over the viewport where the frame does, and holds what is drawn. */
  readonly frame: HTMLElement;
  /** Together they are the picture, bottom first: each with `style.left` and `style.top` in the frame, or of no display while there is nothing on it. */
  readonly canvases: readonly HTMLCanvasElement[];
  readonly renderer: RendererKind;
  readonly viewport: Viewport;
  readonly contextsLost: number;
  /** True while the context is lost, and nothing can be drawn. */
  readonly lost: boolean;
  /** Pictures drawn so far. */
  readonly draws: number;
  /** Graphics in the picture, by id. */
  readonly shown: readonly string[];
  /** True while a scene of what is taken is still being loaded. */
  readonly loading: boolean;
  /** Scenes that threw, the newest of each graphic. */
  readonly faults: readonly Fault[];
  /** Puts the picture as it should be; true when it had to be drawn. */
  tick(tick: StageTick): boolean;
  /** Loads the scenes of graphics ahead of their takes. An id that is none is passed by. */
  prepare(ids: Iterable<string>): void;
  /** True once the scene of a graphic that was prepared is made, or could not be. */
  isPrepared(id: string): boolean;
  resize(viewport: Viewport): void;
  /** The next tick draws, also when nothing has changed. */
  redraw(): void;
  /** May be called twice. */
  dispose(): void;
}

/** A step of the instant beyond this, in milliseconds, is a jump: all motion is settled, nothing is caught up. */
export const JUMP_MS = 500;
/** So much it may seem to run back by rounding alone. */
export const BACK_MS = 1;

const EMPTY: LayerWish = { onAir: null, leaving: null };

/** Opens a stage with nothing on it. */
export async function makeStage(options: StageOptions): Promise<Stage> {
  let redraw = (): void => {};
  const surface = await Surface.open({ ...options, layers: LAYERS.length, onStale: () => redraw() });
  try {
    const stage = new LayeredStage(options, surface, await options.makeKit(surface.renderer, () => redraw()));
    redraw = () => stage.redraw();
    return stage;
  } catch (why) {
    surface.dispose();
    throw why;
  }
}

const textOf = (why: unknown): string => (why instanceof Error ? why.message : String(why));

/** A plane, and what on it is old. */
type Canvas = { readonly plane: Plane; old: Changed };
/** A layer and where it is drawn. */
type Placed = { readonly name: LayerName; readonly layer: StageLayer; readonly on: Canvas };

/** Draws a plane without one of its layers. True when that can be done. */
function drawsWithout({ layer, on: { plane } }: Placed): boolean {
  const { root } = plane;
  const index = root.getChildIndex(layer.view);
  // Not only hidden: Pixi calls into what is hidden too.
  root.removeChild(layer.view);
  try {
    plane.draw();
    return true;
  } catch {
    return false;
  } finally {
    root.addChildAt(layer.view, index);
  }
}

class LayeredStage implements Stage {
  readonly #surface: Surface;
  readonly #kit: StageKit & { dispose?(): void };
  readonly #shelf: SceneShelf;
  readonly #graphics: ReadonlyMap<string, Graphic>;
  readonly #canvases: readonly Canvas[];
  readonly #layers: readonly Placed[];
  /** By graphic; the picture's own under no name. */
  readonly #faults = new Map<string, Fault>();
  readonly #onFault: (fault: Fault) => void;
  /** Reused: a tick allocates nothing. */
  #tick: { nowMs: number; moment: Moment; jumped: boolean } | null = null;
  #lastMs = Number.NaN;
  #draws = 0;
  #disposed = false;

  constructor(
    { graphics, onFault = () => {} }: StageOptions,
    surface: Surface,
    kit: StageKit & { dispose?(): void },
  ) {
    this.#surface = surface;
    this.#kit = kit;
    this.#graphics = graphics;
    this.#onFault = onFault;
    this.#shelf = new SceneShelf(graphics, kit);
    this.#canvases = surface.planes.map((plane) => ({ plane, old: true }));
    this.#layers = LAYERS.map((name, index) => ({
      name,
      layer: new StageLayer(this.#shelf, this.#failed),
      // One for each layer, or one for all.
      on: this.#canvases[Math.min(index, this.#canvases.length - 1)] as Canvas,
    }));
    for (const { layer, on } of this.#layers) on.plane.root.addChild(layer.view);
  }

  get frame(): HTMLElement {
    return this.#surface.frame;
  }
  get canvases(): readonly HTMLCanvasElement[] {
    return this.#surface.planes.map(({ canvas }) => canvas);
  }
  get renderer(): RendererKind {
    return this.#surface.kind;
  }
  get viewport(): Viewport {
    return this.#surface.viewport;
  }
  get contextsLost(): number {
    return this.#surface.contextsLost;
  }
  get lost(): boolean {
    return this.#surface.lost;
  }
  get draws(): number {
    return this.#draws;
  }
  get shown(): readonly string[] {
    return this.#layers.flatMap(({ layer }) => layer.shown);
  }
  get loading(): boolean {
    return this.#layers.some(({ layer }) => layer.loading);
  }
  get faults(): readonly Fault[] {
    return [...this.#faults.values()];
  }

  tick({ nowMs, moment, layers, settled = false }: StageTick): boolean {
    if (this.#disposed) return false;
    this.#tick ??= { nowMs, moment, jumped: false };
    const stepMs = moment.atMs - this.#lastMs;
    this.#lastMs = moment.atMs;
    const jumped = settled || stepMs > JUMP_MS || stepMs < -BACK_MS;
    const tick = this.#tick;
    tick.nowMs = nowMs;
    tick.moment = moment;
    tick.jumped = jumped;
    for (let i = 0; i < this.#layers.length; i += 1) {
      const { name, layer, on } = this.#layers[i] as Placed;
      on.old = both(layer.tick(layers[name] ?? EMPTY, tick), on.old);
    }
    if (this.#faults.size > 0) for (const graphic of this.shown) this.#faults.delete(graphic);
    return this.#surface.lost ? false : this.#draw();
  }

  prepare(ids: Iterable<string>): void {
    for (const id of ids) if (this.#graphics.has(id)) this.#shelf.prepare(id);
  }

  isPrepared(id: string): boolean {
    return this.#shelf.isMade(id);
  }

  resize(viewport: Viewport): void {
    this.#surface.resize(viewport);
  }

  redraw(): void {
    for (const canvas of this.#canvases) canvas.old = true;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#shelf.dispose();
    this.#kit.dispose?.();
    this.#surface.dispose();
  }

  /** Draws what is old. False when nothing is. */
  #draw(): boolean {
    let drawn = false;
    let why: unknown = null;
    for (let i = 0; i < this.#canvases.length; i += 1) {
      const canvas = this.#canvases[i] as Canvas;
      if (canvas.old === false) continue;
      drawn = true;
      why = this.#drawOn(canvas) ?? why;
    }
    if (!drawn) return false;
    this.#draws += 1;
    if (why === null) this.#faults.delete('');
    else this.#undrawn(why);
    return true;
  }

  /**
   * What cannot be drawn is found by leaving out one layer after the other; that one is taken off, the rest is drawn. Gives why a canvas stays old; null when
   * it does not.
   */
  #drawOn(canvas: Canvas): unknown {
    try {
      if (canvas.old === 'flocks') canvas.plane.drawFlocks();
      else canvas.plane.draw();
    } catch (why) {
      const culprit = this.#layers.find(
        (placed) => placed.on === canvas && placed.layer.shown.length > 0 && drawsWithout(placed),
      );
      if (!culprit) return why ?? 'nothing was said';
      for (const graphic of culprit.layer.shown) culprit.layer.fail(graphic, 'draw', why);
    }
    canvas.old = false;
    return null;
  }

  /** Tried again at every tick, told once. */
  #undrawn(why: unknown): void {
    const told = fault('draw-failed', 'stage', 'a picture that can be drawn', textOf(why));
    if (this.#faults.get('')?.found === told.found) return;
    this.#faults.set('', told);
    this.#onFault(told);
  }

  readonly #failed = (graphic: string, doing: string, why: unknown): void => {
    const told = fault('scene-failed', `${graphic}: ${doing}`, 'a graphic that draws', textOf(why));
    this.#faults.delete(graphic);
    this.#faults.set(graphic, told);
    this.#onFault(told);
  };
}
