// The hall's picture, for a page that lays graphics over it.
import { drawArena } from './arena.ts';

declare global {
  interface Window {
    /** The hall as a canvas of the frame's size. */
    arena?: HTMLCanvasElement;
  }
}

window.arena = drawArena(document);
