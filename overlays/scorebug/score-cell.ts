// A score in its cell: a new one rolls in while the cell lights in the team's colour; a correction is simply there.
import { Container, Graphics } from 'pixi.js';
import { finish, type Motion, motion } from '../../src/stage/motion.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Figures, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import type { Block } from './block.ts';
import { HEIGHT, PANEL_WIDTH, SCORE_WIDTH } from './layout.ts';

const SIZE = 72;
/** How far a figure travels on its way in or out: the old one is gone from the cell when the new one is in. */
const TRAVEL = 72;
/** Share of the theme's `settle` in which the cell stays lit before it begins to. */
const HOLD = 1 / 3;

const textOf = (score: number | null): string => (score === null ? '-' : String(score));

/** The score's part of a team's block. */
export class ScoreCell {
  readonly #kit: StageKit;
  readonly #glow: Container;
  /** At rest only the first is seen; the others, in the colour that reads on the team's, while the cell is lit. */
  readonly #shown: Figures;
  readonly #lit: Figures;
  readonly #leaving: Figures;
  readonly #rolling = new Container();
  /** Keeps rolling figures inside the cell. Only worn while they roll: a mask costs a draw call. */
  readonly #window: Graphics;
  #roll: Motion | null = null;

  constructor(kit: StageKit, { plates, ink }: Block) {
    this.#kit = kit;
    const { colour } = kit.theme;
    const area = { x: PANEL_WIDTH, width: SCORE_WIDTH, height: HEIGHT };
    this.#glow = plate({ ...area, colour: colour.raised });
    this.#glow.alpha = 0;
    plates.addChild(plate({ ...area, colour: colour.raised }), this.#glow);
    const face: TextFace = { family: 'display', weight: 700, sizePx: SIZE, colour: colour.text };
    const figures = (): Figures => {
      const made = kit.figures({ face, maxLength: 3, align: 'centre' });
      made.view.position.set(PANEL_WIDTH + SCORE_WIDTH / 2, HEIGHT / 2);
      this.#rolling.addChild(made.view);
      return made;
    };
    this.#shown = figures();
    this.#lit = figures();
    this.#leaving = figures();
    this.#window = new Graphics().rect(PANEL_WIDTH, 0, SCORE_WIDTH, HEIGHT).fill('#ffffff');
    this.#window.visible = false;
    ink.addChild(this.#rolling, this.#window);
    this.rest();
  }

  /** The team's colours, for when the cell is lit. */
  paint({ fill, ink }: { readonly fill: string; readonly ink: string }): void {
    this.#glow.tint = fill;
    this.#lit.setColour(ink);
    this.#leaving.setColour(ink);
  }

  /** The score, at rest, at once. */
  set(score: number | null): void {
    const { colour } = this.#kit.theme;
    this.#shown.setColour(score === null ? colour.quiet : colour.text);
    this.#shown.set(textOf(score));
    this.rest();
  }

  /** A score's arrival. One at a time: the one before it is finished. */
  roll(from: number | null, to: number): Motion {
    this.set(to);
    this.#leaving.set(textOf(from));
    this.#lit.set(textOf(to));
    this.#window.visible = true;
    this.#rolling.mask = this.#window;
    this.#leaving.view.visible = true;
    const middle = HEIGHT / 2;
    const pace = this.#kit.theme.motion;
    const hold = pace.settle * HOLD;
    const roll = { duration: pace.roll, ease: pace.easeIn };
    const settle = { duration: pace.settle - hold, ease: pace.easeSettle };
    this.#roll = motion()
      .fromTo(this.#leaving.view, { y: middle }, { y: middle - TRAVEL, ...roll }, 0)
      .fromTo(this.#shown.view, { y: middle + TRAVEL }, { y: middle, ...roll }, 0)
      .fromTo(this.#lit.view, { y: middle + TRAVEL }, { y: middle, ...roll }, 0)
      .fromTo(this.#lit.view, { alpha: 1 }, { alpha: 0, ...settle }, hold)
      .fromTo(this.#glow, { alpha: 1 }, { alpha: 0, ...settle }, hold);
    return this.#roll;
  }

  /** Takes off what a roll that has ended no longer needs. */
  tidy(): void {
    if (this.#roll?.progress() === 1) this.rest();
  }

  /** As it is when nothing moves. */
  rest(): void {
    if (this.#roll) finish(this.#roll);
    this.#roll = null;
    for (const { view } of [this.#shown, this.#lit, this.#leaving]) view.y = HEIGHT / 2;
    this.#lit.view.alpha = 0;
    this.#leaving.view.visible = false;
    this.#rolling.mask = null;
    this.#window.visible = false;
    this.#glow.alpha = 0;
  }
}
