// A canvas of the picture with what is drawn on it: the whole frame on one, or each layer on its own, no larger than what it shows.
import type { Container } from 'pixi.js';
import type { FrameFit } from './frame-fit.ts';

export interface Plane {
  /** Layers are added to it, bottom first. In the frame's units. */
  readonly root: Container;
  readonly canvas: HTMLCanvasElement;
  /** Takes its place in a frame of that size; it must be drawn again. `pixelRatio`: the screen's pixels for one of the page's. */
  fit(frame: FrameFit, pixelRatio: number): void;
  /** Draws `root` as it is, over nothing. @throws what a display object throws. */
  draw(): void;
  /** The same where nothing but pieces of flocks has changed since it was drawn last. */
  drawFlocks(): void;
  /** May be called twice. */
  dispose(): void;
}

/** Puts a canvas on an area of the frame; both in pixels of the screen. */
export function putCanvas(
  { style }: HTMLCanvasElement,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  pixelRatio: number,
): void {
  style.position = 'absolute';
  style.left = `${area.x / pixelRatio}px`;
  style.top = `${area.y / pixelRatio}px`;
  style.width = `${area.width / pixelRatio}px`;
  style.height = `${area.height / pixelRatio}px`;
}
