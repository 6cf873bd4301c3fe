// What stands over a team's rows: its name on its colour, the score and how it came about, and the names of the columns.
import type { CardPart } from '../../src/stage/ceremony.ts';
import { beside, cardPlate, openAbove, openBelow } from '../../src/stage/cut.ts';
import { plate } from '../../src/stage/plate.ts';
import { makeSheetPart } from '../../src/stage/sheet-part.ts';
import type { Figures, Label, StageKit } from '../../src/stage/stage-kit.ts';
import { TeamPanel } from '../../src/stage/team-panel.ts';
import { FROM_TOP, HEAD_HEIGHT, LABELS_HEIGHT, PADDING, type TableShape } from './layout.ts';
import type { TableView } from './view.ts';

const SCORE_WIDTH = 128;
/** Of the name, alone and beside the parts of the game. */
const NAME = { alone: 48, beside: 40 } as const;
/** Of one part of the game; with overtimes they stand closer. */
const PERIOD = { width: 72, close: 54, fewest: 5 } as const;
const PERIOD_Y = { label: 25, figure: 53 } as const;

type PeriodCell = { readonly label: Label; readonly figure: Figures };

export class Head {
  readonly part: CardPart;
  readonly panel: TeamPanel;
  readonly #score: Figures;
  readonly #periods: readonly PeriodCell[];

  constructor(kit: StageKit, { width, periodCount }: TableShape, y: number) {
    const { raised, text, quiet } = kit.theme.colour;
    this.part = makeSheetPart({ fromTop: FROM_TOP.head, height: HEAD_HEIGHT, y });
    const { plates, ink } = this.part;
    const share = periodCount < PERIOD.fewest ? PERIOD.width : PERIOD.close;
    const panelWidth = width - SCORE_WIDTH - periodCount * share - (periodCount > 0 ? PADDING : 0);
    const box = { x: 0, y: 0, width, height: HEAD_HEIGHT };
    // The title stands on it.
    const card = openAbove(openBelow(box));
    this.panel = new TeamPanel(kit, {
      width: panelWidth,
      height: HEAD_HEIGHT,
      sizePx: periodCount > 0 ? NAME.beside : NAME.alone,
      card,
      markAt: 'left',
    });
    plates.addChild(cardPlate(kit, { ...beside(box), colour: raised }, card), this.panel.plates);
    this.#score = kit.figures({
      face: { family: 'display', weight: 700, sizePx: 64, colour: text },
      maxLength: 3,
      align: 'centre',
    });
    this.#score.view.position.set(width - SCORE_WIDTH / 2, HEAD_HEIGHT / 2);
    ink.addChild(this.panel.ink, this.#score.view);
    this.#periods = Array.from({ length: periodCount }, (_, index) => {
      const x = panelWidth + PADDING + Math.round((index + 0.5) * share);
      const label = kit.label({
        face: { family: 'display', weight: 600, sizePx: 22, colour: quiet, spacing: 1 },
        maxWidth: share - 4,
        align: 'centre',
      });
      const figure = kit.figures({
        face: { family: 'display', weight: 600, sizePx: 32, colour: text },
        maxLength: 3,
        align: 'centre',
      });
      label.view.position.set(x, PERIOD_Y.label);
      figure.view.position.set(x, PERIOD_Y.figure);
      ink.addChild(label.view, figure.view);
      return { label, figure };
    });
  }

  set({ names, mark, score, periods }: TableView): void {
    this.panel.set(names, mark);
    this.#score.set(score);
    for (const [index, { label, figure }] of this.#periods.entries()) {
      label.set(periods[index]?.label ?? '');
      figure.set(periods[index]?.text ?? '');
    }
  }
}

/** The names of the columns, over their figures' right edge. */
export function makeColumnLabels(kit: StageKit, { width, columns }: TableShape, y: number): CardPart {
  const { plate: ground, quiet } = kit.theme.colour;
  const part = makeSheetPart({ fromTop: FROM_TOP.labels, height: LABELS_HEIGHT, y });
  part.plates.addChild(plate({ width, height: LABELS_HEIGHT, colour: ground }));
  for (const { column, right, width: room } of columns) {
    const label = kit.label({
      face: { family: 'display', weight: 600, sizePx: 24, colour: quiet, spacing: 1 },
      maxWidth: room,
      align: 'right',
      text: column,
    });
    label.view.position.set(right, LABELS_HEIGHT / 2 + 2);
    part.ink.addChild(label.view);
  }
  return part;
}
