// Timeouts left, one tick each, from the right.
import { Container, type Sprite } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';

const TICK = { width: 12, height: 8 };
const PITCH = 16;
/** Between two ticks, also where they stand close. */
const GAP = 3;
/** More than any rule set gives; what an operator may set. */
const MOST = 9;

export class TimeoutTicks {
  readonly view = new Container();
  readonly #ticks: readonly Sprite[];

  constructor(colour: string) {
    this.#ticks = Array.from({ length: MOST }, () => plate({ ...TICK, colour, y: -TICK.height / 2 }));
    this.view.addChild(...this.#ticks);
    this.set(0, 0);
  }

  /** 0 to 9 ticks, above it nine, standing closer where `room` (in units) asks for it. */
  set(left: number, room: number): void {
    const pitch = Math.min(PITCH, Math.max(GAP + 2, Math.floor(room / Math.max(1, left))));
    const width = Math.min(TICK.width, pitch - GAP);
    this.#ticks.forEach((tick, index) => {
      tick.visible = index < left;
      tick.width = width;
      tick.x = -width - index * pitch;
    });
  }
}
