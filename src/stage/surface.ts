// What is drawn on: one renderer, and canvases that hold the frame in the screen's real pixels, transparent, and come back after their context was lost.
import 'pixi.js/unsafe-eval';
import { autoDetectRenderer, type Renderer, Ticker } from 'pixi.js';
import { limitBatch } from './batch-limit.ts';
import { fitFrame, type Viewport } from './frame-fit.ts';
import { FramePlane } from './frame-plane.ts';
import { LayerPlane } from './layer-plane.ts';
import type { Plane } from './plane.ts';
import type { RendererKind } from './renderer-choice.ts';
import { FRAME } from './theme.ts';
import { findTintsByNumber } from './tints.ts';

export type SurfaceOptions = {
  /** The frame is put into it; its middle is the frame's. */
  readonly element: HTMLElement;
  readonly renderer: RendererKind;
  readonly viewport: Viewport;
  /** How many layers there are to be drawn. */
  readonly layers: number;
  /** What stands on the canvases is gone or of the wrong size: all must be drawn again. */
  readonly onStale: () => void;
};

export class Surface {
  /** Draws; its `resolution` is pixels a unit. */
  readonly renderer: Renderer;
  readonly kind: RendererKind;
  /** Lies where the frame lies; holds the canvases. */
  readonly frame: HTMLElement;
  /** Bottom first: one for each layer, or one for all. */
  readonly planes: readonly Plane[];
  readonly #onStale: () => void;
  readonly #ends = new AbortController();
  readonly #lost = new Set<HTMLCanvasElement>();
  #viewport: Viewport;
  #contextsLost = 0;

  private constructor(
    renderer: Renderer,
    { element, renderer: kind, viewport, layers, onStale }: SurfaceOptions,
  ) {
    const { ownerDocument } = element;
    const byLayer = renderer.name === 'canvas';
    this.renderer = renderer;
    this.kind = byLayer ? 'canvas' : kind;
    this.#viewport = viewport;
    this.#onStale = onStale;
    this.frame = ownerDocument.createElement('div');
    this.planes = byLayer
      ? Array.from({ length: layers }, () => new LayerPlane(renderer, ownerDocument))
      : [new FramePlane(renderer)];
    this.#place();
    for (const { canvas } of this.planes) {
      this.#listen(canvas);
      this.frame.append(canvas);
    }
    element.append(this.frame);
  }

  /** Rejects only where neither WebGL nor a 2D canvas can be had. */
  static async open(options: SurfaceOptions): Promise<Surface> {
    // The page's frame loop is the only one.
    Ticker.system.autoStart = false;
    Ticker.system.stop();
    const renderer = await autoDetectRenderer({
      preference: options.renderer === 'canvas' ? ['canvas'] : ['webgl', 'canvas'],
      width: FRAME.width,
      height: FRAME.height,
      resolution: fitFrame(options.viewport).pixelsPerUnit,
      backgroundAlpha: 0,
      premultipliedAlpha: true,
      // Multisampling by the processor halves the pace.
      antialias: options.renderer === 'webgl',
      skipExtensionImports: true,
      // Scenes and the kit own their textures: what is out of the picture for a minute must not hitch when it returns.
      gcActive: false,
    });
    limitBatch(renderer, options.renderer);
    if (renderer.name === 'canvas') findTintsByNumber();
    return new Surface(renderer, options);
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  /** True from the loss of a context to its return: the picture cannot be drawn. */
  get lost(): boolean {
    return this.#lost.size > 0;
  }

  get contextsLost(): number {
    return this.#contextsLost;
  }

  resize(viewport: Viewport): void {
    const last = this.#viewport;
    if (
      viewport.width === last.width &&
      viewport.height === last.height &&
      viewport.pixelRatio === last.pixelRatio
    )
      return;
    this.#viewport = viewport;
    this.#place();
    this.#onStale();
  }

  /** May be called twice. */
  dispose(): void {
    if (this.#ends.signal.aborted) return;
    this.#ends.abort();
    for (const plane of this.planes) {
      plane.dispose();
      plane.root.destroy();
    }
    this.frame.remove();
    this.renderer.destroy({ removeView: true });
  }

  #place(): void {
    const { pixelRatio } = this.#viewport;
    const fit = fitFrame(this.#viewport);
    Object.assign(this.frame.style, {
      position: 'absolute',
      left: `${fit.left / pixelRatio}px`,
      top: `${fit.top / pixelRatio}px`,
      width: `${fit.width / pixelRatio}px`,
      height: `${fit.height / pixelRatio}px`,
    });
    for (const plane of this.planes) plane.fit(fit, pixelRatio);
  }

  /** Pixi's own listeners come first: when ours is told of the return, its buffers are made again. */
  #listen(canvas: HTMLCanvasElement): void {
    const { signal } = this.#ends;
    const lost = (): void => {
      this.#lost.add(canvas);
      this.#contextsLost += 1;
    };
    const returned = (): void => {
      this.#lost.delete(canvas);
      this.#onStale();
    };
    const lostWebgl = (event: Event): void => {
      // Without this the browser never gives the context back.
      event.preventDefault();
      lost();
    };
    canvas.addEventListener('webglcontextlost', lostWebgl, { signal });
    canvas.addEventListener('webglcontextrestored', returned, { signal });
    // A 2D canvas is given back by itself; asking for the event's default keeps it so.
    canvas.addEventListener('contextlost', lost, { signal });
    canvas.addEventListener('contextrestored', returned, { signal });
  }
}
