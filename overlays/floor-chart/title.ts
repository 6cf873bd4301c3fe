// Whose chart lies there, what it is and since when: a plate at the lower left of the frame, as long as its words.
import { Container } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { gridUp } from '../../src/stage/bug-measures.ts';
import { beside, cutPlate } from '../../src/stage/cut.ts';
import { headPlates } from '../../src/stage/head-plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { TeamPanel } from '../../src/stage/team-panel.ts';
import type { FloorChartView } from './view.ts';

/** At its longest. */
export const TITLE = { width: 576, height: 80 } as const;
/** Four wide letters fit. */
const PANEL_WIDTH = 136;
const PADDING = 24;

export class Title {
  readonly plates = new Container();
  readonly ink = new Container();
  readonly #kit: StageKit;
  readonly #panel: TeamPanel;
  readonly #ground;
  readonly #rule;
  readonly #title;
  readonly #subtitle;

  constructor(kit: StageKit) {
    this.#kit = kit;
    const { headText, headQuiet } = kit.theme.colour;
    const card = { x: 0, y: 0, ...TITLE };
    // The panel's own corners are its left ones, however long the plate is.
    this.#panel = new TeamPanel(kit, { width: PANEL_WIDTH, height: TITLE.height, sizePx: 40, card });
    const plates = headPlates(kit, beside(card), card);
    [this.#ground, this.#rule] = plates;
    this.plates.addChild(...plates, this.#panel.plates);
    const line = (sizePx: number, weight: number, colour: string, y: number) => {
      const maxWidth = TITLE.width - PANEL_WIDTH - 2 * PADDING;
      const label = kit.label({
        face: { family: 'display', weight, sizePx, colour, spacing: 0.5 },
        maxWidth,
        align: 'left',
      });
      label.view.position.set(PANEL_WIDTH + PADDING, y - kit.theme.shape.rule / 2);
      return label;
    };
    this.#title = line(34, 700, headText, 28);
    this.#subtitle = line(24, 600, headQuiet, 59);
    this.ink.addChild(this.#panel.ink, this.#title.view, this.#subtitle.view);
  }

  set({ code, mark, title, subtitle }: FloorChartView, look: JerseyLook): void {
    this.#panel.set([code], mark);
    this.#panel.paint(look);
    this.#title.set(title);
    this.#subtitle.set(subtitle);
    this.#stretch(PANEL_WIDTH + 2 * PADDING + Math.max(this.#title.width, this.#subtitle.width));
  }

  #stretch(wanted: number): void {
    const card = { x: 0, y: 0, width: Math.min(TITLE.width, gridUp(wanted)), height: TITLE.height };
    const own = beside(card);
    if (this.#ground) cutPlate(this.#kit, this.#ground, own, card);
    if (this.#rule) this.#rule.width = own.width;
  }
}
