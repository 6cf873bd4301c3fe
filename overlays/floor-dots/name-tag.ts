// A tag at somebody's feet, upright: his number on his jersey's colour, beside it his name on the plate.
import { Container, type Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';

const HEIGHT = 36;
const EDGE = 2;
const NUMBER_WIDTH = 44;
const PADDING = 10;
const NAME_WIDTH = 210;

export type TagWords = {
  readonly jersey: JerseyLook;
  /** As worn; empty for none. */
  readonly number: string;
  /** Empty for none. */
  readonly name: string;
};

const face = (weight: number, sizePx: number, colour: string): TextFace => ({
  family: 'display',
  weight,
  sizePx,
  colour,
  spacing: 0.4,
});

/** The nearest even number: half of it is whole too. */
const even = (units: number): number => 2 * Math.round(units / 2);

export class NameTag {
  /** About its middle. */
  readonly view = new Container();
  /** Units, as it is sized. */
  width = 0;
  height = 0;
  readonly #rim: Sprite;
  readonly #numberCell: Sprite;
  readonly #nameCell: Sprite;
  readonly #number: Container | null;
  readonly #name: Label | null;

  constructor(kit: StageKit, { jersey, number, name }: TagWords) {
    const { colour } = kit.theme;
    const cell = (colourOf: string): Sprite => plate({ width: 1, height: 1, colour: colourOf });
    this.#rim = cell(jersey.ring ?? colour.plate);
    this.#numberCell = cell(jersey.fill);
    this.#nameCell = cell(colour.plate);
    this.#number = number === '' ? null : this.#numberOf(kit, number, jersey.ink);
    this.#name =
      name === ''
        ? null
        : kit.label({ face: face(600, 28, colour.text), maxWidth: NAME_WIDTH, align: 'left', text: name });
    this.view.addChild(this.#rim);
    if (this.#number) this.view.addChild(this.#numberCell, this.#number);
    if (this.#name) this.view.addChild(this.#nameCell, this.#name.view);
    this.size(1);
  }

  /** Draws it so many times its own size, or a little more or less: its plates' edges stand on whole units. Allocates nothing. */
  size(wanted: number): void {
    const height = even(HEIGHT * wanted);
    if (height === this.height) return;
    const scale = height / HEIGHT;
    const numberWidth = this.#number ? even(NUMBER_WIDTH * scale) : 0;
    const nameWidth = this.#name ? even((this.#name.width + 2 * PADDING) * scale) : 0;
    this.height = height;
    this.width = numberWidth + nameWidth + 2 * EDGE;
    const left = -this.width / 2;
    put(this.#rim, left, -height / 2, this.width, height);
    const [top, tall] = [EDGE - height / 2, height - 2 * EDGE];
    put(this.#numberCell, left + EDGE, top, numberWidth, tall);
    put(this.#nameCell, left + EDGE + numberWidth, top, nameWidth, tall);
    if (this.#number) {
      this.#number.x = left + EDGE + numberWidth / 2;
      this.#number.scale.set(scale);
    }
    if (this.#name === null) return;
    const { view, width } = this.#name;
    view.x = left + EDGE + numberWidth + (nameWidth - width * scale) / 2;
    view.scale.set(scale);
  }

  #numberOf(kit: StageKit, number: string, ink: string): Container {
    const option = { face: face(700, 30, ink), align: 'centre' as const };
    if (!/^\d{1,2}$/.test(number))
      return kit.label({ ...option, maxWidth: NUMBER_WIDTH - 8, text: number }).view;
    const figures = kit.figures({ ...option, maxLength: 2 });
    figures.set(number);
    return figures.view;
  }
}

function put(sprite: Sprite, x: number, y: number, width: number, height: number): void {
  sprite.position.set(x, y);
  sprite.setSize(width, height);
}
