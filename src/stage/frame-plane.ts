// All layers on the renderer's own canvas, as large as what they show together: a graphics card too fills, resolves and composes each pixel that there is.
import { Bounds, Container, Matrix, type Renderer } from 'pixi.js';
import { type Area, areaFor } from './canvas-area.ts';
import type { FrameFit } from './frame-fit.ts';
import { type Plane, putCanvas } from './plane.ts';

export class FramePlane implements Plane {
  readonly root = new Container();
  readonly canvas: HTMLCanvasElement;
  readonly #renderer: Renderer;
  readonly #transform = new Matrix();
  readonly #bounds = new Bounds();
  #frame: FrameFit = { left: 0, top: 0, width: 0, height: 0, pixelsPerUnit: 1 };
  #pixelRatio = 1;
  #area: Area | null = null;

  constructor(renderer: Renderer) {
    this.#renderer = renderer;
    this.canvas = renderer.canvas;
    this.#cover(null);
  }

  fit(frame: FrameFit, pixelRatio: number): void {
    this.#frame = frame;
    this.#pixelRatio = pixelRatio;
    this.#cover(null);
  }

  draw(): void {
    const { pixelsPerUnit } = this.#frame;
    const extent = this.root.getBounds(false, this.#bounds);
    extent.scale(pixelsPerUnit);
    const area = areaFor(extent, this.#frame, this.#area);
    if (area !== this.#area) this.#cover(area);
    if (area === null) return;
    this.#transform.set(1, 0, 0, 1, -area.x / pixelsPerUnit, -area.y / pixelsPerUnit);
    this.#renderer.render({ container: this.root, transform: this.#transform });
  }

  /** A graphics card draws all at once. */
  drawFlocks(): void {
    this.draw();
  }

  dispose(): void {
    this.canvas.remove();
  }

  /** Nothing to show: no canvas either. */
  #cover(area: Area | null): void {
    this.#area = area;
    this.canvas.style.display = area === null ? 'none' : 'block';
    if (area === null) return;
    const { pixelsPerUnit } = this.#frame;
    this.#renderer.resize(area.width / pixelsPerUnit, area.height / pixelsPerUnit, pixelsPerUnit);
    putCanvas(this.canvas, area, this.#pixelRatio);
  }
}
