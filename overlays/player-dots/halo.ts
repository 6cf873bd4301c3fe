// A ring about one dot: calm, it comes where it is wanted and never travels from one to another.
import type { Texture } from 'pixi.js';
import { Piece } from '../../src/stage/flock.ts';
import type { Dot } from './dot.ts';
import { DOT_RADIUS, HALO_REACH } from './dot-picture.ts';

/** How long it takes to come, in milliseconds. */
const COMES_MS = 180;
/** It is gone when it would reach so far beyond the panel's edge, in units. */
const EDGE_FADE = 3;

export class Halo {
  readonly ring: Piece;
  #about: Dot | null = null;
  #part = 0;

  constructor(texture: Texture) {
    this.ring = new Piece(texture);
  }

  /** Stands about a dot, or about nobody. `elapsedMs` since the last tick; null after a jump. True when it changed by itself. Allocates nothing. */
  place(dot: Dot | null, elapsedMs: number | null): boolean {
    const { ring } = this;
    const was = ring.alpha;
    if (dot !== this.#about) this.#part = 0;
    this.#about = dot;
    this.#part = elapsedMs === null ? 1 : Math.min(1, this.#part + elapsedMs / COMES_MS);
    ring.alpha = 0;
    if (dot !== null) {
      // It never lies over the panel's edge: whoever is out of bounds has his dot alone.
      const over = (HALO_REACH * dot.radius) / DOT_RADIUS - dot.inside;
      ring.alpha = this.#part * dot.alpha * Math.min(1, Math.max(0, 1 - over / EDGE_FADE));
      ring.x = dot.x;
      ring.y = dot.y;
      ring.scaleX = dot.radius / DOT_RADIUS;
      ring.scaleY = ring.scaleX;
    }
    return ring.alpha !== was;
  }
}
