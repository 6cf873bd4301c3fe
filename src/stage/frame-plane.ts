// The whole frame on the renderer's own canvas: right where a graphics card draws, to which an empty part costs nothing.
import { Container, type Renderer } from 'pixi.js';
import type { FrameFit } from './frame-fit.ts';
import { type Plane, putCanvas } from './plane.ts';
import { FRAME } from './theme.ts';

export class FramePlane implements Plane {
  readonly root = new Container();
  readonly canvas: HTMLCanvasElement;
  readonly #renderer: Renderer;

  constructor(renderer: Renderer) {
    this.#renderer = renderer;
    this.canvas = renderer.canvas;
  }

  fit({ width, height, pixelsPerUnit }: FrameFit, pixelRatio: number): void {
    if (this.#renderer.resolution !== pixelsPerUnit)
      this.#renderer.resize(FRAME.width, FRAME.height, pixelsPerUnit);
    putCanvas(this.canvas, { x: 0, y: 0, width, height }, pixelRatio);
  }

  draw(): void {
    this.#renderer.render({ container: this.root });
  }

  dispose(): void {
    this.canvas.remove();
  }
}
