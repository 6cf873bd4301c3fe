// The shot clock's face in one size: a plate, its figures, and the frame that lights when time is up.
import { Container, Sprite } from 'pixi.js';
import type { CardPart } from '../../src/stage/ceremony.ts';
import { cardPlate, inset, outline, under } from '../../src/stage/cut.ts';
import { plate } from '../../src/stage/plate.ts';
import { shotFaceLook } from '../../src/stage/shot-look.ts';
import type { Figures, StageKit } from '../../src/stage/stage-kit.ts';
import { type Wipe, wipeOf } from '../../src/stage/wipe.ts';
import { BAR, type Box, FRAME_WIDTH } from './layout.ts';
import type { ShotClockView } from './view.ts';

export class Face implements CardPart {
  readonly view = new Container();
  readonly plates = new Container();
  /** Opens the plates from their upper edge. */
  readonly wipe: Wipe = wipeOf(this.plates, 'y');
  readonly opensDown = true;
  readonly ink = new Container();
  readonly travel = { x: 0, y: -16 };
  readonly order = 0;
  readonly grows = [];
  /** Lights at zero: a frame inside the plate's edge. */
  readonly flash = new Container();
  readonly #kit: StageKit;
  readonly #look;
  readonly #plate: Sprite;
  readonly #bar: Sprite;
  readonly #figures: Figures;

  constructor(kit: StageKit, { width, height, figures }: Box) {
    this.#kit = kit;
    this.#look = shotFaceLook(kit.theme);
    const { ground, ink, bar } = this.#look;
    const box = { x: 0, y: 0, width, height };
    this.#plate = cardPlate(kit, { ...box, colour: ground }, under(box));
    this.#bar = cardPlate(kit, { ...box, height: BAR, colour: bar }, box);
    this.plates.addChild(this.#plate, this.#bar);
    this.flash.addChild(...frame(kit, width, height));
    const face = { family: 'display', weight: 700, sizePx: figures, colour: ink } as const;
    this.#figures = kit.figures({ face, maxLength: 3, align: 'centre' });
    this.#figures.view.position.set(width / 2, (height + BAR) / 2);
    this.flash.alpha = 0;
    this.ink.addChild(this.#figures.view, this.flash);
    this.view.addChild(this.plates, this.ink);
  }

  /** Figures and colours, at once. */
  set({ text, alarm, dim }: ShotClockView): void {
    const { colour } = this.#kit.theme;
    const { bar, dim: old } = this.#look;
    const { ground, ink } = dim ? old : this.#look;
    this.#plate.tint = alarm ? colour.alarm : ground;
    this.#bar.tint = alarm ? colour.alarmText : dim ? ink : bar;
    this.#figures.setColour(alarm ? colour.alarmText : ink);
    if (text !== null) this.#figures.set(text);
  }
}

/** The frame inside the plate's edge. */
function frame(kit: StageKit, width: number, height: number): readonly Sprite[] {
  const { colour, shape } = kit.theme;
  const edge = { colour: colour.alarmText };
  if (shape.corner !== 'square') return [cornered(kit, width, height)];
  // The sides fit between top and foot: where two would overlap, the corners were brighter while it fades.
  const side = { ...edge, width: FRAME_WIDTH, height: height - FRAME_WIDTH * 2, y: FRAME_WIDTH };
  return [
    plate({ ...edge, width, height: FRAME_WIDTH }),
    plate({ ...edge, width, height: FRAME_WIDTH, y: height - FRAME_WIDTH }),
    plate(side),
    plate({ ...side, x: width - FRAME_WIDTH }),
  ];
}

/** The same as one picture, with the theme's corners. */
function cornered(kit: StageKit, width: number, height: number): Sprite {
  const { corner, cornerSize } = kit.theme.shape;
  const sprite = new Sprite(
    kit.picture({
      key: 'shot-clock/frame',
      width,
      height,
      draw: (context) => {
        const box = { x: 0, y: 0, width, height };
        outline(context, inset(box, FRAME_WIDTH / 2), corner, cornerSize);
        context.strokeStyle = '#ffffff';
        context.lineWidth = FRAME_WIDTH;
        context.stroke();
      },
    }),
  );
  sprite.anchor.set(0);
  sprite.tint = kit.theme.colour.alarmText;
  return sprite;
}
