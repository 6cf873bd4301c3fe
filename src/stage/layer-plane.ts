// One layer on a 2D canvas of its own, as large as what it shows: without a graphics card each pixel is paid for, drawn or not.
import { Bounds, CanvasSource, Container, Matrix, type Renderer, Texture } from 'pixi.js';
import { type Area, areaFor } from './canvas-area.ts';
import { clearCanvas } from './canvas-clear.ts';
import type { CanvasFlock } from './canvas-flock.ts';
import { flocksAbove } from './flocks-above.ts';
import type { FrameFit } from './frame-fit.ts';
import { type Plane, putCanvas } from './plane.ts';
import { Still } from './still.ts';

export class LayerPlane implements Plane {
  readonly root = new Container();
  readonly canvas: HTMLCanvasElement;
  readonly #renderer: Renderer;
  readonly #context: CanvasRenderingContext2D;
  /** The canvas as Pixi draws on it: one unit of it is one pixel, so that its size is whole. */
  readonly #target: Texture;
  readonly #transform = new Matrix();
  readonly #bounds = new Bounds();
  #frame: FrameFit = { left: 0, top: 0, width: 0, height: 0, pixelsPerUnit: 1 };
  #pixelRatio = 1;
  #area: Area | null = null;
  /** What lies below its flocks; made where there are any. */
  #still: Still | null = null;
  /** All that lies over that. */
  #flocks: readonly CanvasFlock[] = [];

  constructor(renderer: Renderer, document: Document) {
    this.#renderer = renderer;
    this.canvas = document.createElement('canvas');
    const context = this.canvas.getContext('2d');
    if (!context) throw new Error('a 2D canvas context cannot be had');
    this.#context = context;
    this.#target = new Texture({ source: new CanvasSource({ resource: this.canvas, resolution: 1 }) });
    this.#cover(null);
  }

  fit(frame: FrameFit, pixelRatio: number): void {
    this.#frame = frame;
    this.#pixelRatio = pixelRatio;
    this.#cover(null);
  }

  draw(): void {
    this.#still?.forget();
    const { pixelsPerUnit } = this.#frame;
    const extent = this.root.getBounds(false, this.#bounds);
    extent.scale(pixelsPerUnit);
    const area = areaFor(extent, this.#frame, this.#area);
    if (area !== this.#area) this.#cover(area);
    if (area === null) return;
    clearCanvas(this.#context);
    this.#transform.set(pixelsPerUnit, 0, 0, pixelsPerUnit, -area.x, -area.y);
    this.#render();
  }

  drawFlocks(): void {
    if (this.#area === null) return;
    if (!this.#still?.isKept && !this.#keepStill()) return this.draw();
    clearCanvas(this.#context);
    this.#still?.lay(this.#context);
    for (let i = 0; i < this.#flocks.length; i += 1) this.#flocks[i]?.draw(this.#context);
  }

  /** Draws all but the flocks and keeps that. False where they are not above all else. */
  #keepStill(): boolean {
    const flocks = flocksAbove(this.root);
    if (flocks === null) return false;
    this.#flocks = flocks;
    for (const flock of flocks) flock.isHeld = true;
    try {
      clearCanvas(this.#context);
      this.#render();
    } finally {
      for (const flock of flocks) flock.isHeld = false;
    }
    this.#still ??= new Still(this.canvas.ownerDocument);
    this.#still.keep(this.canvas);
    return true;
  }

  #render(): void {
    this.#renderer.render({
      container: this.root,
      target: this.#target,
      clear: false,
      transform: this.#transform,
    });
  }

  dispose(): void {
    this.canvas.remove();
    if (!this.#target.destroyed) this.#target.destroy(true);
  }

  /** Nothing to show: no canvas either. */
  #cover(area: Area | null): void {
    this.#area = area;
    this.canvas.style.display = area === null ? 'none' : 'block';
    const { width, height } = area ?? { width: 1, height: 1 };
    this.#target.source.resize(width, height, 1);
    if (area !== null) putCanvas(this.canvas, area, this.#pixelRatio);
  }
}
