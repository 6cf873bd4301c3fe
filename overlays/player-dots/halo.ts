// A ring about one dot: it comes where it is wanted and never travels from one to another.
import type { Texture } from 'pixi.js';
import { Piece } from '../../src/stage/flock.ts';
import type { Dot } from './dot.ts';
import { DOT_RADIUS, HALO_REACH } from './dot-picture.ts';

/** It is gone when it would reach so far beyond the panel's edge, in units. */
const EDGE_FADE = 3;

export class Halo {
  readonly ring: Piece;

  constructor(texture: Texture) {
    this.ring = new Piece(texture);
  }

  /** Stands about a dot, or about nobody; as much of it has come, 0 to 1. True when it changed by itself. Allocates nothing. */
  place(dot: Dot | null, part: number): boolean {
    const { ring } = this;
    const was = ring.alpha;
    ring.alpha = 0;
    if (dot !== null) {
      // It never lies over the panel's edge: whoever is out of bounds has his dot alone.
      const over = (HALO_REACH * dot.radius) / DOT_RADIUS - dot.inside;
      ring.alpha = part * dot.alpha * Math.min(1, Math.max(0, 1 - over / EDGE_FADE));
      ring.x = dot.x;
      ring.y = dot.y;
      ring.scaleX = dot.radius / DOT_RADIUS;
      ring.scaleY = ring.scaleX;
    }
    return ring.alpha !== was;
  }
}
