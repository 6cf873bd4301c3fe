// The shot clock's face in one size: a plate, its figures, and the frame that lights when time is up.
import { Container, type Sprite } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';
import type { Figures, StageKit } from '../../src/stage/stage-kit.ts';
import { type Wipe, wipeOf } from '../../src/stage/wipe.ts';
import { BAR, type Box, FRAME_WIDTH } from './layout.ts';
import type { ShotClockView } from './view.ts';

export class Face {
  readonly view = new Container();
  readonly plates = new Container();
  /** Opens the plates from their upper edge. */
  readonly wipe: Wipe = wipeOf(this.plates, 'y');
  readonly ink = new Container();
  /** Lights at zero: a frame inside the plate's edge. */
  readonly flash = new Container();
  readonly #kit: StageKit;
  readonly #plate: Sprite;
  readonly #bar: Sprite;
  readonly #figures: Figures;

  constructor(kit: StageKit, { width, height, figures }: Box) {
    this.#kit = kit;
    const { colour } = kit.theme;
    this.#plate = plate({ width, height, colour: colour.plate });
    this.#bar = plate({ width, height: BAR, colour: colour.warm });
    this.plates.addChild(this.#plate, this.#bar);
    const edge = { colour: colour.text };
    // The sides fit between top and foot: where two would overlap, the corners were brighter while it fades.
    const side = { ...edge, width: FRAME_WIDTH, height: height - FRAME_WIDTH * 2, y: FRAME_WIDTH };
    this.flash.addChild(
      plate({ ...edge, width, height: FRAME_WIDTH }),
      plate({ ...edge, width, height: FRAME_WIDTH, y: height - FRAME_WIDTH }),
      plate(side),
      plate({ ...side, x: width - FRAME_WIDTH }),
    );
    const face = { family: 'display', weight: 700, sizePx: figures, colour: colour.text } as const;
    this.#figures = kit.figures({ face, maxLength: 3, align: 'centre' });
    this.#figures.view.position.set(width / 2, (height + BAR) / 2);
    this.ink.addChild(this.#figures.view);
    this.view.addChild(this.plates, this.ink, this.flash);
    this.rest();
  }

  /** Figures and colours, at once. */
  set({ text, alarm }: ShotClockView): void {
    const { colour } = this.#kit.theme;
    this.#plate.tint = alarm ? colour.alarm : colour.plate;
    this.#bar.tint = alarm ? colour.text : colour.warm;
    if (text !== null) this.#figures.set(text);
  }

  /** As it is when nothing moves. */
  rest(): void {
    this.wipe.open = 1;
    this.ink.y = 0;
    this.ink.alpha = 1;
    this.flash.alpha = 0;
  }
}
