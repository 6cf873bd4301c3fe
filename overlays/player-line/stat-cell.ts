// One figure of the line with its label under it, in the middle of its share of the width.
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Figures, Label, StageKit } from '../../src/stage/stage-kit.ts';
import type { StatView } from './view.ts';

const FIGURE = { size: 48, y: 33 } as const;
const LABEL = { size: 24, y: 67 } as const;
const LINE = { top: 20, height: 48 } as const;
/** `100.0%`. */
const WIDEST = 6;

export class StatCell {
  readonly part: CardPart;
  readonly #figures: Figures;
  readonly #label: Label;

  /** `order`: when it comes, in steps of the stagger. The first has no line before it. */
  constructor(kit: StageKit, order: number, isFirst: boolean) {
    const { text, quiet, line } = kit.theme.colour;
    this.part = makeCardPart({ order, travel: { x: 0, y: 12 } });
    this.#figures = kit.figures({
      face: { family: 'display', weight: 700, sizePx: FIGURE.size, colour: text },
      maxLength: WIDEST,
      align: 'centre',
    });
    this.#label = kit.label({
      face: { family: 'display', weight: 600, sizePx: LABEL.size, colour: quiet, spacing: 1 },
      maxWidth: 136,
      align: 'centre',
    });
    if (!isFirst)
      this.part.plates.addChild(plate({ y: LINE.top, width: 2, height: LINE.height, colour: line }));
    this.part.ink.addChild(this.#figures.view, this.#label.view);
    this.#figures.view.y = FIGURE.y;
    this.#label.view.y = LABEL.y;
  }

  /** Takes its share: `x` from the row's left edge. Null: there is no such figure. */
  set(stat: StatView | null, x: number, width: number): void {
    this.part.view.visible = stat !== null;
    if (stat === null) return;
    this.part.view.x = x;
    const middle = Math.round(width / 2);
    this.#figures.view.x = middle;
    this.#label.view.x = middle;
    this.#figures.set(stat.text);
    this.#label.set(stat.label);
  }
}
