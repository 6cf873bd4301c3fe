// Whose chart lies there, what it is and since when: a plate at the lower left of the frame.
import { Container } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { beside, cardPlate } from '../../src/stage/cut.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { TeamPanel } from '../../src/stage/team-panel.ts';
import type { FloorChartView } from './view.ts';

export const TITLE = { width: 576, height: 80 } as const;
/** Four wide letters fit. */
const PANEL_WIDTH = 136;
const PADDING = 20;

export class Title {
  readonly plates = new Container();
  readonly ink = new Container();
  readonly #panel: TeamPanel;
  readonly #title;
  readonly #subtitle;

  constructor(kit: StageKit) {
    const { plate: ground, text, quiet } = kit.theme.colour;
    const card = { x: 0, y: 0, ...TITLE };
    this.#panel = new TeamPanel(kit, { width: PANEL_WIDTH, height: TITLE.height, sizePx: 40, card });
    this.plates.addChild(cardPlate(kit, { ...beside(card), colour: ground }, card), this.#panel.plates);
    const line = (sizePx: number, weight: number, colour: string, y: number) => {
      const maxWidth = TITLE.width - PANEL_WIDTH - 2 * PADDING;
      const label = kit.label({
        face: { family: 'display', weight, sizePx, colour, spacing: 0.5 },
        maxWidth,
        align: 'left',
      });
      label.view.position.set(PANEL_WIDTH + PADDING, y);
      return label;
    };
    this.#title = line(34, 700, text, 28);
    this.#subtitle = line(24, 600, quiet, 59);
    this.ink.addChild(this.#panel.ink, this.#title.view, this.#subtitle.view);
  }

  set({ code, mark, title, subtitle }: FloorChartView, look: JerseyLook): void {
    this.#panel.set([code], mark);
    this.#panel.paint(look);
    this.#title.set(title);
    this.#subtitle.set(subtitle);
  }
}
