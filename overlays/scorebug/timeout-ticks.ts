// Timeouts left, one tick each, from the right.
import { Container, type Sprite } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';

const TICK = { width: 10, height: 6 };
const PITCH = 14;
/** More than any rule set gives; what an operator may set. */
const MOST = 9;
/** Room for all ticks; they stand closer where there are many. */
const ROOM = 80;

export class TimeoutTicks {
  readonly view = new Container();
  readonly #ticks: readonly Sprite[];

  constructor(colour: string) {
    this.#ticks = Array.from({ length: MOST }, () => plate({ ...TICK, colour, y: -TICK.height / 2 }));
    this.view.addChild(...this.#ticks);
    this.set(0);
  }

  /** 0 to 9; above it, nine are drawn. */
  set(left: number): void {
    const pitch = left * PITCH > ROOM ? Math.floor(ROOM / left) : PITCH;
    const width = Math.min(TICK.width, pitch - 3);
    this.#ticks.forEach((tick, index) => {
      tick.visible = index < left;
      tick.width = width;
      tick.x = -width - index * pitch;
    });
  }
}
