// What is drawn on: one Pixi application whose canvas holds the frame in the screen's real pixels, transparent, and comes back after its context was lost.
import 'pixi.js/unsafe-eval';
import { Application, type Container, type Renderer, Ticker } from 'pixi.js';
import { clearCanvas } from './canvas-clear.ts';
import { type FrameFit, fitFrame, type Viewport } from './frame-fit.ts';
import type { RendererKind } from './renderer-choice.ts';
import { FRAME } from './theme.ts';

export type SurfaceOptions = {
  /** The canvas is put into it; its middle is the frame's. */
  readonly element: HTMLElement;
  readonly renderer: RendererKind;
  readonly viewport: Viewport;
  /** What stands on the canvas is gone or of the wrong size: it must be drawn again. */
  readonly onStale: () => void;
};

export class Surface {
  /** Draws, in the frame's units; its `resolution` is pixels a unit. */
  readonly renderer: Renderer;
  readonly kind: RendererKind;
  readonly canvas: HTMLCanvasElement;
  readonly root: Container;
  readonly #app: Application;
  readonly #onStale: () => void;
  readonly #ends = new AbortController();
  #viewport: Viewport;
  #lost = false;
  #contextsLost = 0;
  #draws = 0;

  private constructor(app: Application, { element, renderer: kind, viewport, onStale }: SurfaceOptions) {
    this.#app = app;
    this.#viewport = viewport;
    this.#onStale = onStale;
    this.renderer = app.renderer;
    this.kind = app.renderer.name === 'canvas' ? 'canvas' : kind;
    this.canvas = app.canvas;
    this.root = app.stage;
    this.#place(fitFrame(viewport));
    this.#listen();
    element.append(this.canvas);
  }

  /** Rejects only where neither WebGL nor a 2D canvas can be had. */
  static async open(options: SurfaceOptions): Promise<Surface> {
    // The page's frame loop is the only one.
    Ticker.system.autoStart = false;
    Ticker.system.stop();
    const app = new Application();
    await app.init({
      preference: options.renderer === 'canvas' ? ['canvas'] : ['webgl', 'canvas'],
      width: FRAME.width,
      height: FRAME.height,
      resolution: fitFrame(options.viewport).pixelsPerUnit,
      backgroundAlpha: 0,
      premultipliedAlpha: true,
      // Multisampling by the processor halves the pace.
      antialias: options.renderer === 'webgl',
      autoStart: false,
      sharedTicker: false,
      skipExtensionImports: true,
      // Scenes and the kit own their textures: what is out of the picture for a minute must not hitch when it returns.
      gcActive: false,
    });
    return new Surface(app, options);
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  /** True from the loss of the context to its return: nothing can be drawn. */
  get lost(): boolean {
    return this.#lost;
  }

  get contextsLost(): number {
    return this.#contextsLost;
  }

  /** Pictures drawn so far. */
  get draws(): number {
    return this.#draws;
  }

  /** @throws what a display object throws. */
  draw(): void {
    clearCanvas(this.renderer);
    this.#app.render();
    this.#draws += 1;
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
    this.#place(fitFrame(viewport));
    this.#onStale();
  }

  /** May be called twice. */
  dispose(): void {
    if (this.#ends.signal.aborted) return;
    this.#ends.abort();
    this.#app.destroy({ removeView: true });
  }

  #place({ left, top, width, height, pixelsPerUnit }: FrameFit): void {
    if (this.renderer.resolution !== pixelsPerUnit)
      this.renderer.resize(FRAME.width, FRAME.height, pixelsPerUnit);
    const { pixelRatio } = this.#viewport;
    Object.assign(this.canvas.style, {
      position: 'absolute',
      left: `${left / pixelRatio}px`,
      top: `${top / pixelRatio}px`,
      width: `${width / pixelRatio}px`,
      height: `${height / pixelRatio}px`,
    });
  }

  /** Pixi's own listeners come first: when ours is told of the return, its buffers are made again. */
  #listen(): void {
    const { signal } = this.#ends;
    const lost = (event: Event): void => {
      // Without this the browser never gives the context back.
      event.preventDefault();
      this.#lost = true;
      this.#contextsLost += 1;
    };
    const returned = (): void => {
      this.#lost = false;
      this.#onStale();
    };
    this.canvas.addEventListener('webglcontextlost', lost, { signal });
    this.canvas.addEventListener('webglcontextrestored', returned, { signal });
    // A 2D canvas is given back by itself; asking for the event's default keeps it so.
    this.canvas.addEventListener('contextlost', () => this.#lose(), { signal });
    this.canvas.addEventListener('contextrestored', returned, { signal });
  }

  #lose(): void {
    this.#lost = true;
    this.#contextsLost += 1;
  }
}
