// Who a team is, on its panel: its logo with its code beside it; the code alone where there is no logo, the name where there is no code.
import { Container } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import type { Label, Mark, MarkGround, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import type { TeamView } from './view.ts';

/** Parts of the code's size: beside a logo, where four capitals have room; and the name's, where there is no code. */
const SIZES = { beside: 46 / 56, name: 32 / 56 } as const;
/** Of a logo beside a code of size 56: its box, and from it to the code. It reaches a little into the panel's padding, as round shapes may. */
const MARK = { codeSize: 56, width: 64, height: 56, left: -6, gap: 8 } as const;

export class TeamName {
  /** Its left edge lies at x = 0, its middle at y = 0. */
  readonly view = new Container();
  readonly #mark: Mark;
  readonly #code: Label;
  readonly #beside: Label;
  readonly #name: Label;
  #team: Pick<TeamView, 'code' | 'name' | 'mark'> = { code: '', name: '', mark: null };
  #ground: MarkGround;

  constructor(kit: StageKit, maxWidth: number, codeSize: number) {
    const { raised, text } = kit.theme.colour;
    const face: TextFace = { family: 'display', weight: 700, sizePx: codeSize, colour: text, spacing: 1 };
    const [width, height] = [MARK.width, MARK.height].map((of) =>
      Math.round((of * codeSize) / MARK.codeSize),
    ) as [number, number];
    const besideX = MARK.left + width + MARK.gap;
    this.#ground = { fill: raised, ink: text };
    this.#mark = kit.mark({ width, height, onArrived: () => this.#stand() });
    this.#mark.view.x = MARK.left + width / 2;
    this.#code = kit.label({ face, maxWidth, align: 'left' });
    this.#beside = kit.label({
      face: { ...face, sizePx: Math.round(codeSize * SIZES.beside) },
      maxWidth: maxWidth - besideX,
      align: 'left',
    });
    this.#beside.view.x = besideX;
    this.#name = kit.label({
      face: { ...face, sizePx: Math.round(codeSize * SIZES.name), spacing: 0 },
      maxWidth,
      align: 'left',
    });
    this.view.addChild(this.#mark.view, this.#code.view, this.#beside.view, this.#name.view);
  }

  set({ code, name, mark }: TeamView): void {
    this.#team = { code, name, mark };
    this.#stand();
  }

  paint({ fill, ink }: JerseyLook): void {
    for (const label of [this.#code, this.#beside, this.#name]) label.setColour(ink);
    this.#ground = { fill, ink };
    this.#stand();
  }

  #stand(): void {
    const { code, name, mark } = this.#team;
    this.#mark.set(mark, this.#ground);
    const { shown } = this.#mark;
    this.#code.set(shown ? '' : code);
    this.#beside.set(shown ? code : '');
    this.#name.set(code === '' && !shown ? name : '');
  }
}
