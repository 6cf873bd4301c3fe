// A score in its cell: a new one rolls in while the cell lights in the team's colour; a correction is simply there.
import type { Container } from 'pixi.js';
import { DURATION, EASE, type Motion } from '../../src/stage/motion.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Figures, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import type { Block } from './block.ts';
import { HEIGHT, PANEL_WIDTH, SCORE_WIDTH } from './layout.ts';

const SIZE = 72;
/** How far a figure travels on its way in or out. */
const TRAVEL = 36;
/** How long the cell stays lit before it begins to settle, in seconds. */
const HOLD = 0.2;

const textOf = (score: number | null): string => (score === null ? '-' : String(score));

/** The score's part of a team's block. */
export class ScoreCell {
  readonly #kit: StageKit;
  readonly #glow: Container;
  /** At rest only the first is seen; the others, in the colour that reads on the team's, while the cell is lit. */
  readonly #shown: Figures;
  readonly #lit: Figures;
  readonly #leaving: Figures;

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
      ink.addChild(made.view);
      return made;
    };
    this.#shown = figures();
    this.#lit = figures();
    this.#leaving = figures();
    this.#rest();
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
    this.#rest();
  }

  /** Adds a score's arrival to a motion, from its start. */
  roll(motion: Motion, from: number | null, to: number): void {
    this.set(to);
    this.#leaving.set(textOf(from));
    this.#lit.set(textOf(to));
    const middle = HEIGHT / 2;
    const settle = { duration: DURATION.settle - HOLD, ease: EASE.settle };
    for (const { view } of [this.#shown, this.#lit])
      motion.fromTo(view, { y: middle + TRAVEL }, { y: middle, duration: DURATION.roll, ease: EASE.in }, 0);
    motion
      .fromTo(this.#shown.view, { alpha: 0 }, { alpha: 1, duration: 0.12, ease: EASE.linear }, 0.04)
      .fromTo(this.#lit.view, { alpha: 1 }, { alpha: 0, ...settle }, HOLD)
      .fromTo(this.#glow, { alpha: 1 }, { alpha: 0, ...settle }, HOLD)
      .fromTo(
        this.#leaving.view,
        { y: middle, alpha: 1 },
        { y: middle - TRAVEL, alpha: 0, duration: 0.16, ease: EASE.settle },
        0,
      );
  }

  #rest(): void {
    for (const { view } of [this.#shown, this.#lit, this.#leaving]) view.y = HEIGHT / 2;
    this.#shown.view.alpha = 1;
    this.#lit.view.alpha = 0;
    this.#leaving.view.alpha = 0;
    this.#glow.alpha = 0;
  }
}
