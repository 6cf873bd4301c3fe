// A bar that grows from a common line, in a team's colour; ringed where that is lost on its ground.
import { Container, type Sprite } from 'pixi.js';
import type { JerseyLook } from '../game/jersey.ts';
import type { Growing } from './ceremony.ts';
import type { Level } from './level.ts';
import { plate } from './plate.ts';

const HAIRLINE = 2;

export type BarOptions = {
  /** At its longest, in units. */
  readonly length: number;
  readonly height: number;
  /** `1`: to the right of the line; `-1`: to the left. The line is at x = 0, the bar's upper edge at y = 0. */
  readonly direction: 1 | -1;
};

export class Bar implements Growing, Level {
  readonly view = new Container();
  readonly #length: number;
  readonly #height: number;
  readonly #direction: 1 | -1;
  readonly #ring: Sprite;
  readonly #fill: Sprite;
  #hairline = 0;
  #level = 0;
  #grown = 1;

  constructor({ length, height, direction }: BarOptions) {
    this.#length = length;
    this.#height = height;
    this.#direction = direction;
    this.#ring = plate({ width: 1, height, colour: '#ffffff' });
    this.#fill = plate({ width: 1, height, colour: '#ffffff' });
    this.view.addChild(this.#ring, this.#fill);
    this.#lay();
  }

  paint({ fill, ring }: Pick<JerseyLook, 'fill' | 'ring'>): void {
    this.#fill.tint = fill;
    this.#ring.tint = ring ?? fill;
    this.#hairline = ring === null ? 0 : HAIRLINE;
    this.#lay();
  }

  /** How long it is when grown, as a part of its longest: 0 to 1. A change of value moves this. */
  get level(): number {
    return this.#level;
  }
  set level(level: number) {
    this.#level = Math.min(1, Math.max(0, level));
    this.#lay();
  }

  /** How much of that has arrived: 0 to 1. A card's arrival moves this. */
  get grown(): number {
    return this.#grown;
  }
  set grown(part: number) {
    this.#grown = part;
    this.#lay();
  }

  #lay(): void {
    // Whole units: an edge between two pixels would be drawn differently by the two renderers.
    const width = Math.round(this.#length * this.#level * this.#grown);
    const inside = width - 2 * this.#hairline;
    this.#ring.visible = width > 0;
    this.#fill.visible = inside > 0;
    if (width > 0) this.#ring.setSize(width, this.#height);
    if (inside > 0) this.#fill.setSize(inside, this.#height - 2 * this.#hairline);
    this.#ring.x = this.#direction === 1 ? 0 : -width;
    this.#fill.position.set(this.#ring.x + this.#hairline, this.#hairline);
  }
}
