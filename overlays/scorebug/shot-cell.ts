// The shot clock at the bug's edge, beside the game clock: quiet while off, red when nearly gone.
import type { Sprite } from 'pixi.js';
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import { cardPlate } from '../../src/stage/cut.ts';
import { shotCellLook } from '../../src/stage/shot-look.ts';
import type { Figures, StageKit } from '../../src/stage/stage-kit.ts';
import { INK_TRAVEL, layoutOf, outlineOf } from './layout.ts';
import type { ShotView } from './view.ts';

export class ShotCell {
  readonly block: CardPart;
  readonly #kit: StageKit;
  readonly #look;
  readonly #plate: Sprite;
  readonly #figures: Figures;
  #plateColour = '';
  /** It lies on the clock's block, which may be written on while it is off. */
  readonly #isOnClock: boolean;

  constructor(kit: StageKit, order: number) {
    this.#kit = kit;
    const layout = layoutOf(kit.theme);
    const { shot: box, clock, shotSize } = layout;
    this.#isOnClock = box.x < clock.x + clock.width;
    this.#look = shotCellLook(kit.theme);
    const { ground, ink, dim } = this.#look;
    this.block = makeCardPart({ order, x: box.x, y: box.y, travel: INK_TRAVEL });
    this.#plate = cardPlate(kit, { ...box, colour: ground }, outlineOf(layout, true));
    this.#plate.position.set(0, 0);
    this.block.plates.addChild(this.#plate);
    this.#figures = kit.figures({
      face: { family: 'display', weight: 700, sizePx: shotSize, colour: ink },
      maxLength: 3,
      align: 'centre',
      colours: [kit.theme.colour.alarmText, dim.ink],
    });
    this.#figures.view.position.set(box.width / 2, box.height / 2);
    this.block.ink.addChild(this.#figures.view);
  }

  /** Dimmed, it is quiet and alarms nobody. */
  set(shot: ShotView | null, isDim: boolean): void {
    const alarms = shot?.alarm === true && !isDim;
    const { colour, scorebug } = this.#kit.theme;
    const off = scorebug.clock === 'head' ? colour.head : colour.plate;
    const { ground, ink } = isDim ? this.#look.dim : this.#look;
    const plate = shot === null ? off : alarms ? colour.alarm : ground;
    // Pixi reads a colour anew each time that it is given one.
    if (plate !== this.#plateColour) this.#plate.tint = plate;
    this.#plateColour = plate;
    this.#plate.visible = shot !== null || !this.#isOnClock;
    this.#figures.view.visible = shot !== null;
    if (shot === null) return;
    this.#figures.setColour(alarms ? colour.alarmText : ink);
    this.#figures.set(shot.text);
  }
}
