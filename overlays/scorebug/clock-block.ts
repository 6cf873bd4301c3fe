// Period and game clock together: one block, read as one.
import type { Sprite } from 'pixi.js';
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import { cutPlate } from '../../src/stage/cut.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Figures, Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { INK_TRAVEL, layoutOf, outlineOf, PAD, type Spot } from './layout.ts';

export class ClockBlock {
  readonly block: CardPart;
  readonly #kit: StageKit;
  readonly #plate: Sprite;
  readonly #period: Label;
  readonly #alone: Label;
  readonly #clock: Figures;
  readonly #inks: { readonly plain: string; readonly quiet: string };

  constructor(kit: StageKit, order: number) {
    this.#kit = kit;
    const { colour, scorebug } = kit.theme;
    const onHead = scorebug.clock === 'head';
    const { clock: box, time, period, alone } = layoutOf(kit.theme);
    this.block = makeCardPart({ order, x: box.x, y: box.y, travel: INK_TRAVEL });
    this.#plate = plate({
      width: box.width,
      height: box.height,
      colour: onHead ? colour.head : colour.plate,
    });
    this.block.plates.addChild(this.#plate);
    const ink = onHead ? colour.headText : colour.text;
    this.#inks = { plain: ink, quiet: onHead ? colour.headQuiet : colour.quiet };
    const face = (sizePx: number, of: string): TextFace => ({
      family: 'display',
      weight: 600,
      sizePx,
      colour: of,
      spacing: 1,
    });
    this.#period = kit.label({
      face: face(period(true).size, onHead ? colour.headQuiet : colour.quiet),
      maxWidth: 64,
      align: period(true).align,
    });
    this.#alone = kit.label({
      face: face(alone(false).size, ink),
      maxWidth: box.width - PAD * 2,
      align: 'centre',
    });
    this.#clock = kit.figures({
      face: { family: 'display', weight: 600, sizePx: time.size, colour: ink },
      maxLength: 5,
      align: time.align,
    });
    put(this.#clock, time);
    this.block.ink.addChild(this.#period.view, this.#alone.view, this.#clock.view);
  }

  /** Whether there is a place for the shot clock beside it, or over it. */
  fit(hasShot: boolean): void {
    const layout = layoutOf(this.#kit.theme);
    cutPlate(this.#kit, this.#plate, layout.clock, outlineOf(layout, hasShot));
    put(this.#period, layout.period(hasShot));
  }

  /** Its figures in the quiet colour, or not. */
  dim(isDim: boolean): void {
    this.#clock.setColour(isDim ? this.#inks.quiet : this.#inks.plain);
  }

  /** `hasRoom`: the shot clock's empty place beside it is part of its own, as far as the eye is concerned. */
  set(period: string, clock: string | null, hasRoom: boolean): void {
    const alone = clock === null;
    this.#period.view.visible = !alone;
    this.#clock.view.visible = !alone;
    this.#alone.view.visible = alone;
    if (alone) {
      this.#alone.set(period);
      put(this.#alone, layoutOf(this.#kit.theme).alone(hasRoom));
      return;
    }
    this.#period.set(period);
    this.#clock.set(clock);
  }
}

const put = ({ view }: Pick<Label, 'view'>, { x, y }: Spot): void => {
  view.position.set(x, y);
};
