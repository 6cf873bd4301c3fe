// A row of a card: its plate, and the hairline that parts it from the next; the last one has the card's lower corners.
import type { Sprite } from 'pixi.js';
import { type Box, cutPlate, openAbove, openBelow } from './cut.ts';
import { plate } from './plate.ts';
import type { StageKit } from './stage-kit.ts';

const HAIRLINE = 2;

export class CardFoot {
  /** From below. */
  readonly plates: readonly Sprite[];
  readonly #kit: StageKit;
  readonly #box: Box;
  readonly #ground: Sprite;
  readonly #line: Sprite;
  #isLast = false;

  constructor(kit: StageKit, box: Box) {
    const { colour } = kit.theme;
    this.#kit = kit;
    this.#box = box;
    this.#ground = plate({ ...box, colour: colour.plate });
    this.#line = plate({ ...this.#lineBox, colour: colour.raised });
    this.plates = [this.#ground, this.#line];
  }

  set(isLast: boolean): void {
    if (isLast === this.#isLast) return;
    this.#isLast = isLast;
    const above = openAbove(this.#box);
    const card = isLast ? above : openBelow(above);
    cutPlate(this.#kit, this.#ground, this.#box, card);
    cutPlate(this.#kit, this.#line, this.#lineBox, card);
  }

  get #lineBox(): Box {
    const { x, y, width, height } = this.#box;
    return { x, y: y + height - HAIRLINE, width, height: HAIRLINE };
  }
}
