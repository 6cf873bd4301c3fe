// A tag at somebody's feet, upright: his number on his jersey's colour, beside it his name on the plate.
import { Container, type Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit, TextFace } from '../../src/stage/stage-kit.ts';

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

export class NameTag {
  /** About its middle. */
  readonly view = new Container();
  /** Units, at its own size. */
  readonly width: number;
  readonly height = HEIGHT;

  constructor(kit: StageKit, { jersey, number, name }: TagWords) {
    const { colour } = kit.theme;
    const label =
      name === ''
        ? null
        : kit.label({ face: face(600, 28, colour.text), maxWidth: NAME_WIDTH, align: 'left', text: name });
    const numberWidth = number === '' ? 0 : NUMBER_WIDTH;
    const nameWidth = label === null ? 0 : label.width + 2 * PADDING;
    this.width = numberWidth + nameWidth + 2 * EDGE;
    const left = -this.width / 2;
    const cell = (x: number, width: number, colourOf: string): Sprite =>
      plate({ x, y: EDGE - HEIGHT / 2, width, height: HEIGHT - 2 * EDGE, colour: colourOf });
    this.view.addChild(
      plate({
        x: left,
        y: -HEIGHT / 2,
        width: this.width,
        height: HEIGHT,
        colour: jersey.ring ?? colour.plate,
      }),
    );
    if (numberWidth > 0) {
      this.view.addChild(cell(left + EDGE, numberWidth, jersey.fill));
      const words = this.#numberOf(kit, number, jersey.ink);
      words.x = left + EDGE + numberWidth / 2;
      this.view.addChild(words);
    }
    if (label === null) return;
    this.view.addChild(cell(left + EDGE + numberWidth, nameWidth, colour.plate));
    label.view.x = left + EDGE + numberWidth + PADDING;
    this.view.addChild(label.view);
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
