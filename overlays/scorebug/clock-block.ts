// Period and game clock together: one block, read as one.
import { plate } from '../../src/stage/plate.ts';
import type { Figures, Label, StageKit } from '../../src/stage/stage-kit.ts';
import { type Block, makeBlock } from './block.ts';
import { CLOCK_WIDTH, HEIGHT, PAD, SHOT_WIDTH } from './layout.ts';

const CLOCK_SIZE = 56;
const PERIOD_SIZE = 32;
/** A period that stands alone (HALF, FINAL) is written larger. */
const ALONE_SIZE = 44;

export class ClockBlock {
  readonly block: Block;
  readonly #period: Label;
  readonly #alone: Label;
  readonly #clock: Figures;

  constructor(kit: StageKit, x: number) {
    const { colour } = kit.theme;
    this.block = makeBlock(x);
    this.block.plates.addChild(plate({ width: CLOCK_WIDTH, height: HEIGHT, colour: colour.plate }));
    const display = { family: 'display', weight: 600, spacing: 1 } as const;
    this.#period = kit.label({
      face: { ...display, sizePx: PERIOD_SIZE, colour: colour.quiet },
      maxWidth: 64,
      align: 'left',
    });
    this.#period.view.position.set(PAD, HEIGHT / 2);
    this.#alone = kit.label({
      face: { ...display, sizePx: ALONE_SIZE, colour: colour.text },
      maxWidth: CLOCK_WIDTH - PAD * 2,
      align: 'centre',
    });
    this.#alone.view.y = HEIGHT / 2;
    const face = { family: 'display', weight: 600, sizePx: CLOCK_SIZE, colour: colour.text } as const;
    this.#clock = kit.figures({ face, maxLength: 5, align: 'right' });
    this.#clock.view.position.set(CLOCK_WIDTH - PAD, HEIGHT / 2);
    this.block.ink.addChild(this.#period.view, this.#alone.view, this.#clock.view);
  }

  /** `hasRoom`: the shot clock's empty place beside it is part of its own, as far as the eye is concerned. */
  set(period: string, clock: string | null, hasRoom: boolean): void {
    const alone = clock === null;
    this.#period.view.visible = !alone;
    this.#clock.view.visible = !alone;
    this.#alone.view.visible = alone;
    if (alone) {
      this.#alone.set(period);
      this.#alone.view.x = Math.round((CLOCK_WIDTH + (hasRoom ? SHOT_WIDTH : 0)) / 2);
      return;
    }
    this.#period.set(period);
    this.#clock.set(clock);
  }
}
